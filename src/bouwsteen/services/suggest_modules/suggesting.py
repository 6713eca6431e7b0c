"""From a purpose to the best set: what can be chosen, how well it serves, the optimum, and the reasons.

The purposes that a text describes use matching; orientation uses what is left of each programme; the others the
curated table. So this is where questions meet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Match
from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.checking import ChoiceRules, Regime, choice_rules, done_modules, space_of
from bouwsteen.questions.choice.optimum import Optimum, best_options
from bouwsteen.questions.choice.options import TEXT_PURPOSES, Option, Purpose
from bouwsteen.questions.choice.orientation import one_key
from bouwsteen.questions.choice.overlap import alike, pairs_alike
from bouwsteen.questions.choice.purposes import (
    WHOLE,
    Nearness,
    PurposeTable,
    nearness,
    serves_by_table,
    serves_by_text,
)
from bouwsteen.questions.choice.space import LEAST_SIZE, ChoiceSpace
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.prepared import PreparedStructure
from bouwsteen.services.suggest_modules.answer import Nearby, Question, Suggested, Suggestion
from bouwsteen.services.suggest_modules.goals import Goals, goals_of
from bouwsteen.services.suggest_modules.texts import (
    modules_about,
    nearest_to,
    processes_about,
    words_not_found,
)

OTHERS = 10
LEAST_OBLIGATION = 240
"""The least that any programme owes. Source: EKB art. 17d lid 2 (BWBR0027963)."""


def suggest_modules(
    question: Question, ready: PreparedStructure, law: RuleSet, table: PurposeTable, *, on: date
) -> Suggestion:
    """The best set for the purpose within the hours that are left.

    Raises `UnknownCode` for a programme or goal that is not known, and what matching raises for a text that it
    cannot read.
    """
    rules = choice_rules(
        question.person,
        ready.overlaps,
        law,
        table=table,
        on=on,
        regime=question.regime,
        requested=question.requested,
    )
    return _Suggesting(question, ready, table, rules).answer(on)


@dataclass(frozen=True)
class _Suggesting:
    """One question being answered."""

    question: Question
    ready: PreparedStructure
    table: PurposeTable
    rules: ChoiceRules

    def answer(self, on: date) -> Suggestion:
        structure, question = self.ready.structure, self.question
        best = best_options(
            self.options,
            hours=self.hours,
            apart=self.apart,
            targets=self.goals.targets if self.goals else (),
        )
        nearest, nearest_by = self._nearest()
        return Suggestion(
            question=question,
            on=on,
            number=structure.number,
            programme=structure.qualification(self.rules.crebo).name,
            space=self.space,
            hours=self.hours,
            hours_basis=self._hours_basis,
            considered=len(self.options),
            refused=self.refused,
            suggested=tuple(map(self._suggested, self._chosen(best))),
            others=tuple(map(self._suggested, self._others(best))),
            goals=self.goals.within_reach(self._chosen(best)) if self.goals else (),
            load=self.goals.load if self.goals else None,
            not_found=words_not_found(question.text, self.ready) if question.text else (),
            nearest=nearest,
            nearest_by=nearest_by,
            proved=best.proved,
        )

    @cached_property
    def taken(self) -> tuple[str, ...]:
        """The modules that stand already: chosen, or with a result."""
        person = self.question.person
        return tuple(sorted({*person.chosen, *done_modules(person.results)}))

    @cached_property
    def space(self) -> ChoiceSpace:
        return space_of(self.rules, self.taken)

    @cached_property
    def hours(self) -> int:
        if self.question.hours is not None:
            return self.question.hours
        return self.space.left if self.space.left is not None else LEAST_OBLIGATION

    @property
    def _hours_basis(self) -> str:
        if self.question.hours is not None:
            return "given"
        if self.space.most is None:
            return "least"
        return "obligation" if self.space.least == self.space.most else "most"

    @cached_property
    def verdicts(self) -> Mapping[str, Outcome]:
        """What the law says of each module that would serve and does not stand already."""
        wanted = self.serves if self.goals is None else self.goals.modules
        codes = (code for code in sorted(wanted) if code not in self.taken)
        return {
            code: self.rules.module(code).outcome for code in codes if code in self.ready.structure.modules
        }

    @cached_property
    def refused(self) -> tuple[str, ...]:
        """The modules that would serve the purpose and that the law refuses."""
        return tuple(code for code, outcome in self.verdicts.items() if outcome is Outcome.NO)

    @cached_property
    def matches(self) -> Mapping[str, Match]:
        return modules_about(self.question.text, self.ready) if self.question.text else {}

    @cached_property
    def process_matches(self) -> Mapping[PartKey, Match]:
        """Work processes of other programmes that the text is about; only where the letter lets them be chosen."""
        if self.question.regime is not Regime.LETTER or not self.question.text:
            return {}
        return processes_about(self.question.text, self.ready)

    @cached_property
    def near(self) -> Mapping[str, Nearness]:
        return nearness(self.ready.structure, self.rules.crebo)

    @cached_property
    def serves(self) -> Mapping[str, int]:
        """How well each module or part serves the purpose."""
        scores = {code: match.score for code, match in self.matches.items()}
        if self.question.purpose in TEXT_PURPOSES:
            return serves_by_text(scores)
        return serves_by_table(
            self.table, self.question.purpose, self.near, scores if self.question.text else None
        )

    @cached_property
    def goals(self) -> Goals | None:
        if self.question.purpose is not Purpose.ORIENTATION:
            return None
        return goals_of(self.question, self.ready, self.rules.crebo)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        if self.goals:
            return (*self.goals.options, *self._modules())
        return (*self._modules(), *self._tasks())

    def _modules(self) -> Iterable[Option]:
        """The modules that serve, are not refused, and repeat nothing that stands already."""
        modules, overlaps = self.ready.structure.modules, self.rules.overlaps
        titles = [modules[code].title for code in self.taken if code in modules]
        for code, outcome in self.verdicts.items():
            if outcome is Outcome.NO:
                continue
            if any(frozenset((code, other)) in overlaps.certain for other in self.taken):
                continue
            if not any(alike(modules[code].title, title) for title in titles):
                yield Option(
                    code=code,
                    hours=modules[code].study_load_hours or LEAST_SIZE,
                    serves=self.serves.get(code, 0),
                    evidence=int(self.near.get(code, Nearness.NOWHERE)),
                )

    def _tasks(self) -> Iterable[Option]:
        """Core tasks of other programmes, where the letter lets them be chosen; equal ones once."""
        if self.question.purpose not in TEXT_PURPOSES:
            return
        structure, own = self.ready.structure, self.ready.parts.of(self.rules.crebo)
        seen: set[frozenset[PartKey]] = set()
        for task in sorted({key._replace(code=key.core_task) for key in self.process_matches}):
            crebo = next(
                crebo for crebo, keys in structure.core_tasks.items() if task in {each.key for each in keys}
            )
            option = self._task(crebo, task)
            if option and own.isdisjoint(option.covers) and frozenset(option.covers) not in seen:
                seen.add(frozenset(option.covers))
                yield option

    def _task(self, crebo: str, task: PartKey) -> Option | None:
        """A core task serves as well as its work processes do, each for its share of the hours."""
        option = self.ready.parts.option(crebo, task)
        if option is None or not option.hours:
            return None
        catalogue = self.ready.structure.catalogue
        scores = {one_key(catalogue, key): match.score for key, match in self.process_matches.items()}
        answered = sum(scores.get(key, 0.0) * hours for key, hours in option.covers.items())
        return replace(option, serves=round(WHOLE * answered / option.hours))

    @cached_property
    def apart(self) -> frozenset[frozenset[str]]:
        """Pairs that surely overlap, and pairs of which the titles look alike: nobody should take those unasked."""
        if self.goals:
            return self.rules.overlaps.certain
        titles = {each.code: self._title(each.code) for each in self.options}
        return self.rules.overlaps.certain | pairs_alike(titles)

    def _chosen(self, best: Optimum) -> Sequence[Option]:
        chosen = [each for each in self.options if each.code in best.chosen]
        return sorted(chosen, key=lambda each: (-each.serves, each.code))

    def _others(self, best: Optimum) -> Sequence[Option]:
        """What also serves, best first, and did not come into the set."""
        if self.goals:
            return ()
        rest = [each for each in self.options if each.code not in best.chosen]
        return sorted(rest, key=lambda each: (-each.serves, -each.evidence, each.code))[:OTHERS]

    def _title(self, code: str) -> str:
        structure = self.ready.structure
        if "/" in code:
            return structure.part(PartKey.parse(code)).title
        return structure.modules[code].title

    def _suggested(self, option: Option) -> Suggested:
        if "/" in option.code:
            return self._suggested_part(option)
        row = self.table.of(self.question.purpose).get(option.code)
        found = self.matches.get(option.code)
        because = "coupled-to-goals" if self.goals else row.because if row else "answers-text"
        return Suggested(
            code=option.code,
            title=self._title(option.code),
            kind="module",
            hours=option.hours,
            hours_known=self.ready.structure.modules[option.code].study_load_hours is not None,
            allowed=self.verdicts[option.code],
            because=because,
            towards=row.towards if row else "",
            source=row.source if row else "",
            serves=option.serves,
            nearness=self.near.get(option.code, Nearness.NOWHERE),
            why=found.why if found else (),
            counts_in=self.goals.counts_in(option) if self.goals else (),
        )

    def _suggested_part(self, option: Option) -> Suggested:
        structure = self.ready.structure
        processes = structure.work_processes(PartKey.parse(option.code))
        holders = dict.fromkeys(crebo for each in processes for crebo in structure.holders.get(each.key, ()))
        carried = (
            self.process_matches[each.key].why for each in processes if each.key in self.process_matches
        )
        return Suggested(
            code=option.code,
            title=self._title(option.code),
            kind="core-task",
            hours=option.hours,
            hours_known=False,
            allowed=Outcome.YES if self.rules.crebo in holders else Outcome.UNKNOWN,
            because="recurs-in-goals" if self.goals else "answers-text",
            serves=option.serves,
            why=tuple(dict.fromkeys(chain.from_iterable(carried))),
            counts_in=self.goals.counts_in(option) if self.goals else (),
            holders=tuple(holders),
        )

    def _nearest(self) -> tuple[tuple[Nearby, ...], str]:
        text = self.question.text
        return nearest_to(text, self.ready, self.rules.crebo) if text else ((), "")
