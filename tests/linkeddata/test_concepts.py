"""The structure as concepts: what each has, and that the public standards accept it."""

import json
from datetime import date

import pytest
from pyoxigraph import NamedNode, parse

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.linkeddata.concepts import concepts
from bouwsteen.adapters.linkeddata.dataset import DataSet, data_set_triples
from bouwsteen.adapters.linkeddata.formats import FORMATS, serialized
from bouwsteen.adapters.linkeddata.graph import described, graph_of, triples_of
from bouwsteen.adapters.linkeddata.ontology import ontology, own_terms
from bouwsteen.adapters.linkeddata.terms import ALIGNED, class_of, vocabulary
from tests.invented import DAY, catalogue
from tools.catalogue.material import material

BASE = "https://voorbeeld.example"
ABOUT = DataSet(number=0, on=DAY)


@pytest.fixture(scope="module")
def structure():
    return catalogue().on(DAY)


def test_every_part_is_a_concept_under_the_one_it_belongs_to(structure):
    found = {
        (each.subject.value, each.predicate.value.rpartition("#")[2], each.object)
        for each in concepts(structure, BASE)
    }
    broader = {subject for subject, name, _ in found if name == "broader"}
    labelled = {subject for subject, name, _ in found if name == "prefLabel"}

    assert {f"{BASE}/id/work-process/{each}" for each in structure.holders} <= broader
    assert broader <= labelled


def test_preferred_labels_are_unique_though_titles_are_not(structure):
    labels = [
        each.object.value for each in concepts(structure, BASE) if each.predicate.value.endswith("prefLabel")
    ]

    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("media_type", FORMATS)
def test_every_form_holds_the_same_triples(structure, media_type):
    triples = set(concepts(structure, BASE))
    text = serialized(triples, media_type, base=BASE)

    assert {each.triple for each in parse(text, format=FORMATS[media_type])} == triples


def test_a_thing_is_described_with_the_names_of_what_it_points_at(structure):
    store = graph_of(structure, BASE, ABOUT)
    key = next(iter(structure.holders))
    task = f"{BASE}/id/core-task/{key._replace(code=key.core_task)}"
    found = described(store, NamedNode(f"{BASE}/id/work-process/{key}"))

    assert task in {each.subject.value for each in found if each.predicate.value.endswith("prefLabel")}
    assert described(store, NamedNode(f"{BASE}/id/work-process/nobody")) == ()


def test_json_ld_is_json(structure):
    json.loads(serialized(concepts(structure, BASE), "application/ld+json", base=BASE))


@pytest.mark.judge
def test_the_shapes_of_nl_sbb_and_dcat_ap_nl_find_nothing(structure):
    """Warnings count: the published shapes report a duplicate label as a warning."""
    nl_sbb = standards("nl-sbb/skos-ap-nl.ttl")
    dcat = standards(
        "dcat-ap-nl/dcat-ap-SHACL.ttl",
        "dcat-ap-nl/dcat-ap-nl-SHACL.ttl",
        "dcat-ap-nl/dcat-ap-nl-SHACL-klassebereik.ttl",
        "dcat-ap-nl/dcat-ap-nl-SHACL-klassebereik-codelijsten.ttl",
        "dcat-ap-nl/dcat-ap-nl-SHACL-aanbevolen.ttl",
    )

    assert findings(concepts(structure, BASE), nl_sbb) == []
    assert findings(data_set_triples(BASE, ABOUT), dcat) == []


@pytest.mark.judge
def test_the_judge_can_say_no(structure):
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    nameless = [each for each in concepts(structure, BASE) if each.predicate != label]

    assert findings(nameless, standards("nl-sbb/skos-ap-nl.ttl")) != []


def standards(*paths: str):
    found = material()
    if found is None:
        pytest.skip("left out: the shapes of public standards, for BOUWSTEEN_MATERIAL is absent")
    return [found / "standards" / path for path in paths]


def findings(triples, shapes) -> list[str]:
    """Every result of the shapes, of whichever severity."""
    from pyshacl import validate
    from rdflib import Graph

    graph, judge = Graph(), Graph()
    graph.parse(data=serialized(triples, "text/turtle", base=BASE), format="turtle")
    for path in shapes:
        judge.parse(path)
    _, report, _ = validate(graph, shacl_graph=judge, advanced=True, allow_warnings=True)
    query = "SELECT ?message { ?r a sh:ValidationResult ; sh:resultMessage ?message }"
    return sorted(str(row[0]) for row in report.query(query, initNs={"sh": "http://www.w3.org/ns/shacl#"}))


def test_each_word_of_our_own_is_described_and_each_that_is_described_is_used():
    """In the shipped catalogue: the invented one does not have every fact."""
    structure = embedded_catalogue().on(date(2026, 11, 1))
    start = vocabulary(BASE)
    used = {
        node.value
        for triple in triples_of(structure, BASE, ABOUT)
        for node in (triple.predicate, triple.object)
        if isinstance(node, NamedNode) and node.value.startswith(start)
    }
    described = {each.iri for each in own_terms(BASE)}

    assert used <= described
    assert described - used <= {f"{start}provesPart", f"{start}validFrom", f"{start}validUntil"}


@pytest.mark.parametrize("media_type", FORMATS)
def test_the_words_have_a_name_and_a_meaning_in_both_languages(media_type):
    text = serialized(ontology(BASE), media_type, base=BASE)
    triples = [each.triple for each in parse(text, format=FORMATS[media_type])]

    for term in own_terms(BASE):
        for name in ("label", "definition"):
            languages = {
                each.object.language
                for each in triples
                if each.subject.value == term.iri and each.predicate.value.endswith(f"#{name}")
            }
            assert languages == {"nl", "en"}, (term.iri, name)


def test_a_word_is_aligned_as_the_one_table_says():
    found = {
        (each.subject.value.rpartition("#")[2], each.object.value)
        for each in ontology(BASE)
        if each.predicate.value.endswith("closeMatch")
    }

    assert found == {(class_of(kind), each) for kind, others in ALIGNED.items() for each in others}
