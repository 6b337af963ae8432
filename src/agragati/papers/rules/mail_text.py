"""The words of an e-mail that was written as a web page."""

from __future__ import annotations

from html.parser import HTMLParser

_BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "hr", "blockquote"})
LONGEST = 500_000  # letters of the source: an e-mail that people read is shorter
_HIDDEN = frozenset({"script", "style", "head", "title"})


class _Words(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A new line before blocks, a tab between cells."""
        self.hidden = 0 if tag == "body" else self.hidden + (tag in _HIDDEN)  # the end of the head is often left out
        if tag in _BREAKS:
            self.said.append("\n")
        elif tag in ("td", "th"):
            self.said.append("\t")

    def handle_endtag(self, tag: str) -> None:
        """The end of what is not shown."""
        self.hidden = max(0, self.hidden - (tag in _HIDDEN))

    def handle_data(self, data: str) -> None:
        """Words; line ends of the source are spaces."""
        if not self.hidden:
            self.said.append(" ".join(data.split()) if data.strip() else " ")


def text_of_html(source: str) -> str:
    """The text of a page, a line a block, cells of a row parted by tabs. Never raises for broken markup."""
    reader = _Words()
    reader.feed(source[:LONGEST])
    reader.close()
    lines = (
        "\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in "".join(reader.said).split("\n")
    )
    return "\n".join(line.strip() for line in lines if line.strip())
