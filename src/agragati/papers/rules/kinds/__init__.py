"""One constructor for each kind of paper: plain values in, a `Paper` out."""

from agragati.papers.rules.kinds.progress_report import (
    Progress,
    ProgressArea,
    progress_report,
)

__all__ = ["Progress", "ProgressArea", "progress_report"]
