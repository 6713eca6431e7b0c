"""Who asks too much of the site is told when to come back; docs/site.md shows the table of what counts together."""

import re
from collections.abc import Iterator

import pytest

from bouwsteen.entrances.web.rates import RATES, Counted
from tests.house.checkout import ROOT
from tests.web.served import Answered, Site, serving
from tests.web.visitor import TOKEN, Visitor

URLS = (ROOT / "src/bouwsteen/entrances/web/urls.py").read_text("utf-8")
POSTED = {
    "routes": ("/route", 120),
    "imports": ("/mijn/inlezen", 30),
    "changes": ("/mijn/rollen", 60),
    "files": ("/mijn/bestand/x/delen", 60),
}
"""Where a test meets the limit; what is counted more often is counted by the same code."""


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """With the numbers of the table."""
    with serving(tmp_path_factory.mktemp("rates"), BOUWSTEEN_LOGINS_A_MINUTE="0") as running:
        yield running


def within_a_minute(visitor: Visitor, path: str, often: int) -> list[Answered]:
    """Enough to pass the limit, also where a new minute begins on the way."""
    token = TOKEN.search(visitor.get("/diplomacheck").text)[1]
    return [visitor.post(path, csrfmiddlewaretoken=token) for _ in range(2 * often + 2)]


@pytest.mark.parametrize("name", POSTED)
def test_who_asks_too_much_is_told_when_to_come_back(strict, name):
    path, often = POSTED[name]
    visitor = Visitor(strict)
    visitor.log_in("administrator")
    found = within_a_minute(visitor, path, often)
    refused = [each for each in found if each.status == 429]

    assert often == RATES[name].often
    assert all(each.status != 429 for each in found[:often])
    assert refused
    assert 0 < int(refused[0].headers["retry-after"]) <= 60
    assert "Even wachten" in refused[0].text


def test_it_is_said_in_english_too_and_reading_goes_on(strict):
    visitor = Visitor(strict)
    refused = [each for each in within_a_minute(visitor, "/en/route", 120) if each.status == 429]

    assert "Wait a minute" in refused[0].text
    assert visitor.get("/route").status == 200


def test_one_account_does_not_keep_another_waiting(strict):
    first, second = Visitor(strict), Visitor(strict)
    first.log_in("administrator")
    second.log_in("sbb")
    told = within_a_minute(first, "/mijn/inlezen", 30)
    own = second.send("/mijn/inlezen")

    assert any(each.status == 429 for each in told)
    assert own.status != 429


def test_a_setting_lets_go_of_limits_but_not_of_guessing(site):
    visitor = Visitor(site)
    visitor.log_in("adviser")
    routes = within_a_minute(visitor, "/route", 65)
    codes = within_a_minute(visitor, "/mijn/code", 20)

    assert {each.status for each in routes} == {200}
    assert any(each.status == 429 for each in codes)


def test_every_page_in_the_table_is_one_and_counts_once():
    pages = [page for rate in RATES.values() for page in rate.pages]

    assert len(pages) == len(set(pages))
    assert [page for page in pages if f'name="{page}"' not in URLS] == []


def test_docs_show_the_table():
    shown = (ROOT / "docs" / "site.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \|[^|]+\| ([0-9.]+) \| (account|address) \|$", shown, re.MULTILINE)

    assert {name: (int(often), Counted(by)) for name, often, by in rows} == {
        name: (rate.often, rate.by) for name, rate in RATES.items()
    }
