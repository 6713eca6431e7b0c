"""Whatever is put in an address or a body: an answer or a problem, never a fault of ours."""

import json
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
NAMES = st.sampled_from(
    [
        "level",
        "limit",
        "cursor",
        "onDate",
        "domain",
        "q",
        "since",
        "pageSize",
        "pageNumber",
        "sort",
        "expand",
        "place",
        "state",
    ]
)
ADDRESSES = st.sampled_from(
    [
        "/api/v1/qualifications",
        "/api/v1/parts",
        "/api/v1/search",
        "/api/v1/changes",
        "/api/v1/comparisons/days",
        "/api/v1/families",
        "/api/v1/overlaps",
        "/api/v1/broad-bases",
        "/ooapi/v5/programs",
        "/ooapi/v5/organizations",
    ]
)
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY, inner, max_size=4),
    max_leaves=12,
)


def never_a_fault(found) -> None:
    assert found.status < 500
    if found.status >= 400:
        assert found.headers["content-type"] == "application/problem+json"
        assert json.loads(found.body)["slug"]


@few
@given(ADDRESSES, st.dictionaries(NAMES | ANY, ANY, max_size=4))
def test_any_question_in_an_address(api, address, query):
    never_a_fault(api.get(f"{address}?{urlencode(query)}"))


@few
@given(st.lists(ANY, min_size=1, max_size=4))
def test_any_address(api, pieces):
    path = "/".join(quote(each, safe="") for each in pieces)
    never_a_fault(api.get(f"/api/v1/{path}"))
    never_a_fault(api.get(f"/ooapi/v5/{path}"))


@few
@given(
    st.sampled_from(
        [
            "match",
            "skills",
            "possibilities",
            "routes",
            "switches",
            "diploma-checks",
            "choices/check",
            "choices/suggest",
            "choices/offers",
            "exemptions",
        ]
    ),
    st.dictionaries(
        st.sampled_from(
            [
                "text",
                "titles",
                "activities",
                "confirmed",
                "person",
                "goals",
                "origin",
                "target",
                "chosen",
                "purpose",
                "options",
            ]
        ),
        JSON_VALUES,
        max_size=4,
    )
    | JSON_VALUES,
)
def test_any_body(api, path, body):
    found = api.send(f"/api/v1/{path}", json.dumps(body).encode(), Content_Type="application/json")
    never_a_fault(found)


@pytest.mark.parametrize("name", ["Accept", "Accept_Language", "If_None_Match", "X_API_Key", "Content_Type"])
@few
@given(value=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_any_header(api, name, value):
    never_a_fault(api.get("/api/v1/domains?limit=1", **{name: value}))
