"""Does a job title find its occupation, and how sure is a tie that follows from names? `make quality`.

Titles of UWV with the ESCO occupations that experts tied them to: the Dutch set of MELO (1,327 titles, 24,069 names of
ESCO). What a person meets is measured: the names are occupations of a catalogue, the titles are asked as jobs, each
occupation stands once. Weights and thresholds were chosen on the tuning part. Ties are measured on
the titles in odd places, for theirs were chosen on the even ones.

Source: MELO, A Multilingual Entity Linking of Occupations benchmark (Avature, MIT licence).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.concepts import Concept, ConceptKind
from bouwsteen.model.records import Records
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.matching.texts import Described, groups_of
from bouwsteen.questions.occupations import NameIndex, folded
from bouwsteen.services.prepared import Language, prepared
from tests.invented import DAY, STRUCTURE
from tools.catalogue.material import material, rows
from tools.quality.gold import (
    REPORTING,
    TUNING,
    Asked,
    Gold,
    by_group,
    melo,
    melo_concepts,
    part_of,
    said_of_occupations,
)
from tools.quality.measures import HEAD, NOT_FOUND, measures, ranks, row
from tools.quality.systems import best_language, best_of_each, default_language, text_systems

OCCUPATION = "/occupation/"
Ranks = Mapping[str, int]
"""Id of a question → the rank of the first right occupation."""
BANDS = (60, 70, 80, 100)
FLOOR, BEST_FLOOR = 0.52, 0.54


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
def odd(skills: Path) -> Melo:
    return Melo(skills / "melo_nl_dev")


class Imported:
    """The occupations of MELO as imports know them, each way of knowing more than the one before."""

    def __init__(self, gold: Gold, concepts: Sequence[str], skills: Path) -> None:
        self.gold, self.concepts = gold, concepts
        names: defaultdict[str, list[str]] = defaultdict(list)
        for text, concept in zip(gold.texts, concepts, strict=True):
            names[concept].append(text.title)
        said = said_of_occupations(skills / "esco_nl")
        groups = tuple(dict.fromkeys(each.title for each in said.values() if each.title))
        self.known: dict[str, tuple[Concept, ...]] = {
            "names": tuple(_occupation(iri, each) for iri, each in names.items()),
            "import esco": (
                *(_described(_occupation(iri, each), said.get(iri), groups) for iri, each in names.items()),
                *(_group(number, label) for number, label in enumerate(groups)),
            ),
        }
        self.known["both imports"] = (*self.known["import esco"], *_competentnl(skills / "competentnl"))

    def ranks(self, known: str, language: Language) -> Ranks:
        """Question → the rank of a right occupation of ESCO among those that `possibilities --job` finds."""
        records = STRUCTURE + Records(concepts=self.known[known])
        jobs = prepared(Catalogue(0, records), DAY, language=language).jobs
        esco = set(self.concepts)

        def rank(question: Asked) -> int:
            right = {self.concepts[place] for place in question.right}
            same, alike = jobs.found(question.text)
            listed = dict.fromkeys(each.name.iri for each in (*same, *alike) if each.name.iri in esco)
            return next((at for at, iri in enumerate(listed, 1) if iri in right), NOT_FOUND)

        return {question.id: rank(question) for question in self.gold.asked}


def _occupation(iri: str, names: Sequence[str], scheme: str = "esco") -> Concept:
    return Concept(
        iri=iri,
        language="nl",
        kind=ConceptKind.OCCUPATION,
        scheme=scheme,
        label=names[0],
        alternatives=tuple(names[1:]),
        sources=("invented",),
        confidence=Confidence.OFFICIAL,
    )


def _described(occupation: Concept, said: Described | None, groups: Sequence[str]) -> Concept:
    if said is None:
        return occupation
    code = _code(groups.index(said.title)) + ".1" if said.title else ""
    return replace(occupation, code=code, description=said.context[0][1])


def _group(number: int, label: str) -> Concept:
    """A group of ISCO-08 under a number of our own, for MELO has the IRIs of groups as occupations."""
    group = _occupation(f"https://example.org/group/{_code(number)}", (label,))
    return replace(group, kind=ConceptKind.OCCUPATION_GROUP, code=_code(number))


def _code(number: int) -> str:
    return f"9{number:04}"


def _competentnl(folder: Path) -> Iterator[Concept]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for line in rows(folder / "occupation_labels.csv"):
        place = 0 if line["label_type"] == "prefLabel" else len(names[line["occupation_uri"]])
        names[line["occupation_uri"]].insert(place, line["label"])
    return (_occupation(iri, each, "competentnl") for iri, each in names.items())


@pytest.mark.quality
@pytest.mark.timeout(1800)
def test_a_job_title_finds_its_occupation(skills: Path) -> None:
    gold, concepts = melo(skills / "melo_nl_dev"), melo_concepts(skills / "melo_nl_dev")
    texts = tuple(replace(text, group=concept) for text, concept in zip(gold.texts, concepts, strict=True))
    named, groups = replace(gold, texts=texts), groups_of(texts)
    found: dict[str, Ranks] = {
        name: ranks(by_group(named), best_of_each(scores, groups))
        for name, scores in text_systems(texts, said_of_occupations(skills / "esco_nl"))
        if name in ("BM25", "letters TF-IDF")
    }
    imported = Imported(gold, concepts, skills)
    languages = {"default": default_language(), "with [semantic]": best_language()}
    for name, language in languages.items():
        for known in imported.known if language else ():
            found[f"{name}, {known}"] = imported.ranks(known, language)
    print(f"\n\n{HEAD}")
    for name, each in found.items():
        for part in (TUNING, REPORTING):
            print(row(name, part, found=[rank for number, rank in each.items() if part_of(number) == part]))
        print(row(name, "all", found=each.values()), flush=True)
    reported = {
        name: measures(rank for number, rank in each.items() if part_of(number) == REPORTING)["MRR"]
        for name, each in found.items()
    }

    assert reported["default, import esco"] >= FLOOR
    assert reported["default, import esco"] >= max(reported["BM25"], reported["letters TF-IDF"]) + 0.02
    assert reported.get("with [semantic], import esco", BEST_FLOOR) >= BEST_FLOOR
    for name in languages:
        assert reported.get(f"{name}, both imports", 1.0) >= reported.get(f"{name}, import esco", 0.0)


@pytest.mark.quality
def test_a_tie_is_as_sure_as_its_evidence_says(odd: Melo, skills: Path) -> None:
    """A title of UWV stands for the name of a qualification: nobody published which occupation a qualification is."""
    pairs: defaultdict[str, list[bool]] = defaultdict(list)
    preferred = _preferred(skills / "esco_nl" / "occupations_nl.v1.2.0.csv")
    index = NameIndex(
        tuple(name for name in odd.names if any(OCCUPATION in each for each in odd.bearers[name]))
    )
    for query, title in odd.titles:
        for iri, evidence in _ties(title, index, odd, preferred).items():
            pairs[evidence].append(iri in odd.right[query])
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
