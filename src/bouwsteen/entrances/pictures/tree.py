"""A broad base as a tree that lies on its side: hours run to the right, programmes stand under one another.

What programmes have in common is one box over all their rows; where they part, the boxes do. The line shows after how
many hours a student must have chosen.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from bouwsteen.entrances.pictures.drawing import Drawing
from bouwsteen.entrances.pictures.svg import (
    PAPER,
    QUIET,
    SHADES,
    box,
    framed,
    line,
    text,
    wrapped,
)
from bouwsteen.entrances.words import Words
from bouwsteen.questions.reuse.programmes import Branch, BroadBase
from bouwsteen.services.find_base import FoundBase, Titles

WIDTH, SIDE, ROW, TOP, LINE = 1160, 16, 150, 84, 18
BULLET = "· "
"""Opens a line that is a title."""
BOLD = 1.15
"""How much wider bold letters are."""


def draw_tree(found: FoundBase, base: BroadBase, names: Mapping[str, str], say: Words) -> Drawing:
    """`names` gives the name of each programme."""
    longest = _depth(base.tree)
    listed = say.listed([names[crebo] for crebo in base.tree.crebos])
    title = say("picture.tree.title", names=listed)
    description = say(
        "picture.tree.description",
        count=len(base.common),
        hours=whole(base.common_hours),
        names=listed,
    )
    return Drawing(
        name="base",
        title=title,
        description=description,
        svg=framed(
            _body(found, base, names, say, longest),
            width=WIDTH,
            height=TOP + ROW * len(base.tree.crebos) + 60,
            title=title,
            description=description,
            language=say.language,
            names=[names[crebo] for crebo in base.tree.crebos],
        ),
        headers=tuple(say(f"column.{name}") for name in ("element", "programmes", "hours")),
        rows=tuple(_rows(base.tree, found.titles, names, say)),
        notes=(
            say("insight.hours-estimated"),
            say("picture.tree.reading" if base.common else "picture.tree.nothing"),
            say(f"insight.rests-on-{found.texts.basis}", parts=found.texts.parts, texts=found.texts.known),
        ),
    )


def whole(hours: Fraction) -> int:
    """Whole hours, half up."""
    return int(hours + Fraction(1, 2))


def _depth(branch: Branch) -> Fraction:
    return branch.hours + max((_depth(each) for each in branch.branches), default=Fraction(0))


def _rows(branch: Branch, titles: Titles, names: Mapping[str, str], say: Words) -> Iterator[tuple[str, ...]]:
    """Each element once, with the programmes that have it at that branch; the hours are of the whole branch."""
    for element in titles.in_order(branch.elements):
        whose = [
            f"{names[crebo]} (“{say.listed(own)}”)"
            if (own := titles.own_of(element, crebo))
            else names[crebo]
            for crebo in branch.crebos
        ]
        general = f" {say('insight.broad.general')}" if element in titles.general else ""
        yield titles.of[element] + general, ", ".join(whose), str(whole(branch.hours / len(branch.elements)))
    for each in branch.branches:
        yield from _rows(each, titles, names, say)


def _body(
    found: FoundBase, base: BroadBase, names: Mapping[str, str], say: Words, longest: Fraction
) -> Iterator[str]:
    scale = (WIDTH - 2 * SIDE) / float(longest or 1)
    heading = say("picture.tree.heading", count=len(base.tree.crebos))
    yield text(SIDE, 32, heading, size=20, bold=True)
    yield text(SIDE, 56, say("picture.tree.legend"), size=13, fill=QUIET)
    yield from _boxes(base.tree, 0.0, TOP, scale, found.titles, names, say)
    bottom = TOP + ROW * len(base.tree.crebos)
    if found.choose_after is None:
        yield text(SIDE, bottom + 30, say("picture.tree.nothing"), size=13, bold=True)
        return
    choose = SIDE + float(base.common_hours) * scale
    yield line(choose, TOP - 14, choose, bottom + 12, dashed=True, width=2)
    words = [say("picture.tree.choose", hours=whole(base.common_hours))]
    if found.generic_hours:
        total = whole(found.choose_after)
        words.append(say("picture.tree.choose-total", generic=whole(found.generic_hours), total=total))
    after = choose < WIDTH / 2
    for place, each in enumerate(words):
        yield text(
            choose + (6 if after else -6),
            bottom + 30 + LINE * place,
            each,
            size=13,
            bold=True,
            anchor="start" if after else "end",
        )


def _boxes(
    branch: Branch,
    start: float,
    top: float,
    scale: float,
    titles: Titles,
    names: Mapping[str, str],
    say: Words,
) -> Iterator[str]:
    width, height = float(branch.hours) * scale, ROW * len(branch.crebos)
    if branch.elements:
        shared = len(branch.crebos) > 1
        fill = SHADES[2] if shared and start == 0 else SHADES[1] if shared else PAPER
        yield box(SIDE + start, top, width, height - 4, fill=fill)
        yield from _inside(branch, SIDE + start + 8, top, width - 14, height, titles, names, say)
    below = top
    for each in branch.branches:
        yield from _boxes(each, start + width, below, scale, titles, names, say)
        below += ROW * len(each.crebos)


def _inside(
    branch: Branch,
    x: float,
    top: float,
    room: float,
    height: float,
    titles: Titles,
    names: Mapping[str, str],
    say: Words,
) -> Iterator[str]:
    """Whose box it is, its hours, and as many titles as fit."""
    alone = len(branch.crebos) == 1
    head = names[branch.crebos[0]] if alone else say("picture.tree.common", count=len(branch.crebos))
    lines = [(each, True) for each in wrapped(head, room, 14 * BOLD)]
    lines.append((say.many("picture.tree.hours", len(branch.elements), hours=whole(branch.hours)), False))
    lines += [
        (each, False) for each in _titles(branch, int((height - 16) / LINE) - len(lines), titles, names, say)
    ]
    called = _names(branch, titles, names)
    for place, (words, bold) in enumerate(lines):
        y, size = top + 20 + LINE * place, 14 if bold else 12.5
        yield text(x, y, words, size=size, bold=bold, dutch=alone and bold, names=called, room=room)


def _names(branch: Branch, titles: Titles, names: Mapping[str, str]) -> set[str]:
    """What sources call the programmes of a branch and its elements."""
    own = (
        title for each in branch.elements for crebo in branch.crebos for title in titles.own_of(each, crebo)
    )
    return {*(names[each] for each in branch.crebos), *(titles.of[each] for each in branch.elements), *own}


def _titles(branch: Branch, fits: int, titles: Titles, names: Mapping[str, str], say: Words) -> list[str]:
    """What a box holds in at most `fits` lines: each title with what programmes themselves call it, or titles."""
    elements = titles.in_order(branch.elements)
    said = [f"{BULLET}{_called(each, branch, titles, say)}" for each in elements]
    whole = [
        line
        for element, title in zip(elements, said, strict=True)
        for line in (title, *(_own(element, branch, titles, names, say) if len(branch.crebos) > 1 else ()))
    ]
    if len(whole) <= fits:
        return whole
    if len(said) <= fits:
        return said
    shown = said[: max(fits - 1, 0)]
    return [*shown, say("picture.tree.more", more=len(said) - len(shown))]


def _called(element: str, branch: Branch, titles: Titles, say: Words) -> str:
    """In the box of one programme its own title; in a common one that of the family."""
    own = titles.own_of(element, branch.crebos[0]) if len(branch.crebos) == 1 else ()
    title = say.listed(own) if own else titles.of[element]
    return say("picture.tree.general", title=title) if element in titles.general else title


def _own(element: str, branch: Branch, titles: Titles, names: Mapping[str, str], say: Words) -> Iterator[str]:
    for crebo in branch.crebos:
        for title in titles.own_of(element, crebo):
            yield f"– {say('insight.base.own', name=names[crebo], title=title)}"
