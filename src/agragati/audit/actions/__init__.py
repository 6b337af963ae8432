"""Writing and sealing the log of deeds, and doing a submit once."""

from .deeds import record
from .sealing import seal_deeds
from .submits import claim_submit, finish_submit, submit_once

__all__ = ["claim_submit", "finish_submit", "record", "seal_deeds", "submit_once"]
