"""A broad base: what programmes have in common, what each adds, when to choose at the latest, what a switch costs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import RequirementKind
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Qualification
from bouwsteen.questions.reuse.families import stamp
from bouwsteen.questions.reuse.programmes import BaseSet, BroadBase, Programme, best_sets, broad_base
from bouwsteen.questions.reuse.standing import State
from bouwsteen.services.known_texts import KnownTexts, known_texts
from bouwsteen.services.ports import PartTexts
from bouwsteen.services.reused import Reused

LEAST_SHARE = Fraction(1, 4)
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What a programme itself calls an element."""

    crebo: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """How elements are called: `of` is the title of each, `own` what programmes call it where that differs.

    `general` are those whose title names no object.
    """

    of: Mapping[str, str]
    own: Mapping[str, tuple[Own, ...]]
    general: frozenset[str]

    def own_of(self, element: str, crebo: str) -> tuple[str, ...]:
        """What this programme calls the element, where that is not its title."""
        return tuple(each.title for each in self.own.get(element, ()) if each.crebo == crebo)

    def in_order(self, elements: Iterable[str]) -> tuple[str, ...]:
        """By title, and general titles last."""
        return tuple(sorted(elements, key=lambda each: (each in self.general, self.of[each], each)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBase:
    """The base of chosen programmes. All hours are estimates.

    `generic_hours` are the hours of generic subjects that all have (the least of them), None where levels differ;
    `unknown` are programmes of which not all parts or hours are known: they are left out of the base. `only_in_name`
    are families that all have but for a general title, which is no common base.
    """

    base: BroadBase | None
    programmes: tuple[Programme, ...]
    generic_hours: Fraction | None
    unknown: tuple[str, ...]
    only_in_name: tuple[str, ...]
    titles: Titles
    texts: KnownTexts

    @property
    def choose_after(self) -> Fraction | None:
        """Hours of study after which a student must have chosen at the latest, when the common comes first.

        None where programmes have nothing in common.
        """
        if self.base is None or not self.base.common:
            return None
        return self.base.common_hours + (self.generic_hours or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSets:
    """The best sets of programmes for a broad base, and among how many was searched."""

    sets: tuple[BaseSet, ...]
    searched: int
    titles: Titles
    texts: KnownTexts


def find_base(crebos: Sequence[str], reused: Reused, texts: PartTexts) -> FoundBase:
    """The base of the programmes `crebos`; raises `UnknownCode`."""
    chosen = list(dict.fromkeys(crebos))
    found = {crebo: reused.programme(crebo) for crebo in chosen}
    known = tuple(each for each in found.values() if each)
    base = broad_base(known) if len(known) > 1 else None
    in_name = _only_in_name(known, frozenset(base.common), reused) if base else {}
    return FoundBase(
        base=base,
        programmes=known,
        generic_hours=_generic([each.crebo for each in known], reused),
        unknown=tuple(crebo for crebo, each in found.items() if each is None),
        only_in_name=tuple(sorted(in_name, key=lambda each: reused.titles[each])),
        titles=_titles(known, reused, in_name),
        texts=_texts([each.crebo for each in known], reused, texts),
    )


def find_sets(
    reused: Reused,
    texts: PartTexts,
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
    sets = best_sets(known, least_share=share, most=most, count=count)
    chosen = {crebo for each in sets for crebo in each.crebos}
    return FoundSets(
        sets=sets,
        searched=len(known),
        titles=_titles([each for each in known if each.crebo in chosen], reused),
        texts=_texts(chosen, reused, texts),
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


InName = Mapping[str, Sequence[tuple[str, PartKey]]]
"""A family with a general title → the programmes and their parts in it."""


def _only_in_name(programmes: Sequence[Programme], common: frozenset[str], reused: Reused) -> InName:
    """What all programmes have by a general title alone."""
    found: dict[str, list[tuple[str, PartKey]]] = {}
    for each in programmes:
        for key in reused.parts(each.crebo):
            element, standing = reused.element_of[key], reused.standing_by_id.get(stamp(key))
            if standing and standing.state is State.PROPOSED and element not in (standing.id, *common):
                found.setdefault(standing.id, []).append((each.crebo, key))
    return {
        name: parts for name, parts in found.items() if len({crebo for crebo, _ in parts}) == len(programmes)
    }


def _titles(programmes: Sequence[Programme], reused: Reused, in_name: InName | None = None) -> Titles:
    own: dict[str, dict[Own, None]] = {}
    called = [
        (reused.element_of[key], each.crebo, key) for each in programmes for key in reused.parts(each.crebo)
    ]
    called += [(name, crebo, key) for name, parts in (in_name or {}).items() for crebo, key in parts]
    for element, crebo, key in called:
        title = reused.ready.structure.part(key).title
        if title.casefold() != reused.titles[element].casefold():
            own.setdefault(element, {})[Own(crebo=crebo, title=title)] = None
    of = {element: reused.titles[element] for element, _, _ in called}
    return Titles(
        of=of,
        own={element: tuple(each) for element, each in own.items()},
        general=frozenset(element for element, title in of.items() if reused.is_general(title)),
    )


def _texts(crebos: Iterable[str], reused: Reused, texts: PartTexts) -> KnownTexts:
    return known_texts((key for crebo in crebos for key in reused.parts(crebo)), texts)
