"""A page of blocks as HTML. Every text is escaped; what a block is about becomes a link.

Items that follow one another become one list, with lists inside it where they stand deeper.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Table,
    Thing,
    Tone,
)
from bouwsteen.entrances.web.addresses import PAGES, address_of

_TONES = {
    Tone.NORMAL: "",
    Tone.STRONG: "b-strong",
    Tone.QUIET: "b-quiet",
    Tone.HAVE: "b-have",
    Tone.WARNING: "b-warning",
}
_NOTHING = mark_safe("")


def drawn(page: Page) -> SafeString:
    """The blocks as HTML, headings from level two on."""
    groups = groupby(page, key=lambda block: isinstance(block, Item))
    return _joined(_list(list(group)) if items else _joined(map(_block, group)) for items, group in groups)


def _joined(pieces: Iterator[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((each,) for each in pieces))


def _block(block: Block) -> SafeString:
    match block:
        case Heading(text):
            return format_html('<h2 class="nl-heading nl-heading--level-2">{}</h2>', text)
        case Subheading(text, about):
            return format_html('<h3 class="nl-heading nl-heading--level-3">{}</h3>', _linked(text, about))
        case Label(text):
            return format_html('<p class="nl-paragraph b-label">{}</p>', text)
        case Paragraph(text=text, tone=tone):
            return format_html('<p class="nl-paragraph {}">{}</p>', _TONES[tone], text)
        case Table():
            return _table(block)
        case _:
            return _NOTHING


def _list(items: Sequence[Item | Block]) -> SafeString:
    """One list; items that stand deeper go into a list inside the item before them."""
    lines = [each for each in items if isinstance(each, Item)]
    depth = min((each.depth for each in lines), default=0)
    groups: list[tuple[Item, list[Item]]] = []
    for each in lines:
        if each.depth <= depth or not groups:
            groups.append((each, []))
        else:
            groups[-1][1].append(each)
    marked = all(item.mark != "-" for item, _ in groups)
    return format_html(
        '<ul class="b-list{}">{}</ul>',
        " b-marked" if marked else "",
        _joined(_item(item, inside) for item, inside in groups),
    )


def _item(item: Item, inside: Sequence[Item]) -> SafeString:
    mark = format_html('<span class="b-mark">{}</span> ', item.mark) if item.mark != "-" else _NOTHING
    return format_html(
        "<li{}>{}{}{}</li>",
        format_html(' class="{}"', _TONES[item.tone]) if _TONES[item.tone] else _NOTHING,
        mark,
        _linked(item.text, item.about),
        _list(inside) if inside else _NOTHING,
    )


def _linked(text: str, about: Thing | None) -> SafeString:
    if about is None or about.kind not in PAGES:
        return format_html("{}", text)
    return format_html('<a class="nl-link" href="{}">{}</a>', address_of(about.kind, about.key), text)


def _table(table: Table) -> SafeString:
    if not any(table.headers):
        return _facts(table)
    head = _joined(
        format_html('<th scope="col"{}>{}</th>', _aligned(table, at), each)
        for at, each in enumerate(table.headers)
    )
    rows = _joined(_row(table, index) for index in range(len(table.rows)))
    return format_html(
        '<section class="b-scroll" tabindex="0" aria-label="{}">'
        '<table class="b-table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></section>',
        ", ".join(each for each in table.headers if each),
        head,
        rows,
    )


def _row(table: Table, index: int) -> SafeString:
    about = table.about[index] if index < len(table.about) else None
    first, *rest = table.rows[index]
    cells = _joined(
        format_html("<td{}>{}</td>", _aligned(table, at), each) for at, each in enumerate(rest, start=1)
    )
    return format_html('<tr><th scope="row">{}</th>{}</tr>', _linked(first, about), cells)


def _aligned(table: Table, column: int) -> SafeString:
    return mark_safe(' class="b-right"') if column in table.right else _NOTHING


def _facts(table: Table) -> SafeString:
    """A table without headers is a list of names and values."""
    rows = ((name, " ".join(values)) for name, *values in table.rows)
    return format_html('<dl class="b-facts">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows))
