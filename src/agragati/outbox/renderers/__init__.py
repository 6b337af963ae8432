"""Values → bytes: encrypted push notices."""

from .web_push import encrypt, public_key, vapid_header

__all__ = ["encrypt", "public_key", "vapid_header"]
