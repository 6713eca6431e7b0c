"""Conditions over a choice of items: which of them count, where there are more than the law asks for.

A choice is a set of items that together reach the bound and from which none can be left out. Where the law does
not say which choice counts, the board chooses: the outcome is yes or no only where every choice comes out alike,
and the proof names the choice that is best for the student.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from bouwsteen.model.period import Outcome
from bouwsteen.rules.collecting import bound_lacks, chosen_word, numbers_of, summary
from bouwsteen.rules.comparing import any_of
from bouwsteen.rules.conditions import Choice, Chooser
from bouwsteen.rules.facts import Items, Unknown
from bouwsteen.rules.steps import Place, Run, Step, Values, measure
from bouwsteen.rules.verdict import Proof

MOST_ITEMS = 12
MOST_UNKNOWN = 6
"""Of more items than this (where some size is unknown: than that) not every choice is looked at."""

_GOOD = {Outcome.NO: 0, Outcome.UNKNOWN: 1, Outcome.YES: 2}


def choice(condition: Choice, at: Place, *, holds: Step) -> Step:
    """`holds`, of the items that are chosen where there are more than needed."""
    measured = measure(condition.bound)
    chooser = Chooser(chosen_word(condition.chooser, at))
    over, term = condition.over, condition.term

    def of_bound(bound: Any, values: Values, run: Run) -> Proof:
        items = run.items(over)
        found = list(_choices(items, [numbers_of(each.values, term) for each in items.items], bound))
        if not found:
            return summary("choice", over, Outcome.UNKNOWN, at, (), because="too-many-to-choose")
        proofs = [holds(values, run.with_items(over, each)) for each in found]
        return proofs[0] if len(proofs) == 1 else _joined(found, proofs)

    def _joined(found: Sequence[Items], proofs: Sequence[Proof]) -> Proof:
        best = max(range(len(proofs)), key=lambda index: _GOOD[proofs[index].outcome])
        outcomes = [each.outcome for each in proofs]
        named = ", ".join(each.subject for each in found[best].items)
        if chooser is Chooser.BEST:
            return summary("choice", over, any_of(outcomes), at, (proofs[best],), found=named)
        if len(set(outcomes)) == 1:
            return summary("choice", over, outcomes[0], at, (proofs[best],), found=named)
        open_ = Proof(
            outcome=Outcome.UNKNOWN,
            kind="board-chooses",
            rule=at.rule,
            source=at.source,
            fact=over,
            subject=named,
            because="board-chooses",
        )
        return summary("choice", over, Outcome.UNKNOWN, at, (open_, proofs[best]), found=named)

    def step(values: Values, run: Run) -> Proof:
        if chooser is Chooser.ALL:
            return holds(values, run)
        wanted = measured(values, run)
        bounds = wanted.candidates if isinstance(wanted, Unknown) else (wanted,)
        proofs = [of_bound(each, values, run) for each in bounds]
        if proofs and len({each.outcome for each in proofs}) == 1:
            return proofs[0]
        return summary("choice", over, Outcome.UNKNOWN, at, bound_lacks(wanted, at))

    return step


def _choices(items: Items, numbers: Sequence[tuple[Any, ...]], wanted: int) -> Iterator[Items]:
    """Every choice; all items where none is superfluous; nothing where there are too many to look at."""
    known = all(len(each) == 1 for each in numbers)
    sizes = [each[0] for each in numbers] if known else []
    if known and (not sizes or sum(sizes) - min(sizes) < wanted):
        yield items if sum(sizes) < wanted else Items(items.items)
    elif len(numbers) <= (MOST_ITEMS if known else MOST_UNKNOWN):
        for size in range(1, len(numbers) + 1):
            for chosen in combinations(range(len(numbers)), size):
                if not known or 0 <= sum(sizes[each] for each in chosen) - wanted < min(
                    sizes[each] for each in chosen
                ):
                    yield Items(tuple(items.items[each] for each in chosen))
