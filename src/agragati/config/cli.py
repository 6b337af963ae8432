"""`agragati`: every command of the product under one name."""

from __future__ import annotations

import os
import sys

from agragati.kernel.errors import AgragatiError

from . import command_list
from .launch.trouble import Trouble

HELP = {"help", "--help", "-h"}
FAILED = 2


def main() -> None:
    """Run one command; what there is stands in `agragati --help`. Ends the process with the command's exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agragati.config.settings")
    sys.exit(run(sys.argv[1:]))


def run(words: list[str]) -> int:
    """0 when it went well, 2 with one sentence when it cannot be done, else the command's own exit code."""
    if not words or (words[0] in HELP and len(words) == 1):
        print(command_list.overview())  # noqa: T201
        return 0
    if words == ["up"]:  # what ./run says: without waking Django, which would double the time to the first page
        return _up()
    if words[0] == "help":
        words = [*words[1:], "--help"]
    try:
        if not words[0].startswith("-") and not command_list.is_known(words[0]):
            return _say(command_list.unknown(words[0]))
        return _carry_out(words)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output went away, e.g. `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _up() -> int:
    from pydantic import ValidationError

    from .env import env
    from .launch.supervise import up

    try:
        up(env())
    except (Trouble, ValidationError) as error:
        return _say(_sentence(error))
    return 0


def _carry_out(words: list[str]) -> int:
    from django.core.management import execute_from_command_line
    from django.db.utils import OperationalError
    from pydantic import ValidationError

    try:
        execute_from_command_line(["agragati", *words])
    except (AgragatiError, Trouble, OperationalError, ValidationError) as error:
        if "--traceback" in words:
            raise
        return _say(_sentence(error))
    return 0


def _sentence(error: Exception) -> str:
    """One plain sentence for an error that is not a fault of the program."""
    from pydantic import ValidationError

    if isinstance(error, AgragatiError):
        from django.utils.translation import gettext

        said = gettext(error.key) % error.params if error.params and "%(" in error.key else gettext(error.key)
        return f"{error.field}: {said}" if error.field else said
    if isinstance(error, ValidationError):
        wrong = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        return f"পরিবেশের মান ঠিক নয় · A setting is not right: {'; '.join(wrong)}"
    if isinstance(error, Trouble):
        return str(error)
    return (
        "ডাটাবেজ সাড়া দিচ্ছে না; আগে ./run দিয়ে চালু করুন অথবা DATABASE_URL দেখুন।\n"
        f"The database does not answer; start it with ./run, or check DATABASE_URL. ({str(error).splitlines()[0]})"
    )


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201
    return FAILED


if __name__ == "__main__":
    main()
