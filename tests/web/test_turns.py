"""Turns: one view at a time, and nobody waits long for a slow one."""

import threading
import time

from bouwsteen.entrances.web import turns


def test_views_run_one_at_a_time():
    inside, most = [0], [0]

    @turns.in_turn
    def view():
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.01)
        inside[0] -= 1

    threads = [threading.Thread(target=view) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert most == [1]


def test_a_slow_view_holds_nobody_up_for_long(monkeypatch):
    monkeypatch.setattr(turns, "SECONDS", 0.05)
    going, done = threading.Event(), threading.Event()

    @turns.in_turn
    def slow():
        going.set()
        done.wait(10)

    holds = threading.Thread(target=slow)
    holds.start()
    going.wait(10)
    assert turns.in_turn(lambda: "answered")() == "answered"
    assert holds.is_alive()
    done.set()
    holds.join()
    assert turns.in_turn(lambda: "again")() == "again"


def test_a_turn_ends_with_an_error_too():
    @turns.in_turn
    def broken():
        raise ValueError

    for _ in range(2):
        try:
            broken()
        except ValueError:
            continue
    assert not turns._TURN.locked()
