"""Broad elements against sectors: a dot where an element recurs, larger for more files; on the right how broad."""

from collections.abc import Iterator, Mapping, Sequence

from bouwsteen.entrances.pictures.drawing import Drawing
from bouwsteen.entrances.pictures.svg import QUIET, SHADES, box, dot, framed, line, shortened, text
from bouwsteen.entrances.words import Words
from bouwsteen.services.rank_breadth import BroadElement

ROW, COLUMN, LABELS, BAR, TOP = 28, 30, 380, 130, 104


def draw_broad(found: Sequence[BroadElement], names: Mapping[str, str], say: Words) -> Drawing:
    """The broadest first, as many as are given."""
    sectors = sorted(
        {sector for each in found for sector in each.breadth.sectors}, key=lambda each: names.get(each, each)
    )
    title = say("picture.broad.title")
    first = say.listed([each.standing.title for each in found[:3]])
    description = say("picture.broad.description", count=len(found), sectors=len(sectors), first=first)
    legend = [f"{place}. {names.get(sector, sector)}" for place, sector in enumerate(sectors, start=1)]
    return Drawing(
        name="broad",
        title=title,
        description=description,
        svg=framed(
            _body(found, sectors, legend, say, title),
            width=LABELS + COLUMN * len(sectors) + BAR + 70,
            height=TOP + ROW * len(found) + 40 + 18 * ((len(legend) + 2) // 3),
            title=title,
            description=description,
            language=say.language,
            names=[each.standing.title for each in found[:3]],
        ),
        headers=tuple(say(f"column.{name}") for name in ("element", "breadth", "files", "sectors")),
        rows=tuple(
            (
                each.standing.title,
                say.decimal(each.breadth.score),
                str(len(each.standing.family.files)),
                ", ".join(sectors_of(each, names)),
            )
            for each in found
        ),
        notes=(say("picture.broad.reading"), say("insight.sector-inferred")),
    )


def sectors_of(each: BroadElement, names: Mapping[str, str]) -> list[str]:
    """The sectors with the number of files in each; an inferred one has a star."""
    return [
        f"{names.get(code, code)}{'*' if code in each.inferred else ''} ({count})"
        for code, count in each.breadth.sectors.items()
    ]


def _body(
    found: Sequence[BroadElement], sectors: Sequence[str], legend: Sequence[str], say: Words, title: str
) -> Iterator[str]:
    yield text(16, 32, title, size=20, bold=True)
    yield text(16, 56, say("picture.broad.legend"), size=13, fill=QUIET)
    for column in range(len(sectors)):
        x = LABELS + COLUMN * column + COLUMN / 2
        yield text(x, TOP - 14, str(column + 1), anchor="middle", size=12)
    bars = LABELS + COLUMN * len(sectors) + 20
    yield text(bars, TOP - 14, say("column.breadth"), size=12)
    most = max((each.breadth.score for each in found), default=1.0)
    for row, each in enumerate(found):
        y = TOP + ROW * row + ROW / 2
        yield line(16, y + ROW / 2, bars + BAR, y + ROW / 2)
        yield text(LABELS - 14, y + 5, shortened(each.standing.title, LABELS - 64), anchor="end", dutch=True)
        for column, sector in enumerate(sectors):
            if count := each.breadth.sectors.get(sector):
                x = LABELS + COLUMN * column + COLUMN / 2
                yield dot(x, y, min(4 + 2 * (count - 1), 11), filled=sector not in each.inferred)
        yield box(bars, y - 7, BAR * each.breadth.score / most, 14, fill=SHADES[2])
        yield text(
            bars + BAR * each.breadth.score / most + 6, y + 5, say.decimal(each.breadth.score), size=12
        )
    below = TOP + ROW * len(found) + 30
    third = (len(legend) + 2) // 3
    for place, words in enumerate(legend):
        x = 16 + (place // third) * 270
        yield text(
            x, below + 18 * (place % third), shortened(words, 262, 12), size=12, fill=QUIET, dutch=True
        )
