"""The hours of a choice space as a bar: what counts, what perhaps does, what does not, what is open, what is asked.

    |██████████████▒▒▒▒▒▒▒░░░░░░░XXXXXXX|
    0        240       480      720

Each has a pattern of its own beside its colour, and every figure stands in words below it. It is drawn without a
`viewBox`, in shares of its width, so that its letters keep their size on a narrow screen.
"""

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from bouwsteen.entrances.words import Words
from bouwsteen.questions.choice.space import LEAST_SIZE, ChoiceSpace

_KINDS = ("counted", "perhaps", "open", "refused")
_PATTERNS = """<defs>
<pattern id="uren-misschien" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect class="b-hours__perhaps" width="8" height="8"/><rect class="b-hours__line" width="3" height="8"/></pattern>
<pattern id="uren-niet" width="8" height="8" patternUnits="userSpaceOnUse">
<rect class="b-hours__refused" width="8" height="8"/><path class="b-hours__cross" d="M0 0l8 8M8 0l-8 8"/></pattern>
</defs>"""
_FILLS = {"perhaps": "url(#uren-misschien)", "refused": "url(#uren-niet)"}


def hours_bar(space: ChoiceSpace, say: Words) -> SafeString:
    """Nothing where nobody knows how much is asked."""
    if not space.most:
        return SafeString()
    hours = {
        "counted": space.counted,
        "perhaps": space.perhaps,
        "open": space.left or 0,
        "refused": space.refused,
    }
    return format_html(
        '<figure class="b-hours"><svg class="b-hours__bar" aria-hidden="true" focusable="false">{}{}{}</svg>'
        '<figcaption><ul class="b-hours__legend">{}</ul></figcaption></figure>',
        SafeString(_PATTERNS),
        _boxes(hours),
        _marks(space, sum(hours.values())),
        format_html_join("", "<li>{}{}</li>", _legend(hours, space, say)),
    )


def _boxes(hours: dict[str, int]) -> SafeString:
    whole, start, found = sum(hours.values()), 0, []
    for kind, size in hours.items():
        if size:
            found.append((_box(kind), _share(start, whole), _share(size, whole)))
        start += size
    return format_html_join("", '<rect {} x="{}" y="0" width="{}" height="32"/>', found)


def _box(kind: str) -> SafeString:
    fill = format_html(' fill="{}"', _FILLS[kind]) if kind in _FILLS else SafeString()
    return format_html('class="b-hours__box b-hours__box--{}"{}', kind, fill)


def _marks(space: ChoiceSpace, whole: int) -> SafeString:
    """A line and a figure at every 240 hours; a thick line at what is asked."""
    asked = {space.least, space.most}
    at = sorted({*range(0, whole + 1, LEAST_SIZE), space.least or 0, space.most or 0, whole})
    return format_html_join(
        "",
        '<line class="{}" x1="{}" x2="{}" y1="0" y2="40"/><text class="b-hours__figure" x="{}" y="56" '
        'text-anchor="{}">{}</text>',
        (
            (
                "b-hours__asked" if hours in asked and hours else "b-hours__tick",
                *(_share(hours, whole) for _ in range(3)),
                "start" if not hours else "end" if hours == whole else "middle",
                hours,
            )
            for hours in at
        ),
    )


def _legend(hours: dict[str, int], space: ChoiceSpace, say: Words) -> Iterator[tuple[SafeString, str]]:
    for kind in _KINDS:
        if hours[kind]:
            fill = _FILLS.get(kind, "")
            box = format_html(
                '<svg class="b-hours__sample" aria-hidden="true" focusable="false"><rect '
                'class="b-hours__box b-hours__box--{}"{} width="20" height="20"/></svg>',
                kind,
                format_html(' fill="{}"', fill) if fill else SafeString(),
            )
            yield box, say(f"web.hours.{kind}", hours=hours[kind])
    line = SafeString(
        '<svg class="b-hours__sample" aria-hidden="true" focusable="false">'
        '<line class="b-hours__asked" x1="10" x2="10" y1="0" y2="20"/></svg>'
    )
    asked = say("hours.short", hours=space.most)
    if space.least is not None and space.least != space.most:
        asked = say("choice.between", least=space.least, most=space.most)
    yield line, say("web.hours.asked", hours=asked)


def _share(hours: int, whole: int) -> str:
    return f"{hours / whole:.4%}"
