"""Extensions that ship with PostgreSQL and that ordinary database owners may install."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    run_before = [("org", "0001_initial")]
    operations = [BtreeGistExtension(), TrigramExtension()]
