"""What was chosen, in the order of the wish, and laid out over periods."""

from collections.abc import Sequence

from bouwsteen.model.codes import PartKey, work_code_order
from bouwsteen.model.coverage import Requirement
from bouwsteen.model.period import Outcome
from bouwsteen.questions.routing import First, steps
from bouwsteen.questions.routing.periods import RoutePeriod, laid_out
from bouwsteen.questions.routing.selection import Selection, Work, closure
from bouwsteen.questions.routing.sequence import OpenLongest, open_longest, ordered
from bouwsteen.services.plan_route.answer import Objective, PlannedPart, PlannedPeriod, RouteQuestion, Why
from bouwsteen.services.plan_route.asked import Asked, ThingKind
from bouwsteen.services.plan_route.certificates import Certificates


class Plan:
    """What was chosen, in its order."""

    def __init__(
        self, question: RouteQuestion, found: Asked, chosen: Selection, certificates: Certificates
    ) -> None:
        self.question, self.found, self.chosen = question, found, chosen
        self.certain = any(certain for _, certain, _ in certificates)
        self.known = {each.key: each for each in chosen.works if not each.held}
        self.todo = list(self.known.values())
        self.first = (
            closure(chosen.first.works, self.known) if chosen.first and self._soonest else frozenset()
        )
        self._place = _places(found, question)
        main = [each for each in self.todo if self._is_main(each)]
        self.opened = self._open_longest(main) if question.objective is Objective.OPTIONS else None
        self.main = self.opened.order if self.opened else ordered(main, self._rank)
        self.beside = ordered((each for each in self.todo if not self._is_main(each)), self._rank)

    @property
    def _soonest(self) -> bool:
        return self.question.objective is Objective.CERTIFICATE

    def hours_known(self, work: Work) -> bool:
        return self.found.things[work.key].hours_known

    def periods(self, load: int) -> tuple[PlannedPeriod, ...]:
        alone = sum(each.hours for each in self.main if each.key in self.first)
        spent, made = 0, []
        for period in laid_out(self.main, self.beside, load=load, alone=alone):
            spent += sum(each.hours for each in period.portions if self._is_main(self.known[each.work]))
            made.append(self._period(period, spent))
        return tuple(made)

    def _period(self, period: RoutePeriod, spent: int) -> PlannedPeriod:
        total = sum(each.hours for each in self.main)
        closes = self.opened.closes if self.opened else {}
        return PlannedPeriod(
            number=period.number,
            hours=period.hours,
            parts=tuple(
                PlannedPart(
                    thing=self.found.things[each.work],
                    hours=each.hours,
                    starts=each.starts,
                    ends=each.ends,
                    because=self._because(self.known[each.work]),
                )
                for each in period.portions
            ),
            open=tuple(name for name, hours in closes.items() if hours >= min(spent, total)),
        )

    def _because(self, work: Work) -> Why:
        thing = self.found.things[work.key]
        if work.key in self.first:
            return Why.FIRST_CERTIFICATE if self.certain else Why.PERHAPS_FIRST_CERTIFICATE
        if thing.kind is ThingKind.MODULE:
            return Why.WANTED if work.wanted else Why.CARRIES_CERTIFICATE
        if len(thing.goals) > 1:
            return Why.SERVES_SEVERAL
        if thing.kind is not ThingKind.PART:
            return Why.BESIDE
        return Why.KEEPS_OPEN if self.opened and len(self._asking(work.key)) > 1 else Why.FOLLOWS

    def _is_main(self, work: Work) -> bool:
        return self.found.things[work.key].kind is ThingKind.PART or work.key in self.first

    def _rank(self, work: Work) -> tuple[int, ...]:
        """What a first certificate takes, then the order of the steps; beside it the order of the kinds."""
        thing = self.found.things[work.key]
        place = self._place.get(thing.task_key, len(self._place))
        kind = list(ThingKind).index(thing.kind)
        code = work_code_order(thing.code) if thing.kind is ThingKind.PART else (0,)
        return (int(work.key not in self.first), kind, place, *code)

    def _open_longest(self, main: Sequence[Work]) -> OpenLongest:
        """Every programme that asks one of these parts, and is offered, is a choice; the goals always are."""
        names = {name for each in main for name in self._asking(each.key)}
        done = self.found.works.keys() - {each.key for each in main}
        choices = {name: self.found.parts_of(name) - done for name in names}
        return open_longest(main, choices, self._rank)

    def _asking(self, work: str) -> set[str]:
        """The programmes that ask this part."""
        key = PartKey.parse(work)
        structure, holders = self.found.structure, self.found.ready.requirements.holders
        equal = (key, *structure.catalogue.equal_parts.get(key, ()))
        crebos = {crebo for each in equal for crebo in holders.get(each, ())}
        return {
            crebo
            for crebo in crebos
            if structure.current[crebo] is Outcome.YES or crebo in self.question.goals
        }


_FIRST = {
    Objective.HOURS: First.SHORTEST,
    Objective.OPTIONS: First.SHORTEST,
    Objective.CERTIFICATE: First.CERTIFICATE,
}


def _places(found: Asked, question: RouteQuestion) -> dict[str, int]:
    """Key of each core task → its place among the steps, the same as in the answer of possibilities."""
    tasks: dict[str, Requirement] = {}
    for crebo in question.goals:
        tasks.update({each.key: each for each in found.ready.requirements.by_crebo[crebo].tasks})
    made = steps(list(tasks.values()), first=_FIRST[question.objective])
    return {step.key: at for at, step in enumerate(made)}
