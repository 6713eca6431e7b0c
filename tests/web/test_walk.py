"""A short walk through the site in a browser: every page comes, fits on a phone, and says nothing in the console."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.browser import Visit, looking
from tests.web.places import READING, STATES, one_programme
from tests.web.served import Site, serving

OPTION = re.compile(r"(?<!\S)--[a-z]+|`?bouwsteen [a-z]+ [A-Za-z]+`?")
"""What the shell says and the site must not: an option, a command."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Of its own: people log in, and read a register in."""
    with serving(tmp_path_factory.mktemp("walk"), BOUWSTEEN_LOGINS_A_MINUTE="0") as running:
        yield running


@pytest.fixture(scope="module")
def phone(browser: Any) -> Iterator[Any]:
    with looking(browser, viewport={"width": 320, "height": 640}) as context:
        yield context.new_page()


def test_every_page_comes_and_fits_on_a_small_phone(site, phone):
    """In Dutch; the judges look at both languages."""
    said: list[str] = []
    phone.on("console", lambda message: said.append(message.text))
    phone.on("pageerror", lambda error: said.append(str(error)))
    visit = Visit(phone, site.address)
    wide, of_the_shell = {}, {}
    for name, path in READING.items():
        visit.open(path)
        wide[name] = visit.sideways()
        of_the_shell[name] = OPTION.findall(phone.inner_text("body"))
        assert phone.locator("h1").count() == 1, name

    assert {name: pixels for name, pixels in wide.items() if pixels > 0} == {}
    assert {name: each for name, each in of_the_shell.items() if each} == {}
    assert [each for each in said if not re.search("status of 40[04]", each)] == []


@pytest.mark.parametrize("name", [name for name in STATES if name not in READING])
def test_every_state_of_a_form_fits_on_a_small_phone(site, phone, name):
    visit = Visit(phone, site.address)
    STATES[name](visit)

    assert visit.sideways() <= 0
    assert phone.locator("h1").count() == 1
    assert OPTION.findall(phone.inner_text("body")) == []


def test_suggestions_come_while_somebody_types(site, phone):
    visit = Visit(phone, site.address)
    visit.open("/verder")
    phone.locator("#tekst").press_sequentially("contact met klanten", delay=5)
    phone.wait_for_selector("#herken fieldset input")

    assert phone.url.endswith("/verder")


def test_a_link_to_an_answer_holds_nothing_that_was_typed(site, phone):
    visit = Visit(phone, site.address)
    one_programme(visit)
    address = phone.locator("details a").last.get_attribute("href") or ""

    assert "deel=" in address
    assert "klanten" not in address
    assert "klanten" not in phone.url
