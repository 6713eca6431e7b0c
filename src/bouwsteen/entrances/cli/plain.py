"""A page as plain text: no colour, no lines drawn; for pipes, files and simple terminals.

>>> print(plain((Heading("Wat nog moet"), Item("Beheert de voorraad")), width=40))
WAT NOG MOET
- Beheert de voorraad
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from bouwsteen.entrances.pages.blocks import (
    NARROWEST,
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Table,
    apart,
)
from bouwsteen.entrances.words import cleaned

STEP = 2
GAP = "  "


def plain(page: Page, *, width: int = 80) -> str:
    """The page in lines of at most `width` characters (a longer word stays whole)."""
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if before is not None and apart(before, block):
            lines.append("")
        lines.extend(line.rstrip() for line in _lines(block, width))
        before = block
    return "\n".join(lines)


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(text):
            yield from wrap(cleaned(text).upper(), width)
        case Subheading(text=text):
            yield from wrap(cleaned(text), width)
            yield "-" * min(width, len(cleaned(text)))
        case Label(text):
            yield from _wrapped(text, width, "", "")
        case Paragraph(text=text, depth=depth):
            indent = " " * (STEP * depth)
            yield from _wrapped(text, width, indent, indent)
        case Item(depth=depth, mark=mark):
            indent = " " * (STEP * depth)
            yield from _wrapped(block.whole, width, f"{indent}{mark} ", indent + " " * (len(mark) + 1))
        case Table():
            yield from _table(block, width)


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return wrap(
        cleaned(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _table(table: Table, width: int) -> Iterator[str]:
    cells = [[cleaned(cell) for cell in row] for row in (table.headers, *table.rows)]
    widths = _widths(cells, table.flexible, width)
    right = [index in table.right for index in range(len(widths))]
    if any(table.headers):
        yield from _row(cells[0], widths, right)
        yield GAP.join("-" * each for each in widths)
    for row in cells[1:]:
        yield from _row(row, widths, right)


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    columns = [wrap(cell, wide) or [""] for cell, wide in zip(row, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield GAP.join(
            cell.rjust(wide) if to_right else cell.ljust(wide)
            for cell, wide, to_right in zip(line, widths, right, strict=True)
        )


def _widths(cells: Sequence[Sequence[str]], flexible: Sequence[int], width: int) -> list[int]:
    """As wide as the widest cell; the widest flexible column gives way until the table fits."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    while sum(widths) + len(GAP) * (len(widths) - 1) > width:
        widest = max(flexible, key=lambda index: widths[index])
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
    return widths
