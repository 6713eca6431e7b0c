"""A page on a terminal, with colour and tables, through Rich; `NO_COLOR` takes the colour away."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Table,
    Tone,
    apart,
    fits,
    stacked,
)
from bouwsteen.entrances.words import cleaned

WIDEST = 110
"""Longer lines are hard to read, however wide the terminal is."""
STEP = 2

_STYLES = {
    Tone.NORMAL: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.HAVE: "green",
    Tone.WARNING: "yellow",
}


def print_coloured(page: Page) -> None:
    """Prints the page on standard output."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = min(console.width, WIDEST)
    before: Block | None = None
    for block in _narrowed(page, console.width):
        if before is not None and apart(before, block):
            console.print()
        console.print(_rendered(block))
        before = block


def _narrowed(page: Page, width: int) -> Iterator[Block]:
    """The page, with each table that does not fit told row by row."""
    for block in page:
        if isinstance(block, Table) and not fits(block, width):
            yield from stacked(block)
        else:
            yield block


def _rendered(block: Block) -> RenderableType:
    match block:
        case Heading(text):
            return Text(cleaned(text), style="bold cyan underline")
        case Subheading(text=text):
            return Text(cleaned(text), style="bold cyan")
        case Label(text):
            return Text(cleaned(text), style="bold")
        case Paragraph(text=text, tone=tone, depth=depth):
            return Padding(Text(cleaned(text), style=_STYLES[tone]), (0, 0, 0, STEP * depth))
        case Item(depth=depth, mark=mark, tone=tone):
            return _item(cleaned(block.whole), STEP * depth, mark, _STYLES[tone])
        case Table():
            return _table(block)


def _item(text: str, indent: int, mark: str, style: str) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=len(mark), no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(Text("•" if mark == "-" else mark, style=style or "cyan"), Text(text, style=style))
    return Padding(grid, (0, 0, 0, indent))


def _table(table: Table) -> RenderableType:
    made = RichTable(
        box=SIMPLE_HEAD,
        header_style="bold",
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        show_header=any(table.headers),
    )
    for index, header in enumerate(table.headers):
        made.add_column(
            Text(cleaned(header)),
            justify="right" if index in table.right else "left",
            no_wrap=index not in table.flexible,
            overflow="fold",
        )
    for row in table.rows:
        made.add_row(*(Text(cleaned(cell)) for cell in row))
    return made
