"""Questions about offices, people and rights."""

from .sign_on import access_of_posting, access_of_request, postings_of

__all__ = ["access_of_posting", "access_of_request", "postings_of"]
