"""The programmes that somebody wants to keep within reach, and what the optimum needs to know of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from bouwsteen.model.codes import WORK_CODE, PartKey, PartKind, part_kind
from bouwsteen.model.coverage import Claim, ClaimBasis, Gap
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Result
from bouwsteen.questions.choice.checking import Regime
from bouwsteen.questions.choice.optimum import settled, shortage
from bouwsteen.questions.choice.options import Option, Target
from bouwsteen.questions.choice.orientation import (
    PartsOfProgrammes,
    coupled_modules,
    part_options,
    parts_of_programmes,
    target_of,
)
from bouwsteen.questions.choice.overlap import alike
from bouwsteen.questions.gap import gaps
from bouwsteen.rules.passing import own_code, passed
from bouwsteen.services.prepared import PreparedStructure
from bouwsteen.services.suggest_modules.answer import GoalWithinReach, Question


@dataclass(frozen=True)
class Goals:
    """The goals of one person; `options` are the parts that she can begin with."""

    crebos: tuple[str, ...]
    gaps: Mapping[str, Gap]
    targets: tuple[Target, ...]
    options: tuple[Option, ...]
    load: int
    ready: PreparedStructure

    @property
    def modules(self) -> frozenset[str]:
        """The modules that surely count in a goal."""
        return frozenset().union(*(each.modules for each in self.targets))

    def counts_in(self, option: Option) -> tuple[str, ...]:
        """The goals in which some of it counts."""
        return tuple(each.crebo for each in self.targets if settled(each, (option,)))

    def within_reach(self, chosen: Sequence[Option]) -> tuple[GoalWithinReach, ...]:
        """Each goal after the set, those within reach first."""
        targets = {each.crebo: each for each in self.targets}
        found = [self._goal(crebo, targets.get(crebo), chosen) for crebo in self.crebos]
        return tuple(sorted(found, key=lambda each: (each.short is None, each.short or 0, each.crebo)))

    def _goal(self, crebo: str, target: Target | None, chosen: Sequence[Option]) -> GoalWithinReach:
        return GoalWithinReach(
            crebo=crebo,
            name=self.ready.structure.qualification(crebo).name,
            short=max(0, shortage(target, chosen)) if target else None,
            basis=self.gaps[crebo].hours.basis,
            looks_alike=self._looks_alike(target, chosen) if target else (),
        )

    def _looks_alike(self, target: Target, chosen: Sequence[Option]) -> tuple[tuple[str, str], ...]:
        """Titles of parts of the set and of the goal that look alike, of which nothing says that they are equal."""
        known = self.ready.structure.catalogue.work_processes
        mine = {key for each in chosen for key in each.covers} - target.parts
        pairs = product(mine & known.keys(), target.parts & known.keys())
        titles = {(known[key].title, known[other].title) for key, other in pairs}
        return tuple(sorted(pair for pair in titles if alike(*pair)))


def goals_of(question: Question, ready: PreparedStructure, crebo: str) -> Goals:
    """The goals: those that are named, else every current programme of the level; raises `UnknownCode`."""
    structure = ready.structure
    crebos = tuple(sorted(set(question.person.goals or _of_level(ready, crebo))))
    for each in crebos:
        structure.qualification(each)
    (found,) = gaps(ready.requirements, [tuple(_claims(question.person.results, crebo, ready))])
    left = {gap.crebo: gap for gap in found}
    load = question.load if question.load is not None else _load(left, crebo, crebos)
    parts = parts_of_programmes(structure.catalogue, found)
    coupled = coupled_modules(ready.overlaps.couplings)
    targets = [
        target_of(left[each], parts, load=load, modules=_coupled(coupled, each, ready)) for each in crebos
    ]
    return Goals(
        crebos=crebos,
        gaps=left,
        targets=tuple(each for each in targets if each is not None),
        options=_options(question.regime, crebo, crebos, parts),
        load=load,
        ready=ready,
    )


def _options(
    regime: Regime, crebo: str, crebos: Sequence[str], parts: PartsOfProgrammes
) -> tuple[Option, ...]:
    """Parts of the own programme, which anybody may begin with; by the letter those of the goals too."""
    own = part_options([crebo], parts)
    return part_options([crebo, *crebos], parts) if regime is Regime.LETTER or not own else own


def _of_level(ready: PreparedStructure, crebo: str) -> tuple[str, ...]:
    structure = ready.structure
    level = structure.qualification(crebo).level
    return tuple(
        each.crebo
        for each in structure.qualifications.values()
        if level is not None
        and each.level is not None
        and each.level.value == level.value
        and structure.current[each.crebo] is Outcome.YES
    ) or (crebo,)


def _load(left: Mapping[str, Gap], crebo: str, crebos: Iterable[str]) -> int:
    """What is left of the own programme, by estimate; where that cannot be said, the most that a goal asks for."""
    own = left[crebo].hours.left
    if own is not None:
        return own
    return max((hours for each in crebos if (hours := left[each].hours.left) is not None), default=0)


def _coupled(coupled: Mapping[str, frozenset[str]], crebo: str, ready: PreparedStructure) -> frozenset[str]:
    owner = ready.structure.qualification(crebo).owner
    return coupled.get(crebo, frozenset()) | coupled.get(owner, frozenset())


def _claims(results: Iterable[Result], crebo: str, ready: PreparedStructure) -> Iterable[Claim]:
    """What she passed of the own programme."""
    found = ready.structure.qualification(crebo)
    for each in results:
        code = own_code(each.part, crebo, found)
        if (
            WORK_CODE.fullmatch(code)
            and part_kind(code) in (PartKind.CORE_TASK, PartKind.WORK_PROCESS)
            and passed(each) is Outcome.YES
        ):
            yield Claim(key=PartKey(found.owner, found.version, code), basis=ClaimBasis.ACHIEVED)
