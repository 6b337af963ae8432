"""Questions about files and comments."""

from .files import comments_about, file_to_read, files_about, same_files

__all__ = ["comments_about", "file_to_read", "files_about", "same_files"]
