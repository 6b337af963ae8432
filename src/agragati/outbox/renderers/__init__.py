"""Values → bytes: encrypted push notices, tables."""

from .table import to_csv
from .web_push import encrypt, public_key, vapid_header

__all__ = ["encrypt", "public_key", "to_csv", "vapid_header"]
