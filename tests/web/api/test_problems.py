"""Every error of the API has one shape, tells all that is wrong at once, and says nothing of the inside."""

import json
import re
import socket
import time
from urllib.parse import urlsplit

import pytest

FIELDS = {"type", "title", "status", "detail", "slug", "near", "errors"}
LONG = b"x" * (256 * 1024 + 1)
JSON = {"Content_Type": "application/json"}


def of(found):
    """The problem, after what holds for all of them."""
    assert found.headers["content-type"] == "application/problem+json"
    body = json.loads(found.body)
    assert set(body) == FIELDS
    assert body["type"] == f"urn:bouwsteen:error:{body['slug']}"
    assert "Traceback" not in found.text
    if isinstance(body["status"], int):  # a text under /ooapi
        assert body["status"] == found.status
    return body


@pytest.mark.parametrize(
    ("path", "headers", "status", "slug"),
    [
        ("/api/v1/nowhere", {}, 404, "not-found"),
        ("/api/v1", {}, 404, "not-found"),
        ("/api/v1/qualifications/", {}, 404, "not-found"),
        ("/api/v2/qualifications", {}, 404, "not-found"),
        ("/api/v1/qualifications/99999", {}, 404, "unknown-code"),
        ("/api/v1/qualifications/79080", {}, 404, "unknown-code"),
        ("/api/v1/files/25706", {}, 404, "unknown-code"),
        ("/api/v1/qualifications/%00", {}, 400, "invalid-input"),
        ("/api/v1/qualifications?cursor=%00", {}, 200, ""),
        ("/api/v1/qualifications?level=5", {}, 400, "invalid-input"),
        ("/api/v1/qualifications?level=%00", {}, 400, "invalid-input"),
        ("/api/v1/qualifications?onDate=20260801", {}, 400, "invalid-input"),
        ("/api/v1/qualifications?onDate=1785542400", {}, 400, "invalid-input"),
        ("/api/v1/qualifications?onDate=1999-01-01", {}, 404, "before-first-known"),
        ("/api/v1/qualifications?domain=99999", {}, 404, "unknown-code"),
        ("/api/v1/qualifications?file=99999", {}, 404, "unknown-code"),
        ("/api/v1/files?domain=99999", {}, 404, "unknown-code"),
        ("/api/v1/modules?offeredWith=99999", {}, 404, "unknown-code"),
        ("/api/v1/parts?owner=99999", {}, 404, "unknown-code"),
        ("/api/v1/parts?qualification=K0059", {}, 404, "unknown-code"),
        ("/api/v1/certificates?module=K9999", {}, 404, "unknown-code"),
        ("/api/v1/offers?module=K9999", {}, 404, "unknown-code"),
        ("/api/v1/offers?qualification=99999&level=1", {}, 400, "invalid-input"),
        ("/api/v1/offers?institution=nergens", {}, 404, "unknown-code"),
        ("/api/v1/overlaps?place=99999", {}, 404, "unknown-code"),
        ("/api/v1/certificates?module=K0059", {}, 200, ""),
        ("/api/v1/offers?institution=00GT", {}, 200, ""),
        ("/api/v1/search", {}, 400, "invalid-input"),
        ("/api/v1/changes?since=999", {}, 404, "unknown-ledger-number"),
        ("/api/v1/bulk/secrets", {}, 400, "invalid-input"),
        ("/api/v1/bulk/sources", {"Accept": "application/json"}, 406, "not-acceptable"),
        ("/api/v1/qualifications", {"Accept": "text/html"}, 406, "not-acceptable"),
        ("/api/v1/qualifications", {"Accept": "gibberish;;;q=x"}, 406, "not-acceptable"),
        ("/ooapi/v5/persons/me", {}, 404, "not-found"),
        ("/ooapi/v5/programs?pageSize=11", {}, 400, "invalid-input"),
        ("/ooapi/v5/programs", {"Accept": "application/json; version=6"}, 406, "not-acceptable"),
        ("/ooapi/v5/programs/" + "x" * 3000, {}, 404, "not-found"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(api, path, headers, status, slug):
    found = api.get(path, **headers)

    assert found.status == status
    if slug:
        assert of(found)["slug"] == slug


def test_everything_that_is_wrong_is_told_at_once(api):
    body = of(api.get("/api/v1/qualifications?level=9&limit=0&onDate=soon&foo=1", Accept_Language="en"))

    assert {(each["place"], each["name"], each["slug"]) for each in body["errors"]} == {
        ("query", "level", "wrong-value"),
        ("query", "limit", "wrong-value"),
        ("query", "onDate", "wrong-value"),
        ("query", "foo", "unknown-name"),
    }
    assert body["title"] == "The request is wrong"


def test_a_body_is_judged_whole(api):
    question = b'{"activities": [""], "levels": [7], "first": "luck", "nobody": 1}'
    body = of(api.send("/api/v1/possibilities?limit=1", question, **JSON))

    assert {each["name"] for each in body["errors"]} == {"activities.0", "levels.0", "first", "nobody"}


@pytest.mark.parametrize("question", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"null", b'{"text": "\\ud800"}'])
def test_a_body_of_another_form_is_refused(api, question):
    found = api.send("/api/v1/match", question, **JSON)

    assert found.status == 400
    assert of(found)["errors"]


@pytest.mark.parametrize(
    "media_type",
    ["text/xml", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"],
)
def test_a_body_that_says_it_is_no_json_is_refused(api, media_type):
    found = api.send("/api/v1/match", b'{"text": "koken"}', Content_Type=media_type)

    assert (found.status, of(found)["slug"]) == (415, "unsupported-media-type")
    assert "application/json" in of(found)["detail"]


def test_json_may_say_its_charset(api):
    found = api.send("/api/v1/match", b'{"text": "koken"}', Content_Type="application/json; charset=utf-8")

    assert found.status == 200


def test_a_person_in_a_body_is_no_file(api):
    person = {"qualification": "kok", "results": [{"part": "B1-K1", "mark": 70}]}
    found = of(api.send("/api/v1/diploma-checks", json.dumps({"person": person}).encode(), **JSON))

    assert found["slug"] == "invalid-input"
    assert {(each["place"], each["name"]) for each in found["errors"]} == {
        ("body", "person.qualification"),
        ("body", "person.results.0.mark"),
    }
    assert "request.json" not in json.dumps(found)


def test_hours_that_contradict_the_structure_stand_in_the_body(api):
    results = [{"part": "K0125", "mark": 7, "study_load_hours": 480}]
    person = {"qualification": "25809", "start": "2021-08-01", "results": results}
    found = of(api.send("/api/v1/diploma-checks", json.dumps({"person": person}).encode(), **JSON))

    (wrong,) = found["errors"]
    assert (wrong["place"], wrong["name"]) == ("body", "person.results.0.study_load_hours")


def test_a_day_before_comes_before_the_day_after(api):
    turned = api.get("/api/v1/comparisons/days?before=2026-08-02&after=2026-08-01")
    same = api.get("/api/v1/comparisons/days?before=2026-08-01&after=2026-08-01")

    assert (turned.status, of(turned)["slug"]) == (422, "contradiction")
    assert [(each["place"], each["name"]) for each in of(turned)["errors"]] == [("query", "before")]
    assert same.status == 200


def test_the_words_are_in_the_language_that_is_asked_for(api):
    dutch = of(api.get("/api/v1/nowhere"))
    english = of(api.get("/api/v1/nowhere", Accept_Language="fr, en-GB;q=0.8"))
    by_address = of(api.get("/en/api/v1/nowhere"))

    assert dutch["title"] == "Niet gevonden"
    assert english["title"] == by_address["title"] == "Not found"


WRONG = (
    ("/api/v1/families?state=x", None, "proposed, confirmed of rejected"),
    ("/api/v1/qualifications?onDate=2026-02-30", None, "een dag die bestaat, zoals 2026-08-01"),
    ("/api/v1/qualifications?onDate=2026-13-40", None, "een dag die bestaat, zoals 2026-08-01"),
    ("/api/v1/qualifications?level=9", None, "hoogstens 4"),
    ("/api/v1/qualifications?limit=0", None, "minstens 1"),
    ("/api/v1/qualifications?limit=1.5", None, "een heel getal"),
    ("/api/v1/parts?kind=x", None, "core-task of work-process"),
    ("/api/v1/parts?owner=%20", None, "tekst van de vorm ^[A-Za-z0-9._~-]+$"),
    ("/api/v1/match", b'{"text": ""}', "minstens 1 teken"),
    ("/api/v1/match", b'{"text": 3}', "tekst"),
    ("/api/v1/match", b'{"text": "a", "titles": 0.5}', "een heel getal"),
    ("/api/v1/match", b'{"text": "a", "titles": true}', "een heel getal"),
    ("/api/v1/match", b'{"text": "\\ud800"}', "tekst in UTF-8"),
    ("/api/v1/match", b"[]", "een object: {…}"),
    ("/api/v1/possibilities", b'{"activities": "x"}', "een lijst: […]"),
    (
        "/api/v1/possibilities",
        b'{"jobs": ["a","a","a","a","a","a","a","a","a","a","a"]}',
        "hoogstens 10 dingen",
    ),
    ("/api/v1/diploma-checks", b'{"person": 3}', "een object: {…}"),
)


@pytest.mark.parametrize(("path", "body", "expected"), WRONG, ids=[f"{each[0]} {each[1]}" for each in WRONG])
def test_what_was_expected_is_said_in_dutch_where_dutch_is_asked(api, path, body, expected):
    found = of(api.get(path) if body is None else api.send(path, body, **JSON))
    said = found["errors"][0]["detail"]

    assert re.fullmatch(r"‘[\w.]+’ klopt niet; verwacht: .+\.", said)
    assert expected in said


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/api/v1/nowhere", "/api/v1/openapi.json."),
        ("/ooapi/v5/nowhere", "/api."),
        ("/ooapi/v5/programs/x", "/api."),
    ],
)
def test_what_is_not_there_points_to_what_tells_its_addresses(api, path, where):
    detail = of(api.get(path))["detail"]

    assert detail.endswith(f" {where}")
    assert path.rpartition("/")[0].split("/")[1] in api.get(where.rstrip("."), Accept="*/*").text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
@pytest.mark.parametrize("path", ["/api/v1/qualifications", "/ooapi/v5/persons"])
def test_what_only_reads_takes_no_writing(api, method, path):
    found = api.send(path, b"{}", method=method, **JSON)

    assert found.status == 405
    assert found.headers["allow"] == "GET, HEAD"
    assert of(found)["slug"] == "method-not-allowed"


@pytest.mark.parametrize("path", ["/api/v1/match", "/api/v1/possibilities", "/api/v1/routes"])
def test_a_body_that_is_too_large_is_refused(api, path):
    found = api.send(path, LONG, **JSON)

    assert found.status == 413
    assert of(found)["slug"] == "too-large"


def test_a_body_that_says_it_is_huge_is_refused_before_it_comes(api):
    with opened(api, "/api/v1/match", "Content-Length: 99999999999") as door:
        assert b" 413 " in door.recv(4096).split(b"\r\n")[0]


def test_bodies_that_never_come_do_not_keep_others_waiting(api):
    """Two of them hold a thread; the rest is told to come back, and all else goes on."""
    silent = [opened(api, "/api/v1/match", "Content-Length: 100") for _ in range(12)]
    try:
        assert all(api.get("/api/v1/domains").status == 200 for _ in range(5))
        refused = api.send("/api/v1/match", b'{"text": "klanten"}', **JSON)
        assert (refused.status, refused.headers["retry-after"]) == (503, "10")
        assert of(refused)["slug"] == "busy"
    finally:
        for door in silent:
            door.close()

    assert eventually(lambda: api.send("/api/v1/match", b'{"text": "klanten"}', **JSON).status == 200)


def eventually(holds, seconds: float = 10) -> bool:
    """The server notices that a connection has ended when it next looks."""
    until = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < until:
        time.sleep(0.1)
    return found


def opened(api, path: str, *headers: str) -> socket.socket:
    """A request of which the body does not come."""
    parts = urlsplit(api.address)
    door = socket.create_connection((parts.hostname, parts.port), timeout=15)
    lines = [f"POST {path} HTTP/1.1", f"Host: {parts.netloc}", "Content-Type: application/json", *headers]
    door.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    return door
