"""A broad base: what programmes have in common, what each adds, when to choose at the latest, what a switch costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bouwsteen.model.coverage import RequirementKind
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Qualification
from bouwsteen.questions.reuse.programmes import BaseSet, BroadBase, Programme, best_sets, broad_base
from bouwsteen.services.reused import Reused

HOURS_OF_YEAR = 1600
"""Study load of a year. Source: WEB art. 7.2.4a (BWBR0007625)."""
LEAST_SHARE = Fraction(1, 4)
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBase:
    """The base of chosen programmes. All hours are estimates.

    `generic_hours` are the hours of generic subjects that all have (the least of them), None where levels differ;
    `unknown` are programmes of which not all parts or hours are known: they are left out of the base.
    """

    base: BroadBase | None
    programmes: tuple[Programme, ...]
    generic_hours: Fraction | None
    unknown: tuple[str, ...]
    titles: Mapping[str, str]

    @property
    def choose_after(self) -> Fraction | None:
        """Hours of study after which a student must have chosen at the latest, when the common comes first."""
        return self.base.common_hours + (self.generic_hours or 0) if self.base else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSets:
    """The best sets of programmes for a broad base, and among how many was searched."""

    sets: tuple[BaseSet, ...]
    searched: int
    titles: Mapping[str, str]


def find_base(crebos: Sequence[str], reused: Reused) -> FoundBase:
    """The base of the programmes `crebos`; raises `UnknownCode`."""
    chosen = list(dict.fromkeys(crebos))
    found = {crebo: reused.programme(crebo) for crebo in chosen}
    known = tuple(each for each in found.values() if each)
    return FoundBase(
        base=broad_base(known) if len(known) > 1 else None,
        programmes=known,
        generic_hours=_generic([each.crebo for each in known], reused),
        unknown=tuple(crebo for crebo, each in found.items() if each is None),
        titles=_titles(known, reused),
    )


def find_sets(
    reused: Reused,
    *,
    level: int | None = None,
    count: int = 3,
    most: int = MOST,
    share: Fraction = LEAST_SHARE,
) -> FoundSets:
    """The best sets among the programmes of a level (None: all) that are offered and of which all parts are known."""
    structure = reused.ready.structure
    offered = [
        crebo
        for crebo, each in structure.qualifications.items()
        if structure.current[crebo] is Outcome.YES and (level is None or _level(each) == level)
    ]
    known = [each for crebo in _newest_of_name(offered, reused) if (each := reused.programme(crebo))]
    return FoundSets(
        sets=best_sets(known, least_share=share, most=most, count=count),
        searched=len(known),
        titles=_titles(known, reused),
    )


def _newest_of_name(crebos: Sequence[str], reused: Reused) -> list[str]:
    """Of qualifications with one name the newest: the others are what it followed, and share nearly all by design."""
    qualifications = reused.ready.structure.qualifications
    by_start = sorted(crebos, key=lambda crebo: (qualifications[crebo].valid.start or date.min, crebo))
    return sorted({qualifications[crebo].name.casefold(): crebo for crebo in by_start}.values())


def _level(qualification: Qualification) -> int | None:
    return qualification.level.value if qualification.level else None


def _generic(crebos: Sequence[str], reused: Reused) -> Fraction | None:
    """What all have of the generic subjects; they are the same for programmes of one level."""
    levels = {_level(reused.ready.structure.qualifications[crebo]) for crebo in crebos}
    if len(levels) != 1 or None in levels:
        return None
    sums = [
        sum(
            (
                each.hours
                for each in reused.ready.requirements.by_crebo[crebo].others
                if _counts(each.kind) and each.hours
            ),
            start=Fraction(0),
        )
        for crebo in crebos
    ]
    return min(sums)


def _counts(kind: RequirementKind) -> bool:
    return kind is RequirementKind.GENERIC


def _titles(programmes: Sequence[Programme], reused: Reused) -> dict[str, str]:
    return {name: reused.titles[name] for each in programmes for name in each.elements}
