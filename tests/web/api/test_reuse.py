"""Reuse over the API: the same answers as in the shell, in pages, and kept by a client while nothing changes."""

import json
import re

import pytest

from tests.cli import house
from tests.cli.test_schemas import mistakes

ON = ("--on", "2026-11-25")
FAMILY = "f-ocjgitbz44"


def got(api, path: str, status: int = 200):
    mark = "&" if "?" in path else "?"
    found = api.get(f"/api/v1/{path}{mark}onDate=2026-11-25")
    assert found.status == status, found.text
    return json.loads(found.body)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "families?place=25698&kind=core-task&state=proposed&limit=3",
            ("families", "25698", "--kind", "core-task", "--state", "proposed", "--limit", "3"),
        ),
        ("families?place=voortgang&limit=5", ("families", "voortgang", "--limit", "5")),
        (f"families/{FAMILY}", ("family", FAMILY)),
        ("broad-elements?limit=4", ("broad", "--limit", "4")),
        ("broad-bases?level=2", ("base", "--best", "--level", "2")),
        ("broad-bases/25959,25960,25961", ("base", "25959", "25960", "25961")),
        ("broad-bases/25959,25001", ("base", "25959", "25001")),
        ("overlaps?place=25697&limit=4", ("overlap", "25697", "--limit", "4")),
        ("recognition/25698", ("recognition", "25698")),
        ("shared-parts", ("map",)),
        ("shared-parts?sector=79010", ("map", "--sector", "79010")),
        ("shared-parts?codes=25959,25960,25961", ("map", "25959", "25960", "25961")),
    ],
)
def test_an_answer_is_as_in_the_shell(api, path, words):
    ours = got(api, path)

    assert ours == house.answered("insight", *words, *ON)
    assert mistakes(ours, "insight") == []


@pytest.mark.parametrize("path", ["families", "broad-elements", "overlaps?place=25697"])
def test_pages_together_are_the_whole(api, path):
    mark = "&" if "?" in path else "?"
    whole = got(api, f"{path}{mark}limit=500")
    name = next(each for each in ("families", "elements", "overlaps") if each in whole)
    size = len(whole[name]) // 3 + 1
    pages, address = [], f"/api/v1/{path}{mark}limit={size}&onDate=2026-11-25"
    while address and len(pages) < 3:
        found = api.get(address)
        pages.append(json.loads(found.body)[name])
        link = re.fullmatch(r'<https?://[^/]+(.+)>; rel="next"', found.headers.get("link", ""))
        address = link.group(1) if link else ""

    assert len(pages) == 3
    assert [each for page in pages for each in page][:500] == whole[name]


@pytest.mark.parametrize(
    "path", ["families?limit=1", f"families/{FAMILY}", "broad-bases", "recognition/25698"]
)
def test_what_a_client_has_is_not_sent_again(api, path):
    first = api.get(f"/api/v1/{path}")
    again = api.get(f"/api/v1/{path}", If_None_Match=first.headers["etag"])

    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert first.headers["cache-control"] == "public, max-age=60"


@pytest.mark.parametrize(
    ("path", "status", "slug"),
    [
        ("families/f-aaaaaaaaaa", 404, "unknown-code"),
        ("overlaps?place=99999", 404, "unknown-code"),
        ("families?place=99999", 404, "unknown-code"),
        ("shared-parts?sector=99999", 404, "unknown-code"),
        ("families?place=xqzwv", 404, "no-family-fits"),
        ("recognition/99999", 404, "unknown-code"),
        ("broad-bases/25959,99999", 404, "unknown-code"),
        ("broad-bases/25959", 400, "invalid-input"),
        ("broad-bases?level=5", 400, "invalid-input"),
        ("families?kind=module", 400, "invalid-input"),
        ("families?cursor=-1", 400, "invalid-input"),
    ],
)
def test_what_is_not_there_or_wrong_is_told(api, path, status, slug):
    assert got(api, path, status)["slug"] == slug


def test_a_programme_without_known_parts_is_not_found(api):
    assert got(api, "recognition/25001", 404)["slug"] == "parts-not-known"


def test_a_programme_has_nothing_in_common_with_itself(api):
    found = got(api, "broad-bases/25959,25959")

    assert mistakes(found, "insight") == []
    assert ([each["crebo"] for each in found["programmes"]], found["common_hours"]) == (["25959"], None)
