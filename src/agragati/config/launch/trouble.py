"""What stops a start, told in one sentence, in Bangla and in English."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Trouble(Exception):
    """A start that cannot go on; both texts say what is wrong and what to do."""

    def __init__(self, bn: str, en: str) -> None:
        self.bn, self.en = bn, en
        super().__init__(en)

    def __str__(self) -> str:
        return f"{self.bn}\n{self.en}"


def disk_full() -> Trouble:
    """No space left."""
    return Trouble("ডিস্কে জায়গা নেই; জায়গা খালি করে আবার চালু করুন।", "The disk is full; free some space and start again.")


def cannot_write(folder: Path) -> Trouble:
    """A folder that must take data does not."""
    return Trouble(
        f"তথ্যের ফোল্ডারে লেখা যায় না: {folder}; AGRAGATI_HOME দিয়ে অন্য ফোল্ডার দেখিয়ে দিন।",
        f"The data folder cannot be written: {folder}; name another one with AGRAGATI_HOME.",
    )


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn the system's refusals while writing below `folder` into sentences."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise disk_full() from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}:
            raise cannot_write(folder) from error
        raise
