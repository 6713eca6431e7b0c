"""How long the site holds at 80% of what it can do, and how much memory a worker takes at national size.

`make bench SECONDS=600` holds the load for ten minutes; without SECONDS a few seconds show that it is measured at all.
"""

import itertools
import os
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.bench.visitors import Visitors
from tests.web.served import Site

SECONDS = float(os.environ.get("LOAD_SECONDS") or 6)
VISITORS = 8
SHARE_OF_PEAK = 0.8
GOAL_MEGABYTES = 250
MOST_GROWTH_MEGABYTES = 16
"""Between the first half and the end: what an allocator moves about, not what a leak of every request makes."""


def worker(site: Site) -> int:
    """The process that answers: the child of the server."""
    children = Path(f"/proc/{site.process}/task/{site.process}/children").read_text().split()
    return max(map(int, children), key=megabytes)


def megabytes(process: int) -> float:
    """What it holds in memory for itself and shared."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024


def peak(visitors: Visitors, seconds: float) -> float:
    """Answers a second when nobody waits in between."""
    until = time.perf_counter() + seconds

    def go(_: int) -> int:
        count = 0
        while time.perf_counter() < until:
            visitors.ask()
            count += 1
        return count

    with ThreadPoolExecutor(VISITORS) as pool:
        return sum(pool.map(go, range(VISITORS))) / seconds


def held(visitors: Visitors, rate: float, seconds: float, look: Iterator[float]) -> list[float]:
    """Asks `rate` a second, evenly, for so long; gives what `look` saw about every half a per cent of that time."""
    start = time.perf_counter()
    turns = itertools.count()
    turning = threading.Lock()

    def go(_: int) -> None:
        while True:
            with turning:
                moment = next(turns) / rate
            if moment > seconds:
                return
            time.sleep(max(0.0, start + moment - time.perf_counter()))
            visitors.ask()

    seen = []
    with ThreadPoolExecutor(VISITORS) as pool:
        going = [pool.submit(go, number) for number in range(VISITORS)]
        while not all(each.done() for each in going):
            seen.append(next(look))
            time.sleep(max(0.2, seconds / 200))
        for each in going:
            each.result()
    return seen


def resting(process: int) -> float:
    """What it holds once it has made all that it makes without being asked."""
    before, now = -1.0, 0.0
    while now - before > 0.05:
        before = now
        time.sleep(2)
        times = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        now = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
    return megabytes(process)


def seen_everything(visitors: Visitors, process: int) -> float:
    """What it holds once each rare kind of page was asked for; the peak of a dump is let go of again."""
    for name, visit in visitors.rare:
        found = visit()
        assert found.status == 200, f"{name}: {found.status} {found.text[:300]}"
    return megabytes(process)


@pytest.mark.bench
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_worker_holds_four_fifths_of_its_peak_without_error_or_growth(benchmark, national: Site) -> None:
    process = worker(national)
    fresh = resting(process)
    visitors = Visitors(national)
    everything = seen_everything(visitors, process)
    most = peak(visitors, min(10.0, max(3.0, SECONDS / 10)))
    rate = most * SHARE_OF_PEAK
    asked = visitors.done
    start = time.perf_counter()
    seen = held(visitors, rate, SECONDS, (megabytes(process) for _ in itertools.count()))
    took = time.perf_counter() - start
    half = max(seen[: len(seen) // 2])
    growth = max(seen[len(seen) // 2 :]) - half
    print(
        f"\nload, national, one worker: peak {most:.0f} a second; {rate:.0f} a second asked for {SECONDS:.0f} s, "
        f"{(visitors.done - asked) / took:.0f} answered; {len(visitors.failed)} errors of {visitors.done:,}; memory "
        f"{fresh:.0f} MB fresh, {everything:.0f} MB once every kind of page was asked for, {half:.0f} MB halfway, "
        f"{growth:+.1f} MB after (goal {GOAL_MEGABYTES} MB)"
    )
    benchmark.extra_info.update(
        peak=round(most), megabytes=round(max(seen)), growth_megabytes=round(growth, 1)
    )
    benchmark.pedantic(visitors.ask, rounds=5)

    assert visitors.failed == []
    assert growth < MOST_GROWTH_MEGABYTES


@pytest.mark.bench
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_worker_with_a_vocabulary_as_large_as_esco(benchmark, national_with_vocabulary: Site) -> None:
    process = worker(national_with_vocabulary)
    fresh = resting(process)
    visitors = Visitors(national_with_vocabulary)
    for _ in range(100):
        visitors.ask()
    skills = visitors.program("skills", text="klanten helpen en haren knippen")
    common = megabytes(process)
    everything = seen_everything(visitors, process)
    print(
        f"\nload, national, a vocabulary as large as ESCO: memory {fresh:.0f} MB fresh, {common:.0f} MB after 100 "
        f"visits and a question about skills, {everything:.0f} MB once every kind of page was asked for "
        f"(goal {GOAL_MEGABYTES} MB)"
    )
    benchmark.extra_info.update(megabytes=round(everything))
    benchmark.pedantic(visitors.ask, rounds=5)

    assert skills.status == 200
    assert visitors.failed == []
