"""Counting what a client asks: by the minute, in bounded memory, and without its address."""

from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.entrances.web.api.limits import Limits


def test_what_is_left_goes_down_and_a_new_minute_begins_anew():
    limits = Limits(10)

    assert [limits.spend("a", 4, now=60.0).left for _ in range(3)] == [6, 2, -2]
    assert limits.spend("b", 4, now=61.0).left == 6
    assert limits.spend("a", 4, now=120.0).left == 6


def test_a_refused_request_costs_nothing():
    limits = Limits(10)
    limits.spend("a", 8, now=0.0)

    assert limits.spend("a", 5, now=1.0).refused
    assert not limits.spend("a", 2, now=2.0).refused


def test_clients_beyond_the_most_share_one_count():
    limits = Limits(10, most_clients=2)
    for client in "abcde":
        limits.spend(client, 4, now=0.0)

    assert limits.spend("f", 4, now=0.0).refused
    assert not limits.spend("a", 4, now=0.0).refused


def test_no_address_is_in_memory():
    limits = Limits(10)
    limits.spend("203.0.113.7", 1, now=0.0)

    assert "203.0.113.7" not in repr(vars(limits))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 20)), max_size=60))
def test_nobody_ever_spends_more_than_there_is(asked):
    limits = Limits(30)
    spent = dict.fromkeys("abc", 0)
    for client, cost in asked:
        if not limits.spend(client, cost, now=5.0).refused:
            spent[client] += cost

    assert max(spent.values()) <= 30
