"""Two descriptions: what came, what went, what changed, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.questions.comparison import Changes, Described, changes

THINGS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.builds(
        lambda title, level: Described(title=title, fields=(("level", level),)),
        st.sampled_from("xy"),
        st.sampled_from(["", "2", "3"]),
    ),
)


def applied(before: dict[str, Described], found: Changes) -> dict[str, dict[str, str]]:
    """What `before` becomes with the changes."""
    after = {name: each.said() for name, each in before.items() if (name, each.title) not in found.went}
    for change in found.changed:
        for field, _, new in change.fields:
            after[change.name][field] = new
    return after


@given(THINGS, THINGS)
def test_the_changes_turn_the_one_into_the_other(
    before: dict[str, Described], after: dict[str, Described]
) -> None:
    found = changes(before, after)
    stayed = {name: each.said() for name, each in after.items() if name in before}

    assert applied(before, found) == stayed
    assert {name for name, _ in found.came} == after.keys() - before.keys()
    assert found.same + len(found.changed) + len(found.came) == len(after)


@given(THINGS, THINGS)
def test_back_is_there_the_other_way_round(before: dict[str, Described], after: dict[str, Described]) -> None:
    there, back = changes(before, after), changes(after, before)

    assert (there.came, there.went, there.same) == (back.went, back.came, back.same)
    assert bool(there) == bool(back) == (before != after)
