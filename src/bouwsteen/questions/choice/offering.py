"""Whether a school offers a real choice: at least two options that differ in substance, without extra costs.

An option is one module, or a set of modules that go together (a configuration). Two options differ when no module
of one is, follows or overlaps a module of the other; titles that look alike leave it open. Only options count that
the law does not refuse and that cost nothing extra.
Source: WEB art. 6.1.2a lid 1 (BWBR0007625); how many options are needed is a parameter of the law.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product

from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.checking import CheckedChoice, ChoiceRules, check_modules
from bouwsteen.questions.choice.overlap import Overlap, OverlapEvidence
from bouwsteen.rules.facts import Facts, Unknown, Value
from bouwsteen.rules.verdict import Verdict

Modules = tuple[str, ...]
ENOUGH = 2
"""Where the law of that day does not say how many. Source: WEB art. 6.1.2a lid 1 (BWBR0007625)."""


class Counts(StrEnum):
    """Why an option counts, or does not."""

    YES = "counts"
    REFUSED = "refused"
    EXTRA_COSTS = "extra-costs"
    UNKNOWN = "not-settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedOption:
    """One option: its modules, whether it counts, and what the law says of it."""

    modules: Modules
    counts: Counts
    checked: CheckedChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Whether two options (by their place) differ in substance; `overlaps` are the pairs of modules that decide it."""

    first: int
    second: int
    outcome: Outcome
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedOffer:
    """The verdict on real choice. `surely` options differ and count, `perhaps` may; up to what is enough."""

    options: tuple[CheckedOption, ...]
    differences: tuple[Difference, ...]
    surely: int
    perhaps: int
    verdict: Verdict


def check_options(
    options: Iterable[Modules], rules: ChoiceRules, *, extra_costs: Collection[str] = ()
) -> CheckedOffer:
    """Whether these options are a real choice for a student of the programme."""
    sets = sorted({tuple(sorted(set(each))) for each in options})
    checked = tuple(_option(each, rules, extra_costs) for each in sets)
    differences = tuple(
        _difference(one, other, sets, rules) for one, other in combinations(range(len(sets)), 2)
    )
    needed = rules.law.value("least-module-options", rules.student, on=rules.on)
    enough = needed if isinstance(needed, int) else ENOUGH
    surely = _different(checked, differences, enough, {Counts.YES}, {Outcome.YES})
    perhaps = _different(
        checked, differences, enough, {Counts.YES, Counts.UNKNOWN}, {Outcome.YES, Outcome.UNKNOWN}
    )
    return CheckedOffer(
        options=checked,
        differences=differences,
        surely=surely,
        perhaps=perhaps,
        verdict=_verdict(surely, perhaps, rules),
    )


def _option(modules: Modules, rules: ChoiceRules, extra_costs: Collection[str]) -> CheckedOption:
    checked = check_modules(modules, rules)
    counts = {Outcome.YES: Counts.YES, Outcome.NO: Counts.REFUSED, Outcome.UNKNOWN: Counts.UNKNOWN}[
        checked.verdict.outcome
    ]
    if not set(extra_costs).isdisjoint(modules):
        counts = Counts.EXTRA_COSTS
    return CheckedOption(modules=modules, counts=counts, checked=checked)


def _difference(one: int, other: int, sets: Sequence[Modules], rules: ChoiceRules) -> Difference:
    """No, when a set repeats the other; unknown when titles look alike; otherwise yes."""
    overlaps = [rules.overlaps.of_modules(*pair) for pair in product(sets[one], sets[other])]
    same = tuple(each for each in overlaps if each.outcome is Outcome.YES)
    alike = tuple(each for each in overlaps if each.evidence is OverlapEvidence.LOOKS_ALIKE)
    if same:
        only_part = len(same) < max(len(sets[one]), len(sets[other]))
        outcome = Outcome.UNKNOWN if only_part else Outcome.NO
    else:
        outcome = Outcome.UNKNOWN if alike else Outcome.YES
    return Difference(first=one, second=other, outcome=outcome, overlaps=same or alike)


def _different(
    options: Sequence[CheckedOption],
    differences: Iterable[Difference],
    enough: int,
    counts: Collection[Counts],
    outcomes: Collection[Outcome],
) -> int:
    """How many options, up to what is enough, all count and all differ from one another."""
    differ = {(each.first, each.second) for each in differences if each.outcome in outcomes}
    able = [place for place, each in enumerate(options) if each.counts in counts]
    return next(
        (
            size
            for size in range(min(enough, len(able)), 0, -1)
            if any(all(pair in differ for pair in combinations(some, 2)) for some in combinations(able, size))
        ),
        0,
    )


def _verdict(surely: int, perhaps: int, rules: ChoiceRules) -> Verdict:
    """What the law says of so many options."""
    options: Value = surely
    if surely != perhaps:
        between = tuple(range(surely, perhaps + 1))
        options = Unknown("options-not-settled", candidates=between)
    facts = Facts.of({**rules.student.values, "programme.module-options": options})
    return rules.law.ask("real-choice", facts, on=rules.on)
