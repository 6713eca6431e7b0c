"""The whole policy as a table that people read: `docs/roles.md` holds it, and it is what the policy answers."""

import itertools
from pathlib import Path

import pytest

from bouwsteen.model.records import FamilyVerdict
from bouwsteen.services.errors import NotAllowed
from bouwsteen.services.import_register import import_register
from bouwsteen.services.judge_family import judge_family
from bouwsteen.services.policy import (
    GRANTED,
    VISITOR,
    Action,
    Actor,
    Because,
    Relation,
    Role,
    decide,
    operator,
    program,
    require,
)
from bouwsteen.services.record_decision import record_decision

DOCUMENT = Path(__file__).parents[2] / "docs" / "roles.md"
SIGNS = {
    Because.ROLE: "yes",
    Because.NOT_LOGGED_IN: "log in",
    Because.NOT_YOUR_ROLE: "-",
    Because.NOT_YOURS: "not theirs",
    Because.NOT_TO_YOURSELF: "not oneself",
}
ALL = list(itertools.product(Role, Action, Relation))


def acting(*roles: Role) -> Actor:
    """As a site makes it: whoever has a role that is granted has an account, and is a student too."""
    with_account = {Role.STUDENT} if set(roles) & set(GRANTED) else set()
    return Actor(name="somebody", roles=frozenset(roles) | with_account)


def matrix() -> str:
    """A row an action and relation, a column a role."""
    heads = ["action", "whose", *map(str, Role)]
    rows = [
        [
            str(action),
            str(relation),
            *(SIGNS[decide(acting(role), action, relation).because] for role in Role),
        ]
        for action, relation in itertools.product(Action, Relation)
        if any(decide(acting(role), action, relation).allowed for role in Role)
    ]
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def test_the_document_holds_the_whole_matrix() -> None:
    print(matrix())

    assert matrix() in DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize(("role", "action", "relation"), ALL, ids=lambda each: str(each))
def test_what_the_table_does_not_name_is_refused_with_a_reason(
    role: Role, action: Action, relation: Relation
) -> None:
    decision = decide(acting(role), action, relation)
    named = f"| {action} | {relation} |" in DOCUMENT.read_text("utf-8")

    assert decision.allowed is (decision.because is Because.ROLE)
    assert named or not decision.allowed


def test_nobody_reads_what_somebody_keeps_unless_they_share_it() -> None:
    readers = {role for role in Role if decide(acting(role), Action.READ_FILE, Relation.OTHER).allowed}
    invited = {role for role in Role if decide(acting(role), Action.READ_FILE, Relation.SHARED).allowed}

    assert readers == set()
    assert invited == {Role.ADVISER, Role.EXAMINATION_BOARD}


def test_more_roles_never_take_anything_away() -> None:
    for one, other in itertools.combinations(GRANTED, 2):
        for action, relation in itertools.product(Action, Relation):
            apart = {decide(acting(role), action, relation).allowed for role in (one, other)}

            assert decide(acting(one, other), action, relation).allowed is (True in apart)


def test_nobody_gives_themselves_a_role() -> None:
    assert decide(acting(Role.ADMINISTRATOR), Action.GRANT_ROLE, Relation.OTHER).allowed
    assert {decide(acting(role), Action.GRANT_ROLE, Relation.OWN).allowed for role in Role} == {False}


def test_a_refusal_is_raised_with_its_reason() -> None:
    require(program("rooster"), Action.IMPORT_REGISTER)
    with pytest.raises(NotAllowed) as refused:
        require(VISITOR, Action.IMPORT_REGISTER)

    assert refused.value.because == Because.NOT_LOGGED_IN
    assert operator("anna").name == "anna"
    assert program("rooster").name == "api-key rooster"


class Untouchable:
    """Whatever a use case would do with it is too much."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"{name} was used before anybody was asked")


@pytest.mark.parametrize(
    "act",
    [
        lambda it: import_register([], it, it, clock=it, actor=VISITOR, reason=""),
        lambda it: judge_family(it, FamilyVerdict.CONFIRMED, it, clock=it, actor=VISITOR),
        lambda it: record_decision(it, it, it, clock=it, actor=VISITOR),
    ],
    ids=["import", "judge", "record"],
)
def test_whoever_may_not_write_is_refused_before_anything_is_touched(act) -> None:
    with pytest.raises(NotAllowed):
        act(Untouchable())
