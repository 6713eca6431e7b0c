"""A family with its members: each different title once, with what differs from the family's title marked in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bouwsteen.entrances.pages.insight import relation_in_words
from bouwsteen.entrances.pictures.drawing import Drawing
from bouwsteen.entrances.pictures.svg import (
    QUIET,
    Piece,
    box,
    dot,
    flowed,
    framed,
    line,
    lines,
    pieces,
    text,
    wrapped,
)
from bouwsteen.entrances.words import Words
from bouwsteen.questions.reuse.differences import Change
from bouwsteen.services.show_family import FamilyInFull, ShownMember, ShownRelation

WIDTH, WORDS, WHERE = 960, 480, 370
FEW = 4
_LOOKS = {Change.SAME: "plain", Change.IN: "new", Change.OUT: "old"}


@dataclass(frozen=True, slots=True)
class _Row:
    relation: ShownRelation
    words: list[list[Piece]]
    where: list[str]
    files: Sequence[str]

    @property
    def height(self) -> float:
        return 22 * max(len(self.words), len(self.where)) + 16


def draw_family(found: FamilyInFull, names: Mapping[str, str], say: Words) -> Drawing:
    """The members in the order of the family: the same first, then variants. `names` names files and programmes."""
    title = say("picture.family.title", title=found.standing.title)
    rows = [_row(group, names, say) for group in _by_title(found.members)]
    counts = Counter(each.relation for each in found.members)
    description = say(
        "picture.family.description",
        titles=len({each.member.title.casefold() for each in found.members}),
        members=len(found.members),
        same=counts[ShownRelation.SAME],
        variants=counts[ShownRelation.VARIANT],
        others=counts[ShownRelation.OTHER_TEXT],
    )
    heading = wrapped(found.standing.title, WIDTH - 48, 22)
    own = found.standing.family.title
    below = (
        wrapped(say("insight.family.own-title", title=own), WIDTH - 48, 13)
        if own != found.standing.title
        else []
    )
    top = 64 + 28 * len(heading) + 20 * len(below)
    return Drawing(
        name="family",
        title=title,
        description=description,
        svg=framed(
            _body(found, rows, heading, below, names, say),
            width=WIDTH,
            height=top + sum(each.height for each in rows) + 52,
            title=title,
            description=description,
            language=say.language,
            names=[found.standing.title],
        ),
        headers=tuple(say(f"column.{name}") for name in ("part", "title", "relation", "qualifications")),
        rows=tuple(
            (
                str(each.member.key),
                each.member.title,
                relation_in_words(each, say),
                ", ".join(each.qualifications),
            )
            for each in found.members
        ),
        notes=(
            say("insight.grants-nothing"),
            say(f"insight.basis-{found.texts.basis}"),
        ),
    )


def _by_title(members: Sequence[ShownMember]) -> list[list[ShownMember]]:
    groups: dict[tuple[str, ShownRelation], list[ShownMember]] = {}
    for each in members:
        groups.setdefault((each.member.title.casefold(), each.relation), []).append(each)
    return list(groups.values())


def _row(group: Sequence[ShownMember], names: Mapping[str, str], say: Words) -> _Row:
    runs = [Piece(run.words, _LOOKS[run.kind]) for run in group[0].runs]
    files = sorted({each.member.file for each in group})
    where = say.many("picture.family.where", len(files), files=say.listed(_named(files, names, say)))
    return _Row(group[0].relation, flowed(runs, WORDS), wrapped(where, WHERE, 13), files[:FEW])


def _named(files: Sequence[str], names: Mapping[str, str], say: Words) -> list[str]:
    """A few of the files by name; of many the rest is a number."""
    few = [each if (names.get(each) or each) == each else f"{names[each]} ({each})" for each in files[:FEW]]
    more = len(files) - FEW
    return [*few, say.many("picture.family.more", more)] if more > 0 else few


def _body(
    found: FamilyInFull,
    rows: Sequence[_Row],
    heading: Sequence[str],
    below: Sequence[str],
    names: Mapping[str, str],
    say: Words,
) -> Iterator[str]:
    yield text(24, 30, say(f"picture.family.of-{found.standing.family.kind}"), size=13, fill=QUIET)
    yield box(16, 40, WIDTH - 32, 28 * len(heading) + 10, fill="#f2f6fa")
    for place, each in enumerate(heading):
        yield text(32, 64 + 28 * place, each, size=22, bold=True, dutch=True)
    y = 64 + 28.0 * len(heading)
    yield from lines(32, y + 4, below, [found.standing.family.title], step=20, size=13, fill=QUIET)
    y += 20 * len(below)
    for row in rows:
        yield line(36, y - 4, 36, y + row.height - 4)
        yield from _sign(36, y + 18, row.relation)
        for place, words in enumerate(row.words):
            yield pieces(60, y + 23 + 22 * place, words, dutch=True)
        called = [name for each in row.files if (name := names.get(each, each)) != each]
        yield from lines(60 + WORDS + 30, y + 23, row.where, called, step=22, size=13, fill=QUIET)
        y += row.height
    for x, relation, slug in (
        (36, ShownRelation.SAME, "relation.same"),
        (180, ShownRelation.VARIANT, "relation.variant"),
        (324, ShownRelation.OTHER_TEXT, "picture.family.other-text"),
    ):
        yield from _sign(x, y + 26, relation)
        yield text(x + 14, y + 31, say(slug), size=13)
    legend = [Piece(say("picture.family.new"), "new"), Piece(say("picture.family.old"), "old")]
    yield pieces(560, y + 31, legend, size=13)


def _sign(x: float, y: float, relation: ShownRelation) -> Iterator[str]:
    """A full dot, an open one, and an open one struck through."""
    yield dot(x, y, 7, filled=relation is ShownRelation.SAME)
    if relation is ShownRelation.OTHER_TEXT:
        yield line(x - 8, y + 8, x + 8, y - 8, width=2)
