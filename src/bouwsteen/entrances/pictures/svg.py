"""SVG written by hand: text, boxes, lines, and the frame with title and description that every picture has."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from bouwsteen.entrances.words import cleaned

INK, QUIET, LINE, PAPER = "#1a1a1a", "#595959", "#8c8c8c", "#ffffff"
SHADES = ("#f2f6fa", "#d6e4f0", "#a9c8e0", "#6fa3cb", "#3b78ab", "#1f4e79")
"""One hue from light to dark: keeps its order for every kind of colour blindness, and in print."""
FONT = "font-family=\"'Source Sans 3', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif\""
_LANGUAGE = ' lang="{0}" xml:lang="{0}"'
"""Both: a program that knows no HTML reads the one of XML only."""
_DUTCH = ("", _LANGUAGE.format("nl"))
_NAME = f"<tspan{_DUTCH[1]}>{{}}</tspan>"
_NAME_IN_TITLE = f'<span xmlns="http://www.w3.org/1999/xhtml"{_DUTCH[1]}>{{}}</span>'
"""A title or description holds elements of other kinds only."""
_Spans = Sequence[tuple[int, int]]
LETTER = 0.53
"""How wide a letter is on the average, beside its size."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one look: `mark` is plain, new, old or strong."""

    text: str
    mark: str = "plain"


_MARKS = {
    "plain": "",
    "new": ' font-weight="700" text-decoration="underline"',
    "old": f' fill="{QUIET}" text-decoration="line-through"',
    "strong": ' font-weight="700"',
}


def framed(
    body: Iterable[str],
    *,
    width: float,
    height: float,
    title: str,
    description: str,
    language: str,
    names: Collection[str] = (),
) -> str:
    """A whole picture; `title` and `description` are what a screen reader says, in `language`, with Dutch `names`."""
    named = () if language == "nl" else names
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg"{_LANGUAGE.format(language)} viewBox="0 0 {width:g} {height:g}" '
            f'width="{width:g}" '
            f'height="{height:g}" role="img" aria-labelledby="picture-title picture-description" {FONT}>',
            f'<title id="picture-title">{_marked(title, _spans(title, named), _NAME_IN_TITLE)}</title>',
            f'<desc id="picture-description">{_marked(description, _spans(description, named), _NAME_IN_TITLE)}</desc>',
            f'<rect width="100%" height="100%" fill="{PAPER}"/>',
            *body,
            "</svg>\n",
        )
    )


def text(
    x: float,
    y: float,
    said: str,
    *,
    size: float = 14,
    anchor: str = "start",
    fill: str = INK,
    bold: bool = False,
    dutch: bool = False,
    names: Collection[str] = (),
    room: float | None = None,
) -> str:
    """One line, as far as there is `room`.

    `dutch`: all of it is what a source calls something, whatever the language of the picture; `names`: these in it are.
    """
    weight = ' font-weight="700"' if bold else ""
    shown = said if room is None else shortened(said, room, size)
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}" fill="{fill}"{weight}'
        f"{_DUTCH[dutch]}>"
        f"{_marked(shown, _spans(said, names))}</text>"
    )


def lines(
    x: float, y: float, said: Sequence[str], names: Collection[str], *, step: float, size: float, fill: str
) -> Iterator[str]:
    """Lines of one text below each other; a name in it may go on in the next line."""
    spans, start = _spans(" ".join(said), names), 0
    for place, each in enumerate(said):
        here = [(begin - start, end - start) for begin, end in spans]
        inside = _marked(each, here)
        yield f'<text x="{x:g}" y="{y + step * place:g}" font-size="{size:g}" fill="{fill}">{inside}</text>'
        start += len(each) + 1


def pieces(x: float, y: float, line: Sequence[Piece], *, size: float = 14, dutch: bool = False) -> str:
    """One line in which runs look different."""
    inner = " ".join(f"<tspan{_MARKS[each.mark]}>{_safe(each.text)}</tspan>" for each in line)
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{INK}"{_DUTCH[dutch]}>{inner}</text>'


def box(x: float, y: float, width: float, height: float, *, fill: str = PAPER, dashed: bool = False) -> str:
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}" stroke="{LINE}"'
        f'{dashes} rx="2"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False, width: float = 1) -> str:
    dashes = ' stroke-dasharray="6 4"' if dashed else ""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{INK if dashed else LINE}" '
        f'stroke-width="{width:g}"{dashes}/>'
    )


def dot(x: float, y: float, radius: float, *, filled: bool = True) -> str:
    fill = SHADES[-1] if filled else PAPER
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{SHADES[-1]}" stroke-width="1.5"/>'


def shade(count: float, most: float) -> tuple[str, str]:
    """The colour of a box for `count` of at most `most`, and the colour of what is written on it."""
    step = 0 if count <= 0 else min(len(SHADES) - 1, 1 + int((len(SHADES) - 2) * count / max(most, 1)))
    return SHADES[step], PAPER if step >= 4 else INK


def wrapped(said: str, width: float, size: float = 14) -> list[str]:
    """`said` in lines of at most `width`; a word that is too long for a line stands alone on one."""
    return [" ".join(each.text for each in found) for found in flowed([Piece(said)], width, size)]


def flowed(runs: Sequence[Piece], width: float, size: float = 14) -> list[list[Piece]]:
    """Runs of text in lines of at most `width`."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for word in _words(runs):
        needed = (len(word.text) + 1) * size * LETTER
        if used + needed > width and lines[-1]:
            lines.append([])
            used = 0.0
        lines[-1].append(word)
        used += needed
    return [list(_joined(each)) for each in lines if each]


def shortened(said: str, width: float, size: float = 14) -> str:
    """`said` as far as it fits on one line."""
    room = int(width / (size * LETTER))
    return said if len(said) <= room else said[: max(room - 1, 1)].rstrip() + "…"


def _words(runs: Sequence[Piece]) -> Iterator[Piece]:
    for run in runs:
        for word in run.text.split():
            yield Piece(word, run.mark)


def _joined(words: Sequence[Piece]) -> Iterator[Piece]:
    start = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or words[place].mark != words[start].mark:
            yield Piece(" ".join(each.text for each in words[start:place]), words[start].mark)
            start = place


def _spans(said: str, names: Collection[str]) -> _Spans:
    """Where the names stand, the longest that begins there.

    >>> _spans("Kok and Kok in bedrijf", ["Kok", "Kok in bedrijf"])
    [(0, 3), (8, 22)]
    """
    longest = sorted(filter(None, names), key=len, reverse=True)
    one = "|".join(map(re.escape, longest))
    return [found.span() for found in re.finditer(rf"(?<!\w)(?:{one})(?!\w)", said)] if one else []


def _marked(said: str, spans: _Spans, mark: str = _NAME) -> str:
    """Escaped, with each of the spans as far as it stands in it marked as Dutch.

    >>> _marked("Kok & co", [(0, 3)], "<i>{}</i>")
    '<i>Kok</i> &amp; co'
    """
    made, done = [], 0
    for start, end in spans:
        begin, stop = max(start, done), min(end, len(said))
        if begin < stop:
            made += [_safe(said[done:begin]), mark.format(_safe(said[begin:stop]))]
            done = stop
    return "".join([*made, _safe(said[done:])])


def _safe(said: str) -> str:
    return escape(cleaned(said), quote=True)
