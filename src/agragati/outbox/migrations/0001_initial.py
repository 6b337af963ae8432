"""The tables of this app, with their laws (triggers) and indexes."""

import agragati.outbox.models.personal
import agragati.outbox.models.terms
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("org", "0001_initial"),
        ("org", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="GatewayState",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("tokens", models.DecimalField(decimal_places=6, default=0, max_digits=16)),
                ("counted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("rests_until", models.DateTimeField(null=True)),
                (
                    "price",
                    models.DecimalField(
                        decimal_places=4, help_text="taka a part; null: nobody knows", max_digits=8, null=True
                    ),
                ),
                ("price_by", models.CharField(blank=True, max_length=300)),
                (
                    "price_memo",
                    models.CharField(blank=True, help_text="the contract or letter that names it", max_length=120),
                ),
                ("priced_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("name_bn", models.CharField(max_length=150)),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=160, unique=True)),
                ("deed", models.CharField(max_length=80)),
                ("about", models.CharField(blank=True, max_length=80)),
                ("title", models.CharField(max_length=300)),
                ("template_key", models.CharField(blank=True, max_length=60)),
                ("template_version", models.PositiveIntegerField(null=True)),
                ("language", models.CharField(default="bn", max_length=2)),
                ("subject", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("sms_text", models.TextField(blank=True)),
                ("url", models.CharField(blank=True, max_length=300)),
                ("rule", models.JSONField(default=dict)),
                ("values", models.JSONField(default=dict)),
                ("table", models.JSONField(default=dict, help_text="values by office code, from a list")),
                ("channels", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("scheduled", "Scheduled"),
                            ("sent", "Handed over"),
                            ("cancelled", "Cancelled"),
                            ("stopped", "Could not be sent"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=300)),
                ("send_at", models.DateTimeField(null=True)),
                ("is_urgent", models.BooleanField(default=False, help_text="SMS outside the sending window")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("live", "To everyone"),
                            ("team", "Only to posts of my own office"),
                            ("test", "To nobody: nothing leaves the house"),
                        ],
                        default="live",
                        help_text="how far it may go",
                        max_length=10,
                    ),
                ),
                ("is_reminder", models.BooleanField(default=False)),
                ("by_label", models.CharField(max_length=300)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("resolved_at", models.DateTimeField(null=True)),
                ("resolved", models.PositiveIntegerField(help_text="recipients found when it was sent", null=True)),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.posting"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["office", "-id"], name="dispatch_office"),
                    models.Index(fields=["about"], name="dispatch_about"),
                    models.Index(
                        condition=models.Q(("state", "scheduled")), fields=["send_at"], name="dispatch_scheduled"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("user",),
                        name="one_open_feed_per_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyMode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("live", "To everyone"),
                            ("team", "Only to posts of my own office"),
                            ("test", "To nobody: nothing leaves the house"),
                        ],
                        default="test",
                        max_length=10,
                    ),
                ),
                (
                    "token",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.apitoken"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Obligation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("task", "Task"),
                            ("decision", "Decision of a meeting"),
                            ("report", "Report"),
                            ("indicator", "Indicator of a plan"),
                            ("review", "Review"),
                            ("meeting", "Meeting"),
                        ],
                        default="task",
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("due", models.DateField(null=True)),
                ("begins_at", models.DateTimeField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("url", models.CharField(blank=True, help_text="address of the thing in the product", max_length=300)),
                ("plan", models.CharField(default="standard", help_text="key of the plan of reminding", max_length=60)),
                (
                    "on_answer",
                    models.CharField(blank=True, help_text="job told of an answer through a link", max_length=80),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("given_on", models.DateField(help_text="when it was given with the present due day")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(null=True)),
                ("done_note", models.CharField(blank=True, max_length=300)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("", "No answer"), ("done", "Done"), ("not_done", "Not done")],
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "giver",
                    models.ForeignKey(
                        help_text="pays for reminders",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.post"
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("due"), nulls_last=True), "id"],
                "indexes": [
                    models.Index(fields=["about"], name="obligation_about"),
                    models.Index(fields=["post", "due"], name="obligation_post"),
                    models.Index(fields=["office", "due"], name="obligation_office"),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("withdrawn_at__isnull", True)),
                        fields=["due"],
                        name="obligation_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("about", "office", "post"), name="one_obligation_about_a_thing", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True), ("ends_at__gte", models.F("begins_at")), _connector="OR"
                        ),
                        name="obligation_ends_after_it_begins",
                        violation_error_message="A meeting cannot end before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="obligation_answer_has_its_time",
                        violation_error_message="An answer has its time.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, unique=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[("in_app", "Notice"), ("email", "E-mail"), ("sms", "SMS"), ("push", "Push notice")],
                        max_length=10,
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=254)),
                ("subject", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField()),
                ("url", models.CharField(blank=True, max_length=300)),
                ("parts", models.PositiveSmallIntegerField(null=True)),
                (
                    "cost",
                    models.DecimalField(
                        decimal_places=4, help_text="taka reserved, then spent", max_digits=12, null=True
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("held", "Waiting for the daily digest"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("delivered", "Delivered"),
                            ("doubtful", "In doubt"),
                            ("failed", "Failed"),
                            ("refused", "Refused by the gateway"),
                            ("unreachable", "Cannot be reached"),
                            ("unaffordable", "Outside the budget"),
                            ("folded", "In the daily digest"),
                            ("cancelled", "Not needed any more"),
                        ],
                        default="queued",
                        max_length=20,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("vacant", "Nobody holds the post"),
                            ("no_head", "The office has no head post"),
                            ("no_phone", "No telephone number is known"),
                            ("wrong_phone", "The telephone number is wrong"),
                            ("foreign_phone", "The telephone number is foreign"),
                            ("demo_phone", "An invented number of the demo"),
                            ("no_email", "No e-mail address is known"),
                            ("wrong_email", "The e-mail address is wrong"),
                            ("opted_out", "The person does not want this channel"),
                            ("no_budget", "The office has no SMS budget for this month"),
                            ("over_budget", "The SMS budget of the month is used up"),
                            ("no_price", "Nobody has typed the price of an SMS"),
                            ("refused", "The gateway refused it"),
                            ("strange_answer", "The gateway gave an answer that nobody understands"),
                            ("no_answer", "The gateway did not answer in time"),
                            ("no_connection", "The gateway could not be reached"),
                            ("busy", "The gateway was busy"),
                            ("worker_lost", "The sending was interrupted"),
                            ("gave_up", "Tried too often"),
                            ("not_in_team", "Only the test team gets messages now"),
                            ("no_subscription", "The browser no longer takes notices"),
                            ("not_delivered", "The network could not deliver it"),
                            ("done_already", "The duty was done before"),
                        ],
                        max_length=30,
                    ),
                ),
                ("words", models.CharField(blank=True, help_text="what the gateway said", max_length=300)),
                ("is_urgent", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("claim", models.UUIDField(null=True)),
                ("claimed_at", models.DateTimeField(null=True)),
                ("gateway", models.CharField(blank=True, max_length=40)),
                (
                    "is_pinned",
                    models.BooleanField(
                        default=False, help_text="only this gateway may try again: it may have it already"
                    ),
                ),
                ("provider_id", models.CharField(blank=True, max_length=120)),
                ("sent_at", models.DateTimeField(null=True)),
                ("delivered_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "dispatch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="outbox.dispatch"
                    ),
                ),
                (
                    "folded_into",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="outbox.message"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.post"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answers",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="outbox.obligation",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "queued")),
                        fields=["channel", "-is_urgent", "due_at", "id"],
                        name="message_queued",
                    ),
                    models.Index(
                        condition=models.Q(("state", "sending")), fields=["claimed_at"], name="message_sending"
                    ),
                    models.Index(condition=models.Q(("state", "held")), fields=["user"], name="message_held"),
                    models.Index(
                        condition=models.Q(("gateway", ""), _negated=True),
                        fields=["gateway", "claimed_at"],
                        name="message_gateway",
                    ),
                    models.Index(
                        condition=models.Q(("provider_id", ""), _negated=True),
                        fields=["gateway", "provider_id"],
                        name="message_provider",
                    ),
                    models.Index(
                        condition=models.Q(("channel", "in_app")), fields=["post", "-id"], name="message_inbox"
                    ),
                    models.Index(fields=["office", "-id"], name="message_office"),
                    models.Index(
                        condition=models.Q(("channel", "sms")), fields=["address", "-id"], name="message_number"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["sent", "delivered"]), _negated=True),
                            ("sent_at__isnull", False),
                            _connector="OR",
                        ),
                        name="sent_message_has_its_time",
                        violation_error_message="A sent message has its time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["unreachable", "unaffordable", "failed", "refused", "doubtful"]),
                                _negated=True,
                            ),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="unreached_message_says_why",
                        violation_error_message="A message that did not get through says why.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stage", models.CharField(max_length=40)),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mentions", to="outbox.message"
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mentions", to="outbox.obligation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("message", "obligation"), name="a_duty_once_per_message")
                ],
            },
        ),
        migrations.CreateModel(
            name="Inbound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gateway", models.CharField(max_length=40)),
                ("provider_id", models.CharField(blank=True, max_length=120)),
                ("number", models.CharField(max_length=40)),
                ("text", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("answered", "Answer noted"),
                            ("late", "The duty was answered or closed before"),
                            ("not_understood", "Not understood"),
                            ("unknown_number", "From an unknown number"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("", "No answer"), ("done", "Done"), ("not_done", "Not done")],
                        max_length=10,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="org.office"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "obligation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="outbox.obligation",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("provider_id", ""), _negated=True),
                        fields=("gateway", "provider_id"),
                        name="an_inbound_sms_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mail",
                    models.CharField(
                        choices=[("at_once", "At once"), ("daily", "One digest a day")],
                        default="at_once",
                        max_length=10,
                    ),
                ),
                ("takes_sms", models.BooleanField(default=True)),
                ("takes_push", models.BooleanField(default=True)),
                ("quiet_from", models.TimeField(default=agragati.outbox.models.personal.evening)),
                ("quiet_until", models.TimeField(default=agragati.outbox.models.personal.morning)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PushSubscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("endpoint", models.URLField(max_length=500, unique=True)),
                ("p256dh", models.CharField(max_length=100)),
                ("auth", models.CharField(max_length=40)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stage", models.CharField(max_length=40)),
                ("due", models.DateField(help_text="the due day it spoke of")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("to", models.CharField(max_length=10)),
                ("is_sent", models.BooleanField(default=True)),
                ("why_not", models.CharField(blank=True, max_length=40)),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminders", to="outbox.obligation"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("obligation", "stage", "due"), name="a_stage_once_per_due_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReminderPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=60)),
                ("stages", models.JSONField(default=list)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
            ],
            options={
                "ordering": ["key", "id"],
                "constraints": [models.UniqueConstraint(fields=("office", "key"), name="one_plan_of_a_key")],
            },
        ),
        migrations.CreateModel(
            name="SmsTerms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mask", models.CharField(blank=True, max_length=11)),
                ("mask_approved_on", models.DateField(null=True)),
                ("mask_approval_memo", models.CharField(blank=True, max_length=80)),
                ("mask_expires_on", models.DateField(null=True)),
                ("opens", models.TimeField(default=agragati.outbox.models.terms.opening_hour)),
                ("closes", models.TimeField(default=agragati.outbox.models.terms.closing_hour)),
                (
                    "office",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("mask"),
                        condition=models.Q(("mask", ""), _negated=True),
                        name="a_mask_belongs_to_one_office",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("opens__lt", models.F("closes"))),
                        name="sending_opens_before_it_closes",
                        violation_error_message="Sending must open before it closes.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Template",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=60)),
                ("version", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=150)),
                ("subject_bn", models.CharField(max_length=300)),
                ("body_bn", models.TextField()),
                ("sms_bn", models.TextField(blank=True)),
                ("subject_en", models.CharField(blank=True, max_length=300)),
                ("body_en", models.TextField(blank=True)),
                ("sms_en", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("by_label", models.CharField(max_length=300)),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
            ],
            options={
                "ordering": ["key", "-version"],
                "constraints": [models.UniqueConstraint(fields=("office", "key", "version"), name="a_version_once")],
            },
        ),
        migrations.CreateModel(
            name="Budget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                ("limit", models.DecimalField(decimal_places=2, max_digits=12)),
                ("used", models.DecimalField(decimal_places=4, default=0, max_digits=14)),
                ("repeats", models.BooleanField(default=True, help_text="the same limit holds in later months")),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
            ],
            options={
                "ordering": ["-month"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "month"), name="one_budget_a_month"),
                    models.CheckConstraint(
                        condition=models.Q(("used__gte", 0), ("limit__gte", 0)),
                        name="budget_is_not_exceeded",
                        violation_error_message="A budget is not below zero.",
                    ),
                ],
            },
        ),
    ]
