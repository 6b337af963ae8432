"""Questions about files and comments."""

from .files import (
    comments_about,
    content_of_file,
    copy_to_read,
    earlier_versions,
    file_to_read,
    files_about,
    hashes_to_scan,
    refuse_infected,
    same_files,
)

__all__ = [
    "comments_about",
    "content_of_file",
    "copy_to_read",
    "earlier_versions",
    "file_to_read",
    "files_about",
    "hashes_to_scan",
    "refuse_infected",
    "same_files",
]
