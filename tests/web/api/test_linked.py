"""Linked data for programs: problems in the shape of the API, open to other sites, and cached while nothing changes."""

from urllib.parse import quote, urlsplit

import pytest

from tests.web.api.test_problems import of

SLOW = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


def asked(query: str) -> str:
    return f"/sparql?query={quote(query)}"


@pytest.mark.parametrize(
    ("path", "accept", "status", "slug"),
    [
        ("/id/qualification/25706", "image/png", 406, "not-acceptable"),
        ("/id/qualification/99999", "text/turtle", 404, "unknown-code"),
        ("/id/qualification/99999", "application/ld+json", 404, "unknown-code"),
        ("/id/luck/1", "*/*", 404, "unknown-code"),
        ("/id/luck", "text/turtle", 404, "not-found"),
        ("/data.xml", "*/*", 404, "not-found"),
        ("/sparql", "*/*", 400, "query-missing"),
        (asked("SELECT * { ?s ?p ?o }"), "image/png", 406, "not-acceptable"),
        (asked("SELECT * { ?s ?p ?o }"), "text/turtle", 406, "not-acceptable"),
        (asked("DESCRIBE <a:b>"), "text/csv", 406, "not-acceptable"),
        (asked("SELECT * { SERVICE <http://127.0.0.1/> {} }"), "*/*", 400, "query-refused"),
        (asked("SELECT * FROM <http://127.0.0.1/> {}"), "*/*", 400, "query-refused"),
        (asked("DELETE WHERE { ?s ?p ?o }"), "*/*", 400, "query-not-sparql"),
        (asked("hallo"), "text/csv", 400, "query-not-sparql"),
        (asked("#" * 20_001), "*/*", 400, "query-too-long"),
        (asked("SELECT * { ?a ?b ?c . ?d ?e ?f }"), "*/*", 503, "query-too-large"),
    ],
    ids=str,
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_cannot_be_answered_is_a_problem_as_everywhere(api, path, accept, status, slug, language):
    found = api.get(path, Accept=accept, Accept_Language=language)

    assert found.status == status
    assert of(found)["slug"] == slug
    assert found.headers["content-language"] == language
    assert "Accept-Language" in found.headers["vary"]


def test_a_slow_query_says_how_long_it_may_take(api):
    found = of(api.get(asked(SLOW), Accept_Language="en"))

    assert found["slug"] == "query-too-slow"
    assert "at most 10 seconds" in found["detail"]
    assert found["errors"] == [
        {"place": "query", "name": "query", "slug": "query-too-slow", "detail": found["detail"]}
    ]


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        ("ASK {}", "*/*", "application/sparql-results+json"),
        ("ASK {}", "text/turtle, application/sparql-results+xml;q=0.5", "application/sparql-results+xml"),
        ("DESCRIBE <a:b>", "*/*", "text/turtle"),
        ("DESCRIBE <a:b>", BROWSER, "text/turtle"),
        ("CONSTRUCT WHERE { ?s <a:b> ?o }", "application/ld+json, text/csv", "application/ld+json"),
    ],
)
def test_an_answer_says_what_it_is(api, query, accept, expected):
    found = api.get(asked(query), Accept=accept)

    assert found.status == 200
    assert found.headers["content-type"] == expected
    assert "Accept" in found.headers["vary"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST"])
@pytest.mark.parametrize("path", ["/id/qualification/25706", "/data.ttl"])
def test_linked_data_takes_no_writing(api, method, path):
    found = api.send(path, b"{}", method=method, Content_Type="application/json")

    assert found.status == 405
    assert found.headers["allow"] == "GET, HEAD"
    assert of(found)["slug"] == "method-not-allowed"


def test_a_query_that_is_sent_and_too_large_is_a_problem(api):
    found = api.send("/sparql", b"#" * (256 * 1024 + 1), Content_Type="application/sparql-query")

    assert found.status == 413
    assert of(found)["slug"] == "too-large"


@pytest.mark.parametrize("path", ["/data.xml", "/id/", "/id/qualification"])
def test_a_person_in_a_browser_gets_a_page(api, path):
    found = api.get(path, Accept=BROWSER, Accept_Language="en")

    assert found.status == 404
    assert found.headers["content-type"].startswith("text/html")
    assert found.headers["content-language"] == "nl", "the language of a page is in its address"


KEPT = (
    *("/data.ttl", "/data.jsonld", "/data.nt", "/id/qualification/25706", "/id/module/K0059"),
    "/gegevens/qualification/25706.ttl",
)


@pytest.mark.parametrize("path", KEPT)
def test_what_did_not_change_comes_once(api, path):
    first = api.get(path, Accept="text/turtle")
    again = api.get(path, Accept="text/turtle", If_None_Match=first.headers["etag"])
    other = api.get(path, Accept="text/turtle", If_None_Match='"something-else"')

    assert first.headers["cache-control"] == "public, max-age=60"
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert (other.status, len(other.body)) == (200, len(first.body))


def test_each_form_has_a_tag_of_its_own(api):
    forms = ("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")
    tags = [api.get("/id/qualification/25706", Accept=each).headers["etag"] for each in forms]
    tags += [api.get("/data.nt").headers["etag"]]

    assert len(set(tags)) == len(forms), (
        "a thing and the whole in one form have one, at addresses of their own"
    )


@pytest.mark.parametrize(
    "path", [*KEPT, asked("ASK { ?s ?p ?o }"), "/sparql", "/id/qualification/99999", "/id/nothing"]
)
def test_a_page_of_another_site_may_read_it(api, path):
    found = api.get(path, Accept="text/turtle", Origin="https://elders.example")

    assert found.headers["access-control-allow-origin"] == "*"
    assert "ETag" in found.headers["access-control-expose-headers"]


def test_a_page_of_another_site_may_send_a_query(api):
    found = api.send(
        "/sparql",
        b"",
        method="OPTIONS",
        Origin="https://elders.example",
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
    )

    assert found.status == 204
    assert "POST" in found.headers["access-control-allow-methods"]
    assert "Content-Type" in found.headers["access-control-allow-headers"]


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", BROWSER, "image/png"])
def test_the_address_of_a_word_leads_to_what_it_means(api, accept):
    word = "http://localhost:8000/def#WorkProcess"
    found = api.get(urlsplit(word).path, Accept=accept)

    if accept == "image/png":
        assert (found.status, of(found)["slug"]) == (406, "not-acceptable")
        return
    assert found.status == 200
    assert found.headers["content-type"].startswith(accept.partition(",")[0])
    assert found.headers["vary"].startswith("Accept")
    assert word in found.text or f"bs:{word.rpartition('#')[2]}" in found.text
    assert "werkproces" in found.text
    assert accept != BROWSER or 'id="WorkProcess"' in found.text


def test_the_words_are_told_in_english_too(api):
    assert "Several coherent actions inside a core task" in api.get("/en/def", Accept=BROWSER).text
