"""The tables of this app, with their laws (triggers) and indexes."""

import agragati.plans.rules.life_states
import agragati.plans.rules.review_states
import django.core.serializers.json
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
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.TextField(db_collation="C")),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("quarter", models.PositiveSmallIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("claimed", "Waits for review"),
                            ("returned", "Returned with feedback"),
                            ("accepted", "Accepted"),
                            ("partly", "Accepted in part"),
                            ("not_applicable", "Not applicable"),
                            ("awarded", "Awarded"),
                            ("appealed", "Under appeal"),
                            ("settled", "Appeal decided"),
                        ],
                        default="claimed",
                        max_length=20,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("as_of", models.DateField()),
                ("is_late", models.BooleanField(default=False)),
                ("is_provisional", models.BooleanField(default=False)),
                ("has_flag", models.BooleanField(default=False)),
                ("proof_complete", models.BooleanField(default=False)),
                ("is_sampled", models.BooleanField(default=False)),
                ("risk", models.PositiveSmallIntegerField(default=1)),
                ("claimed_raw", models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ("claimed_points", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("verified_raw", models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ("verified_points", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("awarded_raw", models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ("awarded_points", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("awarded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "claimed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["path", "fiscal_year", "quarter", "position"],
            },
        ),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("filed", "Filed"), ("upheld", "Upheld"), ("refused", "Refused")],
                        default="filed",
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("figure", models.JSONField(blank=True, null=True)),
                ("decider_path", models.TextField(db_collation="C")),
                ("filed_label", models.CharField(max_length=300)),
                ("filed_at", models.DateTimeField()),
                ("decided_label", models.CharField(blank=True, max_length=300)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decision", models.TextField(blank=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="appeals", to="plans.claim"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Dependency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=500)),
                ("due", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waits for an answer"),
                            ("met", "Delivered"),
                            ("dropped", "No longer needed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("asked_label", models.CharField(max_length=300)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("answer", models.CharField(blank=True, max_length=1000)),
                ("answered_label", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        help_text="the office asked",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.office",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "dependencies",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FrameworkEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(help_text="file name, e.g. egov-2021-22", max_length=60)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("fiscal_year", models.PositiveSmallIntegerField(help_text="the year in which it begins")),
                ("kind", models.CharField(default="egov", max_length=40)),
                ("title", models.CharField(max_length=300)),
                ("document", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("digest", models.CharField(max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "Draft"), ("published", "Published"), ("withdrawn", "Withdrawn")],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-fiscal_year", "kind", "-version"],
                "constraints": [models.UniqueConstraint(fields=("key", "version"), name="one_edition_per_version")],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("tier", models.CharField(blank=True, max_length=20)),
                ("path", models.TextField(db_collation="C")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("discussed", "Discussed"),
                            ("signed", "Signed"),
                            ("in_force", "In force"),
                            ("amending", "Amendment open"),
                            ("half_year", "Half-year feedback given"),
                            ("closed", "Closed"),
                            ("published", "Published"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("method", models.CharField(blank=True, help_text="empty = the framework's own", max_length=20)),
                ("total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("estimated", models.BooleanField(default=True)),
                ("scored_at", models.DateTimeField(blank=True, null=True)),
                ("adopted_at", models.DateTimeField(auto_now_add=True)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, help_text="counts every change; the ETag of the plan"),
                ),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.frameworkedition"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["fiscal_year", "kind", "path"], name="plan_year_path")],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "kind", "fiscal_year"), name="one_plan_of_a_kind_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.PositiveSmallIntegerField()),
                ("until", models.DateField()),
                ("reason", models.CharField(max_length=500)),
                ("given_label", models.CharField(max_length=300)),
                ("given_at", models.DateTimeField()),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="extensions", to="plans.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="an_extension_says_why",
                        violation_error_message="Write why.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old", models.JSONField()),
                ("new", models.JSONField()),
                ("reason", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="proposed",
                        max_length=20,
                    ),
                ),
                ("proposed_label", models.CharField(max_length=300)),
                ("proposed_at", models.DateTimeField()),
                ("decided_label", models.CharField(blank=True, max_length=300)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="amendments", to="plans.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("tier", models.CharField(blank=True, max_length=20)),
                ("path", models.TextField(db_collation="C")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("discussed", "Discussed"),
                            ("signed", "Signed"),
                            ("in_force", "In force"),
                            ("amending", "Amendment open"),
                            ("half_year", "Half-year feedback given"),
                            ("closed", "Closed"),
                            ("published", "Published"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("method", models.CharField(blank=True, help_text="empty = the framework's own", max_length=20)),
                ("total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("estimated", models.BooleanField(default=True)),
                ("scored_at", models.DateTimeField(blank=True, null=True)),
                ("adopted_at", models.DateTimeField(auto_now_add=True)),
                (
                    "version",
                    models.PositiveIntegerField(default=1, help_text="counts every change; the ETag of the plan"),
                ),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "edition",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.frameworkedition",
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
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanIndicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20)),
                ("concept", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("own_weight", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                (
                    "own_levels",
                    models.JSONField(blank=True, help_text="[[percent, value], …] from the signed plan", null=True),
                ),
                (
                    "own_due",
                    models.DateField(
                        blank=True, help_text="the office's own earlier date; no effect on marks", null=True
                    ),
                ),
                ("ministry_due", models.DateField(blank=True, help_text="the higher office's earlier date", null=True)),
                ("not_applicable", models.BooleanField(default=False)),
                ("not_applicable_because", models.CharField(blank=True, max_length=300)),
                ("state", models.CharField(blank=True, max_length=20)),
                ("raw", models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ("points", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "focal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="indicators", to="plans.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "indexes": [models.Index(fields=["concept", "plan"], name="indicator_concept")],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "code"), name="a_code_once_per_plan"),
                    models.CheckConstraint(
                        condition=models.Q(("own_weight__isnull", True), ("own_weight__gte", 0), _connector="OR"),
                        name="weight_is_not_negative",
                        violation_error_message="A weight cannot be negative.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanDoubt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=4)),
                (
                    "severity",
                    models.CharField(choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")], max_length=10),
                ),
                ("subject", models.CharField(max_length=200)),
                ("key", models.CharField(help_text="key of the sentence", max_length=60)),
                ("values", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Waits for an answer"), ("answered", "Answered"), ("closed", "Settled")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, max_length=1000)),
                ("answered_label", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_label", models.CharField(blank=True, max_length=300)),
                ("close_reason", models.CharField(blank=True, max_length=500)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="doubts", to="plans.plan"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="doubts",
                        to="plans.planindicator",
                    ),
                ),
            ],
            options={
                "ordering": ["plan", "rule", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DependencyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=500)),
                ("due", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Waits for an answer"),
                            ("met", "Delivered"),
                            ("dropped", "No longer needed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("asked_label", models.CharField(max_length=300)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("answer", models.CharField(blank=True, max_length=1000)),
                ("answered_label", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="the office asked",
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
                        to="plans.dependency",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.planindicator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="dependency",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="dependencies", to="plans.planindicator"
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="claims", to="plans.planindicator"
            ),
        ),
        migrations.CreateModel(
            name="AppealEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("filed", "Filed"), ("upheld", "Upheld"), ("refused", "Refused")],
                        default="filed",
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("figure", models.JSONField(blank=True, null=True)),
                ("decider_path", models.TextField(db_collation="C")),
                ("filed_label", models.CharField(max_length=300)),
                ("filed_at", models.DateTimeField()),
                ("decided_label", models.CharField(blank=True, max_length=300)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decision", models.TextField(blank=True)),
                (
                    "decided_by",
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
                    "filed_by",
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
                        to="plans.appeal",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.claim",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.planindicator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="appeal",
            name="indicator",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="appeal", to="plans.planindicator"
            ),
        ),
        migrations.CreateModel(
            name="AmendmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("old", models.JSONField()),
                ("new", models.JSONField()),
                ("reason", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="proposed",
                        max_length=20,
                    ),
                ),
                ("proposed_label", models.CharField(max_length=300)),
                ("proposed_at", models.DateTimeField()),
                ("decided_label", models.CharField(blank=True, max_length=300)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
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
                        to="plans.amendment",
                    ),
                ),
                (
                    "proposed_by",
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
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.plan",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.planindicator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="amendment",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="amendments", to="plans.planindicator"
            ),
        ),
        migrations.CreateModel(
            name="PlanIndicatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=20)),
                ("concept", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("own_weight", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                (
                    "own_levels",
                    models.JSONField(blank=True, help_text="[[percent, value], …] from the signed plan", null=True),
                ),
                (
                    "own_due",
                    models.DateField(
                        blank=True, help_text="the office's own earlier date; no effect on marks", null=True
                    ),
                ),
                ("ministry_due", models.DateField(blank=True, help_text="the higher office's earlier date", null=True)),
                ("not_applicable", models.BooleanField(default=False)),
                ("not_applicable_because", models.CharField(blank=True, max_length=300)),
                ("state", models.CharField(blank=True, max_length=20)),
                ("raw", models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ("points", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "focal",
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
                        to="plans.planindicator",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deed", models.CharField(max_length=30)),
                (
                    "before",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("discussed", "Discussed"),
                            ("signed", "Signed"),
                            ("in_force", "In force"),
                            ("amending", "Amendment open"),
                            ("half_year", "Half-year feedback given"),
                            ("closed", "Closed"),
                            ("published", "Published"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("discussed", "Discussed"),
                            ("signed", "Signed"),
                            ("in_force", "In force"),
                            ("amending", "Amendment open"),
                            ("half_year", "Half-year feedback given"),
                            ("closed", "Closed"),
                            ("published", "Published"),
                        ],
                        max_length=20,
                    ),
                ),
                ("day", models.DateField(help_text="the official date, e.g. of signing")),
                ("reason", models.TextField(blank=True)),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="plans.plan"
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
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "deed__in",
                                    [
                                        agragati.plans.rules.life_states.LifeDeed["HALF_YEAR"],
                                        agragati.plans.rules.life_states.LifeDeed["OPEN_AMENDMENT"],
                                        agragati.plans.rules.life_states.LifeDeed["REFUSE_AMENDMENT"],
                                        agragati.plans.rules.life_states.LifeDeed["REOPEN"],
                                        agragati.plans.rules.life_states.LifeDeed["REVISE"],
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_plan_step_says_why",
                        violation_error_message="Write why.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("done", "Done"),
                            ("ongoing", "Still under way"),
                            ("unstated", "Reported without a figure"),
                        ],
                        default="done",
                        max_length=20,
                    ),
                ),
                ("quantity", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("numerator", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("denominator", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("memo_no", models.CharField(blank=True, max_length=60)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("typed", "Typed in"),
                            ("imported", "Imported"),
                            ("meeting", "A meeting"),
                            ("letter", "A letter"),
                            ("event", "A workshop or training"),
                            ("efile", "e-file statistics"),
                            ("portal", "Portal check"),
                            ("service", "Service register"),
                        ],
                        default="typed",
                        max_length=20,
                    ),
                ),
                ("source_ref", models.CharField(blank=True, help_text="e.g. meeting:12", max_length=80)),
                ("entered_label", models.CharField(max_length=300)),
                ("entered_at", models.DateTimeField(auto_now_add=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="plans.progressevent",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entered_in",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.posting"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="plans.planindicator"
                    ),
                ),
            ],
            options={
                "ordering": ["day", "id"],
                "indexes": [models.Index(fields=["indicator", "day"], name="event_indicator_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quantity__isnull", True), ("quantity__gte", 0), _connector="OR"),
                            models.Q(("numerator__isnull", True), ("numerator__gte", 0), _connector="OR"),
                            models.Q(("denominator__isnull", True), ("denominator__gte", 0), _connector="OR"),
                        ),
                        name="event_amounts_are_not_negative",
                        violation_error_message="A count or amount cannot be negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("denominator__isnull", True), ("numerator__isnull", True)),
                            models.Q(("denominator__isnull", False), ("numerator__isnull", False)),
                            _connector="OR",
                        ),
                        name="event_has_both_parts_of_a_ratio",
                        violation_error_message="Give the numerator and the denominator together.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("corrects__isnull", True),
                            models.Q(("corrects", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="event_does_not_correct_itself",
                        violation_error_message="An event cannot correct itself.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("source_ref", ""), _negated=True),
                            ("cancelled_at__isnull", True),
                            ("corrects__isnull", True),
                        ),
                        fields=("indicator", "source", "source_ref"),
                        name="one_event_per_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanDoubtEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("rule", models.CharField(max_length=4)),
                (
                    "severity",
                    models.CharField(choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")], max_length=10),
                ),
                ("subject", models.CharField(max_length=200)),
                ("key", models.CharField(help_text="key of the sentence", max_length=60)),
                ("values", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Waits for an answer"), ("answered", "Answered"), ("closed", "Settled")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, max_length=1000)),
                ("answered_label", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_label", models.CharField(blank=True, max_length=300)),
                ("close_reason", models.CharField(blank=True, max_length=500)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owed_by",
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
                        to="plans.plandoubt",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.plan",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.planindicator",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.progressevent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="plandoubt",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="plans.progressevent",
            ),
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("office_order", "Office order"),
                            ("process_map", "Process map"),
                            ("tcv", "Time-cost-visit analysis"),
                            ("database_screenshot", "Screenshot of the database"),
                            ("screenshot", "Screenshot"),
                            ("certificate", "Certificate"),
                            ("service_link", "Link of the service"),
                            ("notice", "Notice"),
                            ("attendance_sheet", "Attendance sheet"),
                            ("photograph", "Photograph"),
                            ("training_record", "Training record"),
                            ("section_statement", "Section-wise statement"),
                            ("efile_report", "e-file system report"),
                            ("coordination_minutes", "Coordination meeting minutes"),
                            ("minutes", "Meeting minutes"),
                            ("portal_report", "Portal report"),
                            ("report", "Report"),
                            ("action_plan", "Action plan document"),
                            ("approved_list", "Approved list"),
                            ("expenditure_statement", "Statement of allocation and expenditure"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                    ),
                ),
                ("quarter", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("url", models.URLField(blank=True, max_length=500)),
                ("memo_no", models.CharField(blank=True, max_length=60)),
                ("day", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "reference",
                    models.CharField(
                        blank=True, help_text="the issued paper it is a copy of: letter:12 or minutes:5", max_length=80
                    ),
                ),
                ("facts", models.JSONField(blank=True, default=dict, help_text="figures in it that a machine checks")),
                ("added_label", models.CharField(blank=True, max_length=300)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="plans.planindicator"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="plans.progressevent",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("attachment__isnull", False),
                            models.Q(("url", ""), _negated=True),
                            models.Q(("memo_no", ""), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_is_something",
                        violation_error_message="Give a file, a link, a memo number or a note.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressEventEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("day", models.DateField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("done", "Done"),
                            ("ongoing", "Still under way"),
                            ("unstated", "Reported without a figure"),
                        ],
                        default="done",
                        max_length=20,
                    ),
                ),
                ("quantity", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("numerator", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("denominator", models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True)),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("memo_no", models.CharField(blank=True, max_length=60)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("typed", "Typed in"),
                            ("imported", "Imported"),
                            ("meeting", "A meeting"),
                            ("letter", "A letter"),
                            ("event", "A workshop or training"),
                            ("efile", "e-file statistics"),
                            ("portal", "Portal check"),
                            ("service", "Service register"),
                        ],
                        default="typed",
                        max_length=20,
                    ),
                ),
                ("source_ref", models.CharField(blank=True, help_text="e.g. meeting:12", max_length=80)),
                ("entered_label", models.CharField(max_length=300)),
                ("entered_at", models.DateTimeField(auto_now_add=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.progressevent",
                    ),
                ),
                (
                    "entered_by",
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
                    "entered_in",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.planindicator",
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
                        to="plans.progressevent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reuse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bits",
                    models.PositiveSmallIntegerField(help_text="bits that differ; 0 and same_file for the same file"),
                ),
                ("same_file", models.BooleanField()),
                ("found_at", models.DateTimeField(auto_now_add=True)),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reused_later", to="plans.evidence"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reuses", to="plans.evidence"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("one", "other"), name="a_reuse_once")],
            },
        ),
        migrations.CreateModel(
            name="ReviewTerms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(default="egov", max_length=40)),
                (
                    "remaining_weight",
                    models.CharField(
                        choices=[
                            ("keep", "It stays unearned"),
                            ("redistribute", "It is shared over the other indicators"),
                        ],
                        default="keep",
                        max_length=20,
                    ),
                ),
                (
                    "accept_step",
                    models.BooleanField(default=True, help_text="a second person accepts a verified quarter"),
                ),
                (
                    "hide_unaccepted",
                    models.BooleanField(default=True, help_text="readers outside the review see only accepted ones"),
                ),
                ("appeal_days", models.PositiveSmallIntegerField(default=15)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("fiscal_year", "kind"), name="one_review_terms_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="SampleDraw",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(default="egov", max_length=40)),
                ("quarter", models.PositiveSmallIntegerField()),
                (
                    "how",
                    models.CharField(
                        choices=[("random", "Every claim the same chance"), ("risk", "Riskier claims more often")],
                        max_length=20,
                    ),
                ),
                ("percent", models.PositiveSmallIntegerField()),
                ("seed", models.CharField(max_length=32)),
                ("population", models.PositiveIntegerField()),
                (
                    "population_digest",
                    models.CharField(help_text="SHA-256 of the keys and risks drawn from", max_length=64),
                ),
                ("drawn_label", models.CharField(max_length=300)),
                ("drawn_at", models.DateTimeField(auto_now_add=True)),
                (
                    "drawn_by",
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
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="SampleItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "finding",
                    models.CharField(
                        choices=[
                            ("pending", "Not yet checked"),
                            ("confirmed", "Confirmed"),
                            ("differs", "Differs from the claim"),
                        ],
                        default="pending",
                        max_length=20,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("checked_label", models.CharField(blank=True, max_length=300)),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="samples", to="plans.claim"
                    ),
                ),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="plans.sampledraw"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("draw", "claim"), name="a_claim_once_per_draw"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finding", "differs"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_difference_is_described",
                        violation_error_message="Write what differs.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("quarter", models.PositiveSmallIntegerField()),
                ("path", models.TextField(db_collation="C")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Submitted"),
                            ("returned", "Returned with feedback"),
                            ("verified", "Verified"),
                            ("accepted", "Accepted"),
                            ("awarded", "Awarded"),
                        ],
                        max_length=20,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("due", models.DateField()),
                ("is_late", models.BooleanField(default=False)),
                ("claimed_total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("verified_total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("awarded_total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("submitted_label", models.CharField(max_length=300)),
                ("first_sent_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("awarded_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="submissions", to="plans.plan"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_in",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.posting"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["fiscal_year", "quarter", "path"], name="sent_year_path"),
                    models.Index(
                        condition=models.Q(("state", "verified")), fields=["path", "id"], name="sent_to_accept"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "quarter"), name="a_quarter_is_sent_once"),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)),
                        name="sent_quarter_is_1_to_4",
                        violation_error_message="A quarter is 1, 2, 3 or 4.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["submitted", "returned", "verified", "accepted", "awarded"])),
                        name="quarter_state_is_known",
                        violation_error_message="A quarter has no such state.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "accepted"), _negated=True),
                            ("accepted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="accepted_quarter_was_accepted",
                        violation_error_message="An accepted quarter says who accepted it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_by__isnull", True),
                            ("submitted_by__isnull", True),
                            models.Q(("accepted_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="quarter_not_accepted_by_its_sender",
                        violation_error_message="Nobody accepts what they sent themselves.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deed", models.CharField(max_length=30)),
                ("before", models.CharField(blank=True, max_length=20)),
                ("after", models.CharField(max_length=20)),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        choices=[("claimed", "Claimed"), ("verified", "Verified"), ("awarded", "Awarded")],
                        max_length=20,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=0)),
                ("raw", models.DecimalField(blank=True, decimal_places=5, max_digits=9, null=True)),
                ("points", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("figure", models.JSONField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                ("by_label", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
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
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="plans.claim",
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.posting"
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="plans.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("claim", "number", "version"),
                        name="one_number_per_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "deed__in",
                                    [
                                        agragati.plans.rules.review_states.Deed["ACCEPT_PART"],
                                        agragati.plans.rules.review_states.Deed["APPEAL"],
                                        agragati.plans.rules.review_states.Deed["NOT_APPLICABLE"],
                                        agragati.plans.rules.review_states.Deed["REFUSE"],
                                        agragati.plans.rules.review_states.Deed["REOPEN"],
                                        agragati.plans.rules.review_states.Deed["RETURN"],
                                        agragati.plans.rules.review_states.Deed["UNACCEPT_QUARTER"],
                                        agragati.plans.rules.review_states.Deed["UNDO"],
                                        agragati.plans.rules.review_states.Deed["UPHOLD"],
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_review_step_says_why",
                        violation_error_message="Write why.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="submission",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="claims", to="plans.submission"
            ),
        ),
        migrations.CreateModel(
            name="SubmissionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("quarter", models.PositiveSmallIntegerField()),
                ("path", models.TextField(db_collation="C")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Submitted"),
                            ("returned", "Returned with feedback"),
                            ("verified", "Verified"),
                            ("accepted", "Accepted"),
                            ("awarded", "Awarded"),
                        ],
                        max_length=20,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("due", models.DateField()),
                ("is_late", models.BooleanField(default=False)),
                ("claimed_total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("verified_total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("awarded_total", models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True)),
                ("submitted_label", models.CharField(max_length=300)),
                ("first_sent_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("awarded_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "accepted_by",
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
                        to="plans.submission",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plans.plan",
                    ),
                ),
                (
                    "submitted_by",
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
                    "submitted_in",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Window",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fiscal_year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(default="egov", max_length=40)),
                ("tier", models.CharField(max_length=20)),
                ("quarter", models.PositiveSmallIntegerField()),
                ("opens", models.DateField()),
                ("closes", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("set_label", models.CharField(max_length=300)),
                ("set_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "ordering": ["fiscal_year", "quarter", "opens"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("fiscal_year", "kind", "tier", "quarter"), name="one_window_per_tier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes__gte", models.F("opens"))),
                        name="window_closes_after_it_opens",
                        violation_error_message="The last day cannot be before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)),
                        name="window_quarter_is_1_to_4",
                        violation_error_message="A quarter is 1, 2, 3 or 4.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Fingerprint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("perceptual", models.CharField(blank=True, max_length=16)),
                ("band0", models.PositiveIntegerField(null=True)),
                ("band1", models.PositiveIntegerField(null=True)),
                ("band2", models.PositiveIntegerField(null=True)),
                ("band3", models.PositiveIntegerField(null=True)),
                (
                    "evidence",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="fingerprint", to="plans.evidence"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["sha256"], name="fingerprint_file"),
                    models.Index(fields=["band0"], name="fingerprint_band0"),
                    models.Index(fields=["band1"], name="fingerprint_band1"),
                    models.Index(fields=["band2"], name="fingerprint_band2"),
                    models.Index(fields=["band3"], name="fingerprint_band3"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="dependency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "open"),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_met_dependency_says_how",
                violation_error_message="Write the answer.",
            ),
        ),
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(
                condition=models.Q(("state", "filed")), fields=["decider_path", "id"], name="appeal_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="an_appeal_says_why",
                violation_error_message="Write why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "filed"),
                    models.Q(("decided_at__isnull", False), models.Q(("decision", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_decided_appeal_says_why",
                violation_error_message="Write why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    ("filed_by__isnull", True),
                    models.Q(("decided_by", models.F("filed_by")), _negated=True),
                    _connector="OR",
                ),
                name="appeal_not_decided_by_its_filer",
                violation_error_message="Nobody decides on their own appeal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "proposed")),
                fields=("indicator",),
                name="one_open_amendment_per_indicator",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="an_amendment_says_why",
                violation_error_message="Write why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["proposed", "approved", "refused", "withdrawn"])),
                name="amendment_state_is_known",
                violation_error_message="An amendment has no such state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "approved"), _negated=True),
                    ("proposed_by__isnull", True),
                    models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="amendment_not_approved_by_its_proposer",
                violation_error_message="Nobody approves their own amendment.",
            ),
        ),
        migrations.AddIndex(
            model_name="plandoubt",
            index=models.Index(fields=["state", "severity", "plan"], name="doubt_state"),
        ),
        migrations.AddConstraint(
            model_name="plandoubt",
            constraint=models.UniqueConstraint(
                fields=("plan", "rule", "indicator", "subject"), name="a_doubt_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="plandoubt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "closed"), _negated=True), ("closed_at__isnull", False), _connector="OR"
                ),
                name="a_closed_doubt_says_when",
                violation_error_message="A closed finding says when it was closed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plandoubt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="an_answered_doubt_has_words",
                violation_error_message="Write the answer.",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("state", "claimed")),
                fields=["path", "fiscal_year", "quarter", "position"],
                name="claim_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["submission", "position"], name="claim_of_quarter"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["state", "path", "fiscal_year", "quarter"], name="claim_state_path"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.UniqueConstraint(fields=("indicator", "quarter"), name="one_claim_per_quarter"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)),
                name="claim_quarter_is_1_to_4",
                violation_error_message="A quarter is 1, 2, 3 or 4.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "claimed",
                            "returned",
                            "accepted",
                            "partly",
                            "not_applicable",
                            "awarded",
                            "appealed",
                            "settled",
                        ],
                    )
                ),
                name="claim_state_is_known",
                violation_error_message="A claim has no such state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["claimed", "returned"]), ("decided_at__isnull", False), _connector="OR"
                ),
                name="decided_claim_was_decided",
                violation_error_message="A decided claim says when.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["awarded", "appealed", "settled"]), _negated=True),
                    ("awarded_at__isnull", False),
                    _connector="OR",
                ),
                name="awarded_claim_was_awarded",
                violation_error_message="An awarded claim says when.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    ("claimed_by__isnull", True),
                    models.Q(("decided_by", models.F("claimed_by")), _negated=True),
                    _connector="OR",
                ),
                name="claim_not_decided_by_its_claimant",
                violation_error_message="Nobody decides on their own claim.",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verified_raw__isnull", True),
                    ("claimed_raw__isnull", True),
                    ("verified_raw__lte", models.F("claimed_raw")),
                    _connector="OR",
                ),
                name="verified_is_not_more_than_claimed",
                violation_error_message="No more can be verified than was claimed.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="stage_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."stage", \':\', NEW."stage") = ANY(\'{amending:in_force,closed:half_year,closed:published,discussed:draft,discussed:signed,draft:discussed,half_year:closed,in_force:amending,in_force:half_year,signed:in_force}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."stage" IS DISTINCT FROM NEW."stage") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "stage" from "%" to "%" on table %\', OLD."stage", NEW."stage", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="ba81ad5bb31f17edd70de28e971578c5942b62c7",
                    operation="UPDATE",
                    pgid="pgtrigger_stage_by_table_67abb",
                    table="plans_plan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_planevent" ("adopted_at", "edition_id", "estimated", "fiscal_year", "id", "is_demo", "kind", "method", "office_id", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scored_at", "stage", "tier", "total", "version") VALUES (NEW."adopted_at", NEW."edition_id", NEW."estimated", NEW."fiscal_year", NEW."id", NEW."is_demo", NEW."kind", NEW."method", NEW."office_id", NEW."path", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scored_at", NEW."stage", NEW."tier", NEW."total", NEW."version"); RETURN NULL;',
                    hash="7ccfd3ac4bd075fabed9cfc5c26c2b1dfc873222",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b340",
                    table="plans_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_planevent" ("adopted_at", "edition_id", "estimated", "fiscal_year", "id", "is_demo", "kind", "method", "office_id", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scored_at", "stage", "tier", "total", "version") VALUES (NEW."adopted_at", NEW."edition_id", NEW."estimated", NEW."fiscal_year", NEW."id", NEW."is_demo", NEW."kind", NEW."method", NEW."office_id", NEW."path", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scored_at", NEW."stage", NEW."tier", NEW."total", NEW."version"); RETURN NULL;',
                    hash="b138a4bdd964bef96f9bbf71771494dc8d74d763",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ee9c7",
                    table="plans_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="extensions_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e5e8b58308b288c17ade138ff0dc53864a13b348",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_extensions_stay_c07bb",
                    table="plans_extension",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_planindicatorevent" ("code", "concept", "focal_id", "id", "ministry_due", "not_applicable", "not_applicable_because", "own_due", "own_levels", "own_weight", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "points", "position", "raw", "state", "version") VALUES (NEW."code", NEW."concept", NEW."focal_id", NEW."id", NEW."ministry_due", NEW."not_applicable", NEW."not_applicable_because", NEW."own_due", NEW."own_levels", NEW."own_weight", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."points", NEW."position", NEW."raw", NEW."state", NEW."version"); RETURN NULL;',
                    hash="2aba471e4d9ac7c9789ed47588b25d943c6a6868",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_225fd",
                    table="plans_planindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_planindicatorevent" ("code", "concept", "focal_id", "id", "ministry_due", "not_applicable", "not_applicable_because", "own_due", "own_levels", "own_weight", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "points", "position", "raw", "state", "version") VALUES (NEW."code", NEW."concept", NEW."focal_id", NEW."id", NEW."ministry_due", NEW."not_applicable", NEW."not_applicable_because", NEW."own_due", NEW."own_levels", NEW."own_weight", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."points", NEW."position", NEW."raw", NEW."state", NEW."version"); RETURN NULL;',
                    hash="22d902865df9b2f9182284e17c74bef4606c78ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cc9ea",
                    table="plans_planindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dependency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_dependencyevent" ("answer", "answered_at", "answered_label", "asked_at", "asked_label", "due", "id", "indicator_id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "what") VALUES (NEW."answer", NEW."answered_at", NEW."answered_label", NEW."asked_at", NEW."asked_label", NEW."due", NEW."id", NEW."indicator_id", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."what"); RETURN NULL;',
                    hash="31ef09b2a4c8f901a0dc1ac6e99f881ef81e42c0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d7672",
                    table="plans_dependency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dependency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_dependencyevent" ("answer", "answered_at", "answered_label", "asked_at", "asked_label", "due", "id", "indicator_id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "what") VALUES (NEW."answer", NEW."answered_at", NEW."answered_label", NEW."asked_at", NEW."asked_label", NEW."due", NEW."id", NEW."indicator_id", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."what"); RETURN NULL;',
                    hash="062c640845b46d8824f319115837b56aa12067ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fdca6",
                    table="plans_dependency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appeal",
            trigger=pgtrigger.compiler.Trigger(
                name="appeal_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{filed:upheld,filed:refused}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="a91e6ed6132d8cc675ef76105b192521727aa460",
                    operation="UPDATE",
                    pgid="pgtrigger_appeal_by_table_54ff2",
                    table="plans_appeal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appeal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_appealevent" ("claim_id", "decided_at", "decided_by_id", "decided_label", "decider_path", "decision", "figure", "filed_at", "filed_by_id", "filed_label", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (NEW."claim_id", NEW."decided_at", NEW."decided_by_id", NEW."decided_label", NEW."decider_path", NEW."decision", NEW."figure", NEW."filed_at", NEW."filed_by_id", NEW."filed_label", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."state"); RETURN NULL;',
                    hash="c94358c21c724abac1aeacf635a51a8efc53f2bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5a8a7",
                    table="plans_appeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appeal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_appealevent" ("claim_id", "decided_at", "decided_by_id", "decided_label", "decider_path", "decision", "figure", "filed_at", "filed_by_id", "filed_label", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") VALUES (NEW."claim_id", NEW."decided_at", NEW."decided_by_id", NEW."decided_label", NEW."decider_path", NEW."decision", NEW."figure", NEW."filed_at", NEW."filed_by_id", NEW."filed_label", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."state"); RETURN NULL;',
                    hash="d785cf46ae38f05111d98103c40f7e0f1144dd06",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f233c",
                    table="plans_appeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="amendment_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{proposed:approved,proposed:refused,proposed:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="0cab609ca3bed130727ecb25e2f9e879ceb799b5",
                    operation="UPDATE",
                    pgid="pgtrigger_amendment_by_table_41fc2",
                    table="plans_amendment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_amendmentevent" ("decided_at", "decided_by_id", "decided_label", "id", "indicator_id", "new", "old", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "proposed_at", "proposed_by_id", "proposed_label", "reason", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."decided_label", NEW."id", NEW."indicator_id", NEW."new", NEW."old", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."proposed_at", NEW."proposed_by_id", NEW."proposed_label", NEW."reason", NEW."state"); RETURN NULL;',
                    hash="aedad06616bc44a8f20707cdf494901607bfeb3e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f0fee",
                    table="plans_amendment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_amendmentevent" ("decided_at", "decided_by_id", "decided_label", "id", "indicator_id", "new", "old", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "proposed_at", "proposed_by_id", "proposed_label", "reason", "state") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."decided_label", NEW."id", NEW."indicator_id", NEW."new", NEW."old", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."proposed_at", NEW."proposed_by_id", NEW."proposed_label", NEW."reason", NEW."state"); RETURN NULL;',
                    hash="d28ce23ac2a0bbbeda27ceae94974e6b541ca0bf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7f285",
                    table="plans_amendment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstep",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_steps_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="aad29a970c39d1baa2cf48479ec6b575ea29e82f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_plan_steps_stay_e1f21",
                    table="plans_planstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressevent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_progresseventevent" ("cancel_reason", "cancelled_at", "corrects_id", "day", "denominator", "entered_at", "entered_by_id", "entered_in_id", "entered_label", "id", "indicator_id", "is_demo", "memo_no", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quantity", "source", "source_ref", "standing", "text") VALUES (NEW."cancel_reason", NEW."cancelled_at", NEW."corrects_id", NEW."day", NEW."denominator", NEW."entered_at", NEW."entered_by_id", NEW."entered_in_id", NEW."entered_label", NEW."id", NEW."indicator_id", NEW."is_demo", NEW."memo_no", NEW."numerator", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."quantity", NEW."source", NEW."source_ref", NEW."standing", NEW."text"); RETURN NULL;',
                    hash="4b1832d12e96f1eb9c45b1c421be3f3bb8ccbe7c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a0438",
                    table="plans_progressevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressevent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_progresseventevent" ("cancel_reason", "cancelled_at", "corrects_id", "day", "denominator", "entered_at", "entered_by_id", "entered_in_id", "entered_label", "id", "indicator_id", "is_demo", "memo_no", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quantity", "source", "source_ref", "standing", "text") VALUES (NEW."cancel_reason", NEW."cancelled_at", NEW."corrects_id", NEW."day", NEW."denominator", NEW."entered_at", NEW."entered_by_id", NEW."entered_in_id", NEW."entered_label", NEW."id", NEW."indicator_id", NEW."is_demo", NEW."memo_no", NEW."numerator", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."quantity", NEW."source", NEW."source_ref", NEW."standing", NEW."text"); RETURN NULL;',
                    hash="c4d85065d688628470b1ed1ee7192945e062cb86",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7180f",
                    table="plans_progressevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plandoubt",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_plandoubtevent" ("answer", "answered_at", "answered_by_id", "answered_label", "close_reason", "closed_at", "closed_label", "event_id", "found_at", "id", "indicator_id", "key", "owed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "rule", "seen_at", "severity", "state", "subject", "values") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."answered_label", NEW."close_reason", NEW."closed_at", NEW."closed_label", NEW."event_id", NEW."found_at", NEW."id", NEW."indicator_id", NEW."key", NEW."owed_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."rule", NEW."seen_at", NEW."severity", NEW."state", NEW."subject", NEW."values"); RETURN NULL;',
                    hash="256419de1f7f14eb5e6ed1b5d3aaaa36d1e167bb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2223a",
                    table="plans_plandoubt",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plandoubt",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_plandoubtevent" ("answer", "answered_at", "answered_by_id", "answered_label", "close_reason", "closed_at", "closed_label", "event_id", "found_at", "id", "indicator_id", "key", "owed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "rule", "seen_at", "severity", "state", "subject", "values") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."answered_label", NEW."close_reason", NEW."closed_at", NEW."closed_label", NEW."event_id", NEW."found_at", NEW."id", NEW."indicator_id", NEW."key", NEW."owed_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."rule", NEW."seen_at", NEW."severity", NEW."state", NEW."subject", NEW."values"); RETURN NULL;',
                    hash="4f23aa99f639d87f17485b9eddf506956a1da088",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b74dd",
                    table="plans_plandoubt",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="quarter_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{accepted:awarded,accepted:verified,returned:submitted,submitted:returned,submitted:verified,verified:accepted,verified:awarded,verified:returned,verified:submitted}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="64cbef350a0c639d041d9c9740e54a5429e36bd9",
                    operation="UPDATE",
                    pgid="pgtrigger_quarter_by_table_27b0f",
                    table="plans_submission",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plans_submissionevent" ("accepted_at", "accepted_by_id", "awarded_at", "awarded_total", "claimed_total", "due", "first_sent_at", "fiscal_year", "id", "is_late", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "quarter", "round", "state", "submitted_at", "submitted_by_id", "submitted_in_id", "submitted_label", "verified_total", "version") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."awarded_at", NEW."awarded_total", NEW."claimed_total", NEW."due", NEW."first_sent_at", NEW."fiscal_year", NEW."id", NEW."is_late", NEW."path", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."quarter", NEW."round", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."submitted_in_id", NEW."submitted_label", NEW."verified_total", NEW."version"); RETURN NULL;',
                    hash="1a5422088918510662ae0cffb8f4e147c8e09271",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_71545",
                    table="plans_submission",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plans_submissionevent" ("accepted_at", "accepted_by_id", "awarded_at", "awarded_total", "claimed_total", "due", "first_sent_at", "fiscal_year", "id", "is_late", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "quarter", "round", "state", "submitted_at", "submitted_by_id", "submitted_in_id", "submitted_label", "verified_total", "version") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."awarded_at", NEW."awarded_total", NEW."claimed_total", NEW."due", NEW."first_sent_at", NEW."fiscal_year", NEW."id", NEW."is_late", NEW."path", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."quarter", NEW."round", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."submitted_in_id", NEW."submitted_label", NEW."verified_total", NEW."version"); RETURN NULL;',
                    hash="626bf4071b2f50c7803475bc049a7452b4b3c470",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b542b",
                    table="plans_submission",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewstep",
            trigger=pgtrigger.compiler.Trigger(
                name="review_steps_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c03943b98e5bdda0fb5d5078d2b1b605ce9afdae",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_review_steps_stay_59989",
                    table="plans_reviewstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="claim_by_table",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{accepted:awarded,accepted:claimed,accepted:returned,appealed:settled,awarded:appealed,claimed:accepted,claimed:not_applicable,claimed:partly,claimed:returned,not_applicable:awarded,not_applicable:claimed,not_applicable:returned,partly:awarded,partly:claimed,partly:returned,returned:claimed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="300cba489b60298afc73ef8ee60b0354d977b098",
                    operation="UPDATE",
                    pgid="pgtrigger_claim_by_table_14974",
                    table="plans_claim",
                    when="BEFORE",
                ),
            ),
        ),
    ]
