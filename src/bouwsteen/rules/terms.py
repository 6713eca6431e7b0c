"""The terms in which rules speak: what each is about and what kind of value it has. There are no others.

`student.start` is the term `start` of the student; `core-task.mark` that of one core task, within `each` or `count`
over `core-tasks`, or in a rule that is about one core task. People read a term's words under the slug
`term.<name>`; words that a term can take stand here.

    >>> TERMS["student.level"].kind, TERMS["core-task.mark"].scope
    (<Kind.WHOLE: 'whole'>, 'core-task')
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bouwsteen.model.person import EvidenceKind, GenericPart, Judgement
from bouwsteen.model.records import Pathway, ProgrammeType


class Kind(StrEnum):
    """What kind of value a term has."""

    WHOLE = "whole"  # a whole number: hours, years, a level
    MARK = "mark"  # 1 to 10, perhaps with decimals
    DAY = "day"
    WORD = "word"
    LEVEL = "level"  # of a generic subject or a language: 2F, mbo-3, B1
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Term:
    """One term; `words` are the only values it can have, where they are few."""

    name: str
    kind: Kind
    words: tuple[str, ...] = ()

    @property
    def scope(self) -> str:
        """What it is a term of: student, core-task, module …"""
        return self.name.partition(".")[0]


COLLECTIONS = {
    "core-tasks": "core-task",
    "modules": "module",
    "evidence": "evidence",
    "work-processes": "work-process",
}
"""Name of a collection → the scope of its items."""

ORIGINS = ("mbo", "havo", "vwo", "vmbo", "hbo", "company", "evc", "foreign", "other")

_WHOLE, _MARK, _DAY, _WORD, _LEVEL, _TRUTH = Kind
_RESULTS = (("mark", _MARK, ()), ("judgement", _WORD, tuple(map(str, Judgement))), ("taken", _TRUTH, ()))
_SUBJECT = (*_RESULTS, ("level", _LEVEL, ()))

_PARTS = ("core-task", "work-process", "module", "generic", "citizenship", "placement", "statutory")

_VOCABULARY: dict[str, tuple[tuple[str, Kind, tuple[str, ...]], ...]] = {
    "asked": (("day", _DAY, ()),),
    "student": (
        ("start", _DAY, ()),
        ("qualification", _WORD, ()),
        ("entered-year", _WHOLE, ()),
        ("graduation", _DAY, ()),
        ("decision", _DAY, ()),
        ("years", _WHOLE, ()),
        ("level", _WHOLE, ()),
        ("type", _WORD, tuple(map(str, ProgrammeType))),
        ("pathway", _WORD, tuple(map(str, Pathway))),
        ("four-years", _TRUTH, ()),
        ("formative-parts", _TRUTH, ()),
        ("funded", _TRUTH, ()),
        ("institution", _WORD, ()),
        ("age", _WHOLE, ()),
        ("leaving", _TRUTH, ()),
        ("start-qualification", _TRUTH, ()),
        ("asks", _TRUTH, ()),
        ("assessed-parts", _WHOLE, ()),
        ("days-until-diploma", _WHOLE, ()),
    ),
    "qualification": (
        ("statutory-requirements", _TRUTH, ()),
        ("ended", _DAY, ()),
    ),
    "programme": (
        ("hours", _WHOLE, ()),
        ("guided-hours", _WHOLE, ()),
        ("guided-hours-year-1", _WHOLE, ()),
        ("placement-hours", _WHOLE, ()),
        ("year-hours", _WHOLE, ()),
        ("year-guided-hours", _WHOLE, ()),
        ("year-placement-hours", _WHOLE, ()),
        ("year-study-load", _WHOLE, ()),
        ("year-module-hours", _WHOLE, ()),
        ("deviation-accounted", _TRUTH, ()),
        ("module-options", _WHOLE, ()),
    ),
    "dutch": _SUBJECT,
    "numeracy": _SUBJECT,
    "english": _SUBJECT,
    "citizenship": _RESULTS,
    "placement": _RESULTS,
    "statutory": _RESULTS,
    "core-task": (*_RESULTS, ("evidence", _TRUTH, ())),
    "work-process": _RESULTS,
    "module": (
        *_RESULTS,
        ("hours", _WHOLE, ()),
        ("adopted", _DAY, ()),
        ("ended", _DAY, ()),
        ("coupled", _TRUTH, ()),
        ("excluded", _TRUTH, ()),
        ("requested", _TRUTH, ()),
        ("coincides", _TRUTH, ()),
        ("aim", _WORD, ("broadening", "deepening", "progression")),
        ("more-demanding", _TRUTH, ()),
        ("level-mismatch", _TRUTH, ()),
        ("fits-recognition", _TRUTH, ()),
        ("language", _WORD, ("engels", "duits", "frans", "spaans", "none")),
        ("language-level", _LEVEL, ()),
        ("shared-skills", _WHOLE, ()),
        ("vocational-language", _TRUTH, ()),
        ("motivated", _TRUTH, ()),
        ("overlaps-chosen", _TRUTH, ()),
    ),
    "part": (
        ("kind", _WORD, _PARTS),
        ("code", _WORD, ()),
        ("subject", _WORD, tuple(map(str, GenericPart))),
        ("level", _LEVEL, ()),
        ("level-of-one-part", _LEVEL, ()),
        ("result-level", _LEVEL, ()),
        *_RESULTS,
        ("exam-unit", _TRUTH, ()),
        ("overlaps", _TRUTH, ()),
        ("lower-level", _TRUTH, ()),
        ("requested", _TRUTH, ()),
        ("earlier-failed", _TRUTH, ()),
        ("designated", _TRUTH, ()),
        ("completed", _TRUTH, ()),
    ),
    "evidence": (
        ("kind", _WORD, tuple(map(str, EvidenceKind))),
        ("origin", _WORD, ORIGINS),
        ("subject", _WORD, ()),
        ("level", _LEVEL, ()),
        ("mark", _MARK, ()),
        ("day", _DAY, ()),
        ("age-years", _WHOLE, ()),
        ("covers-part", _TRUTH, ()),
        ("level-comparable", _TRUTH, ()),
        ("level-accepted", _TRUTH, ()),
        ("programme-level", _WHOLE, ()),
        ("foreign", _TRUTH, ()),
        ("traceable", _TRUTH, ()),
        ("same-programme", _TRUTH, ()),
        ("requirements-unchanged", _TRUTH, ()),
        ("also-used", _TRUTH, ()),
        ("passed", _TRUTH, ()),
        ("accredited-company", _TRUTH, ()),
        ("agreement", _TRUTH, ()),
    ),
}

TERMS = {
    f"{scope}.{name}": Term(f"{scope}.{name}", kind, words)
    for scope, terms in _VOCABULARY.items()
    for name, kind, words in terms
}

SCALES = (
    ("1F", "2F", "3F", "4F"),
    ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    ("A1", "A2", "B1", "B2", "C1", "C2"),
)
"""Scales of level, lowest first; levels of two scales cannot be compared.

Source: Besluit referentieniveaus; EKB art. 17a (BWBR0027963); the Common European Framework.
"""

LEVELS = {level: (scale, rank) for scale, levels in enumerate(SCALES) for rank, level in enumerate(levels)}

GENERAL = frozenset(
    ("asked", "student", "qualification", "programme", "dutch", "numeracy", "english", "citizenship")
) | {"placement", "statutory"}
"""Scopes that every rule may use; the others need a rule about them, or a collection of them."""


def usable(term: Term, bound: Iterable[str]) -> bool:
    """Whether a rule may use the term where the scopes `bound` are bound."""
    return term.scope in GENERAL or term.scope in bound
