"""What the site answers, as programs see it: status, headers, forms."""

import json

import pytest

PAGES = [
    "/",
    "/en/",
    "/zoeken?q=verkoper",
    "/kwalificatie/25706",
    "/en/kwalificatie/25706",
    "/keuzedeel/K0059",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_safe_headers_and_its_language(site, path):
    found = site.get(path)

    assert found.status == 200
    assert "default-src 'none'" in found.headers["content-security-policy"]
    assert "unsafe" not in found.headers["content-security-policy"]
    assert found.headers["referrer-policy"] == "same-origin"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert f'<html lang="{"en" if path.startswith("/en") else "nl"}">' in found.text
    assert "<script>" not in found.text
    assert "style=" not in found.text


def test_an_english_page_leads_to_english_pages(site):
    text = site.get("/en/zoeken?q=25706x").text

    assert 'href="/en/"' in text
    assert 'href="/zoeken" hreflang="nl"' in text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nergens", 404),
        ("/kwalificatie/99999", 404),
        ("/onderdeel/a/b/c", 404),
        ("/onderdeel/a/b/B1-K1", 404),
        ("/kwalificatie/25706?op=1999-01-01", 404),
        ("/kwalificatie/25706?op=gisteren", 404),
        ("/kwalificatie/..%2f..%2fetc%2fpasswd", 404),
        ("/static/../settings.py", 404),
        ("/static/%2e%2e/settings.py", 404),
    ],
)
def test_what_is_not_there_is_said_with_a_way_on(site, path, status):
    found = site.get(path)

    assert found.status == status
    assert "Traceback" not in found.text
    assert 'href="/"' in found.text or path.startswith("/static")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/wijzigingen/25698?sinds=2016-09-01", "wordt nu aangeboden: onbekend → ja"),
        ("/en/wijzigingen/25698?sinds=2016-09-01", "is offered now: unknown → yes"),
    ],
)
def test_what_changed_is_said_in_the_language_of_the_page(site, path, told):
    assert told in site.get(path).text


def test_a_code_leads_to_its_page(site):
    found = site.get("/zoeken?q=25706")

    assert (found.status, found.headers["location"]) == (302, "/kwalificatie/25706")


@pytest.mark.parametrize("query", ["caissiere", "caissi%C3%A8re"])
def test_a_name_of_an_occupation_leads_to_what_trains_for_it(site, query):
    found = site.get(f"/zoeken?q={query}").text
    address = "/beroep?iri=urn%3Abouwsteen%3Aoccupation%3Awinkelmedewerker"
    page = site.get(address).text

    assert f'<a class="nl-link" href="{address}">caissière</a>' in found
    assert 'href="/kwalificatie/25808"' in page
    assert "zo heet dit werk in het dagelijks leven" in page
    assert site.get("/beroep?iri=http://e/nowhere").status == 404
    assert site.get("/beroep").status == 404


def test_a_qualification_says_who_knows_its_occupations_where_they_are_unknown(site):
    assert "Wie het weet:" in site.get("/kwalificatie/25997").text
    assert 'href="/beroep?iri=urn' in site.get("/kwalificatie/25808").text


def test_what_is_typed_is_shown_as_text(site):
    text = site.get("/zoeken?q=%3Cscript%3Ealert(1)%3C/script%3E").text

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_health_and_readiness(site):
    assert json.loads(site.get("/health").body)["status"] == "ok"
    assert json.loads(site.get("/ready").body)["catalogue"]["number"] == 0


@pytest.mark.parametrize(
    ("accept", "media_type", "status"),
    [
        ("text/turtle", "text/turtle", 200),
        ("application/ld+json", "application/ld+json", 200),
        ("text/html,application/xhtml+xml,*/*;q=0.8", None, 303),
        ("image/png", "application/problem+json", 406),
    ],
)
def test_a_thing_is_given_in_the_form_that_is_asked_for(site, accept, media_type, status):
    found = site.get("/id/qualification/25706", Accept=accept)

    assert found.status == status
    assert found.headers["vary"].startswith("Accept")
    assert media_type is None or found.headers["content-type"].startswith(media_type)


def test_the_dump_the_query_and_the_things_say_the_same(site):
    from pyoxigraph import RdfFormat, parse

    dump = {each.triple for each in parse(site.get("/data.ttl").body, format=RdfFormat.TURTLE)}
    lines = {each.triple for each in parse(site.get("/data.nt").body, format=RdfFormat.N_TRIPLES)}
    json_ld = {each.triple for each in parse(site.get("/data.jsonld").body, format=RdfFormat.JSON_LD)}
    asked = site.send(
        "/sparql", b"SELECT (count(*) AS ?n) { ?s ?p ?o }", Content_Type="application/sparql-query"
    )
    thing = parse(site.get("/id/qualification/25706", Accept="text/turtle").body, format=RdfFormat.TURTLE)

    assert dump == lines == json_ld
    assert json.loads(asked.body)["results"]["bindings"][0]["n"]["value"] == str(len(dump))
    assert {each.triple for each in thing} <= dump


def test_a_query_that_reads_elsewhere_is_refused(site):
    found = site.get("/sparql?query=SELECT%20*%20%7B%20SERVICE%20%3Chttp://127.0.0.1/%3E%20%7B%7D%20%7D")

    assert found.status == 400
    assert found.headers["content-type"] == "application/problem+json"
    assert json.loads(found.body)["slug"] == "query-refused"


def test_the_journal_says_nothing_about_the_person(site):
    site.get("/zoeken?q=geheime-vraag", User_Agent="geheime-browser")
    site.get("/onderdeel/geheim/2020/B1-K1")
    lines = (site.folder / "site.log").read_text().splitlines()
    said = [json.loads(line) for line in lines if line.startswith("{")]

    assert {"search", "part"} <= {each.get("route") for each in said}
    assert "geheim" not in "".join(lines)
    assert "127.0.0.1" not in "".join(line for line in lines if line.startswith("{"))
