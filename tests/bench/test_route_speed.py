"""How long a route takes at national size, everything loaded: several diplomas, and many modules to choose from."""

import random
import time

import pytest

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.model.person import Evidence, EvidenceKind, Person
from bouwsteen.questions.routing.selection import Need, Work, select
from bouwsteen.rules.law import Law
from bouwsteen.services.plan_route import Objective, RouteQuestion, plan_route
from bouwsteen.services.prepared import prepared
from tests.bench.national import MODULES, national_catalogue
from tests.invented import DAY

GOAL_SECONDS = 1
LAW = Law(read_rules([law_folder()]))


@pytest.mark.bench
@pytest.mark.parametrize("objective", Objective)
def test_a_route_to_three_diplomas_at_national_size(benchmark: object, objective: Objective) -> None:
    """One diploma behind, three ahead, ten works done elsewhere; reported, for machines differ."""
    ready = prepared(national_catalogue(), DAY)
    codes = sorted(ready.structure.qualifications)
    done = Evidence(kind=EvidenceKind.DIPLOMA, covers=(codes[0],), origin="mbo")
    question = RouteQuestion(
        person=Person(evidence=(done,)), goals=(codes[1], codes[2], codes[40]), objective=objective
    )
    plan_route(question, ready, LAW)
    start = time.perf_counter()
    found = plan_route(question, ready, LAW)
    taken = time.perf_counter() - start
    print(f"\nroute to three diplomas, national, {objective}: {taken:.2f} s (goal {GOAL_SECONDS} s)")
    assert found.proved
    benchmark.extra_info["seconds"] = round(taken, 2)
    benchmark(lambda: plan_route(question, ready, LAW))


@pytest.mark.bench
def test_choosing_among_all_modules_for_ten_diplomas_is_proved(benchmark: object) -> None:
    """1,292 modules of which each may serve one of ten obligations: the assignment at its largest."""
    chance = random.Random(1)
    needs = [Need(key=f"g{at}", amount=720) for at in range(10)]
    works = [
        Work(
            key=f"K{at:04}",
            hours=(hours := chance.choice([240, 480, 720])) + chance.randint(0, 40),
            size=hours,
            once=True,
            serves=tuple(each.key for each in needs if chance.random() < 0.3),
        )
        for at in range(MODULES)
    ]
    start = time.perf_counter()
    found = select(needs, works)
    taken = time.perf_counter() - start
    print(
        f"\n{MODULES} modules over ten obligations: {taken:.2f} s, proved {found.proved} (goal {GOAL_SECONDS} s)"
    )
    benchmark.extra_info["seconds"] = round(taken, 2)
    benchmark.pedantic(lambda: select(needs, works), rounds=1)
