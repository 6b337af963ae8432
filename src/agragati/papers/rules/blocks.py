"""The blocks a paper is made of: frozen values that every renderer understands.

Lengths are millimetres, type sizes points. Text is Bangla as it is to be printed; a line end inside a text is a
line end on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from agragati.kernel.digits import to_bn

Align = Literal["left", "center", "right", "justify"]
ListStyle = Literal["danda", "paren", "letters", "bullet"]

# ১। ২। · ১) ২) · (ক) (খ): domain usage in minutes, decisions and clauses.
SHORT_PARAGRAPH = 420  # letters
CLAUSE_LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is a web address or empty."""

    text: str
    bold: bool = False
    underline: bool = False
    link: str = ""


Text = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` is printed before it as "২।" when given."""

    text: Text
    number: int | None = None
    align: Align = "justify"
    indent: float = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body, level 2 or 3 (level 1 is the paper's own title)."""

    text: str
    level: int = 2
    align: Align = "left"
    underline: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items numbered ১। (danda), ১) (paren), (ক) (letters) or marked with a bullet."""

    items: tuple[Text, ...]
    style: ListStyle = "paren"
    start: int = 1
    indent: float = 0


@dataclass(frozen=True, slots=True)
class KeyValue:
    """Rows "label : value" without rules; `label_width` 0 fits the widest label."""

    rows: tuple[tuple[str, Text], ...]
    label_width: float = 0
    bold_labels: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `share` of the free width, or `width` millimetres when not 0."""

    share: float = 1
    width: float = 0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; spans count grid columns and rows; `align` empty takes the column's."""

    text: Text = ""
    colspan: int = 1
    rowspan: int = 1
    align: Align | None = None
    bold: bool = False
    shade: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; places covered by a span from above are left out. `height` is the least height."""

    cells: tuple[Cell, ...]
    height: float = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. `head` is repeated on every page; `size` 0 takes a point less than the paper."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    size: float = 0
    inset: float = 1.4


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs: name, designation and further lines (office, telephone, e-mail)."""

    name: str
    designation: str = ""
    office: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph or drawing (JPEG, PNG or SVG bytes); `alt` says what it shows, for readers who cannot see it."""

    data: bytes
    alt: str
    caption: str = ""
    width: float = 0


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures side by side, `per_row` in a row, each numbered in its caption when it has one."""

    pictures: tuple[Picture, ...]
    per_row: int = 2


@dataclass(frozen=True, slots=True)
class Verification:
    """Where anyone may check the paper: the address in the QR code and the short code beside it."""

    url: str
    code: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A block of one to three signatories; a single one stands at the right, with `check` at its left."""

    people: tuple[Person, ...]
    align: Align = "right"
    signed_on: str = ""
    picture: Picture | None = None
    room: float = 14
    label: str = ""
    check: Verification | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small type under what it explains."""

    text: Text


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The rest starts on a new page; `landscape` None keeps the direction of the paper."""

    landscape: bool | None = None


Block = (
    Paragraph | Heading | NumberedList | KeyValue | Table | Picture | Pictures | Signature | Note | Space | PageBreak
)


def plain(text: Text) -> str:
    """Give a text without its styles."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def is_short(piece: Paragraph) -> bool:
    """Whether a paragraph keeps with what follows it, so that no signature stands alone on a page."""
    return len(plain(piece.text)) <= SHORT_PARAGRAPH


def marker(style: ListStyle, number: int) -> str:
    """Give the mark of the n-th item (from 1): "১।", "১)", "(ক)" or "•"; after (হ) letters go on as (ক১)."""
    if style == "bullet":
        return "•"
    if style == "letters":
        rounds, at = divmod(number - 1, len(CLAUSE_LETTERS))
        return f"({CLAUSE_LETTERS[at]}{to_bn(rounds) if rounds else ''})"
    return f"{to_bn(number)}{'।' if style == 'danda' else ')'}"


def row(*cells: Cell | Text, height: float = 0, bold: bool = False) -> Row:
    """Make a row from cells or bare texts; `bold` makes every bare text bold."""
    made = (cell if isinstance(cell, Cell) else Cell(cell, bold=bold) for cell in cells)
    return Row(tuple(made), height=height)


def head(*cells: Cell | str) -> Row:
    """Make a header row: bold, centred."""
    made = (cell if isinstance(cell, Cell) else Cell(cell, align="center", bold=True) for cell in cells)
    return Row(tuple(made))
