"""The tables of this app, with their laws (triggers) and indexes."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("org", "0001_initial"),
        ("org", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("matter", "Matter to discuss"), ("information", "For information only")],
                        default="matter",
                        max_length=20,
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        blank=True, help_text="heading under which it stands in the agenda", max_length=120
                    ),
                ),
                (
                    "is_pinned",
                    models.BooleanField(default=False, help_text="stands first, and again in every next meeting"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("decided", "Decided"),
                            ("noted", "Noted"),
                            ("open", "Still open"),
                            ("skipped", "Left out this time"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "begun_at",
                    models.DateTimeField(blank=True, help_text="when it was last taken up in the meeting", null=True),
                ),
                ("spent", models.PositiveIntegerField(default=0, help_text="seconds talked about it before begun_at")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("topic", models.TextField()),
                ("presenter", models.CharField(blank=True, max_length=250)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, help_text="planned length", null=True)),
                ("codes", models.JSONField(blank=True, default=list)),
                ("about", models.CharField(blank=True, db_index=True, max_length=80)),
                ("concept", models.CharField(blank=True, db_index=True, max_length=40)),
                ("working_paper", models.TextField(blank=True)),
                ("discussion", models.TextField(blank=True)),
                ("versions", models.JSONField(blank=True, default=dict)),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="carried_to",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
            ],
            options={
                "ordering": ["-is_pinned", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("due_text", models.CharField(blank=True, max_length=200)),
                ("official_due", models.DateField(blank=True, null=True)),
                ("committed_due", models.DateField(blank=True, null=True)),
                ("due", models.DateField(blank=True, null=True)),
                ("evidence", models.CharField(blank=True, help_text="evidence expected", max_length=300)),
                ("codes", models.JSONField(blank=True, default=list)),
                ("about", models.CharField(blank=True, db_index=True, max_length=80)),
                ("concept", models.CharField(blank=True, db_index=True, max_length=40)),
                ("versions", models.JSONField(blank=True, default=dict)),
                ("search_key", models.TextField(blank=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="meetings.agendaitem"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
            ],
            options={
                "ordering": ["item__position", "item_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="DecisionDuty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("on_schedule", "On schedule"),
                            ("behind", "Behind schedule"),
                            ("done", "Done"),
                            ("verified", "Done and verified"),
                            ("dropped", "Dropped"),
                        ],
                        default="not_started",
                        max_length=20,
                    ),
                ),
                ("committed_due", models.DateField(blank=True, help_text="the office's own promise", null=True)),
                ("due", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("dropped_because", models.CharField(blank=True, max_length=300)),
                ("note", models.TextField(blank=True, help_text="the latest word of the office")),
                ("files", models.PositiveSmallIntegerField(default=0)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="duties", to="meetings.decision"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.section",
                    ),
                ),
            ],
            options={
                "ordering": [models.OrderBy(models.F("due"), nulls_last=True), "id"],
                "indexes": [
                    models.Index(fields=["office", "status", "due"], name="duty_office_status"),
                    models.Index(fields=["decision", "status"], name="duty_decision_status"),
                    models.Index(fields=["post", "status"], name="duty_post_status"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("decision", "office", "post", "section"),
                        name="one_duty_per_holder",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dropped"), _negated=True),
                            models.Q(("dropped_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="dropped_duty_says_why",
                        violation_error_message="Write why the decision is dropped.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["done", "verified"]), _negated=True),
                            ("done_on__isnull", False),
                            _connector="OR",
                        ),
                        name="done_duty_has_its_day",
                        violation_error_message="Write on which day it was done.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionDutyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("on_schedule", "On schedule"),
                            ("behind", "Behind schedule"),
                            ("done", "Done"),
                            ("verified", "Done and verified"),
                            ("dropped", "Dropped"),
                        ],
                        default="not_started",
                        max_length=20,
                    ),
                ),
                ("committed_due", models.DateField(blank=True, help_text="the office's own promise", null=True)),
                ("due", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("dropped_because", models.CharField(blank=True, max_length=300)),
                ("note", models.TextField(blank=True, help_text="the latest word of the office")),
                ("files", models.PositiveSmallIntegerField(default=0)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.decision",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="row_history",
                        to="meetings.decisionduty",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.section",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DecisionUpdate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deed", models.CharField(max_length=20)),
                (
                    "before",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("on_schedule", "On schedule"),
                            ("behind", "Behind schedule"),
                            ("done", "Done"),
                            ("verified", "Done and verified"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("on_schedule", "On schedule"),
                            ("behind", "Behind schedule"),
                            ("done", "Done"),
                            ("verified", "Done and verified"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "day",
                    models.DateField(blank=True, help_text="the day it was done, or the new promised day", null=True),
                ),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "attachment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.attachment",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="updates", to="meetings.decisionduty"
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.posting"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Implementer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("post", "A post"),
                            ("section", "A section"),
                            ("office", "An office"),
                            ("group", "A group of offices"),
                            ("level", "All offices of a level below"),
                            ("concerned", "All concerned (everyone invited)"),
                            ("text", "As written, nobody in the register"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                (
                    "level",
                    models.CharField(blank=True, help_text="kind of office, for all of a level below", max_length=20),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="implementers", to="meetings.decision"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.officegroup",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.section",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "post"), ("post__isnull", False)),
                            models.Q(("kind", "section"), ("section__isnull", False)),
                            models.Q(("kind", "office"), ("office__isnull", False)),
                            models.Q(("group__isnull", False), ("kind", "group")),
                            models.Q(("kind", "level"), models.Q(("level", ""), _negated=True)),
                            ("kind__in", ["concerned", "text"]),
                            _connector="OR",
                        ),
                        name="implementer_has_its_target",
                        violation_error_message="Choose who carries the decision out.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("blocks", models.JSONField()),
                ("found", models.JSONField(help_text="one reading per meeting found in the file")),
                (
                    "taken",
                    models.JSONField(blank=True, default=list, help_text="places of `found` that were confirmed"),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("noticed", "Notice sent"),
                            ("in_progress", "In progress"),
                            ("draft", "Minutes in draft"),
                            ("signed", "Minutes are signed"),
                            ("published", "Minutes are published"),
                            ("called_off", "Called off"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("called_off_because", models.CharField(blank=True, max_length=300)),
                (
                    "mode",
                    models.CharField(
                        choices=[("in_person", "In person"), ("hybrid", "In person and online"), ("online", "Online")],
                        default="in_person",
                        max_length=20,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=250)),
                ("link", models.URLField(blank=True, max_length=400)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                ("chair", models.CharField(blank=True, help_text="name, designation", max_length=300)),
                ("secretary", models.CharField(blank=True, help_text="name, designation", max_length=300)),
                ("quorum", models.PositiveSmallIntegerField(default=0)),
                ("check_code", models.CharField(blank=True, max_length=6)),
                (
                    "layout",
                    models.CharField(
                        choices=[
                            ("3", "3 columns: no., topic, decisions"),
                            ("4", "4 columns: topic, discussion, decision, implementer"),
                            ("5", "5 columns: no., topic, discussion, decision, implementer"),
                        ],
                        default="5",
                        max_length=1,
                    ),
                ),
                (
                    "section",
                    models.CharField(blank=True, help_text="section printed in the letterhead", max_length=200),
                ),
                ("opening", models.TextField(blank=True, help_text="numbered paragraphs before the table, one a line")),
                ("closing", models.TextField(blank=True)),
                ("versions", models.JSONField(blank=True, default=dict)),
                ("notice_memo_no", models.CharField(blank=True, max_length=60)),
                ("notice_day", models.DateField(blank=True, null=True)),
                ("memo_no", models.CharField(blank=True, max_length=60)),
                ("issue_date", models.DateField(blank=True, null=True)),
                ("distribution", models.TextField(blank=True, help_text="one recipient a line")),
                (
                    "seniority",
                    models.CharField(
                        choices=[("unordered", "Not in order of seniority"), ("ordered", "In order of seniority")],
                        default="unordered",
                        max_length=12,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "printed",
                    models.JSONField(blank=True, default=dict, help_text="how imported minutes were laid out on paper"),
                ),
                (
                    "invite_code",
                    models.CharField(
                        blank=True, help_text="who knows it may put the own post on the list", max_length=12
                    ),
                ),
                ("search_key", models.TextField(blank=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "chair_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.committee",
                    ),
                ),
                (
                    "imported_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.attachment",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "secretary_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="org.post",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=200)),
                ("designation", models.CharField(blank=True, max_length=250)),
                ("office_name", models.CharField(blank=True, max_length=250)),
                ("role", models.CharField(blank=True, help_text="role in the committee as printed", max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[("member", "Member"), ("invitee", "Invited")], default="member", max_length=10
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "rsvp",
                    models.CharField(
                        choices=[
                            ("none", "No answer yet"),
                            ("yes", "Will come"),
                            ("online", "Will join online"),
                            ("no", "Will not come"),
                            ("apology", "Sends apologies"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("rsvp_note", models.CharField(blank=True, max_length=300)),
                ("rsvp_at", models.DateTimeField(blank=True, null=True)),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("unknown", "Not noted"),
                            ("present", "Present"),
                            ("online", "Present online"),
                            ("absent", "Absent"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "came_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("self", "Own check-in"),
                            ("list", "Secretary's list"),
                            ("log", "Participant log of the online meeting"),
                            ("paper", "Imported minutes"),
                        ],
                        max_length=10,
                    ),
                ),
                ("came_at", models.DateTimeField(blank=True, null=True)),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("post__isnull", False)),
                        fields=("meeting", "post"),
                        name="a_post_is_invited_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("post__isnull", False),
                            models.Q(("name", ""), _negated=True),
                            models.Q(("designation", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="invitation_names_someone",
                        violation_error_message="Name a post or a person.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FrozenPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("notice", "Notice"), ("signed", "Signed minutes"), ("issued", "Issued minutes")],
                        max_length=10,
                    ),
                ),
                ("content", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pdf",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.attachment"
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.posting"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("meeting", "kind"), name="one_paper_of_a_kind")],
            },
        ),
        migrations.CreateModel(
            name="DecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("due_text", models.CharField(blank=True, max_length=200)),
                ("official_due", models.DateField(blank=True, null=True)),
                ("committed_due", models.DateField(blank=True, null=True)),
                ("due", models.DateField(blank=True, null=True)),
                ("evidence", models.CharField(blank=True, help_text="evidence expected", max_length=300)),
                ("codes", models.JSONField(blank=True, default=list)),
                ("about", models.CharField(blank=True, max_length=80)),
                ("concept", models.CharField(blank=True, max_length=40)),
                ("versions", models.JSONField(blank=True, default=dict)),
                ("search_key", models.TextField(blank=True)),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="row_history",
                        to="meetings.decision",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="meetings.meeting"
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(help_text="where in the earlier minutes", max_length=200)),
                ("printed", models.TextField(help_text="what the earlier minutes say")),
                ("right", models.TextField(help_text="what they should say")),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "corrects",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrected_by", to="meetings.meeting"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="corrections", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("meeting", models.F("corrects")), _negated=True),
                        name="a_meeting_corrects_another",
                        violation_error_message="Minutes are corrected by a later meeting.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="meetings.meeting",
            ),
        ),
        migrations.CreateModel(
            name="Motion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", models.TextField(blank=True, help_text="the wording it would change, as it stood")),
                ("text", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Put forward"),
                            ("voting", "Vote open"),
                            ("adopted", "Adopted"),
                            ("rejected", "Rejected"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="meetings.decision",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="motions", to="meetings.agendaitem"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MotionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("before", models.TextField(blank=True, help_text="the wording it would change, as it stood")),
                ("text", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Put forward"),
                            ("voting", "Vote open"),
                            ("adopted", "Adopted"),
                            ("rejected", "Rejected"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.decision",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="row_history",
                        to="meetings.motion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=250)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("coordination", "Monthly coordination meeting"),
                            ("review", "Review meeting"),
                            ("team", "Innovation team meeting"),
                            ("jury", "Showcase jury"),
                            ("other", "Other meeting"),
                        ],
                        default="coordination",
                        max_length=20,
                    ),
                ),
                (
                    "repeats",
                    models.CharField(
                        choices=[
                            ("weekly", "Every week, on a weekday"),
                            ("on_day", "On a day of the month"),
                            ("on_weekday", "On a weekday of the month"),
                        ],
                        default="on_day",
                        max_length=20,
                    ),
                ),
                (
                    "interval",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="weeks or months between meetings; 3 = quarterly"
                    ),
                ),
                ("weekday", models.PositiveSmallIntegerField(default=6, help_text="0 = Monday, 6 = Sunday")),
                ("week", models.SmallIntegerField(default=1, help_text="which one in the month; -1 = the last")),
                ("day", models.PositiveSmallIntegerField(default=1, help_text="day of the month")),
                ("starts", models.TimeField()),
                ("length", models.PositiveSmallIntegerField(default=60, help_text="minutes")),
                ("place", models.CharField(blank=True, max_length=250)),
                ("link", models.URLField(blank=True)),
                (
                    "mode",
                    models.CharField(
                        choices=[("in_person", "In person"), ("hybrid", "In person and online"), ("online", "Online")],
                        default="in_person",
                        max_length=20,
                    ),
                ),
                (
                    "layout",
                    models.CharField(
                        choices=[
                            ("3", "3 columns: no., topic, decisions"),
                            ("4", "4 columns: topic, discussion, decision, implementer"),
                            ("5", "5 columns: no., topic, discussion, decision, implementer"),
                        ],
                        default="5",
                        max_length=1,
                    ),
                ),
                ("quorum", models.PositiveSmallIntegerField(default=0, help_text="0 = the committee's, or none")),
                ("standing_items", models.JSONField(blank=True, default=list)),
                (
                    "note",
                    models.TextField(blank=True, help_text="stands above the agenda of every meeting of the series"),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "chair_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.committee",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
                (
                    "secretary_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="org.post",
                    ),
                ),
            ],
            options={
                "ordering": ["title", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "title"), name="one_series_of_a_title"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("day__gte", 1),
                            ("day__lte", 31),
                            ("interval__gte", 1),
                            ("interval__lte", 60),
                            ("length__gte", 5),
                            ("weekday__lte", 6),
                            models.Q(("week", -1), models.Q(("week__gte", 1), ("week__lte", 5)), _connector="OR"),
                        ),
                        name="series_rule_makes_sense",
                        violation_error_message="This rule of repeating is not possible.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("noticed", "Notice sent"),
                            ("in_progress", "In progress"),
                            ("draft", "Minutes in draft"),
                            ("signed", "Minutes are signed"),
                            ("published", "Minutes are published"),
                            ("called_off", "Called off"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("called_off_because", models.CharField(blank=True, max_length=300)),
                (
                    "mode",
                    models.CharField(
                        choices=[("in_person", "In person"), ("hybrid", "In person and online"), ("online", "Online")],
                        default="in_person",
                        max_length=20,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=250)),
                ("link", models.URLField(blank=True, max_length=400)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                ("chair", models.CharField(blank=True, help_text="name, designation", max_length=300)),
                ("secretary", models.CharField(blank=True, help_text="name, designation", max_length=300)),
                ("quorum", models.PositiveSmallIntegerField(default=0)),
                ("check_code", models.CharField(blank=True, max_length=6)),
                (
                    "layout",
                    models.CharField(
                        choices=[
                            ("3", "3 columns: no., topic, decisions"),
                            ("4", "4 columns: topic, discussion, decision, implementer"),
                            ("5", "5 columns: no., topic, discussion, decision, implementer"),
                        ],
                        default="5",
                        max_length=1,
                    ),
                ),
                (
                    "section",
                    models.CharField(blank=True, help_text="section printed in the letterhead", max_length=200),
                ),
                ("opening", models.TextField(blank=True, help_text="numbered paragraphs before the table, one a line")),
                ("closing", models.TextField(blank=True)),
                ("versions", models.JSONField(blank=True, default=dict)),
                ("notice_memo_no", models.CharField(blank=True, max_length=60)),
                ("notice_day", models.DateField(blank=True, null=True)),
                ("memo_no", models.CharField(blank=True, max_length=60)),
                ("issue_date", models.DateField(blank=True, null=True)),
                ("distribution", models.TextField(blank=True, help_text="one recipient a line")),
                (
                    "seniority",
                    models.CharField(
                        choices=[("unordered", "Not in order of seniority"), ("ordered", "In order of seniority")],
                        default="unordered",
                        max_length=12,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "printed",
                    models.JSONField(blank=True, default=dict, help_text="how imported minutes were laid out on paper"),
                ),
                (
                    "invite_code",
                    models.CharField(
                        blank=True, help_text="who knows it may put the own post on the list", max_length=12
                    ),
                ),
                ("search_key", models.TextField(blank=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "chair_post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.committee",
                    ),
                ),
                (
                    "imported_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="records.attachment",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="row_history",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "secretary_post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="meetings.series",
            ),
        ),
        migrations.CreateModel(
            name="AgendaItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("matter", "Matter to discuss"), ("information", "For information only")],
                        default="matter",
                        max_length=20,
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        blank=True, help_text="heading under which it stands in the agenda", max_length=120
                    ),
                ),
                (
                    "is_pinned",
                    models.BooleanField(default=False, help_text="stands first, and again in every next meeting"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("decided", "Decided"),
                            ("noted", "Noted"),
                            ("open", "Still open"),
                            ("skipped", "Left out this time"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "begun_at",
                    models.DateTimeField(blank=True, help_text="when it was last taken up in the meeting", null=True),
                ),
                ("spent", models.PositiveIntegerField(default=0, help_text="seconds talked about it before begun_at")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("topic", models.TextField()),
                ("presenter", models.CharField(blank=True, max_length=250)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, help_text="planned length", null=True)),
                ("codes", models.JSONField(blank=True, default=list)),
                ("about", models.CharField(blank=True, max_length=80)),
                ("concept", models.CharField(blank=True, max_length=40)),
                ("working_paper", models.TextField(blank=True)),
                ("discussion", models.TextField(blank=True)),
                ("versions", models.JSONField(blank=True, default=dict)),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="row_history",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="backlog",
                to="meetings.series",
            ),
        ),
        migrations.CreateModel(
            name="Vote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ballot",
                    models.CharField(
                        choices=[("yes", "For"), ("no", "Against"), ("abstain", "Abstains")], max_length=8
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "invitation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.invitation"
                    ),
                ),
                (
                    "motion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="votes", to="meetings.motion"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("motion", "invitation"), name="one_vote_per_member")],
            },
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["office", "due"], name="decision_office_due"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_key"], name="decision_search", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="a_number_once_per_item"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["office", "starts_at"], name="meeting_office_time"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["series", "starts_at"], name="meeting_series_time"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_key"], name="meeting_search", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("series", "starts_at"), name="one_meeting_of_a_series_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__isnull", True), ("ends_at__gt", models.F("starts_at")), _connector="OR"),
                name="meeting_ends_after_it_starts",
                violation_error_message="A meeting cannot end before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "called_off"), _negated=True),
                    models.Q(("called_off_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="meeting_called_off_says_why",
                violation_error_message="Write why the meeting is called off.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(("issue_date__isnull", False), ("published_at__isnull", False)),
                    _connector="OR",
                ),
                name="published_minutes_are_issued",
                violation_error_message="Minutes are published once they are issued.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("check_code", ""), ("check_code__regex", "^[0-9]{6}$"), _connector="OR"),
                name="check_code_has_six_digits",
                violation_error_message="The code has six digits.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("meeting__isnull", False), ("series__isnull", True)),
                    models.Q(("meeting__isnull", True), ("series__isnull", False)),
                    _connector="OR",
                ),
                name="item_is_of_a_meeting_or_a_backlog",
                violation_error_message="An item belongs either to a meeting or to the backlog of a series.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionduty",
            trigger=pgtrigger.compiler.Trigger(
                name="duty_status_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{behind:done,behind:dropped,behind:on_schedule,done:behind,done:dropped,done:on_schedule,done:verified,dropped:not_started,not_started:behind,not_started:done,not_started:dropped,not_started:on_schedule,on_schedule:behind,on_schedule:done,on_schedule:dropped,verified:behind}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="7da850493f070c801011e16a48ac60a128310b86",
                    operation="UPDATE",
                    pgid="pgtrigger_duty_status_by_table_1d4aa",
                    table="meetings_decisionduty",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionduty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_decisiondutyevent" ("answered_at", "changed_at", "committed_due", "decision_id", "done_on", "dropped_because", "due", "files", "id", "note", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "section_id", "status") VALUES (NEW."answered_at", NEW."changed_at", NEW."committed_due", NEW."decision_id", NEW."done_on", NEW."dropped_because", NEW."due", NEW."files", NEW."id", NEW."note", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post_id", NEW."section_id", NEW."status"); RETURN NULL;',
                    hash="86526352b32a77c1a714f7f0af09a46f86b4ad27",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b128a",
                    table="meetings_decisionduty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="updates_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="72e56933c1f8554a59d748718deb0cdb483d738d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_updates_stay_13378",
                    table="meetings_decisionupdate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="implementer",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE stands text; row_at_hand record;",
                    func="IF TG_OP = 'DELETE' THEN row_at_hand := OLD; ELSE row_at_hand := NEW; END IF;\n\n  SELECT state INTO stands FROM meetings_meeting WHERE id = (SELECT d.meeting_id FROM meetings_decision d WHERE d.id = row_at_hand.decision_id);\n  IF stands IN ('signed', 'published') THEN\n    RAISE EXCEPTION 'the minutes of meeting % are signed', (SELECT d.meeting_id FROM meetings_decision d WHERE d.id = row_at_hand.decision_id)\n      USING ERRCODE = 'integrity_constraint_violation';\n  END IF;\n  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n  RETURN NEW;\n",
                    hash="1d420a6486f15354536d0a5f2eb7772219205d58",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_stays_as_signed_f2d0c",
                    table="meetings_implementer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="frozenpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="papers_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8085298442aa7925fe678e601ae98cf8f3dfdabe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_papers_stay_dcbb0",
                    table="meetings_frozenpaper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE stands text; row_at_hand record;",
                    func="IF TG_OP = 'DELETE' THEN row_at_hand := OLD; ELSE row_at_hand := NEW; END IF;\n\n  SELECT state INTO stands FROM meetings_meeting WHERE id = row_at_hand.meeting_id;\n  IF stands IN ('signed', 'published') THEN\n    RAISE EXCEPTION 'the minutes of meeting % are signed', row_at_hand.meeting_id\n      USING ERRCODE = 'integrity_constraint_violation';\n  END IF;\n  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n  RETURN NEW;\n",
                    hash="270a3f51346cc3b50fd243dadeaffdc1ae9956ac",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_stays_as_signed_edfe3",
                    table="meetings_decision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_decisionevent" ("about", "codes", "committed_due", "concept", "due", "due_text", "evidence", "id", "item_id", "meeting_id", "number", "office_id", "official_due", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "search_key", "text", "versions") VALUES (NEW."about", NEW."codes", NEW."committed_due", NEW."concept", NEW."due", NEW."due_text", NEW."evidence", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", NEW."office_id", NEW."official_due", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."search_key", NEW."text", NEW."versions"); RETURN NULL;',
                    hash="91ce225b241a35cc3f8f77f48951638e7e993b18",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61695",
                    table="meetings_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_decisionevent" ("about", "codes", "committed_due", "concept", "due", "due_text", "evidence", "id", "item_id", "meeting_id", "number", "office_id", "official_due", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "search_key", "text", "versions") VALUES (NEW."about", NEW."codes", NEW."committed_due", NEW."concept", NEW."due", NEW."due_text", NEW."evidence", NEW."id", NEW."item_id", NEW."meeting_id", NEW."number", NEW."office_id", NEW."official_due", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."search_key", NEW."text", NEW."versions"); RETURN NULL;',
                    hash="01d8fe2a9083a1ff21fdcb79eeef8c1abab404c0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3b789",
                    table="meetings_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE stands text; row_at_hand record;",
                    func="IF TG_OP = 'DELETE' THEN row_at_hand := OLD; ELSE row_at_hand := NEW; END IF;\n\n  SELECT state INTO stands FROM meetings_meeting WHERE id = row_at_hand.meeting_id;\n  IF stands IN ('signed', 'published') THEN\n    RAISE EXCEPTION 'the minutes of meeting % are signed', row_at_hand.meeting_id\n      USING ERRCODE = 'integrity_constraint_violation';\n  END IF;\n  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n  RETURN NEW;\n",
                    hash="e6457510a60029cf5e0f674c36b933eff795031f",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_stays_as_signed_5cdd0",
                    table="meetings_correction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="motion",
            trigger=pgtrigger.compiler.Trigger(
                name="motion_state_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{open:adopted,open:voting,open:withdrawn,voting:adopted,voting:rejected,voting:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="2f348cd7ec1a319b27643665b5e4ac48ebb5c5b5",
                    operation="UPDATE",
                    pgid="pgtrigger_motion_state_by_table_56241",
                    table="meetings_motion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="motion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_motionevent" ("amends_id", "at", "before", "by_id", "by_label", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text") VALUES (NEW."amends_id", NEW."at", NEW."before", NEW."by_id", NEW."by_label", NEW."id", NEW."item_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."text"); RETURN NULL;',
                    hash="924fd27a5238596e71c9674a687fe076cb942dd9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65375",
                    table="meetings_motion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="motion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_motionevent" ("amends_id", "at", "before", "by_id", "by_label", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "text") VALUES (NEW."amends_id", NEW."at", NEW."before", NEW."by_id", NEW."by_label", NEW."id", NEW."item_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."text"); RETURN NULL;',
                    hash="e3e9944b96127aaabde6388a820eab8f07143692",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bca78",
                    table="meetings_motion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="meeting_state_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:in_progress,draft:signed,in_progress:draft,noticed:called_off,noticed:in_progress,planned:called_off,planned:in_progress,planned:noticed,published:signed,signed:published}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="0defbd03841023055101d741681d4fb9d5c63874",
                    operation="UPDATE",
                    pgid="pgtrigger_meeting_state_by_table_c42d6",
                    table="meetings_meeting",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingevent" ("called_off_because", "chair", "chair_post_id", "check_code", "closing", "committee_id", "distribution", "ends_at", "id", "imported_from_id", "invite_code", "is_demo", "issue_date", "layout", "link", "made_by_id", "memo_no", "mode", "notice_day", "notice_memo_no", "office_id", "opening", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "previous_id", "printed", "published_at", "quorum", "search_key", "secretary", "secretary_post_id", "section", "seniority", "series_id", "starts_at", "state", "title", "versions") VALUES (NEW."called_off_because", NEW."chair", NEW."chair_post_id", NEW."check_code", NEW."closing", NEW."committee_id", NEW."distribution", NEW."ends_at", NEW."id", NEW."imported_from_id", NEW."invite_code", NEW."is_demo", NEW."issue_date", NEW."layout", NEW."link", NEW."made_by_id", NEW."memo_no", NEW."mode", NEW."notice_day", NEW."notice_memo_no", NEW."office_id", NEW."opening", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."previous_id", NEW."printed", NEW."published_at", NEW."quorum", NEW."search_key", NEW."secretary", NEW."secretary_post_id", NEW."section", NEW."seniority", NEW."series_id", NEW."starts_at", NEW."state", NEW."title", NEW."versions"); RETURN NULL;',
                    hash="163d3f0a98f87af63a89393337dac311d82cfa58",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61d9e",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_meetingevent" ("called_off_because", "chair", "chair_post_id", "check_code", "closing", "committee_id", "distribution", "ends_at", "id", "imported_from_id", "invite_code", "is_demo", "issue_date", "layout", "link", "made_by_id", "memo_no", "mode", "notice_day", "notice_memo_no", "office_id", "opening", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "previous_id", "printed", "published_at", "quorum", "search_key", "secretary", "secretary_post_id", "section", "seniority", "series_id", "starts_at", "state", "title", "versions") VALUES (NEW."called_off_because", NEW."chair", NEW."chair_post_id", NEW."check_code", NEW."closing", NEW."committee_id", NEW."distribution", NEW."ends_at", NEW."id", NEW."imported_from_id", NEW."invite_code", NEW."is_demo", NEW."issue_date", NEW."layout", NEW."link", NEW."made_by_id", NEW."memo_no", NEW."mode", NEW."notice_day", NEW."notice_memo_no", NEW."office_id", NEW."opening", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."previous_id", NEW."printed", NEW."published_at", NEW."quorum", NEW."search_key", NEW."secretary", NEW."secretary_post_id", NEW."section", NEW."seniority", NEW."series_id", NEW."starts_at", NEW."state", NEW."title", NEW."versions"); RETURN NULL;',
                    hash="faa014975fd577a07984145e83756e3fcd98e201",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_495b8",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE stands text; row_at_hand record;",
                    func="IF TG_OP = 'DELETE' THEN row_at_hand := OLD; ELSE row_at_hand := NEW; END IF;\n\n  SELECT state INTO stands FROM meetings_meeting WHERE id = row_at_hand.meeting_id;\n  IF stands IN ('signed', 'published') THEN\n    RAISE EXCEPTION 'the minutes of meeting % are signed', row_at_hand.meeting_id\n      USING ERRCODE = 'integrity_constraint_violation';\n  END IF;\n  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n  RETURN NEW;\n",
                    hash="25a50c1fbd73b2efcdea9a981acb0bf1cf2d2290",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_stays_as_signed_67239",
                    table="meetings_agendaitem",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_agendaitemevent" ("about", "begun_at", "carried_from_id", "codes", "concept", "discussion", "id", "is_pinned", "kind", "meeting_id", "minutes", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "section", "series_id", "spent", "topic", "versions", "working_paper") VALUES (NEW."about", NEW."begun_at", NEW."carried_from_id", NEW."codes", NEW."concept", NEW."discussion", NEW."id", NEW."is_pinned", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."presenter", NEW."section", NEW."series_id", NEW."spent", NEW."topic", NEW."versions", NEW."working_paper"); RETURN NULL;',
                    hash="d814f1574ad50461c2432f035d1c68ec5c001773",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f98e2",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_agendaitemevent" ("about", "begun_at", "carried_from_id", "codes", "concept", "discussion", "id", "is_pinned", "kind", "meeting_id", "minutes", "office_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "section", "series_id", "spent", "topic", "versions", "working_paper") VALUES (NEW."about", NEW."begun_at", NEW."carried_from_id", NEW."codes", NEW."concept", NEW."discussion", NEW."id", NEW."is_pinned", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."office_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."presenter", NEW."section", NEW."series_id", NEW."spent", NEW."topic", NEW."versions", NEW."working_paper"); RETURN NULL;',
                    hash="80bbdb6a7be73bbdadf4d8c5566bae3177512a11",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca6ee",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="votes_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ae9fa2c71a19d85cf66b2d8dde4acfc762c210e2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_votes_stay_b2cd4",
                    table="meetings_vote",
                    when="BEFORE",
                ),
            ),
        ),
    ]
