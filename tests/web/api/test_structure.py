"""The structure over the API, as a program meets it: lists to their end, one thing, and what it already has."""

import json
from urllib.parse import urlsplit

import pytest

from bouwsteen.adapters.files.embedded import embedded_records

LISTS = [
    "qualifications",
    "files",
    "modules",
    "parts",
    "certificates",
    "domains",
    "institutions",
    "offers",
    "sources",
]


def answered(found):
    assert found.status == 200, found.text
    return json.loads(found.body)


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def all_items(api, path: str) -> list[dict]:
    items, asked = [], path
    while asked:
        page = answered(api.get(asked))
        items += page["items"]
        asked = path_of(page["next"]) if page["next"] else ""
    return items


def key_of(item: dict) -> str:
    return item.get("key") or item.get("code") or item["id"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_given_to_its_end_each_thing_once(api, name):
    whole = [key_of(each) for each in all_items(api, f"/api/v1/{name}?limit=500")]
    some = [
        key_of(each) for each in all_items(api, f"/api/v1/{name}?limit={min(max(len(whole) // 3, 1), 500)}")
    ]

    assert whole == sorted(set(whole)) == some


def test_the_lists_hold_what_the_catalogue_holds(api):
    records = embedded_records()

    assert len(all_items(api, "/api/v1/qualifications?limit=500")) == len(
        {each.crebo for each in records.qualifications}
    )
    assert len(all_items(api, "/api/v1/sources?limit=500")) == len(records.sources)
    assert len(all_items(api, "/api/v1/domains")) == len({each.code for each in records.domains})


@pytest.mark.parametrize("name", LISTS)
def test_each_thing_of_a_list_can_be_asked_for(api, name):
    for item in answered(api.get(f"/api/v1/{name}?limit=3"))["items"]:
        shown = answered(api.get(f"/api/v1/{name}/{key_of(item)}"))

        assert key_of(shown) == key_of(item)


def test_the_next_page_is_in_a_header_too(api):
    found = api.get("/api/v1/qualifications?limit=5&level=3")

    assert found.headers["link"] == f'<{answered(found)["next"]}>; rel="next"'
    assert "level=3" in answered(found)["next"]
    assert "link" not in api.get("/api/v1/certificates").headers


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("qualifications?level=2", "level", 2),
        ("qualifications?domain=79150", "domain", "79150"),
        ("qualifications?current=yes", "current", "yes"),
        ("parts?kind=core-task", "kind", "core-task"),
        ("offers?module=K0059", "module", "K0059"),
        ("sources?kind=law", "kind", "law"),
    ],
)
def test_a_list_is_chosen_from(api, query, field, value):
    items = all_items(api, f"/api/v1/{query}")

    assert items
    assert {each[field] for each in items} == {value}


def test_the_parts_of_a_qualification_are_those_that_it_shows(api):
    listed = {each["key"] for each in all_items(api, "/api/v1/parts?qualification=25706")}
    shown = answered(api.get("/api/v1/qualifications/25706"))["parts"]

    assert listed == {part["key"] for task in shown for part in (task, *task["parts"])}


def test_one_thing_is_what_the_shell_shows(api):
    from tests.cli.house import answered as of_shell

    ours = answered(api.get("/api/v1/qualifications/25706?onDate=2026-11-25"))

    assert ours == of_shell("show", "25706", "--on", "2026-11-25")


def test_a_day_in_the_past_is_another_structure(api):
    before = answered(api.get("/api/v1/qualifications?onDate=2016-01-01"))

    assert before["catalogue"]["on"] == "2016-01-01"
    assert api.get("/api/v1/qualifications?onDate=1999-01-01").status == 404


def test_what_is_there_already_is_not_sent_again(api):
    first = api.get("/api/v1/qualifications/25706")
    tag = first.headers["etag"]
    again = api.get("/api/v1/qualifications/25706", If_None_Match=f'"other", W/{tag}')

    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert api.get("/api/v1/qualifications/99999", If_None_Match=tag).status == 404
    assert api.get("/api/v1/qualifications/25706", If_None_Match='"other"').status == 200


def test_the_tag_names_day_language_and_form(api):
    tags = {
        api.get("/api/v1/domains").headers["etag"],
        api.get("/api/v1/domains", Accept_Language="en").headers["etag"],
        api.get("/api/v1/domains?onDate=2020-01-01").headers["etag"],
        api.get("/api/v1/bulk/domains").headers["etag"],
    }

    assert len(tags) == 4
    assert all(tag.startswith('"0-') for tag in tags)


def test_head_is_get_without_its_body(api):
    whole = api.get("/api/v1/qualifications")
    head = api.send("/api/v1/qualifications", b"", method="HEAD")

    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.body))


@pytest.mark.parametrize("table", ["core-tasks", "qualifications", "sources", "relations"])
def test_bulk_gives_every_statement_of_a_table(api, table):
    found = api.get(f"/api/v1/bulk/{table}")
    rows = [json.loads(line) for line in found.body.splitlines()]

    assert found.headers["content-type"] == "application/x-ndjson"
    assert len(rows) == len(embedded_records().tables()[table.replace("-", "_")])


def test_searching_finds_by_code_and_by_word(api):
    assert answered(api.get("/api/v1/search?q=25706"))["items"][0]["kind"] == "qualification"
    assert len(answered(api.get("/api/v1/search?q=verkoper&limit=2"))["items"]) == 2
    (cashier,) = answered(api.get("/api/v1/search?q=caissiere"))["items"]
    assert (cashier["kind"], cashier["key"]) == ("occupation", "urn:bouwsteen:occupation:winkelmedewerker")


@pytest.mark.parametrize("path", ["qualifications", "nowhere", "qualifications?level=x"])
def test_every_answer_has_the_headers_of_the_api(api, path):
    found = api.get(f"/api/v1/{path}")

    assert found.headers["api-version"] == "1.0.0"
    assert found.headers["access-control-allow-origin"] == "*"
    assert found.headers["vary"] == "Accept, Accept-Language"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in found.headers


def test_another_site_may_ask(api):
    found = api.send(
        "/api/v1/possibilities",
        b"",
        method="OPTIONS",
        Origin="https://school.example",
        Access_Control_Request_Method="POST",
    )

    assert found.status == 204
    assert "POST" in found.headers["access-control-allow-methods"]
    assert "access-control-allow-credentials" not in found.headers


def test_a_code_that_a_thing_had_before_leads_to_it(api):
    """On its page, at its IRI and in the API."""
    page = api.get("/certificaat/helpende-plus")
    thing = api.get("/id/certificate/helpende-plus", Accept="text/turtle")
    told = json.loads(api.get("/api/v1/certificates/helpende-plus").body)
    school = json.loads(api.get("/api/v1/institutions/curio").body)
    before, now = (api.get(f"/api/v1/offers?institution={each}").body for each in ("curio", "25LX"))

    assert (page.status, page.headers["location"]) == (302, "/certificaat/BC-004")
    assert (thing.status, thing.headers["location"]) == (301, "/id/certificate/BC-004")
    assert told["key"] == "BC-004"
    assert school["code"] == school["brin"] == "25LX"
    assert json.loads(before)["items"] == json.loads(now)["items"] != []
