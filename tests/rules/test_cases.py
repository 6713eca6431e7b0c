"""The law answers every case of the experts, and every rule has cases of every kind."""

from collections import defaultdict
from datetime import date, timedelta

import pytest

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.model.period import Outcome
from bouwsteen.rules.conditions import Always
from bouwsteen.rules.law import Law
from bouwsteen.rules.rule import ASKED, Certainty, Rule
from tests.cases.reading import ExpertCase, expert_cases

NATIONAL = read_rules([law_folder()])
LAW = Law(NATIONAL)
RULES = {each.id: each for each in NATIONAL.rules}
CASES = list(expert_cases())
BY_RULE: dict[str, list[ExpertCase]] = defaultdict(list)
for each in CASES:
    BY_RULE[each.rule].append(each)


def name(case: ExpertCase) -> str:
    words = [f"{key}={value}" for key, value in case.said.items() if key not in ("expect",)]
    return f"{case.rule}-{case.expect}-{case.said.get('why', words[-1] if words else '')}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_law_says_what_the_expert_says(case: ExpertCase) -> None:
    verdict = LAW.ask(RULES[case.rule].conclusion, case.facts, on=case.on)

    assert verdict.outcome == case.expect, verdict.proof


def test_every_case_is_about_a_rule_of_the_law() -> None:
    assert sorted(BY_RULE.keys() - RULES.keys()) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda each: each.id)
def test_every_rule_has_cases_of_every_kind(rule: Rule) -> None:
    decided = {each.expect for each in BY_RULE[rule.id] if decides(rule, each)}
    wanted = {"yes", "no"}
    if isinstance(rule.condition, Always):
        wanted = {"yes"}
    if rule.certainty is Certainty.UNVERIFIED:
        wanted = {"unknown"}

    assert wanted <= decided
    assert isinstance(rule.condition, Always) or "unknown" in {each.expect for each in BY_RULE[rule.id]}


def decides(rule: Rule, case: ExpertCase) -> bool:
    proof = LAW.ask(rule.conclusion, case.facts, on=case.on).proof
    return proof.rule == rule.id


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda each: each.id)
def test_every_rule_has_a_case_on_each_boundary_day(rule: Rule) -> None:
    days = {day_of(rule, each) for each in BY_RULE[rule.id]}
    bounds = [each for each in (rule.valid.start, rule.valid.end) if each]
    wanted = {day for bound in bounds for day in (bound, bound - timedelta(days=1))}

    assert wanted - days == set()


def day_of(rule: Rule, case: ExpertCase) -> date | None:
    day = case.on if rule.selected_by == ASKED else case.facts.values.get(rule.selected_by)
    return day if isinstance(day, date) else None


def test_every_leaf_of_a_proof_names_the_fact_the_rule_and_the_article() -> None:
    leaves = [
        leaf
        for case in CASES
        for leaf in LAW.ask(RULES[case.rule].conclusion, case.facts, on=case.on).proof.leaves()
        if leaf.kind != "rule"
    ]

    assert len(leaves) > 1000
    assert [leaf for leaf in leaves if not (leaf.fact and leaf.rule and leaf.source)] == []


def test_what_is_unknown_names_what_would_settle_it() -> None:
    unknown = [
        verdict
        for case in CASES
        if (verdict := LAW.ask(RULES[case.rule].conclusion, case.facts, on=case.on)).outcome
        is Outcome.UNKNOWN
    ]

    assert len(unknown) > 50
    assert [each for each in unknown if not each.missing] == []
    assert [one for each in unknown for one in each.missing if not one.because] == []
