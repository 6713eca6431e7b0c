"""The stories of the letter in a browser, from the first page to the answer; `make judges`.

Each with the keyboard alone on a screen of 320 pixels, also without JavaScript, also with everything twice as large,
and with a mouse; in both languages.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.web.browser import Keyboard, Mouse, Visit, looking
from tests.web.served import Site
from tests.web.stories import STORIES, Person

pytestmark = pytest.mark.judge

PHONE = {"width": 320, "height": 640}
WAYS: dict[str, tuple[type[Mouse] | type[Keyboard], dict[str, Any]]] = {
    "keyboard, 320 px": (Keyboard, {"viewport": PHONE}),
    "keyboard, 320 px, without JavaScript": (Keyboard, {"viewport": PHONE, "java_script_enabled": False}),
    "keyboard, twice as large": (
        Keyboard,
        {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    ),
    "mouse": (Mouse, {"viewport": {"width": 1280, "height": 800}}),
}


@pytest.fixture(scope="module", params=list(WAYS))
def way(request: pytest.FixtureRequest, browser: Any) -> Iterator[tuple[type[Mouse] | type[Keyboard], Any]]:
    hands, settings = WAYS[request.param]
    with looking(browser, **settings) as found:
        yield hands, found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_a_story_comes_to_its_end(site: Site, way: Any, story: Callable[[Person], None], language: str):
    hands, context = way
    page = context.new_page()
    visit = Visit(page, site.address, language)
    story(Person(visit, hands(page)))
    shown, heads, wide = (
        page.locator("html").get_attribute("lang"),
        page.locator("h1").count(),
        visit.sideways(),
    )
    page.close()

    assert (shown, heads) == (language, 1)
    assert wide <= 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_suggestions_come_while_somebody_types_on_a_keyboard(site: Site, browser: Any, language: str):
    with looking(browser, viewport=PHONE) as context:
        page = context.new_page()
        keys = Keyboard(page)
        Visit(page, site.address, language).open("/verder")
        keys.write("#tekst", "contact met klanten")
        page.wait_for_selector("#herken input[name=deel]")
        keys.tick("#herken input[name=deel]")
        keys.press("button[name=toon]")

        assert page.locator(".b-card").count() > 3


def test_the_first_tab_skips_to_the_content(site: Site, browser: Any):
    with looking(browser, viewport=PHONE) as context:
        page = context.new_page()
        Visit(page, site.address).open("/")
        keys = Keyboard(page)
        keys.press(".nl-skip-link")
        page.keyboard.press("Tab")

        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_came_while_somebody_typed_is_said(site: Site, browser: Any):
    """The place where it is said was there before, so a screen reader knows to listen to it."""
    with looking(browser, viewport=PHONE) as context:
        page = context.new_page()
        Visit(page, site.address).open("/verder")
        page.evaluate("window.before = document.querySelector('#herken-stand')")
        page.locator("#tekst").press_sequentially("voorraad beheren")
        page.wait_for_selector("#herken fieldset")
        said = page.locator("#herken-stand")
        count = page.locator("#herken input[name=deel]").count()

        assert said.get_attribute("role") == "status"
        assert f" {count} voorstel" in said.inner_text()
        assert page.evaluate("window.before === document.querySelector('#herken-stand')")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_who_makes_a_mistake_stands_at_the_list_of_mistakes(site: Site, browser: Any, scripts: bool):
    with looking(browser, viewport=PHONE, java_script_enabled=scripts) as context:
        page = context.new_page()
        visit = Visit(page, site.address)
        visit.open("/diplomacheck")
        page.fill("#crebo", "25698")
        page.fill("[name='uitslag:nederlands']", "11")
        page.fill("[name='niveau:nederlands']", "9F")
        page.click("button[value=check]")
        page.wait_for_selector("#fouten")
        focused = page.locator("#fouten:focus").count()
        page.locator("#fouten a").first.click()
        field = page.locator("[name='uitslag:nederlands']")

        assert page.title().startswith("Fout: ")
        assert focused == 1
        assert field.get_attribute("aria-invalid") == "true"
        assert "er staat nu: “11”" in page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
        assert page.url.endswith("#uitslag:nederlands")
        assert page.locator("[name='niveau:nederlands']").get_attribute("aria-describedby") == "fout-2"
        assert page.locator("#begin").get_attribute("aria-invalid") is None
