"""Writing the log of deeds, and doing a submit once."""

from .deeds import record
from .submits import claim_submit, finish_submit, submit_once

__all__ = ["claim_submit", "finish_submit", "record", "submit_once"]
