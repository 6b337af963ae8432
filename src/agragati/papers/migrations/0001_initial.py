"""The tables of this app, with their laws (triggers) and indexes."""

import django.contrib.postgres.fields
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
            name="FileRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "form",
                    models.CharField(choices=[("18", "18 digits (2011)"), ("22", "22 digits (2024)")], max_length=2),
                ),
                ("number", models.CharField(max_length=40)),
                (
                    "subject_code",
                    models.CharField(help_text="two digits of the classification by subject", max_length=2),
                ),
                ("serial", models.PositiveIntegerField()),
                ("year", models.PositiveSmallIntegerField(help_text="calendar year in which the file was opened")),
                ("title", models.CharField(max_length=300)),
                (
                    "file_class",
                    models.CharField(
                        choices=[
                            ("ka", "Class ka (permanent)"),
                            ("kha", "Class kha"),
                            ("ga", "Class ga"),
                            ("gha", "Class gha"),
                        ],
                        default="ga",
                        max_length=4,
                    ),
                ),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.filerecord",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
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
                "constraints": [
                    models.UniqueConstraint(fields=("office", "number"), name="one_file_of_a_number"),
                    models.UniqueConstraint(fields=("follows",), name="one_file_follows_a_file"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True), ("closed_on__gte", models.F("opened_on")), _connector="OR"
                        ),
                        name="file_closes_after_it_opens",
                        violation_error_message="A file cannot close before it opens.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "Official letter"),
                            ("office_memorandum", "Office memorandum"),
                            ("office_order", "Office order"),
                            ("circular", "Circular"),
                            ("demi_official", "Demi-official letter"),
                            ("unofficial_note", "Unofficial note"),
                            ("endorsement", "Endorsement"),
                            ("notification", "Notification"),
                            ("resolution", "Resolution"),
                            ("press_release", "Press release"),
                            ("digital", "Message by digital means"),
                            ("public_notice", "Public notice"),
                            ("meeting_notice", "Meeting notice"),
                            ("certificate", "Certificate"),
                            ("amendment", "Amendment"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=500)),
                ("text", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("review", "Under review"),
                            ("signed", "Signed"),
                            ("issued", "Issued"),
                            ("dropped", "Dropped"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, help_text="grows with every change of the draft")),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                ("signed_hash", models.CharField(blank=True, help_text="hash of what was signed", max_length=64)),
                ("memo_no", models.CharField(blank=True, max_length=60)),
                ("day", models.DateField(blank=True, help_text="date of the memo line", null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("verify_code", models.CharField(blank=True, max_length=24, null=True, unique=True)),
                ("paper", models.JSONField(blank=True, null=True)),
                ("reply_by", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="papers.letter",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "author_post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.post"
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        help_text="post where it lies now",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="papers.filerecord",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="papers.letter",
                    ),
                ),
                (
                    "signatory",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LetterAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "place",
                    models.CharField(choices=[("to", "Addressee"), ("copy", "Copy")], default="to", max_length=4),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("office", "An office"),
                            ("post", "A post of your office"),
                            ("group", "Many offices by a rule"),
                            ("free", "An address outside the system"),
                        ],
                        max_length=6,
                    ),
                ),
                ("label", models.CharField(help_text="as it is printed", max_length=400)),
                ("phrase", models.CharField(blank=True, max_length=100)),
                ("remark", models.CharField(blank=True, max_length=200)),
                (
                    "office_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ministry", "Ministry/Division"),
                            ("department", "Department/Agency"),
                            ("divisional", "Divisional office"),
                            ("district", "District office"),
                            ("upazila", "Upazila office"),
                            ("union", "Union office"),
                            ("other", "Other office"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "below",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.office",
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
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="addresses", to="papers.letter"
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
            ],
            options={
                "ordering": ["place", "position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "office"), ("office__isnull", False)),
                            models.Q(("kind", "post"), ("post__isnull", False)),
                            models.Q(("kind", "free"), ("office__isnull", True), ("post__isnull", True)),
                            models.Q(
                                ("kind", "group"),
                                models.Q(("below__isnull", False), ("group__isnull", False), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="an_addressee_is_one_thing",
                        violation_error_message="Say who the addressee is.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterAnnex",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "attachment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.attachment"
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="annexes", to="papers.letter"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="LetterCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pdf_sha256", models.CharField(max_length=64, unique=True)),
                ("docx_sha256", models.CharField(max_length=64)),
                ("pages", models.PositiveIntegerField()),
                (
                    "signature",
                    models.CharField(
                        blank=True, help_text="subject of the certificate; empty: unsigned", max_length=300
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "docx",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.attachment"
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="copy", to="papers.letter"
                    ),
                ),
                (
                    "pdf",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.attachment"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LetterMove",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("forward", "Forwarded"),
                            ("return", "Returned with a remark"),
                            ("recall", "Recalled"),
                            ("sign", "Signed"),
                            ("issue", "Issued"),
                            ("drop", "Dropped"),
                        ],
                        max_length=10,
                    ),
                ),
                ("remark", models.TextField(blank=True)),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "from_post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.post"
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="moves", to="papers.letter"
                    ),
                ),
                (
                    "to_post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.post"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LetterRecipient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(choices=[("to", "Addressee"), ("copy", "Copy")], max_length=4)),
                ("label", models.CharField(max_length=400)),
                ("phrase", models.CharField(blank=True, max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_send", "To be sent on paper"),
                            ("delivered", "Delivered"),
                            ("seen", "Seen"),
                            ("answered", "Answered"),
                            ("returned", "Came back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("delivered_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("seen_by", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answer_text", models.TextField(blank=True)),
                ("channel", models.CharField(blank=True, help_text="how a paper copy went out", max_length=100)),
                ("returned_why", models.CharField(blank=True, max_length=300)),
                (
                    "address",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.letteraddress"
                    ),
                ),
                (
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.letter",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recipients", to="papers.letter"
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
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["office", "state", "-id"], name="recipient_office_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("post__isnull", True)),
                        fields=("letter", "office"),
                        name="an_office_gets_one_copy",
                    ),
                    models.UniqueConstraint(fields=("letter", "post"), name="a_post_gets_one_copy"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "answered"), _negated=True),
                            models.Q(
                                ("answered_at__isnull", False),
                                models.Q(
                                    ("answer__isnull", False),
                                    models.Q(("answer_text", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_is_something",
                        violation_error_message="Write the answer or link the letter that is the answer.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="answers",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="papers.letterrecipient",
            ),
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "Official letter"),
                            ("office_memorandum", "Office memorandum"),
                            ("office_order", "Office order"),
                            ("circular", "Circular"),
                            ("demi_official", "Demi-official letter"),
                            ("unofficial_note", "Unofficial note"),
                            ("endorsement", "Endorsement"),
                            ("notification", "Notification"),
                            ("resolution", "Resolution"),
                            ("press_release", "Press release"),
                            ("digital", "Message by digital means"),
                            ("public_notice", "Public notice"),
                            ("meeting_notice", "Meeting notice"),
                            ("certificate", "Certificate"),
                            ("amendment", "Amendment"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.JSONField()),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "name"), name="one_letter_template_of_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="papers.letter"
                    ),
                ),
            ],
            options={
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["keys"], name="letter_words_keys")],
            },
        ),
        migrations.CreateModel(
            name="MemoNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("issue", models.PositiveIntegerField()),
                ("day", models.DateField(help_text="the day it was taken; the date of the paper")),
                (
                    "state",
                    models.CharField(
                        choices=[("reserved", "Reserved"), ("issued", "Issued"), ("cancelled", "Cancelled")],
                        max_length=10,
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=300)),
                (
                    "about",
                    models.CharField(
                        blank=True, help_text='paper of another app, such as "meeting:12:minutes"', max_length=80
                    ),
                ),
                ("reason", models.CharField(blank=True, help_text="why it was cancelled", max_length=500)),
                ("taken_by", models.CharField(max_length=300)),
                ("cancelled_by", models.CharField(blank=True, max_length=300)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="numbers", to="papers.filerecord"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("file", "year", "issue"), name="an_issue_number_once_per_file_and_year"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("about", ""), _negated=True), models.Q(("state", "cancelled"), _negated=True)
                        ),
                        fields=("about",),
                        name="a_paper_has_one_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), _negated=True),
                            models.Q(models.Q(("reason", ""), _negated=True), ("cancelled_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="cancelled_number_says_why",
                        violation_error_message="Say why the number is cancelled.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letter", "Official letter"),
                            ("office_memorandum", "Office memorandum"),
                            ("office_order", "Office order"),
                            ("circular", "Circular"),
                            ("demi_official", "Demi-official letter"),
                            ("unofficial_note", "Unofficial note"),
                            ("endorsement", "Endorsement"),
                            ("notification", "Notification"),
                            ("resolution", "Resolution"),
                            ("press_release", "Press release"),
                            ("digital", "Message by digital means"),
                            ("public_notice", "Public notice"),
                            ("meeting_notice", "Meeting notice"),
                            ("certificate", "Certificate"),
                            ("amendment", "Amendment"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=500)),
                ("text", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("review", "Under review"),
                            ("signed", "Signed"),
                            ("issued", "Issued"),
                            ("dropped", "Dropped"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, help_text="grows with every change of the draft")),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                ("signed_hash", models.CharField(blank=True, help_text="hash of what was signed", max_length=64)),
                ("memo_no", models.CharField(blank=True, max_length=60)),
                ("day", models.DateField(blank=True, help_text="date of the memo line", null=True)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("verify_code", models.CharField(blank=True, max_length=24, null=True)),
                ("paper", models.JSONField(blank=True, null=True)),
                ("reply_by", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="papers.letter",
                    ),
                ),
                (
                    "author",
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
                    "author_post",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="post where it lies now",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="papers.filerecord",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.posting",
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
                        to="papers.letter",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="papers.letter",
                    ),
                ),
                (
                    "signatory",
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
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="papers.letterrecipient",
                    ),
                ),
                (
                    "number",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="papers.memonumber",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="number",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="papers.memonumber",
            ),
        ),
        migrations.CreateModel(
            name="PaperField",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[("text", "Text"), ("number", "Number"), ("day", "Day"), ("choice", "One of a list")],
                        default="text",
                        max_length=6,
                    ),
                ),
                ("options", models.TextField(blank=True, help_text="one a line, for a choice")),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("office", "name"),
                        name="one_field_of_a_name",
                        violation_error_message="Your office has a field of this name.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperLayout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.PositiveSmallIntegerField(default=12, help_text="points")),
                ("left", models.PositiveSmallIntegerField(default=25)),
                ("right", models.PositiveSmallIntegerField(default=20)),
                ("top", models.PositiveSmallIntegerField(default=18)),
                ("bottom", models.PositiveSmallIntegerField(default=20)),
                (
                    "lines",
                    models.TextField(blank=True, help_text="lines of the letterhead; empty: made from the office"),
                ),
                ("foot", models.CharField(blank=True, max_length=150)),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.attachment",
                    ),
                ),
                (
                    "office",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left__range", (10, 50)),
                            ("right__range", (10, 50)),
                            ("size__range", (10, 16)),
                            ("bottom__range", (12, 60)),
                            ("top__range", (10, 60)),
                        ),
                        name="a_paper_can_be_read",
                        violation_error_message="The type is 10 to 16 points, a margin 10 to 60 millimetres.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be read"),
                            ("reading", "Being read"),
                            ("to_confirm", "To be confirmed"),
                            ("confirmed", "Confirmed"),
                            ("failed", "Could not be read"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=10)),
                ("encoding", models.CharField(blank=True, max_length=20)),
                ("page_count", models.PositiveIntegerField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("made_label", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.attachment"
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
            ],
            options={
                "indexes": [models.Index(fields=["office", "-id"], name="reading_office")],
            },
        ),
        migrations.CreateModel(
            name="PaperFieldValue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500)),
                ("number", models.DecimalField(blank=True, decimal_places=4, max_digits=20, null=True)),
                ("day", models.DateField(blank=True, null=True)),
                (
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paperfield"
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="values", to="papers.paperreading"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["field", "number"], name="papers_pape_field_i_14c16a_idx"),
                    models.Index(fields=["field", "day"], name="papers_pape_field_i_761d54_idx"),
                ],
                "constraints": [models.UniqueConstraint(fields=("reading", "field"), name="one_value_of_a_field")],
            },
        ),
        migrations.CreateModel(
            name="ReadPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("width", models.FloatField(blank=True, help_text="points", null=True)),
                ("height", models.FloatField(blank=True, help_text="points", null=True)),
                ("angle", models.FloatField(default=0, help_text="degrees by which the scan was turned level")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("text", "Text of the file"),
                            ("bijoy", "Bijoy, turned into Unicode"),
                            ("ocr", "Read off a picture"),
                            ("none", "Not read"),
                        ],
                        max_length=5,
                    ),
                ),
                ("confidence", models.FloatField(help_text="0 to 1")),
                ("blocks", models.JSONField(default=list)),
                ("found", models.JSONField(default=list)),
                ("warnings", models.JSONField(default=list)),
                ("text", models.TextField(blank=True)),
                ("facts", models.JSONField(default=list)),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                ("confirmed_label", models.CharField(blank=True, max_length=300)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pages", to="papers.paperreading"
                    ),
                ),
            ],
            options={
                "ordering": ["reading", "number"],
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["keys"], name="read_page_keys")],
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "number"), name="one_page_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                            models.Q(("confirmed_at__isnull", True), ("facts", []), ("keys", []), ("text", "")),
                            _connector="OR",
                        ),
                        name="nothing_is_kept_unconfirmed",
                        violation_error_message="A page that was read holds nothing before a person confirms it.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                ("query", models.CharField(max_length=1000)),
                ("is_shared", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="org.office"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "user", "name"),
                        name="one_search_of_a_name",
                        violation_error_message="You have a search of this name.",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["office", "state", "-id"], name="letter_office_state"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["desk", "state"], name="letter_desk"),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "issued"), _negated=True),
                    models.Q(
                        ("day__isnull", False),
                        ("number__isnull", False),
                        ("paper__isnull", False),
                        ("signed_by__isnull", False),
                        ("issued_at__isnull", False),
                        ("verify_code__isnull", False),
                        models.Q(("memo_no", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="issued_letter_is_whole",
                violation_error_message="An issued letter needs its number, dates, signature and paper.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaces__isnull", True)), fields=("number",), name="a_number_for_one_letter"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "issued")), fields=("replaces",), name="a_letter_is_replaced_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("amends__isnull", True), ("replaces__isnull", True), _connector="OR"),
                name="letter_amends_or_replaces",
                violation_error_message="A letter either amends or replaces another.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="filerecord",
            trigger=pgtrigger.compiler.Trigger(
                name="file_number_is_final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.office_id, OLD.number, OLD.opened_on) IS DISTINCT FROM (NEW.office_id, NEW.number, NEW.opened_on))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="74655a9cbb6ac25cd09c0cd0a7426642dd6f8ba7",
                    operation="UPDATE",
                    pgid="pgtrigger_file_number_is_final_46463",
                    table="papers_filerecord",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letteraddress",
            trigger=pgtrigger.compiler.Trigger(
                name="addressees_close_at_issue",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n          IF EXISTS (SELECT 1 FROM papers_letter l WHERE l.state = 'issued'\n                     AND l.id = CASE TG_OP WHEN 'DELETE' THEN OLD.letter_id ELSE NEW.letter_id END) THEN\n            RAISE EXCEPTION 'the letter is issued: its list of addressees is closed'\n              USING ERRCODE = 'integrity_constraint_violation';\n          END IF;\n          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n        ",
                    hash="ef0ad7ae3558d0215cd3a892792842473528ae2f",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_addressees_close_at_issue_40dd9",
                    table="papers_letteraddress",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterannex",
            trigger=pgtrigger.compiler.Trigger(
                name="annexes_close_at_issue",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n          IF EXISTS (SELECT 1 FROM papers_letter l WHERE l.state = 'issued'\n                     AND l.id = CASE TG_OP WHEN 'DELETE' THEN OLD.letter_id ELSE NEW.letter_id END) THEN\n            RAISE EXCEPTION 'the letter is issued: its list of addressees is closed'\n              USING ERRCODE = 'integrity_constraint_violation';\n          END IF;\n          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\n        ",
                    hash="0c27e610119f74e892548337792674b1b9855052",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_annexes_close_at_issue_dd5f4",
                    table="papers_letterannex",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettercopy",
            trigger=pgtrigger.compiler.Trigger(
                name="copies_are_final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="674b96f5e96bf46e7cfa1b9eca03b2162e78e9e9",
                    operation="UPDATE",
                    pgid="pgtrigger_copies_are_final_abdad",
                    table="papers_lettercopy",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettercopy",
            trigger=pgtrigger.compiler.Trigger(
                name="copies_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="284ac55196d3db8b5a6f25eefdf272d40d47e714",
                    operation="DELETE",
                    pgid="pgtrigger_copies_stay_09d8c",
                    table="papers_lettercopy",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrecipient",
            trigger=pgtrigger.compiler.Trigger(
                name="recipients_close_at_issue",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n          IF EXISTS (SELECT 1 FROM papers_letter l WHERE l.id = NEW.letter_id AND l.state = 'issued') THEN\n            RAISE EXCEPTION 'the letter is issued: nobody is added to its recipients'\n              USING ERRCODE = 'integrity_constraint_violation';\n          END IF;\n          RETURN NEW;\n        ",
                    hash="92d922f88617cbebdaa4afdbd84e50cf2ab66e23",
                    operation="INSERT",
                    pgid="pgtrigger_recipients_close_at_issue_927b9",
                    table="papers_letterrecipient",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrecipient",
            trigger=pgtrigger.compiler.Trigger(
                name="recipients_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="a7e867a9de0f0f5e8b083537e50fedc8557c6920",
                    operation="DELETE",
                    pgid="pgtrigger_recipients_stay_39d1e",
                    table="papers_letterrecipient",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrecipient",
            trigger=pgtrigger.compiler.Trigger(
                name="recipients_do_not_move",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.letter_id, OLD.office_id, OLD.post_id, OLD.label, OLD.phrase, OLD.place) IS DISTINCT FROM (NEW.letter_id, NEW.office_id, NEW.post_id, NEW.label, NEW.phrase, NEW.place))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f5d28e802377617f96c8ac0c1b8afa9e107e52d3",
                    operation="UPDATE",
                    pgid="pgtrigger_recipients_do_not_move_e0a84",
                    table="papers_letterrecipient",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memonumber",
            trigger=pgtrigger.compiler.Trigger(
                name="numbers_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="5978ed5093d4355f10beb47663f1015bfa65f725",
                    operation="DELETE",
                    pgid="pgtrigger_numbers_stay_fb764",
                    table="papers_memonumber",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memonumber",
            trigger=pgtrigger.compiler.Trigger(
                name="numbers_do_not_move",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state = 'cancelled' OR (OLD.file_id, OLD.year, OLD.issue, OLD.day) IS DISTINCT FROM (NEW.file_id, NEW.year, NEW.issue, NEW.day) OR (OLD.state = 'issued' AND NEW.state = 'reserved'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e7788e72d78b73dd1defbbde590a6c50e09352ce",
                    operation="UPDATE",
                    pgid="pgtrigger_numbers_do_not_move_0b469",
                    table="papers_memonumber",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_letters_are_final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state = 'issued')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a9cd28c0841c35909dc79ebdc1d8862d708d3bfc",
                    operation="UPDATE",
                    pgid="pgtrigger_issued_letters_are_final_7b537",
                    table="papers_letter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_letters_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state = 'issued')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="06b3557690a0bc473d7ddeabe27b591197688876",
                    operation="DELETE",
                    pgid="pgtrigger_issued_letters_stay_31966",
                    table="papers_letter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="signed_text_is_final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state = 'signed' AND NEW.state IN ('signed', 'issued') AND (OLD.text, OLD.kind, OLD.subject) IS DISTINCT FROM (NEW.text, NEW.kind, NEW.subject))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b81291f723cc848dc35868382b28a795c77db663",
                    operation="UPDATE",
                    pgid="pgtrigger_signed_text_is_final_c47ff",
                    table="papers_letter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "papers_letterevent" ("amends_id", "answers_id", "author_id", "author_post_id", "day", "desk_id", "file_id", "id", "is_demo", "issued_at", "issued_by_id", "kind", "made_at", "memo_no", "number_id", "office_id", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "reply_by", "revision", "signatory_id", "signed_at", "signed_by_id", "signed_hash", "state", "subject", "text", "verify_code") VALUES (NEW."amends_id", NEW."answers_id", NEW."author_id", NEW."author_post_id", NEW."day", NEW."desk_id", NEW."file_id", NEW."id", NEW."is_demo", NEW."issued_at", NEW."issued_by_id", NEW."kind", NEW."made_at", NEW."memo_no", NEW."number_id", NEW."office_id", NEW."paper", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."replaces_id", NEW."reply_by", NEW."revision", NEW."signatory_id", NEW."signed_at", NEW."signed_by_id", NEW."signed_hash", NEW."state", NEW."subject", NEW."text", NEW."verify_code"); RETURN NULL;',
                    hash="755f97e0fab418f6d9b0c2ef6f4842a702941353",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8e3c8",
                    table="papers_letter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "papers_letterevent" ("amends_id", "answers_id", "author_id", "author_post_id", "day", "desk_id", "file_id", "id", "is_demo", "issued_at", "issued_by_id", "kind", "made_at", "memo_no", "number_id", "office_id", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "reply_by", "revision", "signatory_id", "signed_at", "signed_by_id", "signed_hash", "state", "subject", "text", "verify_code") VALUES (NEW."amends_id", NEW."answers_id", NEW."author_id", NEW."author_post_id", NEW."day", NEW."desk_id", NEW."file_id", NEW."id", NEW."is_demo", NEW."issued_at", NEW."issued_by_id", NEW."kind", NEW."made_at", NEW."memo_no", NEW."number_id", NEW."office_id", NEW."paper", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."replaces_id", NEW."reply_by", NEW."revision", NEW."signatory_id", NEW."signed_at", NEW."signed_by_id", NEW."signed_hash", NEW."state", NEW."subject", NEW."text", NEW."verify_code"); RETURN NULL;',
                    hash="4296801d7e7d5b7f332dd774b8835bf2950accba",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c8bf",
                    table="papers_letter",
                    when="AFTER",
                ),
            ),
        ),
    ]
