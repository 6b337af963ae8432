"""The tables of this app, with their laws (triggers) and indexes."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SubmitKey",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("user_id", models.BigIntegerField(null=True)),
                ("deed", models.CharField(max_length=80)),
                ("answer", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="submit_made_at")],
            },
        ),
        migrations.CreateModel(
            name="Deed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("name", models.CharField(max_length=80)),
                ("about", models.CharField(max_length=80)),
                ("about_label", models.CharField(blank=True, max_length=300)),
                ("user_id", models.BigIntegerField(null=True)),
                ("posting_id", models.BigIntegerField(null=True)),
                ("acting_for_id", models.BigIntegerField(null=True)),
                ("actor_label", models.CharField(max_length=300)),
                ("office_path", models.TextField(blank=True, db_collation="C")),
                ("values", models.JSONField(default=dict)),
                (
                    "seal",
                    models.CharField(blank=True, help_text="hash over this row and the seal before it", max_length=64),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["about", "-id"], name="deed_about"),
                    models.Index(fields=["office_path", "-id"], name="deed_office"),
                    models.Index(fields=["user_id", "-id"], name="deed_user"),
                    models.Index(condition=models.Q(("seal", "")), fields=["id"], name="deed_unsealed"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deed",
            trigger=pgtrigger.compiler.Trigger(
                name="deeds_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="6b274713debce99db4e01746d544fe049f5a31c0",
                    operation="DELETE",
                    pgid="pgtrigger_deeds_stay_f4f55",
                    table="audit_deed",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deed",
            trigger=pgtrigger.compiler.Trigger(
                name="deeds_are_final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.seal <> '' OR (to_jsonb(OLD) - 'seal') IS DISTINCT FROM (to_jsonb(NEW) - 'seal'))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="40d1e68ece94cbf9d9aa48486cb83895d6eed9bb",
                    operation="UPDATE",
                    pgid="pgtrigger_deeds_are_final_46d4a",
                    table="audit_deed",
                    when="BEFORE",
                ),
            ),
        ),
    ]
