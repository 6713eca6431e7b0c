"""Units, recognitions and relations of RIO, as values.

    opleidingseenheid   Unit          a domain, file, qualification, module, certifiable unit …, in one period
    opleidingserkenning Recognition   carries the recognised code: 25168, K0059, C0001
    opleidingsrelatie   Relation      from one unit to another, in one period

Source: description of the RIO LOD API 2.13.0.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bouwsteen.adapters.exchange.rio import vocabulary as words
from bouwsteen.adapters.exchange.rio.fields import Fields, Need
from bouwsteen.adapters.exchange.rio.findings import Findings, Place
from bouwsteen.adapters.exchange.rio.references import UNIT_CODE, last_segment, recognitions_of, units_of
from bouwsteen.adapters.exchange.rio.vocabulary import UnitType
from bouwsteen.model.records import Pathway, ProgrammeType, RelationKind

RECOGNISED_CODE = re.compile(r"[A-Za-z0-9]{1,8}")
_MOST_STUDY_LOAD = 99_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What every object keeps of where it was read: all its fields but the links, and its place."""

    content: Mapping[str, object] = field(repr=False)
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Read):
    """Opleidingseenheid, from `start` up to, not including, `end`."""

    id: str
    code: str
    type: UnitType
    name: str
    start: date
    end: date | None
    level: int | None
    programme_type: ProgrammeType | None
    study_load_hours: int | None
    requiring_ministry: str | None
    recognitions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition(Read):
    """Opleidingserkenning; `units` are the codes or ids of the units that it is known to be of."""

    id: str
    code: str
    start: date
    end: date | None
    ministry: str | None
    last_intake: date | None
    pathways: tuple[Pathway, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Read):
    """Opleidingsrelatie between two units, each named by its id or code, in one period."""

    kind: RelationKind
    origin: str
    origin_type: UnitType
    target: str
    target_type: UnitType
    start: date
    end: date | None


def item(
    content: Mapping[str, object], place: Place, findings: Findings
) -> Unit | Recognition | Relation | None:
    """The object as a value; None when something is wrong with it or the model has no place for it."""
    kind = content.get("type")
    kind = kind if isinstance(kind, str) else None
    fields = Fields(content, place, findings)
    if kind in words.OTHER_UNIT_TYPES or kind in words.OTHER_RECOGNITION_TYPES:
        _note_other(fields, "type")
    elif content.keys() & {"vanOpleidingseenheidId", "naarOpleidingseenheidId"}:
        return _relation(fields)
    elif "erkendeopleidingscode" in content or kind in words.RECOGNITION_TYPES:
        return _recognition(fields)
    elif "opleidingseenheidcode" in content or kind in list(UnitType):
        return _unit(fields)
    elif kind and "id" in content:
        findings.note(place, "unknown-object", kind, "a unit, a recognition or a relation")
    else:
        findings.mistake(
            place, "unknown-object", ", ".join(sorted(content)[:8]), "a unit, a recognition or a relation"
        )
    return None


def _unit(fields: Fields) -> Unit | None:
    fields.note_unknown(words.UNIT_FIELDS, "opleidingseenheid")
    type_ = _known_type(fields, "type")
    id_ = fields.text("id", Need.ALWAYS)
    code = fields.code("opleidingseenheidcode", UNIT_CODE, "four digits, O, four digits")
    name = fields.text("volledigeNaam", Need.ALWAYS)
    period = _period(fields, "begindatum")
    programme = Need.DESCRIBED if type_ in words.STRUCTURES else Need.NEVER
    level = fields.choice("niveau", words.LEVELS)
    nlqf = fields.choice("nLQF", words.NLQF_LEVELS)
    programme_type = fields.choice("opleidingssoort", words.PROGRAMME_TYPES, programme)
    hours = _study_load(fields, programme)
    ministry = fields.text("wetEisendMinisterie")
    if not (fields.whole and type_ and id_ and code and name and period):
        return None
    return Unit(
        id=id_,
        code=code,
        type=type_,
        name=name,
        start=period[0],
        end=period[1],
        level=level or nlqf,
        programme_type=programme_type,
        study_load_hours=hours,
        requiring_ministry=ministry,
        recognitions=tuple(recognitions_of(fields.content)),
        content=_without_links(fields.content),
        place=fields.place,
    )


def _recognition(fields: Fields) -> Recognition | None:
    fields.note_unknown(words.RECOGNITION_FIELDS, "opleidingserkenning")
    fields.choice("type", dict.fromkeys(sorted(words.RECOGNITION_TYPES), True), Need.ALWAYS)
    id_ = fields.text("id", Need.ALWAYS)
    code = fields.code("erkendeopleidingscode", RECOGNISED_CODE, "one to eight digits and letters")
    period = _period(fields, "ingangsdatum")
    pathways = fields.choices("toegestaneLeerweg", words.PATHWAYS)
    for name, pathway in pathways:
        if pathway is None:
            fields.findings.note(
                fields.place.at("toegestaneLeerweg"), "other-pathway", name, "BOL, BBL or OVO"
            )
    ministry, last_intake = fields.text("ministerie"), fields.day("instroomeinddatum")
    if not (fields.whole and id_ and code and period):
        return None
    return Recognition(
        id=id_,
        code=code,
        start=period[0],
        end=period[1],
        ministry=ministry,
        last_intake=last_intake,
        pathways=tuple(sorted({pathway for _, pathway in pathways if pathway})),
        units=tuple(units_of(id_, code, fields.content)),
        content=_without_links(fields.content),
        place=fields.place,
    )


def _relation(fields: Fields) -> Relation | None:
    fields.note_unknown(words.RELATION_FIELDS, "opleidingsrelatie")
    kind = fields.choice("soort", words.RELATION_KINDS, Need.ALWAYS)
    origin = fields.text("vanOpleidingseenheidId", Need.ALWAYS)
    target = fields.text("naarOpleidingseenheidId", Need.ALWAYS)
    origin_type = _known_type(fields, "vanOpleidingseenheidType")
    target_type = _known_type(fields, "naarOpleidingseenheidType")
    period = _period(fields, "begindatum")
    if not (fields.whole and kind and origin and target and origin_type and target_type and period):
        return None
    return Relation(
        kind=kind,
        origin=last_segment(origin),
        origin_type=origin_type,
        target=last_segment(target),
        target_type=target_type,
        start=period[0],
        end=period[1],
        content=_without_links(fields.content),
        place=fields.place,
    )


def _known_type(fields: Fields, name: str) -> UnitType | None:
    """The type of a unit; another type than those of the mbo is noted, and gives None."""
    known: dict[str, UnitType | None] = {each.value: each for each in UnitType}
    found = fields.choice(name, known | dict.fromkeys(words.OTHER_UNIT_TYPES), Need.ALWAYS)
    if found is None and fields.content.get(name) in list(words.OTHER_UNIT_TYPES):
        _note_other(fields, name)
    return found


def _note_other(fields: Fields, name: str) -> None:
    fields.findings.note(fields.place.at(name), "other-type", fields.content[name], "a type of the mbo")


def _period(fields: Fields, start_name: str) -> tuple[date, date | None] | None:
    """Start, inclusive, and end, exclusive. What ends on the day it starts never held: noted, and None."""
    start, end = fields.day(start_name, Need.ALWAYS), fields.day("einddatum")
    if start is None or end is None or end > start:
        return (start, end) if start else None
    if end < start:
        fields.wrong("einddatum", "end-before-start", end.isoformat(), f"a day after {start}")
    else:
        fields.findings.note(
            fields.place.at("einddatum"),
            "never-held",
            end.isoformat(),
            f"a day after {start}",
            kind="einddatum",
        )
    return None


def _study_load(fields: Fields, need: Need) -> int | None:
    hours = fields.whole_number("studielast", _MOST_STUDY_LOAD, need)
    in_hours = fields.choice("studielasteenheid", words.STUDY_LOAD_UNITS, need)
    if hours is not None and in_hours is False:
        unit = fields.content["studielasteenheid"]
        fields.findings.note(fields.place.at("studielasteenheid"), "not-in-hours", unit, "SBU or UUR")
    return hours if in_hours else None


def _without_links(content: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in content.items() if name != "_links"}
