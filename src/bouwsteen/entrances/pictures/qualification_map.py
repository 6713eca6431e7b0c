"""The map of qualifications: each against each, in a box how many work processes both have."""

from collections.abc import Iterator, Mapping

from bouwsteen.entrances.pictures.drawing import Drawing
from bouwsteen.entrances.pictures.svg import INK, QUIET, box, framed, line, shade, shortened, text
from bouwsteen.entrances.words import Words
from bouwsteen.services.map_qualifications import UNKNOWN, QualificationsMap

CELL, LABELS, TOP, WIDEST_TITLE = 34, 420, 116, 960


def draw_qualifications(
    found: QualificationsMap, names: Mapping[str, str], sectors: Mapping[str, str], say: Words
) -> Drawing:
    """`names` gives the name of each programme, `sectors` the title of each sector."""
    title = map_title(found, sectors, say)
    pairs = sorted(found.between.items(), key=lambda each: (-each[1], each[0]))
    across = [(pair, count) for pair, count in pairs if found.one_file(*pair) is False]
    most = [f"{names[a]} – {names[b]} ({count})" for (a, b), count in across[:3]]
    description = say.many(
        "picture.qualifications.description",
        len(found.placed),
        most=say.listed(most) or say("picture.qualifications.none"),
    )
    return Drawing(
        name="map",
        title=title,
        description=description,
        svg=framed(
            _body(found, names, sectors, say),
            width=max(LABELS + CELL * len(found.placed) + 24, WIDEST_TITLE),
            height=TOP + CELL * len(found.placed) + 56,
            title=title,
            description=description,
            language=say.language,
            names=(*names.values(), *sectors.values()),
        ),
        headers=tuple(
            say(f"column.{name}") for name in ("programme", "other-programme", "parts", "one-file")
        ),
        rows=tuple(pair_rows(found, names, say)),
        notes=(
            say("picture.qualifications.reading"),
            say("insight.general-left-out"),
            *(
                [say("picture.qualifications.unknown", codes=say.listed(found.unknown))]
                if found.unknown
                else []
            ),
        ),
    )


def map_title(found: QualificationsMap, sectors: Mapping[str, str], say: Words) -> str:
    if found.sector is None:
        return say("picture.qualifications.title")
    sector = say("sector.unknown") if found.sector == UNKNOWN else sectors.get(found.sector, found.sector)
    return say("picture.qualifications.title-of-sector", sector=sector)


def pair_rows(found: QualificationsMap, names: Mapping[str, str], say: Words) -> Iterator[tuple[str, ...]]:
    """Each two that share: across files first, then where a file is not known, then inside one; most first."""
    order = (False, None, True)
    pairs = [(order.index(found.one_file(*pair)), -count, pair) for pair, count in found.between.items()]
    for place, less, (one, other) in sorted(pairs):
        yield (
            f"{names[one]} ({one})",
            f"{names[other]} ({other})",
            say.number(-less),
            say(("map.two-files", "unknown", "map.one-file")[place]),
        )


def _body(
    found: QualificationsMap, names: Mapping[str, str], sectors: Mapping[str, str], say: Words
) -> Iterator[str]:
    yield text(16, 32, map_title(found, sectors, say), size=20, bold=True, names=sectors.values())
    yield text(16, 56, say("picture.qualifications.legend"), size=13, fill=QUIET)
    yield text(16, 76, say("picture.qualifications.legend-files"), size=13, fill=QUIET)
    most = max(found.between.values(), default=1)
    for row, each in enumerate(found.placed):
        y = TOP + CELL * row
        name = shortened(f"{row + 1}. {names[each.crebo]}", LABELS - 116)
        yield text(LABELS - 12, y + CELL / 2 + 5, f"{name} ({each.crebo})", anchor="end", dutch=True)
        for column in range(row + 1):
            other = found.placed[column].crebo
            own = row == column
            count = each.elements if own else found.between.get((other, each.crebo), 0)
            fill, ink = ("#ffffff", QUIET) if own else shade(count, most)
            x = LABELS + CELL * column
            yield box(x, y, CELL, CELL, fill=fill)
            if count:
                yield text(x + CELL / 2, y + CELL / 2 + 5, str(count), anchor="middle", size=13, fill=ink)
        yield text(LABELS + CELL * row + CELL / 2, y - 8, str(row + 1), anchor="middle", size=12, fill=INK)
    for first, last in _files(found):
        left, top = LABELS + CELL * first, TOP + CELL * first
        right, low = LABELS + CELL * (last + 1), TOP + CELL * (last + 1)
        yield line(left, top, left, low, dashed=True, width=2)
        yield line(left, low, right, low, dashed=True, width=2)
    bottom = TOP + CELL * len(found.placed) + 28
    yield text(16, bottom, say("picture.qualifications.foot"), size=12, fill=QUIET)


def _files(found: QualificationsMap) -> Iterator[tuple[int, int]]:
    """The first and the last row of each file with two or more programmes; those stand together."""
    rows = [each.file for each in found.placed]
    for file in dict.fromkeys(rows):
        if rows.count(file) > 1:
            yield rows.index(file), len(rows) - 1 - rows[::-1].index(file)
