"""Plain text → blocks: tables by tabs, Markdown pipes, or HTML inside Markdown; the rest as lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from agragati.papers.renderers.extract.blocks import Block, Span, line, table

_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{1,}:?[ \t]*)*\|?[ \t]*$")
_BREAK = re.compile(r"<br\s*/?>|</p\s*>\s*<p\b[^>]*>|</li\s*>\s*<li\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|b|i|u|em|strong|sup|sub|font|center|li|ul|ol|td|tr|th|tbody|thead)\b[^>]*>", re.I)
_MARKS = re.compile(r"[<&*_\[\\#]")
_LONGEST_ROW = 40  # lines a pipe row may run over before we stop waiting for its closing bar
_PAGE_TURN = 8  # lines that a page's foot and the next one's head take at most
_WIDEST_SPAN = 100
_MOST_HTML_TABLES = 2000


def read_text(text: str) -> list[Block]:
    """Split a text into lines and tables, in order. Form feeds start a new page. Never raises."""
    blocks: list[Block] = []
    for page, whole in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"), 1):
        at, part = 0, _numbered_lists(whole)
        for start, end in _html_places(part):
            blocks += _lines_and_tables(part[at:start], page)
            blocks += html_tables(part[start:end], page)
            at = end
        blocks += _lines_and_tables(part[at:], page)
    return blocks


def _numbered_lists(text: str) -> str:
    """Write the numbers of HTML lists out, an item a line; tables keep theirs for their own reading."""
    tables = list(_html_places(text))
    at, pieces = 0, []
    for start, end in _html_places(text, "ol"):
        if start < at or any(a <= start < b for a, b in tables):
            continue
        items = re.split(r"<li\b[^>]*>", text[start:end], flags=re.IGNORECASE)[1:]
        pieces += [text[at:start], *(f"\n{number}) {item.strip()}" for number, item in enumerate(items, 1)), "\n"]
        at = end
    return "".join([*pieces, text[at:]])


def _html_places(text: str, tag: str = "table") -> Iterator[tuple[int, int]]:
    """Where HTML tables stand; one that never closes is text. Linear, also on a text full of opening tags."""
    lower = text.lower()
    at = 0
    for _ in range(_MOST_HTML_TABLES):
        if (start := lower.find(f"<{tag}", at)) < 0 or (end := lower.find(f"</{tag}", start)) < 0:
            return
        at = lower.find(">", end) + 1 or len(text)
        yield start, at


def html_tables(markup: str, page: int) -> list[Block]:
    """Give each table of the markup; merged cells carry their text once."""
    soup = BeautifulSoup(markup, "html.parser")
    return [_html_table(found, page) for found in soup.find_all("table") if not found.find_parent("table")]


def _html_table(found: Tag, page: int) -> Block:
    rows: list[list[str]] = []
    spans: list[Span] = []
    taken: dict[tuple[int, int], bool] = {}
    for at, tr in enumerate(found.find_all("tr")):
        row: list[str] = []
        for cell in tr.find_all(["td", "th"], recursive=False):
            while taken.get((at, len(row))):
                row.append("")
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            if across > 1 or down > 1:
                spans.append((at, len(row), down, across))
            for below in range(1, down):
                taken.update({(at + below, len(row) + right): True for right in range(across)})
            row += [_cell_text(cell), *[""] * (across - 1)]
        rows.append(row)
    return table(rows, page, spans=spans)


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name) or "1")
    return min(max(int(said), 1), _WIDEST_SPAN) if said.isascii() and said.isdigit() else 1


def _cell_text(cell: Tag) -> str:
    for end in cell.find_all(["br"]):
        end.replace_with("\n")
    for listed in cell.find_all("ol"):
        for number, item in enumerate(listed.find_all("li", recursive=False), 1):
            item.insert(0, f"{number}) ")
    for end in cell.find_all(["p", "li", "div"]):
        end.append("\n")
    return re.sub(r"[ \t]*\n[ \t]*", "\n", cell.get_text()).strip()


def _lines_and_tables(text: str, page: int) -> Iterator[Block]:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        rows, after = _pipe_rows(lines, at)
        barred = after > at
        if not barred:
            rows, after = _tab_rows(lines, at)
        # Bars draw a table, be it empty; tabs alone may only push a text to the right.
        if any(sum(map(bool, row)) > 1 for row in rows) or (barred and rows and len(rows[0]) > 2):
            yield table(rows, page)
        else:
            after = max(after, at + 1)
            yield from (line(clean, page) for text in lines[at:after] if (clean := _bare(text)))
        at = after


def _bare(text: str) -> str:
    """A line as text; the bars of an empty table are nothing."""
    clean = inline(text).strip()
    return clean.strip("|").strip() if clean.startswith("|") else clean


def inline(text: str) -> str:
    """Take the marks of Markdown and HTML off a text: emphasis, links, pictures, entities, tags, line breaks."""
    if not _MARKS.search(text):
        return text
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = re.sub(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}\)", "", text)
    text = re.sub(r"\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}\)", r"\1", text)
    text = re.sub(r"^[ \t]*#{1,6}[ \t]+", "", text)
    text = re.sub(r"\*\*|__", "", text).replace("\\|", "|")
    return html.unescape(text)


def _pipe_rows(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    """Rows of a Markdown table that starts at line `at`, and the line after it; the same line when none starts."""
    rows: list[list[str]] = []
    while at < len(lines):
        if _RULE.match(lines[at]) and "|" in lines[at]:
            at += 1
            continue
        row, after = _one_pipe_row(lines, at, bare=bool(rows) or _rule_follows(lines, at))
        if not row:
            break
        rows.append(row)
        at = after
    return [row for row in rows if any(row)], at


def _rule_follows(lines: list[str], at: int) -> bool:
    return at + 1 < len(lines) and "|" in lines[at + 1] and bool(_RULE.match(lines[at + 1]))


def _one_pipe_row(lines: list[str], at: int, *, bare: bool) -> tuple[list[str], int]:
    text = lines[at].strip()
    if not text.startswith("|"):
        return (_pipe_cells(text), at + 1) if bare and "|" in text else ([], at)
    after = at + 1
    if not text.endswith("|"):
        for further in range(after, min(after + _LONGEST_ROW, len(lines))):
            if lines[further].lstrip().startswith("|"):
                break
            if lines[further].rstrip().endswith("|"):
                text = "\n".join([text, *(part.strip() for part in lines[after : further + 1])])
                after = further + 1
                break
    return _pipe_cells(text), after


def _pipe_cells(text: str) -> list[str]:
    text = text.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [inline(cell).strip() for cell in re.split(r"(?<!\\)\|", text)]


def _tab_rows(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    """Rows of neighbouring lines with a tab, and the line after them; a table when one has two filled cells."""
    rows: list[list[str]] = []
    while at < len(lines) and "\t" in lines[at].strip(" \r"):
        rows.append([inline(cell).strip() for cell in lines[at].split("\t")])
        at += 1
        at = _broken_cells(rows, lines, at)
    return [row for row in rows if any(row)], at


def _broken_cells(rows: list[list[str]], lines: list[str], at: int) -> int:
    """Join lines that a line end inside a cell broke off the last row; give the line after them.

    A row shorter than the header takes the lines that bring it to the header's width; a full one takes lines
    without tabs when the table goes on under them, be it on the next page.
    """
    width = len(rows[0])
    if width < 3 or len(rows) < 2:
        return at
    row = rows[-1]
    for end in range(at, min(at + _LONGEST_ROW, len(lines))):
        if not lines[end].strip():
            if len(row) == width and row is not rows[-1] and _goes_on(lines, end, width):
                rows[-1] = row
                return end
            break
        more = [inline(cell).strip() for cell in lines[end].split("\t")]
        if len(row) >= width and len(more) > 1:
            rows[-1] = row
            return end
        row = [*row[:-1], f"{row[-1]}\n{more[0]}", *more[1:]]
        if len(more) > 1 and len(row) == width:
            rows[-1] = row
            return _broken_cells(rows, lines, end + 1)
        if len(row) > width:
            break
    return at


def _goes_on(lines: list[str], at: int, width: int) -> bool:
    """Whether rows as wide follow after the turn of a page: an empty line, and a number or a heading or two."""
    turn = [line for line in lines[at : at + _PAGE_TURN] if line.strip()]
    return any(line.count("\t") == width - 1 for line in turn) and all("।" not in line for line in turn[:1])
