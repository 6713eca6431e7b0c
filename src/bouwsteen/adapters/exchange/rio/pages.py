"""From a saved file to the objects in it.

A page of RIO is an array, a HAL page or one object; a file holds one page, or several in an array:

    [ {unit}, {unit} ]                                          an array
    { "_embedded": { "Opleidingen": [ {unit} ] }, "_links": … } a HAL page; without `_embedded` an empty one
    { "id": …, "opleidingseenheidcode": … }                     one unit, recognition or relation

The description of the API shows arrays; its texts, and clients that are in use, show HAL. The objects of an
array are read one by one, so that a large file is never held in memory as a whole tree.
"""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from bouwsteen.adapters.exchange.rio.findings import Findings, Place, shown

LARGEST_FILE = 256 * 2**20
"""Bytes; the API gives pages of 100 objects at most, some 150 kB."""

_ITEMS_PER_STEP = 1000
_SPACE = re.compile(r"[ \t\n\r]*")
_HAL_ONLY = {"_links", "page"}
_OWN_FIELDS = {"erkendeopleidingscode", "id", "opleidingseenheidcode", "soort", "type"}

Item = tuple[Place, Mapping[str, object]]


def items(
    path: Path, findings: Findings, *, largest_file: int, done: Callable[[int], None]
) -> Iterator[Item]:
    """Every object in the file with its place; `done` is told the bytes read, about."""
    text = _text(path, findings, largest_file)
    if text is None:
        return
    try:
        for count, (at, where, value) in enumerate(_values(text)):
            yield from _objects(value, Place(str(path), where), findings)
            if count % _ITEMS_PER_STEP == 0:
                done(min(at, len(text)))
    except _Unreadable as wrong:
        findings.mistake(
            Place(str(path), wrong.path), wrong.slug, wrong.given, wrong.expected, line=wrong.line
        )


def _text(path: Path, findings: Findings, largest_file: int) -> str | None:
    place = Place(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(largest_file + 1)
    except OSError as wrong:
        findings.mistake(place, "cannot-read", wrong.strerror or str(wrong), "a file that can be read")
        return None
    if len(content) > largest_file:
        findings.mistake(
            place, "too-large", f"more than {largest_file} bytes", "one page per file, or fewer pages in one"
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        findings.mistake(place, "not-utf-8", content[wrong.start : wrong.end], "UTF-8", line=line)
        return None


@dataclass(eq=False)
class _Unreadable(Exception):
    slug: str
    path: str
    given: str
    expected: str
    line: int | None = None


class _NotANumber(ValueError):
    """NaN or Infinity, which JSON does not know, or a number that no computer holds (1e999)."""


class _TwiceNamed(ValueError):
    """A name that stands twice in one object."""


def _refuse_constant(name: str) -> None:
    raise _NotANumber(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceNamed(next(name for name in names if names.count(name) > 1))
    return found


def _finite(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise _NotANumber(digits)
    return value


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_object)


def _values(text: str) -> Iterator[tuple[int, str, object]]:
    """(how far, path, value): the values of the outer array one by one, or the one value there is."""
    start = _after_space(text, 0)
    if text[start : start + 1] != "[":
        value, end = _decoded(text, start, "$")
        yield end, "$", value
        _expect_end(text, end)
        return
    end = _after_space(text, start + 1)
    index = 0
    while index > 0 or text[end : end + 1] != "]":
        value, end = _decoded(text, end, f"$[{index}]")
        yield end, f"$[{index}]", value
        end = _after_space(text, end)
        if text[end : end + 1] == "]":
            break
        if text[end : end + 1] != ",":
            raise _syntax(text, f"$[{index}]", JSONDecodeError("Expecting ',' delimiter", text, end))
        end, index = _after_space(text, end + 1), index + 1
    _expect_end(text, end + 1)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _expect_end(text: str, at: int) -> None:
    end = _after_space(text, at)
    if end < len(text):
        raise _syntax(text, "$", JSONDecodeError("Extra data", text, end))


def _decoded(text: str, at: int, path: str) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except JSONDecodeError as wrong:
        raise _syntax(text, path, wrong) from None
    except RecursionError:
        raise _Unreadable("too-deep", path, "nested too deep", "the nesting of an answer of RIO") from None
    except _NotANumber as wrong:
        raise _Unreadable("not-a-number", path, shown(str(wrong)), "a number, or null") from None
    except _TwiceNamed as wrong:
        raise _Unreadable("name-twice", path, shown(str(wrong)), "each name once in an object") from None
    except ValueError:  # Python refuses to make a number of thousands of digits
        raise _Unreadable("bad-number", path, "a number of thousands of digits", "a number") from None


def _syntax(text: str, path: str, wrong: JSONDecodeError) -> _Unreadable:
    ended = wrong.pos >= len(text.rstrip()) or wrong.msg.startswith("Unterminated")
    slug = "truncated" if ended else "not-json"
    return _Unreadable(slug, path, text[wrong.pos : wrong.pos + 40], f"JSON: {wrong.msg}", wrong.lineno)


def _objects(value: object, place: Place, findings: Findings, *, in_page: bool = False) -> Iterator[Item]:
    """The objects in a page; the page itself when it is one object."""
    if isinstance(value, list) and not in_page:
        for index, each in enumerate(value):
            yield from _objects(each, Place(place.file, f"{place.path}[{index}]"), findings, in_page=True)
    elif not isinstance(value, dict):
        findings.mistake(place, "not-an-object", value, "an object, or an array of them")
    elif "_embedded" in value and not _OWN_FIELDS & value.keys():
        yield from _embedded(value["_embedded"], place.at("_embedded"), findings)
    elif value and not value.keys() <= _HAL_ONLY:
        yield place, value


def _embedded(groups: object, place: Place, findings: Findings) -> Iterator[Item]:
    if not isinstance(groups, dict):
        findings.mistake(place, "not-an-object", groups, "the objects of a HAL page by name")
        return
    for name, group in groups.items():
        where = place.at(name)
        for index, each in enumerate(group if isinstance(group, list) else [group]):
            inner = Place(where.file, f"{where.path}[{index}]") if isinstance(group, list) else where
            if isinstance(each, dict):
                yield inner, each
            else:
                findings.mistake(inner, "not-an-object", each, "an object")
