"""Values that the law sets, each with the days on which it holds and where it stands.

    >>> from datetime import date
    >>> module_obligation_hours(ProgrammeType.VAK, date(2026, 11, 23))
    720
    >>> [subject for subject, _ in generic_subjects(3)]
    ['dutch', 'numeracy', 'career-and-citizenship']

Before its first day a value does not exist: it is unknown (None), not zero.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache

from bouwsteen.model.period import Outcome
from bouwsteen.model.person import GenericPart
from bouwsteen.model.records import ProgrammeType
from bouwsteen.rules.published import PUBLISHED

STUDY_YEAR_HOURS = int(PUBLISHED["study-year-hours"][-1][0])
"""Clock hours of study load in a study year. Source: WEB art. 7.2.4a (BWBR0007625)."""

_TYPE_OF_LEVEL = {1: ProgrammeType.ENTREE, 2: ProgrammeType.BASIS, 3: ProgrammeType.VAK}


PART_OF_SUBJECT = {
    "dutch": GenericPart.DUTCH,
    "numeracy": GenericPart.NUMERACY,
    "english": GenericPart.ENGLISH,
    "career-and-citizenship": GenericPart.CITIZENSHIP,
}
"""Generic subject → how a person's file names it."""

LEVEL_OF = {"dutch": "dutch-level", "numeracy": "numeracy-level", "english": "english-level"}
"""Generic subject with a level → the parameter that says which."""


def _value(parameter: str, on: date, case: Mapping[str, str | bool | int]) -> int | None:
    """The number that holds on a day for a case; None before its first day, or for nobody's case."""
    found = _published(parameter, on, case)
    return None if found is None else int(found)


def _published(parameter: str, on: date, case: Mapping[str, str | bool | int]) -> int | str | None:
    return next(
        (
            value
            for value, start, end, when in PUBLISHED[parameter]
            if start <= on
            and (end is None or on < end)
            and all(case.get(term) in allowed for term, allowed in when.items())
        ),
        None,
    )


def programme_type(level: int | None) -> ProgrammeType | None:
    """The type of programme that a level has by law; level 4 has two, so None. Source: WEB art. 7.2.2."""
    return _TYPE_OF_LEVEL.get(level) if level is not None else None


@lru_cache(maxsize=1024)
def module_obligation_hours(
    type_: ProgrammeType | None, on: date, *, four_years: bool | None = None
) -> int | None:
    """The least hours of optional modules; None: unknown. Source: EKB art. 17d lid 2 (BWBR0027963)."""
    if type_ is None:
        return None
    case: dict[str, str | bool | int] = {
        "student.type": type_,
        "student.four-years": bool(four_years),
        "student.formative-parts": False,
    }
    return _value("module-obligation-hours", on, case)


def nominal_years(type_: ProgrammeType) -> tuple[int, ...]:
    """How many years a programme can take, fewest first. Source: WEB art. 7.2.4a (BWBR0007625).

    >>> nominal_years(ProgrammeType.VAK), nominal_years(ProgrammeType.MIDDENKADER)
    ((2, 3), (3, 4))
    """
    shortest = _value("shortest-years", date.max, {"student.type": type_})
    longest = _value("longest-years", date.max, {"student.type": type_, "student.four-years": True})
    return tuple(range(shortest or 1, (longest or 1) + 1))


@lru_cache(maxsize=64)
def nominal_study_load(type_: ProgrammeType, *, four_years: bool | None = None) -> int:
    """Study load of the longest regular programme, in clock hours. Source: WEB art. 7.2.4a (BWBR0007625)."""
    case: dict[str, str | bool | int] = {"student.type": type_, "student.four-years": bool(four_years)}
    return (_value("longest-years", date.max, case) or 1) * STUDY_YEAR_HOURS


@lru_cache(maxsize=256)
def generic_level(subject: str, level: int | None, start: date) -> str:
    """The level of a generic subject that a level of mbo asks of who starts on a day; empty where it asks none.

    >>> generic_level("numeracy", 4, date(2022, 7, 31)), generic_level("numeracy", 4, date(2022, 8, 1))
    ('3F', 'mbo-4')

    Source: EKB art. 17a (BWBR0027963).
    """
    if subject not in LEVEL_OF or level is None:
        return ""
    return str(_published(LEVEL_OF[subject], start, {"student.level": level}) or "")


def generic_subjects(level: int | None) -> tuple[tuple[str, Outcome], ...]:
    """The generic parts of every qualification of a level, as slugs, and whether each applies.

    English belongs to level 4 only; where the level is unknown, so is English.
    Source: EKB art. 3 and 17a (BWBR0027963).
    """
    english = {4: (("english", Outcome.YES),), None: (("english", Outcome.UNKNOWN),)}.get(level, ())
    return (
        ("dutch", Outcome.YES),
        *english,
        ("numeracy", Outcome.YES),
        ("career-and-citizenship", Outcome.YES),
    )


VOCATIONAL_SHARE = Fraction(70, 100)
GENERIC_SHARE = Fraction(15, 100)
MODULE_SHARE = Fraction(15, 100)
"""How developers of a file are advised to divide study load; it binds no school, so it only estimates.

Source: Regeling model en toetsingskader kwalificatiedossiers 2015-2016, §1 (BWBR0036147).
"""


_ONE_DOMAIN = {"79150": "79160"}


def sector_of(domain: str) -> str:
    """The domain under the code of the sector that it stands for.

    The list has "Voedsel, natuur en leefomgeving" twice, as 79150 (EZ) and 79160; the text counts them as one.
    Source: Regeling vaststelling opleidingsdomeinen 2015.

    >>> sector_of("79150"), sector_of("79160"), sector_of("79080")
    ('79160', '79160', '79080')
    """
    return _ONE_DOMAIN.get(domain, domain)
