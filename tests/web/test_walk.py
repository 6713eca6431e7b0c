"""A short walk through the site in a browser: every page and state comes, fits on a phone, and speaks to people.

In Dutch and with JavaScript; the judges look at both languages, at other sizes, and at what axe and a validator say.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.browser import Visit, looking
from tests.web.places import READING, STATES, one_programme
from tests.web.served import Site, serving
from tests.web.slugs import NAMES_SLUGS, raw

OF_THE_SHELL = re.compile(r"(?<!\S)--[a-z]+|`?bouwsteen [a-z]+ [A-Za-z]+`?")
"""What the shell says and the site must not: an option, a command."""
NO_FAULT = re.compile("status of (?:40[0-9]|413|429)|does not conform to the required format")
"""What the browser says of an address that is wrong on purpose: no such page, no such day."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Of its own: people log in, and read a register in."""
    free = {"BOUWSTEEN_LOGINS_A_MINUTE": "0", "BOUWSTEEN_PAGE_RATES": "0"}
    with serving(tmp_path_factory.mktemp("walk"), **free) as running:
        yield running


@pytest.fixture(scope="module")
def phone(browser: Any) -> Iterator[Any]:
    with looking(browser, viewport={"width": 320, "height": 640}) as context:
        yield context.new_page()


@pytest.mark.timeout(600)
def test_every_page_and_state_comes_and_fits_on_a_small_phone(site: Site, phone: Any) -> None:
    said: list[str] = []
    phone.on("console", lambda message: said.append(message.text))
    phone.on("pageerror", lambda error: said.append(str(error)))
    visit = Visit(phone, site.address)
    wrong: dict[str, object] = {}
    for name, state in STATES.items():
        state(visit)
        text = phone.inner_text("body")
        found = {
            "too wide": max(visit.sideways(), 0),
            "heads": phone.locator("h1").count() - 1,
            "of the shell": name not in NAMES_SLUGS and OF_THE_SHELL.findall(text),
            "slugs": name not in NAMES_SLUGS and raw(text, "nl"),
        }
        wrong |= {f"{name}: {what}": each for what, each in found.items() if each}

    assert len(STATES) > len(READING) > 20
    assert wrong == {}
    assert [each for each in said if not NO_FAULT.search(each)] == []


def test_suggestions_come_while_somebody_types(site: Site, phone: Any) -> None:
    visit = Visit(phone, site.address)
    visit.open("/verder")
    phone.locator("#tekst").press_sequentially("contact met klanten", delay=5)
    phone.wait_for_selector("#herken fieldset input")

    assert phone.url.endswith("/verder")


def test_a_link_to_an_answer_holds_nothing_that_was_typed(site: Site, phone: Any) -> None:
    visit = Visit(phone, site.address)
    one_programme(visit)
    address = phone.locator("details a").last.get_attribute("href") or ""

    assert "deel=" in address
    assert "klanten" not in address
    assert "klanten" not in phone.url
