"""Queries of strangers: answered, or ended without harm."""

import json
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from pyoxigraph import parse

from bouwsteen.adapters.linkeddata import published
from bouwsteen.adapters.linkeddata.apart import made_on_disk
from bouwsteen.adapters.linkeddata.dataset import DataSet
from bouwsteen.adapters.linkeddata.formats import FORMATS
from bouwsteen.adapters.linkeddata.graph import triples_of
from bouwsteen.adapters.linkeddata.published import PublishedGraph
from bouwsteen.adapters.linkeddata.query import OWN_TURN, RESULTS
from bouwsteen.adapters.linkeddata.sparql import QueryLimits, refused_word
from bouwsteen.services.ports import QueryAnswer, QueryCause, Refusal
from tests.invented import DAY, catalogue

JSON, NT = "application/sparql-results+json", "application/n-triples"
TRIPLES = "CONSTRUCT WHERE { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o }"
EXPLODING = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?p ?q ?r }"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return PublishedGraph(
        structure=catalogue().on(DAY),
        base="https://voorbeeld.example",
        about_data=DataSet(number=0, on=DAY),
        folder=tmp_path_factory.mktemp("graphs"),
        limits=QueryLimits(seconds=1, memory=1 << 30, result_bytes=50_000),
    )


def test_a_query_is_answered(graph):
    query = "SELECT ?k { ?k a <https://voorbeeld.example/def#Qualification> } ORDER BY ?k"
    rows = json.loads(graph.answer(query, JSON).content)["results"]["bindings"]

    assert [row["k"]["value"].rpartition("/")[2] for row in rows] == ["95001", "95002", "95003"]


def test_under_another_address_the_same_folder_holds_another_graph(graph):
    """A site that is tried out on another port answers with the addresses of that port."""
    query = "SELECT ?k { ?k a <https://elders.example/def#Qualification> }"
    moved = replace(graph, base="https://elders.example")

    assert json.loads(graph.answer(query, JSON).content)["results"]["bindings"] == []
    assert len(json.loads(moved.answer(query, JSON).content)["results"]["bindings"]) == 3


def test_a_worker_that_is_second_to_make_the_graph_takes_that_of_the_first(graph, tmp_path, monkeypatch):
    """Each worker of a site makes it when it is first asked; here another one is done in between."""
    first, second = (replace(graph, folder=tmp_path / name) for name in ("first", "second"))
    first.answer("ASK { ?s ?p ?o }", JSON)
    (made,) = first.folder.iterdir()
    being_made = second.folder / ".tmp-of-a-third"

    def made_in_between(*given):
        being_made.mkdir()
        shutil.copytree(made, second.folder / made.name)
        made_on_disk(*given)

    monkeypatch.setattr(published, "made_on_disk", made_in_between)

    assert json.loads(second.answer("ASK { ?s ?p ?o }", JSON).content)["boolean"]
    assert {each.name for each in second.folder.iterdir()} == {made.name, being_made.name}


@pytest.mark.parametrize("form", [*FORMATS, *RESULTS])
@pytest.mark.parametrize(("query", "forms"), [(TRIPLES, FORMATS), ("ASK { ?s ?p ?o }", RESULTS)])
def test_triples_and_rows_come_in_a_form_of_their_own_or_not_at_all(graph, query, forms, form):
    found = graph.answer(query, form)

    if form in forms:
        assert found.media_type == form
        assert found.content == graph.answer(query, *FORMATS.keys() - forms.keys(), form).content
    else:
        assert found == Refusal(cause=QueryCause.OTHER_FORM, detail=", ".join(forms))


def test_triples_can_be_read_in_the_form_that_is_said(graph):
    found = [graph.answer(TRIPLES, each) for each in FORMATS]
    read = [{*parse(each.content, format=FORMATS[each.media_type])} for each in found]

    assert len(read[0]) > 10
    assert all(each == read[0] for each in read)


@pytest.mark.skipif(not OWN_TURN.exists(), reason="only Linux says which process goes first")
def test_where_memory_is_short_a_query_is_the_first_to_go():
    """Else the kernel may end a worker, which is larger than it."""
    told = "from bouwsteen.adapters.linkeddata import query as q; q.end_this_first(); print(q.OWN_TURN.read_text())"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "1000"


@pytest.fixture
def without_disk(graph, tmp_path):
    """Where nothing can be kept on disk the graph stands in memory; there are then no queries."""
    (tmp_path / "graphs").write_text("a file where a folder should be")
    return replace(graph, folder=tmp_path / "graphs")


def test_one_thing_is_the_same_from_disk_as_from_memory(graph, without_disk):
    from_disk, from_memory = (each.about("qualification", "95001", NT) for each in (graph, without_disk))

    assert set(from_disk.splitlines()) == set(from_memory.splitlines())
    assert b'"' in from_disk
    assert graph.about("qualification", "00000", NT) is None
    assert without_disk.about("qualification", "00000", NT) is None


def test_the_dump_has_every_triple_once(graph, without_disk):
    """They went to another process and came back from disk."""
    triples = {str(each) for each in triples_of(graph.structure, graph.base, graph.about_data)}

    for each in (graph, without_disk):
        lines = each.dump(NT).decode().splitlines()
        assert sorted(line.removesuffix(" .") for line in lines) == sorted(triples)


def test_a_graph_that_cannot_be_made_says_why(graph, tmp_path):
    (tmp_path / "graph").write_text("a file where a folder should be")

    with pytest.raises(OSError, match="graph"):
        made_on_disk(triples_of(graph.structure, graph.base, graph.about_data), tmp_path / "graph")


@pytest.mark.parametrize(
    ("query", "cause"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:8080/> { ?s ?p ?o } }", QueryCause.REFUSED),
        ("select * { service silent <http://127.0.0.1/> { ?s ?p ?o } }", QueryCause.REFUSED),
        ("SELECT * { SER#\nVICE <http://127.0.0.1/> {} }", QueryCause.NOT_SPARQL),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:8080/> { ?s ?p ?o } }", QueryCause.REFUSED),
        ("SELECT * FROM <http://127.0.0.1/data> { ?s ?p ?o }", QueryCause.REFUSED),
        ("SELECT * FROM NAMED <file:///etc/passwd> { ?s ?p ?o }", QueryCause.REFUSED),
        ("INSERT DATA { <a:b> <c:d> 1 }", QueryCause.NOT_SPARQL),
        ("DROP ALL", QueryCause.NOT_SPARQL),
        ("", QueryCause.NOT_SPARQL),
        ("SELECT * { ?s ?p ?o }" + " " * 20_000, QueryCause.TOO_LONG),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", QueryCause.TOO_LARGE),
        (EXPLODING, QueryCause.TOO_SLOW),
    ],
)
def test_what_would_do_harm_is_ended(graph, query, cause):
    found = graph.answer(query, JSON)

    assert isinstance(found, Refusal)
    assert found.cause is cause


def test_words_in_texts_addresses_names_and_comments_do_no_harm(graph):
    query = """# SERVICE FROM
    PREFIX service: <http://voorbeeld.example/FROM/> SELECT ?from { ?from service:from "FROM", 'SERVICE' }"""

    assert isinstance(graph.answer(query, JSON), QueryAnswer)


def test_a_query_that_was_ended_leaves_the_graph_as_it_was(graph):
    graph.answer(EXPLODING, JSON)

    assert json.loads(graph.answer("ASK { ?s ?p ?o }", JSON).content)["boolean"] is True


@pytest.fixture(scope="module")
def elsewhere():
    """Another machine, which should hear nothing."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.1)
        yield door


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { #\rSERVICE <HERE> { ?s ?p ?o }\n}",
        "PREFIX : <HERE> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<HERE>{ ?s ?p ?o } }",
        "PREFIX : <HERE> SELECT * { ?a ?p ?b FILTER(1<2||?b)SERVICE:x#>\n{ ?s ?p ?o } }",
    ],
    ids=["a comment ended by a return", "no space before a name", "two words in one", "a smaller-than"],
)
def test_no_query_reaches_another_machine_however_it_is_written(graph, elsewhere, query):
    """The words of a query can be hidden from who looks for them: its process can open nothing."""
    graph.answer(query.replace("HERE", f"http://127.0.0.1:{elsewhere.getsockname()[1]}/"), JSON)

    with pytest.raises(TimeoutError):
        elsewhere.accept()


@pytest.mark.parametrize("piece", ["1", "_", "a-", "<", "<a", "'''a", '"', "\\", "?", "é", ":"])
def test_the_words_of_any_query_are_found_at_once(piece):
    """Looking for them holds the whole worker."""
    start = time.perf_counter()

    refused_word((piece * 20_000)[:20_000])

    assert time.perf_counter() - start < 0.5
