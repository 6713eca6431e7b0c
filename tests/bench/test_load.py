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
from urllib.parse import urlencode

import pytest

from tests.bench.national import THINGS, VERBS, VERSION
from tests.web.served import Site

SECONDS = float(os.environ.get("LOAD_SECONDS") or 6)
VISITORS = 8
SHARE_OF_PEAK = 0.8
GOAL_MEGABYTES = 250
MOST_GROWTH_MEGABYTES = 16
"""Between the first half and the end: what an allocator moves about, not what a leak of every request makes."""


class Visitors:
    """Ask pages, catalogue and answers in turn, and count what does not come back well."""

    def __init__(self, site: Site) -> None:
        self._site = site
        page = site.get("/verder")
        self._cookie = page.headers["set-cookie"].partition(";")[0]
        self._token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        self._counting = threading.Lock()
        self._numbers = itertools.count()
        self.done, self.failed = 0, []

    def ask(self) -> None:
        with self._counting:
            number = next(self._numbers)
        status = self._asked(number)
        with self._counting:
            self.done += 1
            if status != 200:
                self.failed.append(status)

    def _asked(self, number: int) -> int | str:
        try:
            match number % 6:
                case 0:
                    return self._answer(number)
                case 1:
                    return self._site.get(f"/kwalificatie/q{number % 149}-{number % 3}").status
                case 2:
                    return self._site.get(f"/zoeken?{urlencode({'q': THINGS[number % len(THINGS)]})}").status
                case 3:
                    return self._site.get(f"/api/v1/qualifications/q{number % 149}-{number % 3}").status
                case 4:
                    return self._site.get("/api/v1/qualifications?limit=20&level=3").status
                case _:
                    return self._site.get(f"/onderdeel/f{number % 149}/{VERSION}/B1-K1").status
        except OSError as error:
            return type(error).__name__

    def _answer(self, number: int) -> int:
        typed = f"{VERBS[number % len(VERBS)]} {THINGS[number // 7 % len(THINGS)]}"
        fields = {"csrfmiddlewaretoken": self._token, "tekst": typed, "toon": "1"}
        form = "application/x-www-form-urlencoded"
        body = urlencode(fields).encode()
        return self._site.send("/verder", body, Cookie=self._cookie, Content_Type=form).status


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


@pytest.mark.bench
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_worker_holds_four_fifths_of_its_peak_without_error_or_growth(benchmark, national: Site) -> None:
    process = worker(national)
    visitors = Visitors(national)
    before = megabytes(process)
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
        f"{before:.0f} MB before, {half:.0f} MB halfway, {growth:+.1f} MB after (goal {GOAL_MEGABYTES} MB)"
    )
    benchmark.extra_info.update(
        peak=round(most), megabytes=round(max(seen)), growth_megabytes=round(growth, 1)
    )
    benchmark.pedantic(visitors.ask, rounds=5)

    assert visitors.failed == []
    assert growth < MOST_GROWTH_MEGABYTES
