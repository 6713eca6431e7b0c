"""From a person's file to a `Person`, or to all that is wrong with it."""

import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path

from bouwsteen.adapters.files.person.documents import MOST_BYTES, document
from bouwsteen.adapters.files.person.fields import Table
from bouwsteen.adapters.files.person.findings import Findings
from bouwsteen.model.codes import CREBO, MODULE, WORK_CODE, PartKey
from bouwsteen.model.errors import InvalidCode
from bouwsteen.model.person import Evidence, EvidenceKind, GenericPart, Judgement, Person, Result
from bouwsteen.model.records import Pathway
from bouwsteen.rules.passing import contradicts
from bouwsteen.services.ports import Mistake, RefusedFile, StorageFault

STANDARD_INPUT = Path("-")

PERSON = (
    *("start", "qualification", "pathway", "years", "entered_year", "graduation", "formative_parts"),
    *("institution", "funded", "born", "leaving", "start_qualification"),
    *("results", "evidence", "chosen", "goals"),
)
RESULT = ("part", "mark", "judgement", "level", "study_load_hours", "date")
EVIDENCE = ("kind", "covers", "from", "level", "mark", "date")
NOBODY_NEEDS = ("name", "naam", "voornaam", "achternaam", "email", "bsn", "adres", "address")
MOST_HOURS = 6400

_LEVEL = re.compile(r"[1-4]|[1-4]F|[ABC][12]|mbo-[1-4]|vmbo(-[bkgt]l?)?|havo|vwo|hbo|wo")
_LEVELS = "2F | 3F | mbo-2 | mbo-3 | mbo-4 | A2 | B1 | 1–4 | havo | vwo"
_LOOKS_LIKE_CODE = re.compile(r"(?i)[BPDK]\d.*|\d+|.*/.*")
_PART = " | ".join(("B1-K1", "K0059", *GenericPart))


def read_person(path: Path) -> Person:
    """The person in the file at `path`, `-` for standard input; raises `RefusedFile` or `StorageFault`."""
    try:
        if path == STANDARD_INPUT:
            return parse_person(sys.stdin.buffer.read(MOST_BYTES + 1), "-")
        with path.open("rb") as file:
            return parse_person(file.read(MOST_BYTES + 1), str(path))
    except FileNotFoundError:
        raise RefusedFile((Mistake(file=str(path), line=None, path="", slug="missing-file"),)) from None
    except OSError as error:
        raise StorageFault.from_system(path, error) from error


def parse_person(content: bytes, name: str) -> Person:
    """The person in `content`, read from a file of that name; raises `RefusedFile` with all mistakes."""
    findings = Findings(name)
    person = _person(Table(document(content, name, findings), "", findings))
    if findings.found:
        raise RefusedFile(findings.mistakes())
    return person


def _person(table: Table) -> Person:
    table.only(PERSON, NOBODY_NEEDS)
    results = table.tables("results", _result)
    _each_part_once(results)
    person = Person(
        start=table.day("start"),
        qualification=_code(table, "qualification", CREBO.fullmatch, "25809"),
        pathway=table.word("pathway", Pathway, "unknown-pathway"),
        years=table.whole("years", 1, 4),
        entered_year=table.whole("entered_year", 1, 4),
        graduation=table.day("graduation"),
        formative_parts=table.truth("formative_parts"),
        institution=table.text("institution"),
        funded=table.truth("funded"),
        born=table.day("born"),
        leaving=table.truth("leaving"),
        start_qualification=table.truth("start_qualification"),
        results=tuple(result for _, result in results),
        evidence=table.tables("evidence", _evidence),
        chosen=_codes(table, "chosen", MODULE.fullmatch, "K0059"),
        goals=_codes(table, "goals", CREBO.fullmatch, "25809"),
    )
    _in_order(table, {"born": person.born, "start": person.start, "graduation": person.graduation})
    return person


def _in_order(table: Table, days: Mapping[str, date | None]) -> None:
    """Nobody starts before being born, or graduates before the start."""
    said = [(name, day) for name, day in days.items() if day]
    for (earlier, first), (later, last) in pairwise(said):
        if last < first:
            table.wrong(later, "days-in-wrong-order", last, f"≥ {first} ({earlier})")


def _result(table: Table) -> tuple[Table, Result] | None:
    table.only(RESULT)
    table.needs("part")
    part, mark, judgement = (
        _part(table),
        table.mark("mark"),
        table.word("judgement", Judgement, "unknown-judgement"),
    )
    if "mark" not in table and "judgement" not in table:
        table.wrong("", "no-outcome", expected="mark | judgement")
    if mark is not None and contradicts(mark, judgement):
        table.wrong("judgement", "mark-and-judgement", f"{mark} + {judgement}", "mark | judgement")
    level, day = _level(table), table.day("date")
    hours = table.whole("study_load_hours", 1, MOST_HOURS)
    if part is None:
        return None
    made = Result(part=part, mark=mark, judgement=judgement, level=level, study_load_hours=hours, day=day)
    return table, made


def _each_part_once(results: tuple[tuple[Table, Result], ...]) -> None:
    first: dict[str, Table] = {}
    for where, result in results:
        if result.part in first:
            where.wrong("part", "part-twice", result.part, first[result.part].at("part"))
        first.setdefault(result.part, where)


def _evidence(table: Table) -> Evidence | None:
    table.only(EVIDENCE)
    table.needs("kind", "covers")
    kind = table.word("kind", EvidenceKind, "unknown-kind")
    covers = tuple(found for place, text in table.texts("covers") if (found := _covered(table, place, text)))
    if kind is None:
        return None
    return Evidence(
        kind=kind,
        covers=covers,
        origin=table.text("from") or "",
        level=_level(table),
        mark=table.mark("mark"),
        day=table.day("date"),
    )


def _part(table: Table) -> str | None:
    text = table.text("part")
    if text is None or (known := _named(text)):
        return known if text else None
    table.wrong("part", "unknown-part", text, _nearest(text) or _PART)
    return None


def _covered(table: Table, place: str, text: str) -> str | None:
    """What evidence covers: a part, a crebo, or the code of a certificate; any other word is kept as it is."""
    known = _named(text) or (text if CREBO.fullmatch(text) else None)
    if known:
        return known
    near = _nearest(text)
    if near or _LOOKS_LIKE_CODE.fullmatch(text):
        table.wrong(place, "unknown-part", text, near or f"25809 | {_PART}")
        return None
    return text


def _named(text: str) -> str | None:
    """The code, key or word that `text` is, in its own form; None where it is none of them."""
    code, word = text.upper(), text.casefold()
    if MODULE.fullmatch(code) or (WORK_CODE.fullmatch(code) and "-" in code):
        return code
    if word in set(GenericPart):
        return word
    try:
        return str(PartKey.parse(text))
    except InvalidCode:
        return None


def _nearest(text: str) -> str:
    return " | ".join(get_close_matches(text.casefold(), list(GenericPart), n=1, cutoff=0.75))


def _level(table: Table) -> str:
    """The level in its usual form: `3f` and `mbo-rekenniveau 3` are 3F and mbo-3."""
    text = table.text("level") or ""
    form = re.sub(r"(?i)^mbo[ -]?(reken)?(niveau)?[ -]?(?=[1-4]$)", "mbo-", text)
    form = form.upper() if re.fullmatch(r"\d[fF]|[abcABC]\d", form) else form.casefold()
    if form and not _LEVEL.fullmatch(form):
        table.wrong("level", "unknown-level", text, _LEVELS)
    return form


def _code(table: Table, name: str, fits: Callable[[str], object], example: str) -> str | None:
    text = table.text(name)
    if text is None or fits(text.upper()):
        return text.upper() if text else None
    table.wrong(name, "bad-code", text, example)
    return None


def _codes(table: Table, name: str, fits: Callable[[str], object], example: str) -> tuple[str, ...]:
    """Each code of a list; one that stands twice is a mistake."""
    found: list[str] = []
    for place, text in table.texts(name):
        code = text.upper()
        if not fits(code):
            table.wrong(place, "bad-code", text, example)
        elif code in found:
            table.wrong(place, "code-twice", text)
        else:
            found.append(code)
    return tuple(found)
