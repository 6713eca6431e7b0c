"""Cases that an expert writes, read into facts; `README.md` beside them says how they are written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bouwsteen.adapters.files.yaml_tree import read_yaml
from bouwsteen.rules.facts import ABSENT, Facts, Item, Items, Unknown, Value
from bouwsteen.rules.terms import COLLECTIONS, TERMS, Kind

FOLDER = Path(__file__).parent
DAY = date(2026, 1, 1)
RESULTS = ("mark", "judgement", "taken", "level")


@dataclass(frozen=True)
class ExpertCase:
    """One case of a rule: what is known, the day of asking, and what the rule should say."""

    rule: str
    facts: Facts
    on: date
    expect: str
    said: Mapping[str, Any]


def expert_cases(folder: Path = FOLDER) -> Iterator[ExpertCase]:
    for path in sorted(folder.glob("*.yaml")):
        rules: Any = read_yaml(path.read_bytes(), path.name).content
        for rule, written in rules.items():
            for case in written["cases"]:
                said = {**written["given"], **case}
                on = date.fromisoformat(said["on"]) if "on" in said else DAY
                yield ExpertCase(rule, facts(said), on, said["expect"], said)


def facts(said: Mapping[str, Any]) -> Facts:
    values: dict[str, Value] = {}
    collections: dict[str, Items] = {}
    for name, value in said.items():
        if name in COLLECTIONS:
            because = "parts-unknown" if said.get("incomplete") == name else ""
            items = (Item(subject, scoped(COLLECTIONS[name], each)) for subject, each in value.items())
            collections[name] = Items(tuple(items), because)
        elif name in TERMS:
            values[name] = known(name, value)
        elif isinstance(value, dict):
            values |= scoped(name, value)
    if said.get("incomplete") not in (None, *collections):
        collections[said["incomplete"]] = Items((), "parts-unknown")
    return Facts.of(values, collections)


def scoped(scope: str, said: Mapping[str, Any]) -> dict[str, Value]:
    """The terms of one thing; of a result that is there, what is not named is not there."""
    values = {f"{scope}.{name}": known(f"{scope}.{name}", each) for name, each in said.items()}
    if "mark" in said or "judgement" in said:
        there = {f"{scope}.{name}": ABSENT for name in ("mark", "judgement", "level")}
        values = {**there, f"{scope}.taken": True, **values}
    return {name: each for name, each in values.items() if name in TERMS}


def known(term: str, said: Any) -> Value:
    if said is None:
        return Unknown("not-said")
    if said == "none" and term != "module.language":
        return ABSENT
    match TERMS[term].kind:
        case Kind.DAY:
            return date.fromisoformat(said)
        case Kind.MARK:
            marks = tuple(map(Decimal, str(said).split("|")))
            return marks[0] if len(marks) == 1 else Unknown("school-rounds", candidates=marks)
        case _:
            return said  # type: ignore[no-any-return]
