"""What came, went and changed in the whole catalogue, or in one code of it, between two days or ledger numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.period import Outcome, Validity
from bouwsteen.model.records import OptionalModule, Qualification, QualificationFile
from bouwsteen.model.sources import Fact
from bouwsteen.questions.comparison import Changes, Described, changes

TABLES = ("files", "qualifications", "parts", "modules", "certificates")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedDays:
    """The differences per table of `TABLES`, from one structure to another."""

    before: DatedCatalogue
    after: DatedCatalogue
    code: str | None
    tables: Mapping[str, Changes]


def compare_days(
    before: DatedCatalogue, after: DatedCatalogue, *, code: str | None = None, ended: bool = False
) -> ComparedDays:
    """The differences; with `code` only those of that file, qualification or module. Raises `UnknownCode`.

    With `ended` what holds no longer, or not yet, is compared too: what is known, not what is offered.
    Parts are compared within qualifications that are there on both days: a qualification that came is one change.
    """
    old, new = _things(before, ended), _things(after, ended)
    if code is not None and not any(_of(things, code) for every in (old, new) for things in every.values()):
        raise UnknownCode(code)
    both = old["qualifications"].keys() & new["qualifications"].keys()
    for things in (old, new):
        things["parts"] = {
            name: each for name, each in things["parts"].items() if name.partition(" ")[0] in both
        }
    return ComparedDays(
        before=before,
        after=after,
        code=code,
        tables={name: changes(_of(old[name], code), _of(new[name], code)) for name in TABLES},
    )


def _of(things: Mapping[str, Described], code: str | None) -> Mapping[str, Described]:
    if code is None:
        return things
    return {name: each for name, each in things.items() if name.partition(" ")[0] == code}


def _things(structure: DatedCatalogue, ended: bool) -> dict[str, dict[str, Described]]:
    """Everything that is there, by table; without `ended` what does not hold on the day is left out."""
    there = {
        crebo: each
        for crebo, each in structure.qualifications.items()
        if ended or structure.current[crebo] is not Outcome.NO
    }

    def holds(valid: Validity) -> bool:
        return ended or valid.on(structure.day) is not Outcome.NO

    return {
        "files": {code: _file(each) for code, each in structure.files.items() if holds(each.valid)},
        "qualifications": {crebo: _qualification(each, structure) for crebo, each in there.items()},
        "parts": dict(each for crebo in there for each in _parts(crebo, structure)),
        "modules": {code: _module(each) for code, each in structure.modules.items() if holds(each.valid)},
        "certificates": {
            each.code: Described(title=each.name, fields=(("covers", each.covers),))
            for each in structure.catalogue.records.certificates
            if holds(each.valid)
        },
    }


def _parts(crebo: str, structure: DatedCatalogue) -> Iterator[tuple[str, Described]]:
    for task in structure.core_tasks[crebo]:
        for each in (task, *structure.work_processes(task.key)):
            yield f"{crebo} {each.code}", Described(title=each.title)


def _file(found: QualificationFile) -> Described:
    return Described(
        title=found.title or "",
        fields=(("version", found.version), ("domain", _said(found.domain)), *_days(found.valid)),
    )


def _qualification(found: Qualification, structure: DatedCatalogue) -> Described:
    return Described(
        title=found.name,
        fields=(
            ("version", found.version),
            ("level", _said(found.level)),
            ("domain", _said(found.domain)),
            ("file", _said(found.file)),
            ("type", _said(found.type)),
            ("hours", str(found.study_load_hours or "")),
            ("current", structure.current[found.crebo].value),
        ),
    )


def _module(found: OptionalModule) -> Described:
    return Described(
        title=found.title,
        fields=(
            ("version", found.version),
            ("hours", str(found.study_load_hours or "")),
            *_days(found.valid),
        ),
    )


def _days(valid: Validity) -> tuple[tuple[str, str], ...]:
    return (("valid-from", _day(valid.start)), ("valid-until", _day(valid.end)))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _said(fact: Fact[Any] | None) -> str:
    return "" if fact is None else str(fact.value)
