"""A real choice: two options that count and differ; what is alike or unknown leaves it open."""

import random

import pytest

from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Records
from bouwsteen.questions.choice.offering import Counts, check_options
from tests.choice.invented import RECORDS, module, rules

RULES = rules()
YES, NO, UNKNOWN = Outcome


@pytest.mark.parametrize(
    ("options", "costs", "outcome"),
    [
        pytest.param(["K9001", "K9002"], [], YES, id="two that differ"),
        pytest.param(["K9001"], [], NO, id="one"),
        pytest.param([], [], NO, id="none"),
        pytest.param(["K9001", "K9001"], [], NO, id="twice the same"),
        pytest.param(["K9001", "K9004"], [], NO, id="one succeeds the other"),
        pytest.param(["K9001", "K9003"], [], NO, id="one is refused"),
        pytest.param(["K9001", "K9002"], ["K9002"], NO, id="one costs extra"),
        pytest.param(["K9001", "K9009"], [], UNKNOWN, id="one is unknown"),
        pytest.param(["K9001+K9002", "K9006"], [], YES, id="a set and a module"),
        pytest.param(["K9001+K9002", "K9004+K9006"], [], UNKNOWN, id="sets that overlap in part"),
    ],
)
def test_real_choice(options: list[str], costs: list[str], outcome: Outcome) -> None:
    sets = [tuple(each.split("+")) for each in options]

    found = check_options(sets, RULES, extra_costs=costs)

    assert found.verdict.outcome is outcome
    assert "real-choice" in found.verdict.proof.rule


def test_titles_that_look_alike_leave_it_open() -> None:
    records = RECORDS + Records(
        modules=(module("K9021", "Bloemen schikken voor bruiloften (geschikt voor niveau 3)"),)
    )

    found = check_options([("K9001",), ("K9021",)], rules(records=records))

    assert found.differences[0].outcome is UNKNOWN


def test_the_order_of_the_options_changes_nothing() -> None:
    options = [("K9001",), ("K9002", "K9006"), ("K9003",), ("K9009",), ("K9011",)]
    shuffled = [tuple(reversed(each)) for each in options]
    random.Random(1).shuffle(shuffled)

    assert check_options(options, RULES) == check_options(shuffled, RULES)


def test_an_option_says_why_it_does_not_count() -> None:
    found = check_options([("K9001",), ("K9003",), ("K9009",), ("K9011",)], RULES, extra_costs=["K9011"])

    assert [each.counts for each in found.options] == [
        Counts.YES,
        Counts.REFUSED,
        Counts.UNKNOWN,
        Counts.EXTRA_COSTS,
    ]
