"""Values that the law sets, each with the days on which it holds and where it stands.

    >>> from datetime import date
    >>> module_obligation_hours(ProgrammeType.VAK, date(2026, 11, 23))
    720
    >>> [subject for subject, _ in generic_subjects(3)]
    ['dutch', 'numeracy', 'career-and-citizenship']

Before its first day a value does not exist: it is unknown (None), not zero.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bouwsteen.model.period import Outcome, Period
from bouwsteen.model.records import ProgrammeType

STUDY_YEAR_HOURS = 1600
"""Clock hours of study load in a study year. Source: WEB art. 7.2.4a (BWBR0007625)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedHours:
    """Clock hours that hold during `valid`, and the article that says so."""

    hours: int
    valid: Period
    source: str


_EKB_17D = "EKB art. 17d lid 2 (BWBR0027963)"
_SINCE_2016 = Period(start=date(2016, 8, 1))
_MODULE_OBLIGATION: dict[ProgrammeType, tuple[DatedHours, ...]] = {
    ProgrammeType.ENTREE: (DatedHours(hours=240, valid=_SINCE_2016, source=_EKB_17D),),
    ProgrammeType.BASIS: (DatedHours(hours=480, valid=_SINCE_2016, source=_EKB_17D),),
    ProgrammeType.VAK: (DatedHours(hours=720, valid=_SINCE_2016, source=_EKB_17D),),
    ProgrammeType.MIDDENKADER: (DatedHours(hours=720, valid=_SINCE_2016, source=_EKB_17D),),
    ProgrammeType.SPECIALIST: (DatedHours(hours=240, valid=_SINCE_2016, source=_EKB_17D),),
}
_FOUR_YEAR_MIDDENKADER = (
    DatedHours(hours=960, valid=Period(start=date(2016, 8, 1), end=date(2022, 8, 1)), source=_EKB_17D),
    DatedHours(hours=720, valid=Period(start=date(2022, 8, 1)), source=_EKB_17D),
)

_TYPE_OF_LEVEL = {1: ProgrammeType.ENTREE, 2: ProgrammeType.BASIS, 3: ProgrammeType.VAK}
_NOMINAL_YEARS = {
    ProgrammeType.ENTREE: 1,
    ProgrammeType.BASIS: 2,
    ProgrammeType.VAK: 3,
    ProgrammeType.MIDDENKADER: 3,
    ProgrammeType.SPECIALIST: 1,
}


def programme_type(level: int | None) -> ProgrammeType | None:
    """The type of programme that a level has by law; level 4 has two, so None. Source: WEB art. 7.2.2."""
    return _TYPE_OF_LEVEL.get(level) if level is not None else None


def module_obligation_hours(
    type_: ProgrammeType | None, on: date, *, four_years: bool | None = None
) -> int | None:
    """The least hours of optional modules; None: unknown. Source: EKB art. 17d lid 2 (BWBR0027963)."""
    if type_ is None:
        return None
    history = _MODULE_OBLIGATION[type_]
    if type_ is ProgrammeType.MIDDENKADER and four_years:
        history = _FOUR_YEAR_MIDDENKADER
    return next((each.hours for each in history if each.valid.holds_on(on)), None)


def nominal_study_load(type_: ProgrammeType, *, four_years: bool | None = None) -> int:
    """Study load of the longest regular programme, in clock hours. Source: WEB art. 7.2.4a (BWBR0007625)."""
    years = 4 if type_ is ProgrammeType.MIDDENKADER and four_years else _NOMINAL_YEARS[type_]
    return years * STUDY_YEAR_HOURS


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
