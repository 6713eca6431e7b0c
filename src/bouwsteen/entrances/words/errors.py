"""Every error of every floor in words: what was given, what was expected, what to do.

An error is known by its slug; its fields fill in its words. So no door has to import what raises it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from bouwsteen.entrances.words.catalogue import Words
from bouwsteen.entrances.words.expectations import expected_in_words
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.services.errors import NotAllowed
from bouwsteen.services.ports import Mistake, RefusedFile, StorageFault

_BY_EXAMPLE = {"bad-code", "bad-day", "not-filled-in"}
"""Mistakes of which what was expected is one of many: as an answer it would be wrong."""
LONGEST_GIVEN = 80
"""Of what was given, as many characters are repeated as make it recognisable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """An error for people: `title` says what is wrong, `detail` what was given, expected, and what to do."""

    slug: str
    title: str
    detail: str


def explained(error: BouwsteenError, say: Words) -> Explained:
    """The error in the language of `say`."""
    values = _values(error, say)
    wanted, found = values.get("wanted"), values.get("found")
    pieces = [say(f"error.wanted-{wanted}" if wanted else f"error.{error.slug}", **values)]
    if found:
        pieces.insert(0, say(f"error.found-{found}", **values))
    match error:
        case StorageFault():
            pieces.insert(0, say(f"storage.{error.cause}", **values))
        case NotAllowed():
            pieces.insert(0, say(f"refused.{error.because}"))
        case RefusedFile():
            pieces = [*(explained_mistake(each, say) for each in error.mistakes), *pieces]
        case _ if values.get("near"):
            pieces.append(say("error.near", near=values["near"]))
    return Explained(slug=error.slug, title=say(f"error.{error.slug}.title"), detail="\n".join(pieces))


def explained_mistake(mistake: Mistake, say: Words) -> str:
    """One line: where it stands, what is wrong, what stood there and what should."""
    name = f"mistake.{mistake.slug}"
    what = say(name) if name in say else mistake.slug
    line = say("mistake.line", line=mistake.line) if mistake.line and not mistake.file else mistake.line
    place = ":".join(map(str, filter(None, (mistake.file, line, mistake.path))))
    pieces = [say("mistake.place", place=place, what=what) if place else what]
    if mistake.given:
        pieces.append(say("mistake.given", given=short(mistake.given)))
    if mistake.expected:
        slug = "mistake.example" if mistake.slug in _BY_EXAMPLE else "mistake.expected"
        pieces.append(say(slug, expected=expected_in_words(mistake.expected, say)))
    return "".join(pieces)


def _values(error: BouwsteenError, say: Words) -> Mapping[str, object]:
    """The fields of the error, ready to be filled in."""
    names: list[str] = [each.name for each in fields(error)] if is_dataclass(error) else []
    values = {name: _value(getattr(error, name), say) for name in names}
    if "expected" in values:
        values["expected"] = expected_in_words(str(values["expected"]), say)
    return values


def _value(value: object, say: Words) -> object:
    match value:
        case int() | date():
            return value
        case tuple():
            return say.listed([str(each) for each in value], "or")
        case None:
            return ""
        case _:
            return short(str(value))


def short(text: str) -> str:
    """As much of `text` as makes it recognisable."""
    return text if len(text) <= LONGEST_GIVEN else f"{text[: LONGEST_GIVEN - 1]}…"
