"""Whether a choice is allowed: each module by itself, each pair of modules, and the whole, with the proof.

    whole                                     unknown
    ├── module K0794                          unknown
    │   ├── rule module-in-force …            unknown, end-unknown
    │   └── rule module-coupling …            unknown, coupling-unknown
    ├── apart K0125, K0794                    unknown, parts-unknown
    └── obligation                            yes   (only where the choice is final)

A choice is refused when a part of it is, allowed when all of it is, and otherwise unknown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from bouwsteen.model.codes import MODULE
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Person, Result
from bouwsteen.questions.choice.module_facts import module_facts
from bouwsteen.questions.choice.overlap import Overlap, Overlaps, is_part
from bouwsteen.questions.choice.purposes import PurposeTable
from bouwsteen.questions.choice.repair import Placed, Repair, smallest_repair
from bouwsteen.questions.choice.space import ChoiceSpace, choice_space
from bouwsteen.rules.case import case_of
from bouwsteen.rules.comparing import OPPOSITE, all_of
from bouwsteen.rules.facts import Facts, Unknown, Value
from bouwsteen.rules.law import Law
from bouwsteen.rules.passing import judged
from bouwsteen.rules.rule import RuleSet
from bouwsteen.rules.verdict import Proof, Verdict

LEAST_MARK = 4
"""Source: EKB art. 17 (BWBR0027963), for cohorts since 1 August 2020."""


class Regime(StrEnum):
    """Under which rules a choice is made."""

    LAW = "law"  # as they hold, chosen by the adoption of the module and the kind of school
    UNCOUPLED = "uncoupled"  # as bill 36 670 wants it; not in force
    LETTER = "letter"  # as the letter wants it: whatever is found anywhere in mbo; never in force


_ALL = (
    "module-in-force",
    "module-coupling",
    "module-overlap",
    "module-level",
    "module-language",
    "module-size",
)
CONDITIONS: Mapping[Regime, tuple[str, ...]] = {
    Regime.LAW: _ALL,
    Regime.UNCOUPLED: _ALL,
    Regime.LETTER: ("module-in-force", "module-overlap"),
}
"""What the law must conclude of each module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedModule:
    """One module: its official title (empty: not in the catalogue), its hours, and the verdict by itself."""

    code: str
    title: str
    hours: int | None
    verdict: Verdict
    overlap: Overlap


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedChoice:
    """The verdict on the whole; `repair` is empty where nothing is refused, None where no change helps."""

    modules: tuple[CheckedModule, ...]
    pairs: tuple[Overlap, ...]
    space: ChoiceSpace
    verdict: Verdict
    repair: Repair | None


@dataclass(frozen=True)
class ChoiceRules:
    """What is needed to judge the choice of one student in one programme (`crebo`).

    `student` are the facts of the student; `requested` says whether she herself asked for a module outside the
    coupling (None: not said).
    """

    law: Law
    overlaps: Overlaps
    crebo: str
    student: Facts
    table: PurposeTable
    on: date
    regime: Regime = Regime.LAW
    requested: bool | None = None

    def module(self, code: str) -> Verdict:
        """Whether the module, or the part of a programme, is allowed by itself."""
        if is_part(code):
            return Verdict(proof=joined("module", (self._part(code),), subject=code))
        facts = self._facts(code)
        proofs = (self.law.ask(conclusion, facts, on=self.on).proof for conclusion in CONDITIONS[self.regime])
        return Verdict(proof=joined("module", proofs, subject=code))

    def _part(self, code: str) -> Proof:
        """A programme is a qualification and modules; only the letter lets in a part of another programme."""
        overlap = self.overlap(code)
        letter = self.regime is Regime.LETTER
        coincides = Proof(
            outcome=OPPOSITE[overlap.outcome] if letter else Outcome.NO,
            kind="is",
            rule=PART_RULE,
            fact="module.coincides",
            subject=code,
            found=overlap.outcome.value,
            expected=Outcome.NO.value,
            because=overlap.evidence.value if letter and overlap.outcome is Outcome.UNKNOWN else "",
        )
        return Proof(
            outcome=coincides.outcome,
            kind="rule",
            rule=PART_RULE,
            source="" if letter else "WEB art. 7.1.2 lid 2 (BWBR0007625)",
            subject=code,
            parts=(coincides,) if letter else (),
        )

    def overlap(self, code: str) -> Overlap:
        return self.overlaps.with_qualification(code, self.crebo)

    @cached_property
    def obligation(self) -> Value:
        """The hours of modules that the programme owes; without a day of graduation, by the law of today."""
        said = self.student.value("student.graduation")
        graduation = self.on if isinstance(said, Unknown) else said
        facts = Facts.of({**self.student.values, "student.graduation": graduation})
        return self.law.value("module-obligation-hours", facts, on=self.on)

    def _facts(self, code: str) -> Facts:
        facts = module_facts(
            code,
            self.crebo,
            self.overlaps,
            table=self.table,
            level=self.student.value("student.level"),
            requested=self.requested,
        )
        return Facts.of({**self.student.values, **facts}, self.student.collections)


def choice_rules(
    person: Person,
    overlaps: Overlaps,
    rules: RuleSet,
    *,
    table: PurposeTable,
    on: date,
    regime: Regime = Regime.LAW,
    requested: bool | None = None,
) -> ChoiceRules:
    """The rules for the programme in `person`; raises `UnknownCode` where it is not known."""
    crebo = overlaps.structure.qualification(person.qualification or "").crebo
    institution = person.institution or ""
    if regime is Regime.UNCOUPLED:
        chosen = {**rules.chosen, (institution, "coupling-regime"): "statutory-uncoupled"}
        rules = replace(rules, chosen=chosen)
    return ChoiceRules(
        law=Law(rules, institution),
        overlaps=overlaps,
        crebo=crebo,
        student=case_of(person, overlaps.structure, on=on).facts,
        table=table,
        on=on,
        regime=regime,
        requested=requested,
    )


def done_modules(results: Iterable[Result]) -> tuple[str, ...]:
    """The modules that are done and can still count: since 2020 none below a 4 does. Source: EKB art. 17."""
    return tuple(sorted({each.part for each in results if MODULE.fullmatch(each.part) and _can_count(each)}))


def _can_count(result: Result) -> bool:
    if result.mark is not None:
        return result.mark >= LEAST_MARK
    return result.judgement is not None and judged(result.judgement) is not Outcome.NO


def space_of(
    rules: ChoiceRules,
    codes: Iterable[str],
    *,
    judged: Iterable[CheckedModule] = (),
    pairs: Iterable[Overlap] = (),
) -> ChoiceSpace:
    """The choice space of the programme, filled by these modules as they were judged, each and in pairs."""
    modules = rules.overlaps.structure.modules
    sizes = {code: modules[code].study_load_hours if code in modules else None for code in codes}
    return choice_space(
        rules.obligation,
        sizes=sizes,
        outcomes={each.code: each.verdict.outcome for each in judged},
        apart=[frozenset((each.module, each.other)) for each in pairs if each.outcome is Outcome.YES],
    )


def check_modules(
    codes: Iterable[str], rules: ChoiceRules, *, fixed: Iterable[str] = (), final: bool = False
) -> CheckedChoice:
    """The verdict on the modules together. `fixed` have a result and stay; a `final` choice fills the obligation."""
    kept = frozenset(fixed)
    chosen = sorted({*codes, *kept})
    pairs = tuple(rules.overlaps.of_modules(*pair) for pair in combinations(chosen, 2))
    modules = tuple(_checked(code, rules) for code in chosen)
    space = space_of(rules, chosen, judged=modules, pairs=pairs)
    proofs = [each.verdict.proof for each in modules] + [_pair_proof(each) for each in pairs]
    if final:
        proofs.append(_obligation(space))
    verdict = Verdict(proof=joined("whole", proofs))
    repair: Repair | None = Repair()
    if verdict.outcome is Outcome.NO:
        least_hours = (space.most or 0) if final else min(space.most or 0, space.chosen)
        repair = _repair(modules, rules, fixed=kept, least_hours=least_hours)
    return CheckedChoice(modules=modules, pairs=pairs, space=space, verdict=verdict, repair=repair)


def joined(kind: str, proofs: Iterable[Proof], *, subject: str = "") -> Proof:
    """All of it must hold: no when one does not, yes when all do, otherwise unknown."""
    parts = tuple(proofs)
    return Proof(outcome=all_of(each.outcome for each in parts), kind=kind, subject=subject, parts=parts)


def _checked(code: str, rules: ChoiceRules) -> CheckedModule:
    found = rules.overlaps.structure.modules.get(code)
    return CheckedModule(
        code=code,
        title=rules.overlaps.title(code),
        hours=found.study_load_hours if found else None,
        verdict=rules.module(code),
        overlap=rules.overlap(code),
    )


PART_RULE = "choice-part-of-programme"
"""By law a choice holds modules only; by the letter a part of another programme too, if it does not coincide."""
OWN_RULE = "choice-modules-apart"
"""No law speaks of overlap between two modules of one student; a diploma with the same twice helps nobody."""


def _pair_proof(pair: Overlap) -> Proof:
    return Proof(
        outcome=OPPOSITE[pair.outcome],
        kind="apart",
        rule=OWN_RULE,
        fact="module.overlaps-chosen",
        subject=f"{pair.module} + {pair.other}",
        found=pair.outcome.value,
        expected=Outcome.NO.value,
        because=pair.evidence.value if pair.outcome is Outcome.UNKNOWN else "",
    )


def _obligation(space: ChoiceSpace) -> Proof:
    outcome = Outcome.UNKNOWN
    if space.most is not None and space.filled >= space.most:
        outcome = Outcome.YES
    elif space.least is not None and space.filled < space.least and not space.unknown_sizes:
        outcome = Outcome.NO
    return Proof(
        outcome=outcome,
        kind="at-least",
        rule="module-obligation",
        source="EKB art. 17d lid 2 (BWBR0027963)",
        fact="module.hours",
        subject=", ".join(space.unknown_sizes),
        found=str(space.filled),
        expected=str(space.most) if space.most is not None else "",
        because="hours-unknown" if outcome is Outcome.UNKNOWN else "",
    )


def _repair(
    modules: Iterable[CheckedModule], rules: ChoiceRules, *, fixed: frozenset[str], least_hours: int
) -> Repair | None:
    """The smallest change after which nothing is refused and no less of what is owed is filled than before."""
    chosen = [Placed(code=each.code, hours=each.hours, allowed=each.verdict.outcome) for each in modules]
    taken = {each.code for each in chosen}
    others = [
        Placed(code=code, hours=each.study_load_hours, allowed=rules.module(code).outcome)
        for code, each in rules.overlaps.structure.modules.items()
        if code not in taken and each.study_load_hours
    ]
    return smallest_repair(chosen, others, apart=rules.overlaps.certain, least_hours=least_hours, fixed=fixed)
