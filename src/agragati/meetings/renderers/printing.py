"""Papers as someone wants them printed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agragati.papers.rules.paper import Paper


@dataclass(frozen=True)
class PrintTerms:
    """How a paper is to be printed: without its annexes, turned, with a line at the foot, in another size."""

    annexes: bool = True
    landscape: bool = False
    foot: str = ""
    size: float = 12


def as_asked(paper: Paper, terms: PrintTerms) -> Paper:
    """The paper as the reader wants it printed; what it says stays."""
    foot = terms.foot.strip()[:120]
    return replace(paper, annexes=paper.annexes if terms.annexes else (), landscape=terms.landscape, foot=foot,
                   size=min(max(terms.size, 9), 16))  # fmt: skip
