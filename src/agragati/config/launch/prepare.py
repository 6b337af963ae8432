"""Between an answering database and the first page: schema, first data, static files, Bangla texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO

import psycopg
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from agragati.org.actions import DEMO_PASSWORD

from .banner import SIGN_INS
from .trouble import Trouble, disk_full, writing_to

Tell = Callable[[str, str], None]
# Loaded on the first start, in this order, when the database knows nobody yet.
FIRST_DATA = (
    "load_areas", "load_frameworks", "load_demo", "load_demo_plans", "load_demo_papers", "load_demo_meetings",
    "load_demo_reviews", "load_demo_outbox",
)  # fmt: skip
DEMO_PEOPLE = ("divisional", "district", "upazila", "director", "secretary", "admin")


def prepare(tell: Tell) -> None:
    """Do what is missing, telling each long step; a prepared installation passes in a fraction of a second.

    Raises Trouble when the database refuses.
    """
    try:
        create_database()
        migrate(tell)
        load_first_data(tell)
        build()
    except (OperationalError, psycopg.OperationalError) as error:
        raise _why(error) from error
    except Exception as error:
        if any(_tells_of_a_full_disk(one) for one in _chain(error)):
            raise disk_full() from error
        raise
    finally:
        connection.close()


def build() -> None:
    """Compiled Bangla texts, web fonts and static files; each step looks for itself whether it is needed."""
    for name in ("build_messages", "build_static"):
        if name in get_commands():
            call_command(name, stdout=StringIO())


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those it followed: the first cause is often hidden below a later one."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _tells_of_a_full_disk(error: BaseException) -> bool:
    return isinstance(error, psycopg.errors.DiskFull) or "No space left on device" in str(error)


def _why(error: Exception) -> Trouble:
    if any(_tells_of_a_full_disk(one) for one in _chain(error)):
        return disk_full()
    said = str(error).strip().splitlines()[0]
    return Trouble(
        f"ডাটাবেজে যুক্ত হওয়া গেল না; DATABASE_URL দেখুন: {said}", f"The database refuses; check DATABASE_URL: {said}"
    )


def create_database() -> None:
    """The product's database in the built-in server; an external one is made by its administrator."""
    where = settings.DATABASES["default"]
    server = {"host": where["HOST"], "port": where["PORT"], "user": where["USER"], "password": where["PASSWORD"]}
    given = {name: value for name, value in server.items() if value}
    try:
        psycopg.connect(**given, dbname=where["NAME"]).close()
    except psycopg.OperationalError as error:
        if "does not exist" not in str(error) or "database" not in str(error):
            raise
        with psycopg.connect(**given, dbname="postgres", autocommit=True) as made:
            made.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(where["NAME"])))


def migrate(tell: Tell) -> None:
    """Bring the schema up to date; skipped when there is nothing to do."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    tell("ডাটাবেজের কাঠামো তৈরি হচ্ছে…", "Preparing the database…")
    call_command("migrate", interactive=False, verbosity=0)


def load_first_data(tell: Tell) -> None:
    """Areas, frameworks and the demonstration, once, all or nothing; no demonstration when AGRAGATI_DEMO=0."""
    if get_user_model()._default_manager.exists():
        return
    wanted = FIRST_DATA if settings.ENV.demo else FIRST_DATA[:2]
    tell("প্রথমবারের তথ্য লোড হচ্ছে…", "Loading the first data…")
    with transaction.atomic():
        for name in wanted:
            if name in get_commands():
                call_command(name, stdout=StringIO())
    if settings.ENV.demo:
        with writing_to(settings.ENV.home):
            (settings.ENV.home / SIGN_INS).write_text("\n".join(demo_sign_ins()), encoding="utf-8")


def demo_sign_ins() -> Iterator[str]:
    """A line for each of the demonstration's people with a user name that is easy to type."""
    known = get_user_model()._default_manager.in_bulk(DEMO_PEOPLE, field_name="username")
    for username in DEMO_PEOPLE:
        if username in known:
            yield f"{username:<12}{DEMO_PASSWORD:<16}{known[username]}"
