"""The map of shared parts: sectors against sectors, in each box how many families stand in both."""

from collections.abc import Iterator, Mapping

from bouwsteen.entrances.pictures.drawing import Drawing
from bouwsteen.entrances.pictures.svg import INK, QUIET, box, framed, shade, shortened, text
from bouwsteen.entrances.words import Words
from bouwsteen.services.map_shared_parts import PartsMap

CELL, LABELS, TOP = 40, 420, 96


def draw_map(found: PartsMap, names: Mapping[str, str], say: Words) -> Drawing:
    """`names` gives the title of each sector."""
    sectors = sorted(found.sectors, key=lambda each: names.get(each, each))
    title = say("picture.map.title")
    pairs = sorted(
        ((count, pair) for pair, count in found.between.items() if pair[0] != pair[1]), reverse=True
    )
    description = say(
        "picture.map.description",
        families=len(found.parts),
        sectors=len(sectors),
        most=say.listed([f"{names.get(a, a)} – {names.get(b, b)} ({count})" for count, (a, b) in pairs[:3]]),
    )
    width = LABELS + CELL * len(sectors) + 24
    return Drawing(
        name="map",
        title=title,
        description=description,
        svg=framed(
            _body(found, sectors, names, say, title),
            width=width,
            height=TOP + CELL * len(sectors) + 56,
            title=title,
            description=description,
            language=say.language,
            names=names.values(),
        ),
        headers=(say("column.sector"), say("picture.map.other"), say("column.families")),
        rows=tuple(
            (names.get(a, a), names.get(b, b) if a != b else say("picture.map.inside"), str(count))
            for count, (a, b) in sorted(
                ((count, pair) for pair, count in found.between.items()), key=lambda each: (-each[0], each[1])
            )
        ),
        notes=(
            say("picture.map.reading"),
            say("picture.map.unplaced", count=found.unplaced),
            say("picture.map.foot"),
            say("insight.general-left-out"),
        ),
    )


def _body(
    found: PartsMap, sectors: list[str], names: Mapping[str, str], say: Words, title: str
) -> Iterator[str]:
    yield text(16, 32, title, size=20, bold=True)
    yield text(16, 56, say("picture.map.legend"), size=13, fill=QUIET)
    most = max((count for (one, other), count in found.between.items() if one != other), default=1)
    for row, sector in enumerate(sectors):
        y = TOP + CELL * row
        label = f"{row + 1}. {names.get(sector, sector)} ({found.sectors[sector]})"
        yield text(LABELS - 12, y + CELL / 2 + 5, shortened(label, LABELS - 24), anchor="end", dutch=True)
        for column in range(row + 1):
            count = found.between.get((min(sector, sectors[column]), max(sector, sectors[column])), 0)
            fill, ink = shade(count, most)
            x = LABELS + CELL * column
            yield box(x, y, CELL, CELL, fill=fill, dashed=row == column)
            if count:
                yield text(x + CELL / 2, y + CELL / 2 + 5, str(count), anchor="middle", fill=ink)
        yield text(LABELS + CELL * row + CELL / 2, y - 8, str(row + 1), anchor="middle", size=12, fill=INK)
    bottom = TOP + CELL * len(sectors) + 28
    yield text(16, bottom, say("picture.map.foot"), size=12, fill=QUIET)
