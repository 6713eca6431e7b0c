"""The stories of the letter in a browser, from the first page to the answer; `make judges`.

Each with the keyboard alone, on a screen of 320 pixels, with everything twice as large, without JavaScript, and in
both languages.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.web.browser import Keyboard, Visit, looking
from tests.web.served import Site

pytestmark = pytest.mark.judge

WAYS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "twice as large": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "without JavaScript": {"viewport": {"width": 1280, "height": 800}, "java_script_enabled": False},
}


@pytest.fixture(scope="module", params=list(WAYS))
def context(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    with looking(browser, **WAYS[request.param]) as found:
        yield found


def sandra(visit: Visit) -> None:
    """She does purchasing and talks to customers; she sees programmes, opens one, and reads what is left."""
    page = visit.page
    visit.open("/")
    page.locator(".b-door a").first.click()
    page.fill("#tekst", "inkoop- en voorraadbeleid voeren\ncontact met klanten")
    page.click("button[name=zoek]")
    page.locator("#herken input[name=deel]").first.check()
    page.click("button[name=toon]")
    assert page.locator(".b-card").count() > 3
    assert page.locator(".b-tag--have").count() >= 1
    page.locator(".b-card button").first.click()
    assert page.locator("h1").count() == 1
    assert page.locator(".b-have").count() >= 1
    page.select_option("#eerst", "shortest")
    page.locator("form.b-panel button").first.click()
    assert page.locator("#eerst").input_value() == "shortest"


def somebody_with_a_code(visit: Visit) -> None:
    """They have a letter with a crebo on it; they find the programme, a part, and how it was on another day."""
    page = visit.page
    visit.open("/")
    page.fill("main #q", "25706")
    page.press("main #q", "Enter")
    page.wait_for_url("**/kwalificatie/25706")
    page.fill("#op", "2026-10-01")
    page.locator("form:has(#op) button").click()
    page.wait_for_url("**/kwalificatie/25706?op=2026-10-01")
    page.locator("main .b-list a").first.click()
    page.wait_for_url("**/onderdeel/**")


def a_student_chooses_modules(visit: Visit) -> None:
    """A teaching assistant asks whether two modules are allowed, and what would lead to teacher training."""
    page = visit.page
    _through_door(visit, 1, "/keuzeruimte")
    _fill(page, crebo="25698", begin="2025-08-01", keuzedelen="K0794 K0059")
    page.select_option("#leerweg", "bol")
    page.select_option("#jaren", "3")
    page.click("button[value=check]")
    assert page.locator(".b-progress").get_attribute("aria-label")
    assert page.locator("a[href$='/keuzedeel/K0794']").count() >= 1
    page.fill("#keuzedelen", "K0794")
    page.select_option("#doel", "progression")
    page.click("button[value=suggest]")
    assert page.locator("main .b-strong").count() >= 1
    assert page.locator("#keuzedelen").input_value() == "K0794"


def a_student_asks_for_the_diploma(visit: Visit) -> None:
    """She fills in what she has; the law answers with its proof, which can be unfolded."""
    page = visit.page
    _through_door(visit, 1, "/diplomacheck")
    _fill(page, crebo="25485", begin="2021-08-01")
    page.click("button[value=check]")
    names = page.eval_on_selector_all(
        "input[name^='uitslag:B'], input[name^='uitslag:P']", "all => all.map(e => e.name)"
    )
    assert names
    for name in names:
        page.fill(f"[name='{name}']", "7")
    page.click("button[value=check]")
    page.locator("section summary").first.click()
    assert page.locator("details[open] .b-mark").count() > 5
    assert page.locator(f"[name='{names[0]}']").input_value() == "7"


def somebody_switches(visit: Visit) -> None:
    page = visit.page
    _through_door(visit, 1, "/overstappen")
    _fill(page, van="25655", naar="25656")
    page.click("main form.b-panel button")
    page.wait_for_url("**/overstappen?van=25655&naar=25656")
    assert page.locator("main table").count() >= 1


def an_adult_asks_for_exemption_and_a_route(visit: Visit) -> None:
    """He has a certificate, asks what it exempts from, and then in which order he can do the rest."""
    page = visit.page
    _through_door(visit, 1, "/vrijstelling")
    _fill(page, crebo="25656")
    page.fill("#van-1", "25655")
    page.select_option("#soort-1", "diploma")
    page.click("button[value=check]")
    assert page.locator("main section .b-list").count() >= 1
    _through_door(visit, 1, "/route")
    _fill(page, doelen="25656")
    page.click("button[value=plan]")
    assert page.locator("main section h2").count() >= 1


def a_developer_looks_for_what_recurs(visit: Visit) -> None:
    page = visit.page
    _through_door(visit, 2, "/inzicht/families")
    page.locator("main table a").first.click()
    page.wait_for_url("**/inzicht/familie/**")
    assert page.locator("figure img").get_attribute("alt")
    _through_door(visit, 2, "/inzicht/basis")
    _fill(page, crebo="25655 25656")
    page.click("main form.b-panel button")
    page.wait_for_selector("figure img")


def _through_door(visit: Visit, number: int, path: str) -> None:
    """From the first page through a door into a room."""
    visit.open("/")
    visit.page.locator(".b-door a").nth(number).click()
    visit.page.locator(f".b-door a[href$='{path}']").click()
    visit.page.wait_for_url(f"**{path}")


def _fill(page: Any, **fields: str) -> None:
    for name, value in fields.items():
        page.fill(f"#{name}", value)


STORIES: list[Callable[[Visit], None]] = [
    sandra,
    somebody_with_a_code,
    a_student_chooses_modules,
    a_student_asks_for_the_diploma,
    somebody_switches,
    an_adult_asks_for_exemption_and_a_route,
    a_developer_looks_for_what_recurs,
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_a_story_comes_to_its_end(site: Site, context: Any, story: Callable[[Visit], None], language: str):
    page = context.new_page()
    visit = Visit(page, site.address, language)
    story(visit)
    shown = page.locator("html").get_attribute("lang")
    wide = visit.sideways()
    page.close()

    assert shown == language
    assert wide <= 0


@pytest.fixture(scope="module")
def desk(browser: Any) -> Iterator[Any]:
    with looking(browser, viewport={"width": 1280, "height": 800}) as found:
        yield found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sandra_comes_to_her_answer_with_the_keyboard_alone(site: Site, desk: Any, language: str):
    page = desk.new_page()
    keys = Keyboard(page)
    Visit(page, site.address, language).open("/")
    keys.press(".b-door a")
    keys.write("#tekst", "contact met klanten")
    page.wait_for_selector("#herken input[name=deel]")
    keys.press("#herken input[name=deel]", "Space")
    keys.press("button[name=toon]")
    page.wait_for_selector("#opleidingen")
    keys.press(".b-card button")
    page.wait_for_selector("select#eerst")
    page.close()


def test_a_student_chooses_modules_with_the_keyboard_alone(site: Site, desk: Any):
    page = desk.new_page()
    keys = Keyboard(page)
    Visit(page, site.address).open("/")
    keys.press(".b-door a[href$='/student']")
    keys.press(".b-door a[href$='/keuzeruimte']")
    keys.write("#crebo", "25698")
    keys.write("#keuzedelen", "K0794")
    keys.press("button[value=check]")
    page.wait_for_selector("a[href$='/keuzedeel/K0794']")
    keys.press("main summary", "Space")
    assert page.locator("main details[open]").count() >= 1
    page.close()


def test_the_first_tab_skips_to_the_content(site: Site, desk: Any):
    page = desk.new_page()
    Visit(page, site.address).open("/")
    keys = Keyboard(page)
    keys.press(".nl-skip-link")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.close()

    assert inside
