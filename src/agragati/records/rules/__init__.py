"""Pure rules about files."""

from .uploads import ALLOWED, CheckedFile, check_upload

__all__ = ["ALLOWED", "CheckedFile", "check_upload"]
