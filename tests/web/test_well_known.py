"""What programs look for where they always look: whom to tell of a weakness, and what is not for an index."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.web.served import Site, serving


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_whom_to_tell_of_a_weakness_counts_for_less_than_a_year(tmp_path: Path):
    with serving(tmp_path, BOUWSTEEN_CONTACT_EMAIL="meld@voorbeeld.nl") as named:
        answer = named.get("/.well-known/security.txt")
    said = fields(answer.text)
    left = datetime.fromisoformat(said["Expires"]) - datetime.now(UTC)

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert said["Contact"] == "mailto:meld@voorbeeld.nl"
    assert said["Preferred-Languages"] == "nl, en"
    assert said["Canonical"].endswith("/.well-known/security.txt")
    assert timedelta(days=30) < left < timedelta(days=365)


def test_where_nobody_was_named_there_is_nobody_to_tell(site: Site):
    assert site.get("/.well-known/security.txt").status == 404


@pytest.fixture(scope="module")
def disallowed(site: Site) -> list[str]:
    text = site.get("/robots.txt").text
    return re.findall(r"^Disallow: (\S+)$", text, re.MULTILINE)


def index_may_have(path: str, disallowed: list[str], allowed: tuple[str, ...] = ()) -> bool:
    """Source: RFC 9309, 2.2.2: the longest line that fits counts; `*` is any signs."""

    def longest(lines: list[str]) -> int:
        patterns = {each: re.escape(each).replace(r"\*", ".*") for each in lines}
        return max((len(each) for each, pattern in patterns.items() if re.match(pattern, path)), default=0)

    return longest(list(allowed)) >= longest(disallowed)


@pytest.mark.parametrize(
    "path",
    [
        *("/mijn", "/mijn/bestand/x", "/inloggen", "/uitloggen", "/en/mijn", "/en/uitgelogd"),
        *("/zoeken?q=koken", "/en/zoeken?q=koken", "/verder?deel=25807/2023/B1-K1-W3", "/verder/25698"),
        *("/kwalificatie/25698?op=2026-01-01", "/inzicht/dubbel?van=25697", "/inzicht/basis?crebo=25698"),
        *("/api/v1/qualifications", "/ooapi/v5/programs", "/sparql?query=x"),
    ],
)
def test_what_is_personal_or_costs_work_is_not_for_an_index(path: str, disallowed: list[str]):
    assert not index_may_have(path, disallowed)


@pytest.mark.parametrize(
    "path",
    ["/", "/en/", "/verder", "/kwalificatie/25698", "/en/keuzedeel/K0059", "/api", "/over", "/privacy"],
)
def test_what_is_for_everybody_may_be_found(path: str, disallowed: list[str]):
    assert index_may_have(path, disallowed)


def test_an_occupation_may_be_found_by_its_address(site: Site, disallowed: list[str]):
    allowed = tuple(re.findall(r"^Allow: (\S+)$", site.get("/robots.txt").text, re.MULTILINE))

    assert index_may_have("/beroep?iri=urn:x", disallowed, allowed)
    assert index_may_have("/en/beroep?iri=urn:x", disallowed, allowed)
    assert not index_may_have("/zoeken?q=x", disallowed, allowed)
