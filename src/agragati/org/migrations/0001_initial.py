"""The tables of this app, with their laws (triggers) and indexes."""

import agragati.org.models.people
import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="GroupSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(unique=True)),
                ("name_bn", models.CharField(max_length=150)),
                ("name_en", models.CharField(blank=True, max_length=150)),
                (
                    "is_exclusive",
                    models.BooleanField(default=False, help_text="an office is in at most one group of the set"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("name_bn", models.CharField(max_length=150)),
                ("name_en", models.CharField(blank=True, max_length=150)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("nothi_id", models.CharField(blank=True, help_text="12-digit e-Nothi user number", max_length=12)),
                (
                    "external_id",
                    models.CharField(blank=True, help_text="id in the directory that provisions users", max_length=120),
                ),
                (
                    "search_key",
                    models.TextField(blank=True, help_text="names and user name, folded, each word after a space"),
                ),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search_key"], name="user_search", opclasses=["gin_trgm_ops"]
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("external_id", ""), _negated=True),
                        fields=("external_id",),
                        name="one_user_per_external_id",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("email", ""), _negated=True), fields=("email",), name="one_user_per_email"
                    ),
                ],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                ("code", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("path", models.TextField(db_collation="C", unique=True)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("country", "Country"),
                            ("division", "Division"),
                            ("district", "District"),
                            ("upazila", "Upazila"),
                            ("city_corporation", "City corporation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name_bn", models.CharField(max_length=100)),
                ("name_en", models.CharField(max_length=100)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.area"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("reason", models.CharField(max_length=300)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegated",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.TextField(db_collation="C", unique=True)),
                (
                    "kind",
                    models.CharField(
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
                ("name_bn", models.CharField(max_length=250)),
                ("name_en", models.CharField(blank=True, max_length=250)),
                (
                    "search_key",
                    models.TextField(blank=True, help_text="both names and the code, folded, each word after a space"),
                ),
                ("sound_key", models.TextField(blank=True, help_text="the names by sound, for either script")),
                ("code", models.CharField(max_length=40, unique=True)),
                (
                    "memo_code",
                    models.CharField(
                        blank=True, help_text="ministry.office.geo groups of its memo numbers", max_length=40
                    ),
                ),
                ("address_bn", models.CharField(blank=True, max_length=300)),
                ("website", models.URLField(blank=True)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.area",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="org.office",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["area", "kind"], name="office_area_kind"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search_key"], name="office_search", opclasses=["gin_trgm_ops"]
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["sound_key"], name="office_sound", opclasses=["gin_trgm_ops"]
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="office_closes_after_it_opens",
                        violation_error_message="An office cannot close before it opens.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent__isnull", True),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="office_is_not_its_own_parent",
                        violation_error_message="An office cannot be its own higher office.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Committee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_bn", models.CharField(max_length=250)),
                ("name_en", models.CharField(blank=True, max_length=250)),
                ("order_memo", models.CharField(blank=True, max_length=80)),
                ("terms_bn", models.TextField(blank=True, help_text="terms of reference (কার্যপরিধি)")),
                ("quorum", models.PositiveSmallIntegerField(default=0, help_text="0 = no quorum stated")),
                ("formed_on", models.DateField()),
                ("dissolved_on", models.DateField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="committees", to="org.office"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("office", "name_bn"), name="one_committee_of_a_name")],
            },
        ),
        migrations.CreateModel(
            name="OfficeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("path", models.TextField(db_collation="C")),
                (
                    "kind",
                    models.CharField(
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
                ("name_bn", models.CharField(max_length=250)),
                ("name_en", models.CharField(blank=True, max_length=250)),
                (
                    "search_key",
                    models.TextField(blank=True, help_text="both names and the code, folded, each word after a space"),
                ),
                ("sound_key", models.TextField(blank=True, help_text="the names by sound, for either script")),
                ("code", models.CharField(max_length=40)),
                (
                    "memo_code",
                    models.CharField(
                        blank=True, help_text="ministry.office.geo groups of its memo numbers", max_length=40
                    ),
                ),
                ("address_bn", models.CharField(blank=True, max_length=300)),
                ("website", models.URLField(blank=True)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("is_demo", models.BooleanField(default=False)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.area",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.office",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="org.office",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfficeGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(unique=True)),
                ("name_bn", models.CharField(max_length=150)),
                ("name_en", models.CharField(blank=True, max_length=150)),
                ("offices", models.ManyToManyField(blank=True, related_name="+", to="org.office")),
                (
                    "set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="groups", to="org.groupset"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OfficeSpell",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.TextField(db_collation="C")),
                (
                    "kind",
                    models.CharField(
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
                ("name_bn", models.CharField(max_length=250)),
                ("name_en", models.CharField(blank=True, max_length=250)),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("renamed", "Renamed"),
                            ("moved", "Moved"),
                            ("closed", "Closed"),
                            ("merged", "Merged"),
                            ("split", "Split"),
                            ("reopened", "Opened again"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("added", "Added"),
                            ("renamed", "Renamed"),
                            ("moved", "Moved"),
                            ("closed", "Closed"),
                            ("merged", "Merged"),
                            ("split", "Split"),
                            ("reopened", "Opened again"),
                        ],
                        help_text="what ended the spell",
                        max_length=20,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spells", to="org.office"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.office"
                    ),
                ),
            ],
            options={
                "ordering": ["since", "id"],
                "indexes": [models.Index(fields=["path", "since"], name="spell_path")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("office",),
                        name="one_open_spell_per_office",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title_bn", models.CharField(max_length=200)),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("seniority", models.PositiveSmallIntegerField(default=100, help_text="1 = most senior")),
                ("is_head", models.BooleanField(default=False)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="posts", to="org.office"
                    ),
                ),
            ],
            options={
                "ordering": ["seniority", "id"],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("focal", "Focal point"),
                            ("maker", "Maker"),
                            ("checker", "Checker"),
                            ("final_checker", "Final checker"),
                            ("approver", "Approver"),
                        ],
                        max_length=20,
                    ),
                ),
                ("about", models.CharField(max_length=80)),
                ("label", models.CharField(blank=True, max_length=300)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="duties", to="org.post"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["about"], name="duty_about")],
                "constraints": [models.UniqueConstraint(fields=("post", "kind", "about"), name="a_duty_once_per_post")],
            },
        ),
        migrations.CreateModel(
            name="CommitteeMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outsider_bn",
                    models.CharField(
                        blank=True, help_text="name and designation of a member from outside", max_length=250
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("chair", "Chair"),
                            ("convener", "Convener"),
                            ("member", "Member"),
                            ("member_secretary", "Member-secretary"),
                            ("focal", "Focal point"),
                        ],
                        default="member",
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="org.committee"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="org.post",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("post__isnull", False), ("outsider_bn", "")),
                            models.Q(("post__isnull", True), models.Q(("outsider_bn", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="member_is_a_post_or_an_outsider",
                        violation_error_message="A member is either a post or a named person from outside.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role__in", ["chair", "convener", "member_secretary"])),
                        fields=("committee", "role"),
                        name="one_holder_of_each_leading_role",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("regular", "Regular"),
                            ("current", "Current charge"),
                            ("additional", "Additional charge"),
                        ],
                        default="regular",
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("order_memo", models.CharField(blank=True, help_text="memo number of the order", max_length=80)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="postings", to="org.post"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"),
                        name="posting_ends_after_it_begins",
                        violation_error_message="A posting cannot end before it begins.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("post", "="),
                            (
                                agragati.org.models.people._Days(
                                    "since",
                                    "until",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                                ),
                                "&&",
                            ),
                        ],
                        name="one_holder_of_a_post_at_a_time",
                        violation_error_message="Someone else holds this post in these days.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DelegationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("reason", models.CharField(max_length=300)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
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
                        to="org.delegation",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        db_constraint=False,
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
        migrations.AddField(
            model_name="delegation",
            name="posting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="delegations", to="org.posting"
            ),
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("prefix", models.CharField(max_length=8, unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("permissions", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("expires_on", models.DateField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("used_on", models.DateField(blank=True, null=True)),
                (
                    "posting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to="org.posting"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PostingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("regular", "Regular"),
                            ("current", "Current charge"),
                            ("additional", "Additional charge"),
                        ],
                        default="regular",
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                ("order_memo", models.CharField(blank=True, help_text="memo number of the order", max_length=80)),
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
                        to="org.posting",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="org.post",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=40)),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="org.post"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("post", "role"), name="a_role_once_per_post")],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name_bn", models.CharField(max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("code", models.CharField(blank=True, help_text="three digits of the memo number", max_length=10)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sections", to="org.office"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("office", "name_bn"), name="one_section_of_a_name")],
            },
        ),
        migrations.CreateModel(
            name="PostEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title_bn", models.CharField(max_length=200)),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("seniority", models.PositiveSmallIntegerField(default=100, help_text="1 = most senior")),
                ("is_head", models.BooleanField(default=False)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
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
        migrations.AddField(
            model_name="post",
            name="section",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="posts",
                to="org.section",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("since"))),
                name="delegation_ends_after_it_begins",
                violation_error_message="A delegation cannot end before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_head", True), ("valid_to__isnull", True)),
                fields=("office",),
                name="one_head_per_office",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="office",
            trigger=pgtrigger.compiler.Trigger(
                name="path_follows_parent",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    declare="DECLARE here record; above text;",
                    func="\n  SELECT path, parent_id INTO here FROM org_office WHERE id = NEW.id;\n  IF NOT FOUND THEN RETURN NULL; END IF;\n  above := '';\n  IF here.parent_id IS NOT NULL THEN\n    SELECT path || '.' INTO above FROM org_office WHERE id = here.parent_id;\n  END IF;\n  IF left(here.path, length(above)) <> above\n     OR substr(here.path, length(above) + 1) !~ '^[0-9]+$'\n     OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM org_office c WHERE c.parent_id = NEW.id\n         AND left(c.path, length(here.path) + 1) <> here.path || '.')) THEN\n    RAISE EXCEPTION 'the path of office % does not follow its higher office', NEW.id\n      USING ERRCODE = 'integrity_constraint_violation';\n  END IF;\n  RETURN NULL;\n",
                    hash="c88ad5c8256cc142bbf51059c78c01ddb88910e4",
                    operation='INSERT OR UPDATE OF "parent_id", "path"',
                    pgid="pgtrigger_path_follows_parent_7f51b",
                    table="org_office",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="office",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "org_officeevent" ("address_bn", "area_id", "code", "id", "is_demo", "kind", "memo_code", "merged_into_id", "name_bn", "name_en", "parent_id", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "search_key", "sound_key", "valid_from", "valid_to", "website") VALUES (NEW."address_bn", NEW."area_id", NEW."code", NEW."id", NEW."is_demo", NEW."kind", NEW."memo_code", NEW."merged_into_id", NEW."name_bn", NEW."name_en", NEW."parent_id", NEW."path", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."search_key", NEW."sound_key", NEW."valid_from", NEW."valid_to", NEW."website"); RETURN NULL;',
                    hash="e3a7aa294aff65511c66b155228db07d7e481387",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_45f80",
                    table="org_office",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="office",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "org_officeevent" ("address_bn", "area_id", "code", "id", "is_demo", "kind", "memo_code", "merged_into_id", "name_bn", "name_en", "parent_id", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "search_key", "sound_key", "valid_from", "valid_to", "website") VALUES (NEW."address_bn", NEW."area_id", NEW."code", NEW."id", NEW."is_demo", NEW."kind", NEW."memo_code", NEW."merged_into_id", NEW."name_bn", NEW."name_en", NEW."parent_id", NEW."path", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."search_key", NEW."sound_key", NEW."valid_from", NEW."valid_to", NEW."website"); RETURN NULL;',
                    hash="2302173e8146fbe3e1f84fc2218449f7785c6e29",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_092d6",
                    table="org_office",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="posting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "org_postingevent" ("id", "kind", "order_memo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until", "user_id") VALUES (NEW."id", NEW."kind", NEW."order_memo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post_id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="31a0f4b1cbdb6f600c4727ee68c1a22663faccc3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2bda0",
                    table="org_posting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="posting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "org_postingevent" ("id", "kind", "order_memo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "since", "until", "user_id") VALUES (NEW."id", NEW."kind", NEW."order_memo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post_id", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="a4eac5fff390b60f7afd8bed90dc2def104745b3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d646",
                    table="org_posting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "org_delegationevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_id", "reason", "since", "to_id", "until", "withdrawn_at") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."posting_id", NEW."reason", NEW."since", NEW."to_id", NEW."until", NEW."withdrawn_at"); RETURN NULL;',
                    hash="7a898c88857772d68f0327fedc598ceef6298e52",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e80c4",
                    table="org_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "org_delegationevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_id", "reason", "since", "to_id", "until", "withdrawn_at") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."posting_id", NEW."reason", NEW."since", NEW."to_id", NEW."until", NEW."withdrawn_at"); RETURN NULL;',
                    hash="44d4f3092bbfc144b8c50318ee620edf7df175a3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4bb5",
                    table="org_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "org_postevent" ("id", "is_head", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "seniority", "title_bn", "title_en", "valid_from", "valid_to") VALUES (NEW."id", NEW."is_head", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."section_id", NEW."seniority", NEW."title_bn", NEW."title_en", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="520de136d81d653fa5d8ab47baa0c7e55388da7c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0546b",
                    table="org_post",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "org_postevent" ("id", "is_head", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "seniority", "title_bn", "title_en", "valid_from", "valid_to") VALUES (NEW."id", NEW."is_head", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."section_id", NEW."seniority", NEW."title_bn", NEW."title_en", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="af42cab230d29f2242eb45314b39397dd1d2e3b4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4b277",
                    table="org_post",
                    when="AFTER",
                ),
            ),
        ),
    ]
