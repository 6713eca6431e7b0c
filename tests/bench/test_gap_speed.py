"""The gap of one person over all qualifications, against the same question as SPARQL over the same data.

Both are asked with everything loaded and indexed; both give, for every qualification, the work processes that
are covered and those that are left, and the test holds the two answers against one another.
"""

import random
import time
from collections.abc import Callable
from statistics import median

import pyoxigraph as ox
import pytest

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Claim, ClaimBasis
from bouwsteen.questions.gap import StructureRequirements, gaps, requirements
from tests.bench.national import national_catalogue
from tests.invented import DAY

LEAST_TIMES_FASTER = 20
BASE = "https://example.org/"
REQUIRES, MASTERS = ox.NamedNode(BASE + "requires"), ox.NamedNode(BASE + "masters")
PERSON = ox.NamedNode(BASE + "person")
QUESTION = f"""
SELECT ?qualification ?part ?covered WHERE {{
  ?qualification <{REQUIRES.value}> ?part .
  BIND(EXISTS {{ <{PERSON.value}> <{MASTERS.value}> ?part }} AS ?covered)
}}
"""


def some_claims(required: StructureRequirements, count: int = 12) -> list[Claim]:
    keys = random.Random(1).sample(sorted(required.holders), count)
    return [Claim(key=key, basis=ClaimBasis.SAID) for key in keys]


def as_graph(required: StructureRequirements, claims: list[Claim]) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(
        ox.Quad(ox.NamedNode(BASE + crebo), REQUIRES, _node(key))
        for key, crebos in required.holders.items()
        for crebo in crebos
    )
    store.bulk_extend(ox.Quad(PERSON, MASTERS, _node(claim.key)) for claim in claims)
    return store


def _node(key: PartKey) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}{key}")


def by_sparql(store: ox.Store) -> dict[str, tuple[set[str], set[str]]]:
    found: dict[str, tuple[set[str], set[str]]] = {}
    for row in store.query(QUESTION):
        crebo = row["qualification"].value.removeprefix(BASE)
        covered, left = found.setdefault(crebo, (set(), set()))
        (covered if row["covered"].value == "true" else left).add(row["part"].value.removeprefix(BASE))
    return found


def by_gap(required: StructureRequirements, claims: list[Claim]) -> dict[str, tuple[set[str], set[str]]]:
    (found,) = gaps(required, [claims])
    return {
        gap.crebo: (
            {str(each.key) for each in gap.covered},
            {
                part.key
                for each in gap.remaining
                for part in each.parts or (each,)
                if "/B" in part.key or "/P" in part.key
            },
        )
        for gap in found
    }


def seconds(action: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return median(times)


@pytest.mark.bench
@pytest.mark.parametrize("scale", [1, 10])
def test_the_gap_is_at_least_twenty_times_faster_than_sparql(scale: int, benchmark: object) -> None:
    required = requirements(national_catalogue(scale).on(DAY))
    claims = some_claims(required)
    store = as_graph(required, claims)
    assert by_gap(required, claims) == by_sparql(store)

    ours = seconds(lambda: gaps(required, [claims]), rounds=20)
    theirs = seconds(lambda: by_sparql(store), rounds=3)
    benchmark.extra_info["times_faster_than_sparql"] = round(theirs / ours, 1)
    benchmark(lambda: gaps(required, [claims]))
    print(
        f"\ngap, {scale}x national: {ours * 1000:.2f} ms; SPARQL {theirs * 1000:.1f} ms; {theirs / ours:.0f}x"
    )

    assert theirs / ours >= LEAST_TIMES_FASTER
