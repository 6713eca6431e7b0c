"""Does a job title find its occupation, and how sure is a tie that follows from names? `make quality`.

Titles of UWV with the ESCO occupations that experts tied them to: half of the Dutch set of MELO (1,327 titles, 24,069
names of ESCO). Every name of a right occupation counts as right. The few weights were chosen on the titles in even
places; the figures are those of the titles in odd places, all systems in one run.

Source: MELO, A Multilingual Entity Linking of Occupations benchmark (Avature, MIT licence).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from bouwsteen.questions.occupations import NameIndex, folded
from tools.catalogue.material import material, rows
from tools.quality.baselines import bm25, letter_tfidf

OCCUPATION = "/occupation/"
Ranked = Callable[[str], Sequence[str]]
BANDS = (60, 70, 80, 100)


class Melo:
    """The titles in odd places, the names, and which are right."""

    def __init__(self, folder: Path) -> None:
        names = dict(_pairs(folder / "corpus_elements.tsv"))
        concepts = dict(_pairs(folder / "concept_mapping.tsv"))
        self.titles = _pairs(folder / "queries.tsv")[1::2]
        self.names = tuple(dict.fromkeys(names.values()))
        self.bearers: defaultdict[str, set[str]] = defaultdict(set)
        for element, name in names.items():
            self.bearers[name].add(concepts[element])
        self.right: defaultdict[str, set[str]] = defaultdict(set)
        self.right_names: defaultdict[str, set[str]] = defaultdict(set)
        for line in (folder / "annotations.tsv").read_text("utf-8").splitlines():
            query, _, element, _ = line.split("\t")
            self.right[query].add(concepts[element])
            self.right_names[query].add(names[element])


def _pairs(path: Path) -> list[tuple[str, str]]:
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [(name, text) for name, text, *_ in lines]


@pytest.fixture(scope="module")
def skills() -> Path:
    found = material()
    if found is None:
        pytest.skip("left out: job titles, for BOUWSTEEN_MATERIAL is absent")
    return found / "data" / "skills"


@pytest.fixture(scope="module")
def melo(skills: Path) -> Melo:
    return Melo(skills / "melo_nl_dev")


def measures(melo: Melo, ranked: Ranked) -> Mapping[str, float]:
    places = []
    for query, title in melo.titles:
        right = melo.right_names[query]
        places.append(next((place for place, name in enumerate(ranked(title), 1) if name in right), 0))
    count = len(places)
    return {
        "MRR": sum(1 / place for place in places if place) / count,
        **{f"S@{most}": sum(0 < place <= most for place in places) / count for most in (1, 5, 10)},
    }


def by_score(names: Sequence[str], scores: Callable[[str], Sequence[float]]) -> Ranked:
    def ranked(title: str) -> Sequence[str]:
        found = scores(title)
        return [names[place] for place in sorted(range(len(names)), key=lambda place: -found[place])[:1000]]

    return ranked


@pytest.mark.quality
@pytest.mark.timeout(900)
def test_a_job_title_finds_its_occupation(melo: Melo) -> None:
    index = NameIndex(melo.names)
    systems: dict[str, Ranked] = {
        "Bouwsteen": lambda title: [name for name, _ in index.ranked(title)],
        "words alone": lambda title: [each.name for each in index.alike(title, most=1000, least=0.01)],
        "BM25": by_score(melo.names, bm25(melo.names)),
        "letters TF-IDF": by_score(melo.names, letter_tfidf(melo.names)),
    }
    found = {name: measures(melo, ranked) for name, ranked in systems.items()}
    for name, measured in found.items():
        shown = "  ".join(f"{key} {value:.3f}" for key, value in measured.items())
        print(f"\n{name:16} n={len(melo.titles)}  {shown}", end="")

    assert found["Bouwsteen"]["MRR"] >= 0.50
    assert found["Bouwsteen"]["MRR"] > max(found[each]["MRR"] for each in ("BM25", "words alone"))


@pytest.mark.quality
def test_a_tie_is_as_sure_as_its_evidence_says(melo: Melo, skills: Path) -> None:
    """A title of UWV stands for the name of a qualification: nobody published which occupation a qualification is."""
    pairs: defaultdict[str, list[bool]] = defaultdict(list)
    preferred = _preferred(skills / "esco_nl" / "occupations_nl.v1.2.0.csv")
    index = NameIndex(
        tuple(name for name in melo.names if any(OCCUPATION in each for each in melo.bearers[name]))
    )
    for query, title in melo.titles:
        for iri, evidence in _ties(title, index, melo, preferred).items():
            pairs[evidence].append(iri in melo.right[query])
    for evidence, right in sorted(pairs.items()):
        print(f"\n{evidence:12} {len(right):5} pairs  {sum(right) / len(right):.2f} right", end="")

    def share(evidence: str) -> float:
        return sum(pairs[evidence]) / len(pairs[evidence])

    assert share("same-name") >= 0.9
    assert share("same-name") > share("other-name") > share("like 60-69")


def _preferred(path: Path) -> Mapping[str, tuple[str, ...]]:
    return {row["conceptUri"]: tuple(sorted(folded(row["preferredLabel"]))) for row in rows(path)}


def _ties(
    title: str, index: NameIndex, melo: Melo, preferred: Mapping[str, tuple[str, ...]]
) -> Mapping[str, str]:
    """Occupation → the surest evidence that ties it to the title."""
    found: dict[str, str] = {}
    for name in index.same(title):
        for iri in melo.bearers[name]:
            same = preferred.get(iri) == tuple(sorted(folded(title)))
            found[iri] = "same-name" if same else found.get(iri, "other-name")
    for each in index.alike(title, most=100, least=BANDS[0] / 100):
        low, high = next((low, high) for low, high in pairwise(BANDS) if 100 * each.score <= high)
        for iri in melo.bearers[each.name]:
            found.setdefault(iri, f"like {low}-{high - 1}")
    return found
