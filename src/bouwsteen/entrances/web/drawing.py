"""A page of blocks as HTML. Every text is escaped; what a block is about becomes a link.

Items that follow one another become one list, with lists inside it where they stand deeper.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, groupby

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
from bouwsteen.entrances.web.dutch import dutch, in_dutch, name_in

_TONES = {
    Tone.NORMAL: "",
    Tone.STRONG: "b-strong",
    Tone.QUIET: "b-quiet",
    Tone.HAVE: "b-have",
    Tone.WARNING: "b-warning",
}
_FILLS = {"#": "b-bar__first", "+": "b-bar__beside", ".": "b-bar__free"}
_BAR = re.compile(r"[#+.]{8,}")
_DIFFERENCE = re.compile(r"\[-(.+?)-\]|\{\+(.+?)\+\}")
_NOTHING, _EMPTY = mark_safe(""), mark_safe("<td></td>")


def drawn(page: Page, *, folded: Container[str] = ()) -> SafeString:
    """The blocks as HTML, headings from level two on. What stands under a heading in `folded` can be unfolded."""
    parts = groupby(_numbered(page), key=lambda pair: pair[0])
    return _joined(_part([block for _, block in part], folded) for _, part in parts)


def _numbered(page: Page) -> Iterator[tuple[int, Block]]:
    """Each block with the number of the heading that it stands under."""
    number = 0
    for block in page:
        number += isinstance(block, Heading)
        yield number, block


def _part(blocks: Sequence[Block], folded: Container[str]) -> SafeString:
    """What stands under one heading. A smaller heading with none above it is not smaller."""
    head, *rest = blocks
    if not isinstance(head, Heading):
        return _flat(blocks, smaller=2)
    if head.text in folded:
        inside = _flat(rest, smaller=2)
        return format_html("<details><summary>{}</summary>{}</details>", dutch(head.text), inside)
    return _flat(blocks, smaller=3)


def _flat(blocks: Sequence[Block], *, smaller: int) -> SafeString:
    groups = groupby(blocks, key=lambda block: isinstance(block, Item))
    return _joined(
        _list(list(group)) if items else _joined(_block(each, smaller) for each in group)
        for items, group in groups
    )


def _joined(pieces: Iterator[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((each,) for each in pieces))


def _block(block: Block, smaller: int) -> SafeString:
    """One block that is no item; `smaller` is the level of a smaller heading."""
    match block:
        case Heading(text):
            return _heading(2, dutch(text))
        case Subheading(text, about):
            return _heading(smaller, _linked(text, about))
        case Label(text):
            return format_html('<p class="nl-paragraph b-label">{}</p>', dutch(text))
        case Paragraph(text=text, tone=tone):
            return format_html('<p class="nl-paragraph {}">{}</p>', _TONES[tone], _marked(text))
        case Table():
            return _table(block)
        case _:
            return _NOTHING


def _heading(level: int, inside: SafeString) -> SafeString:
    return format_html('<h{0} class="nl-heading nl-heading--level-{0}">{1}</h{0}>', level, inside)


def _list(items: Sequence[Block]) -> SafeString:
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
        "<li{}>{}{}{}{}</li>",
        format_html(' class="{}"', _TONES[item.tone]) if _TONES[item.tone] else _NOTHING,
        mark,
        _linked(item.text, item.about),
        _things(item),
        _list(inside) if inside else _NOTHING,
    )


def _things(item: Item) -> SafeString:
    """What the line names behind its text."""
    named = format_html_join(", ", "{}", ((_linked(each.text, each.about),) for each in item.things))
    return format_html(" {}", named) if item.text and item.things else named


def _linked(text: str, about: Thing | None) -> SafeString:
    if about is None or about.kind not in PAGES:
        return _marked(text)
    return format_html('<a class="nl-link" href="{}">{}</a>', address_of(about.kind, about.key), dutch(text))


def _marked(text: str) -> SafeString:
    """What stands only here, or not here, marked as such; the name in which it does is one, with all that is marked."""
    marks = [*_DIFFERENCE.finditer(text)]
    if not marks:
        return dutch(text)
    here = " ".join(_DIFFERENCE.sub(lambda found: found[2] or "", text).split())
    start, end = marks[0].start(), marks[-1].end()
    if name := name_in(here):
        before, _, after = here.partition(name)
        start, end = len(before), len(text) - len(after)
    return _joined(iter((dutch(text[:start]), in_dutch(_differences(text[start:end])), dutch(text[end:]))))


def _differences(text: str) -> SafeString:
    pieces, end = [], 0
    for found in _DIFFERENCE.finditer(text):
        mark = "<del>{}</del>" if found[1] else "<ins>{}</ins>"
        pieces += [format_html("{}", text[end : found.start()]), format_html(mark, found[1] or found[2])]
        end = found.end()
    return _joined(iter([*pieces, format_html("{}", text[end:])]))


def _table(table: Table) -> SafeString:
    if not any(table.headers):
        return _facts(table)
    head = _joined(
        format_html('<th scope="col"{}>{}</th>', _aligned(table, at), dutch(each)) if each else _EMPTY
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
    cells = _joined(
        format_html('<th scope="row">{}</th>', _linked(each, about))
        if at == table.names
        else format_html("<td{}>{}</td>", _aligned(table, at), _cell(each))
        for at, each in enumerate(table.rows[index])
    )
    return format_html("<tr>{}</tr>", cells)


def _cell(text: str) -> SafeString:
    """A bar of signs is drawn as a bar; what it says stands in the other cells."""
    if not _BAR.fullmatch(text):
        return dutch(text)
    parts = [(sign, len(list(run))) for sign, run in groupby(text)]
    starts = accumulate((length for _, length in parts), initial=0)
    boxes = ((_FILLS[sign], start, length) for (sign, length), start in zip(parts, starts, strict=False))
    return format_html(
        '<svg class="b-bar" viewBox="0 0 {} 4" preserveAspectRatio="none" aria-hidden="true">{}</svg>',
        len(text),
        format_html_join("", '<rect class="{}" x="{}" width="{}" height="4"/>', boxes),
    )


def _aligned(table: Table, column: int) -> SafeString:
    return mark_safe(' class="b-right"') if column in table.right else _NOTHING


def _facts(table: Table) -> SafeString:
    """A table without headers is a list of names and values."""
    about = (*table.about, *(None for _ in table.rows[len(table.about) :]))
    rows = (
        (dutch(name), _linked(" ".join(values), leads))
        for (name, *values), leads in zip(table.rows, about, strict=True)
    )
    return format_html('<dl class="b-facts">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows))
