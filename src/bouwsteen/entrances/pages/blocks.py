"""What a page is made of. A page is a tuple of blocks; how they look is up to each door."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a line is, so that it may look like it; it never carries meaning that the words do not."""

    NORMAL = "normal"
    STRONG = "strong"
    QUIET = "quiet"
    HAVE = "have"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the structure that a block is about, so that a door that can link does: its kind and key."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Heading:
    """Opens a part of the page."""

    text: str


@dataclass(frozen=True, slots=True)
class Subheading:
    """Opens a smaller part."""

    text: str
    about: Thing | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A line that says what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, `depth` steps to the right."""

    text: str
    tone: Tone = Tone.NORMAL
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """What a line names behind its text, and the thing that bears that name."""

    text: str
    about: Thing


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list. `about` is what its text is about; each of `things` is named behind it, with its own link."""

    text: str
    depth: int = 0
    mark: str = "-"
    tone: Tone = Tone.NORMAL
    about: Thing | None = None
    things: tuple[Mention, ...] = ()

    @property
    def whole(self) -> str:
        """The text and all that is named behind it.

        >>> Item("in:", things=(Mention("Kok (25180)", Thing("qualification", "25180")),)).whole
        'in: Kok (25180)'
        """
        return " ".join(filter(None, (self.text, ", ".join(each.text for each in self.things))))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers. `flexible` are the columns that give way when it is too wide; `right` align right.

    `about` names, a row each, what the row is about; the column `names` says so in words.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    flexible: tuple[int, ...] = (0,)
    right: tuple[int, ...] = ()
    about: tuple[Thing | None, ...] = ()
    names: int = 0


NARROWEST = 12
"""A column that gives way stays at least so wide; else nobody can read what stands in it."""


def fits(table: Table, width: int, *, gap: int = 2) -> bool:
    """Whether the table can be shown in `width` characters with nothing cut off."""
    columns = zip(*(row for row in (table.headers, *table.rows)), strict=True)
    widths = [max(map(len, column)) for column in columns]
    least = [min(NARROWEST, each) if index in table.flexible else each for index, each in enumerate(widths)]
    return sum(least) + gap * (len(widths) - 1) <= width


def stacked(table: Table) -> "Page":
    """The same rows one under another, for a screen that is too narrow: what stands first, and the rest under it.

    >>> [each.text for each in stacked(Table(("Opleiding", "Niveau"), (("Retailmedewerker", "2"),)))]
    ['Retailmedewerker', 'Niveau: 2']
    """
    made: list[Block] = []
    for first, *rest in table.rows:
        made.append(Item(first))
        for header, value in zip(table.headers[1:], rest, strict=True):
            if value:
                made.append(Item(f"{header}: {value}" if header else value, depth=1))
    return tuple(made)


Block = Heading | Subheading | Label | Paragraph | Item | Table
Page = tuple[Block, ...]


def apart(before: Block, block: Block) -> bool:
    """Whether an empty line stands between the two: what opens something holds on to what it opens."""
    opens = isinstance(before, Heading | Subheading | Label)
    return not (opens or (isinstance(before, Item) and isinstance(block, Item)))
