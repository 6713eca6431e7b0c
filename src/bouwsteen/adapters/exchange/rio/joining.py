"""How units, recognitions and relations belong together.

RIO writes a relation from one unit to another without saying which of the two is above; the types of the
units do: a file stands under a domain, a qualification under a file, a certifiable unit under a module. Where
both are of one type the target is taken for the lower one (so it is in relations of other sectors that were
seen), and that is noted. A succession goes from the old unit to the new one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bouwsteen.adapters.exchange.rio.answers import Answers
from bouwsteen.adapters.exchange.rio.findings import Findings
from bouwsteen.adapters.exchange.rio.items import Recognition, Relation, Unit
from bouwsteen.adapters.exchange.rio.references import unit_code
from bouwsteen.adapters.exchange.rio.vocabulary import CODE_FORMS
from bouwsteen.model.records import Pathway, RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What the recognitions of a unit under one code say together; `end` is None while one has no end."""

    code: str
    end: date | None
    ministry: str | None
    last_intake: date | None
    pathways: tuple[Pathway, ...]
    recognitions: tuple[Recognition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two units that are in the files; `subject` and `object` are codes of units."""

    kind: RelationKind
    subject: str
    object: str
    relation: Relation

    def overlaps(self, unit: Unit) -> bool:
        """Whether the relation holds on a day of the unit's period."""
        return self.relation.start < (unit.end or date.max) and unit.start < (self.relation.end or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Code of a unit → its periods, oldest first; its recognised codes; the links it is the subject or object of."""

    units: Mapping[str, tuple[Unit, ...]]
    recognised: Mapping[str, tuple[Recognised, ...]]
    links_from: Mapping[str, tuple[Link, ...]]
    links_to: Mapping[str, tuple[Link, ...]]

    def codes(self, unit: str) -> tuple[str, ...]:
        """The recognised codes of a unit."""
        return tuple(each.code for each in self.recognised.get(unit, ()))


def joined(answers: Answers) -> Joined:
    """Everything in the answers that has a place; what has none is noted."""
    units: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in answers.units:
        units[unit.code].append(unit)
    recognised = _recognised(answers, units)
    for unit in answers.units:
        if unit.code not in recognised:
            expected = "a recognition of this unit in one of the files"
            answers.findings.note(
                unit.place, "no-recognised-code", f"{unit.type} {unit.code}", expected, kind=unit.type
            )
    links = list(_links(answers, recognised))
    return Joined(
        units={code: tuple(each) for code, each in units.items() if code in recognised},
        recognised=recognised,
        links_from=_grouped((link.subject, link) for link in links),
        links_to=_grouped((link.object, link) for link in links),
    )


def _grouped(pairs: Iterable[tuple[str, Link]]) -> dict[str, tuple[Link, ...]]:
    groups: defaultdict[str, list[Link]] = defaultdict(list)
    for name, link in pairs:
        groups[name].append(link)
    return {name: tuple(group) for name, group in groups.items()}


def _recognised(answers: Answers, units: Mapping[str, list[Unit]]) -> dict[str, tuple[Recognised, ...]]:
    """Code of a unit → its recognised codes, in order."""
    found: defaultdict[str, defaultdict[str, list[Recognition]]] = defaultdict(lambda: defaultdict(list))
    linked = _links_to_recognitions(answers)
    for recognition in answers.recognitions:
        named = {_code(answers, units, each) for each in recognition.units} | linked.get(
            recognition.id, set()
        )
        for code in sorted(filter(None, named)):
            if _has_form(recognition, units[code][0], answers.findings):
                found[code][recognition.code].append(recognition)
        if not any(named):
            given, expected = f"opleidingserkenning {recognition.id}", "its unit in one of the files"
            answers.findings.note(
                recognition.place, "no-such-unit", given, expected, kind="opleidingserkenning"
            )
    return {
        unit: tuple(_together(code, group) for code, group in sorted(codes.items()))
        for unit, codes in sorted(found.items())
    }


def _links_to_recognitions(answers: Answers) -> dict[str, set[str | None]]:
    """Id of a recognition → the codes of the units that link to it."""
    found: defaultdict[str, set[str | None]] = defaultdict(set)
    for unit in answers.units:
        for each in unit.recognitions:
            found[each].add(unit.code)
    return found


def _code(answers: Answers, units: Mapping[str, object], reference: str) -> str | None:
    """The code of the unit in the files that `reference`, its id or its code, names."""
    known = answers.unit_of_id.get(reference)
    code = known.code if known else unit_code(reference)
    return code if code in units else None


def _has_form(recognition: Recognition, unit: Unit, findings: Findings) -> bool:
    form = CODE_FORMS.get(unit.type)
    if form is None or form.fullmatch(recognition.code):
        return True
    expected = f"a code of the form {form.pattern} for {unit.type} {unit.code}"
    findings.mistake(recognition.place.at("erkendeopleidingscode"), "bad-code", recognition.code, expected)
    return False


def _together(code: str, group: list[Recognition]) -> Recognised:
    return Recognised(
        code=code,
        end=_last(each.end for each in group),
        ministry=next((each.ministry for each in group if each.ministry), None),
        last_intake=_last(each.last_intake for each in group),
        pathways=tuple(sorted({pathway for each in group for pathway in each.pathways})),
        recognitions=tuple(group),
    )


def _last(days: Iterable[date | None]) -> date | None:
    """The last day; None as soon as one is None."""
    found = list(days)
    return None if None in found else max(day for day in found if day)


def _links(answers: Answers, recognised: Mapping[str, object]) -> Iterator[Link]:
    for relation in answers.relations:
        origin = _code(answers, recognised, relation.origin)
        target = _code(answers, recognised, relation.target)
        if origin is None or target is None:
            given = f"opleidingsrelatie {relation.origin} {relation.target}"
            expected = "both units, with their recognised codes, in the files"
            answers.findings.note(relation.place, "no-such-unit", given, expected, kind="opleidingsrelatie")
            continue
        turned = _target_is_lower(relation, answers.findings)
        yield Link(
            kind=relation.kind,
            subject=target if turned else origin,
            object=origin if turned else target,
            relation=relation,
        )


def _target_is_lower(relation: Relation, findings: Findings) -> bool:
    """Whether the subject of the relation is its target."""
    if relation.kind is RelationKind.SUCCESSION:
        return False
    if relation.origin_type is relation.target_type:
        given, expected = relation.content["soort"], "types that say which unit is above"
        findings.note(relation.place, "direction-unclear", given, expected)
    return relation.origin_type.rank <= relation.target_type.rank
