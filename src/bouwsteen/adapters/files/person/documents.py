"""A person's file as tables: TOML or JSON, with the line of every value.

A mistake in the form of TOML ends its reader. So the line is noted, taken out, and the rest is read: whoever made
the file gets all mistakes at once. What is typed wrong most often is recognised and said by its name.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bouwsteen.adapters.files.person.findings import REFUSED, Findings
from bouwsteen.adapters.files.person.places import json_lines, toml_lines, toml_places

MOST_BYTES = 262_144
MOST_MISTAKES = 50
MOST_POINTS = 100
"""On one line. The reader of TOML takes time by the square of the depth of a name, as in `a.a.a`."""
DAY = "2021-08-01"
MOST_READ = 2_000_000
"""So many signs are read of one file, all times together; files of people are small."""

_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_ASSIGNED = re.compile(r"\s*(\"?[\w-]+\"?)\s*=\s*([^#]*)")
_TYPED_WRONG = (
    (re.compile(r"\d+,\d+"), "decimal-comma", "7.5"),
    (re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}"), "bad-day", DAY),
    (re.compile(r".*[“”„‘’].*"), "curly-quotes", '"…"'),
    (re.compile(r"(?i)ja|nee|yes|no|true|false|waar|onwaar"), "no-truth", "true | false"),
    (re.compile(r"[^\W\d][\w/.~ -]*|K?\d[\w/.-]*"), "no-quotes", '"…"'),
)


def document(content: bytes, name: str, findings: Findings) -> dict[str, Any]:
    """The tables in `content`; JSON where the name says so or it opens with a brace, else TOML."""
    if len(content) > MOST_BYTES:
        findings.add(None, "", "too-large", expected=f"at most {MOST_BYTES // 1024} kB")
        return {}
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        findings.add(content.count(b"\n", 0, error.start) + 1, "", "not-utf-8")
        return {}
    is_json = name.endswith(".json") or (not name.endswith(".toml") and text.lstrip()[:1] == "{")
    try:
        return _from_json(text, findings) if is_json else _from_toml(text, findings)
    except RecursionError:
        findings.add(None, "", "too-deep")
        return {}


def usual_day(given: object) -> str:
    """The day in the form that is expected, where it can be recognised; else an example of the form."""
    numbers = [int(each) for each in re.findall(r"\d+", str(given)[:20])]
    if len(numbers) != 3:
        return DAY
    first, month, last = numbers
    try:
        return (date(first, month, last) if first > 31 else date(last, month, first)).isoformat()
    except (ValueError, OverflowError):  # the second of a number with more digits than any year has
        return DAY


def _from_json(text: str, findings: Findings) -> dict[str, Any]:
    try:
        found = json.loads(
            text, parse_float=Decimal, parse_constant=_refused, object_pairs_hook=_Pairs(findings)
        )
    except json.JSONDecodeError as error:
        findings.add(error.lineno, "", "json-syntax", given=_line(text, error.lineno))
        return {}
    except ValueError as error:
        findings.add(None, "", "json-syntax", given=str(error))
        return {}
    findings.placed(json_lines(text))
    if not isinstance(found, dict):
        findings.add(1, "", "no-table", given=text.strip()[:20], expected="{…}")
        return {}
    return found


def _refused(constant: str) -> str:
    """NaN and Infinity: no numbers that anybody can have as a mark; they are refused where they stand."""
    return constant


class _Pairs:
    """Makes a table of what stands between braces; a name that stands twice is a mistake."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in pairs:
            if name in made:
                self._findings.add(None, name, "field-twice", given=value)
            made.setdefault(name, value)
        return made


def _from_toml(text: str, findings: Findings) -> dict[str, Any]:
    lines = text.split("\n")
    deep = next((number for number, line in enumerate(lines, 1) if line.count(".") > MOST_POINTS), None)
    if deep:
        findings.add(deep, "", "too-deep")
        return {}
    paths = dict(toml_places(text))
    for _ in range(min(MOST_MISTAKES, MOST_READ // max(1, len(text)))):
        try:
            found = tomllib.loads("\n".join(lines), parse_float=Decimal)
        except ValueError as error:
            if not _taken_out(str(error), lines, paths, findings):
                return {}
        else:
            findings.placed(toml_lines("\n".join(lines)))
            return found
    return {}


def _taken_out(message: str, lines: list[str], paths: Mapping[int, str], findings: Findings) -> bool:
    """Notes the mistake and takes its line out; whether the rest can be read without it."""
    place = _PLACE.search(message)
    number = int(place[1]) if place else len(lines)
    line = lines[number - 1]
    assigned = _ASSIGNED.match(line)
    value = assigned[2].rstrip() if assigned else ""
    slug, expected = _typed_wrong(message, line, value)
    given = value if assigned and slug != "toml-syntax" else line.strip()
    findings.add(number, paths.get(number, ""), slug, given=given, expected=expected)
    lines[number - 1] = f'{assigned[1]} = "{REFUSED}"' if assigned and slug != "field-twice" else ""
    return place is not None and "Unclosed" not in message


def _typed_wrong(message: str, line: str, value: str) -> tuple[str, str]:
    if "overwrite" in message or "twice" in message:
        return (
            ("no-list", f"[[{line.strip(' []')}]]") if line.lstrip().startswith("[") else ("field-twice", "")
        )
    found = next(((slug, form) for typed, slug, form in _TYPED_WRONG if typed.fullmatch(value)), None)
    if found is None:
        return "toml-syntax", ""
    slug, form = found
    match slug:
        case "decimal-comma":
            return slug, value.replace(",", ".")
        case "bad-day":
            return slug, usual_day(value)
        case "no-quotes":
            return slug, f'"{value}"'
        case _:
            return slug, form


def _line(text: str, number: int) -> str:
    return text.split("\n")[number - 1].strip()
