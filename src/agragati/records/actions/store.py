"""The store of files: one place by the hash of the bytes, written once."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from agragati.org.access import Access


@transaction.atomic
def store_once(*, by: Access, content: bytes, folder: str = "", suffix: str = "") -> tuple[str, str]:
    """Write bytes under their hash unless they lie there already; the path in the store and the SHA-256.

    `folder` keeps a kind of file apart from the uploads ("copies"), `suffix` is its ending (".pdf"). No check is
    made here: what people hand in goes through `keep_file`. `by` is whose deed needs it.
    """
    by.require_signed_in()
    digest = hashlib.sha256(content).hexdigest()
    path = "/".join(filter(None, (folder, digest[:2], digest + suffix)))
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return path, digest
