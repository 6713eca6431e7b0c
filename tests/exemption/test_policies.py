"""Each school's policy answers every case of the experts, and stays within the law."""

import re
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.adapters.files.rules import law_folder, policy_folder, read_rules
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind, GenericPart
from bouwsteen.questions.exemption.judging import ONE_PART, WHOLE
from bouwsteen.rules.facts import ABSENT, Facts, Item, Items
from bouwsteen.rules.law import Law
from bouwsteen.rules.rule import Rule
from bouwsteen.rules.terms import LEVELS, ORIGINS
from bouwsteen.services.ports import RefusedFile
from tests.cases.reading import FOLDER, ExpertCase, expert_cases
from tests.invented import DAY

NATIONAL = read_rules([law_folder()])
POLICIES = read_rules([policy_folder()], law=NATIONAL)
RULES = {each.id: each for each in POLICIES.rules}
SCHOOLS = {each.institution: Law(NATIONAL + POLICIES, each.institution) for each in POLICIES.rules}
CASES = list(expert_cases(FOLDER / "policies"))
BY_RULE: dict[str, list[ExpertCase]] = defaultdict(list)
for each in CASES:
    BY_RULE[each.rule].append(each)
NEVER = {"25PN-citizenship", "25LF-lessons", "voorbeeldcollege-citizenship"}
"""Rules that say no whatever the case."""


def name(case: ExpertCase) -> str:
    words = [f"{key}={value}" for key, value in case.said.items() if key != "expect"]
    return f"{case.rule}-{case.expect}-{case.said.get('why', words[-1])}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_policy_says_what_the_expert_says(case: ExpertCase) -> None:
    rule = RULES[case.rule]
    verdict = SCHOOLS[rule.institution].ask(rule.conclusion, case.facts, on=case.on)

    assert verdict.outcome == case.expect, verdict.proof


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda each: each.id)
def test_every_rule_of_a_policy_has_cases_of_every_kind_and_on_its_first_day(rule: Rule) -> None:
    cases = BY_RULE[rule.id]
    wanted = {"no", "unknown"} if rule.id in NEVER else {"yes", "no", "unknown"}

    assert wanted <= {each.expect for each in cases}
    assert {rule.valid.start, rule.valid.start - timedelta(days=1)} <= {each.on for each in cases}


def test_every_case_is_about_a_rule_of_a_policy() -> None:
    assert sorted(BY_RULE.keys() - RULES.keys()) == []


def test_five_schools_and_an_invented_one() -> None:
    assert set(SCHOOLS) == {"25PN", "30RN", "talland", "25LF", "25GV", "voorbeeldcollege"}


parts = st.fixed_dictionaries(
    {
        "part.kind": st.sampled_from(["core-task", "work-process", "module", "generic", "citizenship"]),
        "part.subject": st.sampled_from([ABSENT, *map(str, GenericPart)]),
        "part.level": st.sampled_from(sorted(LEVELS)),
        "part.level-of-one-part": st.sampled_from(["A2", ABSENT]),
    },
    optional={"part.overlaps": st.booleans(), "part.exam-unit": st.booleans()},
)
pieces = st.fixed_dictionaries(
    {
        "evidence.kind": st.sampled_from(list(map(str, EvidenceKind))),
        "evidence.origin": st.sampled_from(ORIGINS),
    },
    optional={
        "evidence.level": st.sampled_from(sorted(LEVELS)),
        "evidence.level-comparable": st.booleans(),
        "evidence.level-accepted": st.booleans(),
        "evidence.covers-part": st.booleans(),
        "evidence.passed": st.booleans(),
        "evidence.subject": st.sampled_from(["nederlands", "K0071", "K0802"]),
        "evidence.mark": st.decimals(1, 10, places=1),
        "evidence.day": st.just(DAY),
        "evidence.traceable": st.booleans(),
    },
)


@settings(max_examples=100)
@given(part=parts, brought=st.lists(pieces, max_size=3), school=st.sampled_from(sorted(SCHOOLS)))
def test_a_policy_never_makes_possible_what_the_law_forbids(part, brought, school) -> None:
    facts = Facts.of(part, {"evidence": Items(tuple(Item(str(n), each) for n, each in enumerate(brought)))})

    for conclusion in (WHOLE, ONE_PART):
        law = Law(NATIONAL).ask(conclusion, facts, on=DAY).outcome
        with_policy = SCHOOLS[school].ask(conclusion, facts, on=DAY).outcome
        assert law is not Outcome.NO or with_policy is Outcome.NO
        assert with_policy is not Outcome.YES or law is Outcome.YES


def test_the_example_of_the_documents_is_a_policy_within_the_law(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "policies.md").read_text("utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "example.yaml").write_text(example, "utf-8")

    read = read_rules([tmp_path / "example.yaml"], law=NATIONAL)

    assert [each.id for each in read.rules] == ["mijn-school-dutch", "mijn-school-citizenship"]


def test_every_conclusion_that_the_documents_name_is_used_and_the_other_way_round() -> None:
    page = (Path(__file__).parents[2] / "docs" / "policies.md").read_text("utf-8")
    table = page.partition("| conclusion |")[2].partition("\n\n")[0]

    named = {
        word for line in table.splitlines()[2:] for word in re.findall(r"`([a-z-]+)`", line.split("|")[1])
    }
    assert named == {each.conclusion for each in POLICIES.rules}


POLICY = """\
institution: {school}
rules:
  - id: {school}-rule
    concludes: {concludes}
    about: part
    selected-by: asked.day
    valid: {{from: 2026-08-01}}
    source: {{law: Een school, address: docs/policies.md}}
    certainty: read
    explanation: {{nl: Iets., en: Something.}}
    applies-when: {{part.kind: {{is: {kind}}}}}
    condition:
      count:
        over: evidence
        least: 1
        holds:
          {holds}
"""


def refused(path: Path, **said: str) -> list[tuple[str, str]]:
    path.write_text(POLICY.format(school="school", **said), "utf-8")
    try:
        read_rules([path], law=NATIONAL)
    except RefusedFile as error:
        return [(each.slug, each.given) for each in error.mistakes]
    return []


@pytest.mark.parametrize(
    ("kind", "holds", "given_"),
    [
        ("generic", "evidence.kind: {is: experience}", "evidence.kind: experience"),
        (
            "generic",
            "evidence.kind: {one-of: [exam, practice-statement]}",
            "evidence.kind: practice-statement",
        ),
        ("generic", "evidence.origin: {is: vmbo}", "evidence.origin: vmbo"),
        (
            "generic",
            "any: [evidence.mark: {at-least: 6}, evidence.origin: {is: company}]",
            "evidence.origin: company",
        ),
    ],
)
def test_the_checker_says_where_a_policy_contradicts_the_law(
    tmp_path: Path, kind: str, holds: str, given_: str
) -> None:
    found = refused(tmp_path / "a.yaml", concludes=WHOLE, kind=kind, holds=holds)

    assert found == [("law-forbids", given_)]


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("core-task", "evidence.kind: {is: experience}"),
        ("generic", "evidence.kind: {is: exam}"),
        ("generic", "evidence.kind: {is-not: experience}"),
        ("generic", "evidence.mark: {at-least: 9}"),
    ],
)
def test_a_policy_within_the_law_is_taken(tmp_path: Path, kind: str, holds: str) -> None:
    assert refused(tmp_path / "a.yaml", concludes=WHOLE, kind=kind, holds=holds) == []


def test_a_policy_cannot_touch_what_the_law_does_not_leave_to_schools(tmp_path: Path) -> None:
    found = refused(
        tmp_path / "a.yaml", concludes="passed-here", kind="core-task", holds="evidence.mark: {at-least: 9}"
    )

    assert found == [("not-refinable", "passed-here")]
