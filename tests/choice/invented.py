"""An invented structure in which choices are surely allowed and surely refused, for a student of 95001 (level 3).

K9001  240  SBB: no overlap                         allowed
K9002  480  SBB: no overlap                         allowed
K9003  240  SBB: overlap too large                  refused
K9004  240  succeeds K9001                          allowed, but not beside K9001
K9005  240  "geschikt voor niveau 4"                refused
K9006  240  adopted before 1-8-2020, coupled        allowed
K9007  240  adopted before 1-8-2020, coupled to another programme only   refused
K9008  240  ended on 1-8-2020                       in its tail up to the duration of the programme plus two years
K9009  ?    nothing known                           unknown
K9010  240  a variant of a part of 95001            refused
K9011  720  SBB: no overlap                         allowed
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from bouwsteen.adapters.files.rules import national_law
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.period import Validity
from bouwsteen.model.person import Person
from bouwsteen.model.records import OptionalModule, ProgrammeType, Records, RelationKind, UnitRelation
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.choice.checking import ChoiceRules, Regime, choice_rules
from bouwsteen.questions.choice.overlap import Overlaps
from bouwsteen.questions.choice.purposes import LanguageModule, PurposeTable
from bouwsteen.rules.rule import RuleSet
from tests.cli.house import MemoryCache
from tests.invented import DAY, STRUCTURE, catalogue, fact, parts, qualification

OFFICIAL = {"sources": ("invented",), "confidence": Confidence.OFFICIAL}
NEW = Validity(start=date(2021, 8, 1), end_known=True)
OLD = Validity(start=date(2017, 8, 1), end_known=True)


def module(code: str, title: str, hours: int | None = 240, valid: Validity = NEW) -> OptionalModule:
    return OptionalModule(
        code=code, version="1", title=title, study_load_hours=hours, valid=valid, **OFFICIAL
    )


def relation(kind: RelationKind, subject: str, other: str) -> UnitRelation:
    return UnitRelation(kind=kind, subject=subject, object=other, **OFFICIAL)


MODULES = (
    module("K9001", "Bloemen schikken (geschikt voor niveau 3)"),
    module("K9002", "Verkopen op de markt (geschikt voor niveau 3)", 480),
    module("K9003", "Planten verzorgen (geschikt voor niveau 3)"),
    module("K9004", "Corsages maken (geschikt voor niveau 3)"),
    module("K9005", "Leidinggeven (geschikt voor niveau 4)"),
    module("K9006", "Tuinieren (geschikt voor niveau 3 en 4)", valid=OLD),
    module("K9007", "Metselen (geschikt voor niveau 3)", valid=OLD),
    module(
        "K9008",
        "Vlechten (geschikt voor niveau 3)",
        valid=Validity(start=date(2016, 8, 1), end=date(2020, 8, 1)),
    ),
    module("K9009", "Iets onbekends", None, valid=Validity(start=date(2023, 8, 1), start_at_latest=True)),
    module("K9010", "Etaleren (geschikt voor niveau 3)"),
    module("K9011", "Hovenieren (geschikt voor niveau 3)", 720),
)
FREE = ("K9001", "K9002", "K9004", "K9005", "K9011")
RELATIONS = (
    *(relation(RelationKind.DOES_NOT_OVERLAP, code, "95001") for code in FREE),
    relation(RelationKind.OVERLAPS, "K9003", "95001"),
    relation(RelationKind.SUCCESSION, "K9001", "K9004"),
    relation(RelationKind.DEVELOPED_FOR, "K9006", "95001"),
    relation(RelationKind.DEVELOPED_FOR, "K9008", "95001"),
    relation(RelationKind.DEVELOPED_FOR, "K9007", "95003"),
    relation(RelationKind.VARIANT_OF, "K9010/1/D1-K1-W1", "90001/2023/P1-K1-W1"),
    relation(RelationKind.DOES_NOT_OVERLAP, "K9001", "K9002"),
    relation(RelationKind.DOES_NOT_OVERLAP, "K9002", "K9006"),
)
RECORDS = (
    STRUCTURE
    + Records(modules=MODULES, relations=RELATIONS)
    + parts("K9010", ["D1-K1", "D1-K1-W1"], version="1")
    + qualification("95004", level=fact(4), type=fact(ProgrammeType.MIDDENKADER))
)
LANGUAGES: Mapping[str, LanguageModule] = {}
STUDENT = Person(qualification="95001", start=date(2025, 8, 1), years=3, funded=True, formative_parts=False)


@cache
def law() -> RuleSet:
    return national_law(MemoryCache())


def structure(records: Records = RECORDS, day: date = DAY) -> DatedCatalogue:
    return catalogue(records).on(day)


def rules(
    person: Person = STUDENT,
    *,
    records: Records = RECORDS,
    regime: Regime = Regime.LAW,
    on: date = DAY,
    requested: bool | None = None,
) -> ChoiceRules:
    return choice_rules(
        person,
        Overlaps(structure(records)),
        law(),
        table=PurposeTable(languages=LANGUAGES),
        on=on,
        regime=regime,
        requested=requested,
    )
