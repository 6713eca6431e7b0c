"""Whoever logs in, in a browser: keeps a file, shares it, takes it back; reads a register in and undoes it.

`make judges`. On a screen of 320 pixels and without JavaScript, with the keyboard alone, and in both languages.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.web.browser import Keyboard, Visit, looking
from tests.web.places import handed_in, kept_file, logged_in, redeemed
from tests.web.registers import package
from tests.web.served import Site, serving
from tests.web.test_stories import PHONE

pytestmark = pytest.mark.judge

SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": PHONE},
    "without JavaScript": {"viewport": PHONE, "java_script_enabled": False},
}
RIGHT, WRONG = package("Goed"), package("Verkeerd")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(
        tmp_path_factory.mktemp("people"), BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0"
    ) as running:
        yield running


@pytest.fixture(scope="module", params=list(SCREENS))
def context(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    with looking(browser, **SCREENS[request.param]) as found:
        yield found


def a_student_shares_a_file_and_takes_it_back(visit: Visit) -> None:
    page = visit.page
    code = kept_file(visit, "student")
    mine = page.locator("main a[href$='.json']").get_attribute("href").rpartition("/")[0]
    redeemed(visit, code)
    page.wait_for_url(f"**{mine}")
    assert page.locator("form[action$='/weg'], form[action$='/delen']").count() == 0
    page.locator("main button[formaction$='/diplomacheck']").click()
    assert page.locator("#crebo").input_value() == "25698"
    logged_in("student", mine.removeprefix("/en"))(visit)
    page.locator("form[action$='/stop'] button").click()
    assert page.locator("form[action$='/stop']").count() == 0
    logged_in("adviser", mine.removeprefix("/en"))(visit)
    assert page.locator("form[action$='/diplomacheck'], button[formaction]").count() == 0
    logged_in("student", mine.removeprefix("/en"))(visit)
    page.check(f"form[action='{mine}/weg'] input[name=zeker]", force=True)
    page.locator(f"form[action='{mine}/weg'] button").click()
    page.wait_for_url("**/mijn")
    assert page.locator(f"main a[href='{mine}']").count() == 0


def duo_reads_a_register_in_and_undoes_it(visit: Visit) -> None:
    page = visit.page
    handed_in(b"no register", "fout.zip")(visit)
    assert page.locator("[role=alert] li").count() == 1
    assert page.locator("#soort").input_value() == "datapackage"
    for content, name in ((RIGHT, "goed.zip"), (WRONG, "verkeerd.zip"), (RIGHT, "goed.zip")):
        handed_in(content, name)(visit)
    page.locator("[role=status] a[href$='/grootboek']").click()
    page.wait_for_url("**/mijn/grootboek")
    reasons = page.eval_on_selector_all("tbody tr", "all => all.map(each => each.innerText)")
    assert ["verkeerd.zip" in each for each in reasons[:2]] == [False, True]
    assert "goed.zip" in reasons[0]
    page.locator("main").get_by_text("reserve" if visit.language == "nl" else "backup").wait_for()


def an_administrator_gives_and_ends_a_role(visit: Visit) -> None:
    page = visit.page
    logged_in("student")(visit)
    number = page.locator(".b-facts strong").inner_text()
    for what, opens in (("grant", 1), ("end", 0)):
        logged_in("administrator", "/mijn/rollen")(visit)
        page.fill("#nummer", number)
        page.select_option("#rol", "inspectorate")
        page.click(f"button[value={what}]")
        page.locator("[role=status]").wait_for()
        logged_in("student", "/mijn")(visit)
        assert page.locator("main a[href$='/mijn/grootboek']").count() == opens


def somebody_removes_their_account_and_logs_out(visit: Visit) -> None:
    page = visit.page
    logged_in("ministry")(visit)
    first = page.locator(".b-facts strong").inner_text()
    page.locator("input[name=zeker]").check()
    page.locator("form[action$='/mijn/weg'] button").click()
    logged_in("ministry")(visit)
    assert page.locator(".b-facts strong").inner_text() != first
    page.locator("form[action$='/uitloggen'] button").click()
    page.wait_for_url("**/uitgelogd")
    visit.open("/mijn")
    assert page.locator(".b-facts").count() == 0


STORIES: list[Callable[[Visit], None]] = [
    a_student_shares_a_file_and_takes_it_back,
    duo_reads_a_register_in_and_undoes_it,
    an_administrator_gives_and_ends_a_role,
    somebody_removes_their_account_and_logs_out,
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
def test_somebody_keeps_shares_and_removes_a_file_with_the_keyboard_alone(
    site: Site, desk: Any, language: str
):
    page = desk.new_page()
    keys = Keyboard(page)
    Visit(page, site.address, language).open("/")
    keys.press("main a[href$='/mijn']")
    keys.press("main a.nl-button")
    keys.reach("input[name=wie]")
    page.keyboard.press("ArrowDown")
    keys.press("main form button")
    keys.press("header a[href$='/student']")
    keys.press(".b-door a[href$='/diplomacheck']")
    keys.write("#crebo", "25698")
    keys.press("button[formaction$='/mijn/bewaren']")
    keys.press("input[name=akkoord]", "Space")
    keys.press("main form button")
    keys.press("main a[href*='/mijn/bestand/']")
    keys.press("form[action$='/delen'] button")
    assert page.locator("[role=status]").count() == 1
    keys.press("form[action$='/stop'] button")
    keys.press("form[action$='/weg'] input[name=zeker]", "Space")
    keys.press("form[action$='/weg'] button")
    page.wait_for_url("**/mijn")
    assert page.locator("main a[href*='/mijn/bestand/']").count() == 0
    keys.press("form[action$='/uitloggen'] button")
    page.wait_for_url("**/uitgelogd")
    page.close()


def test_a_register_is_read_in_with_the_keyboard_alone(site: Site, desk: Any):
    """But for choosing the file, which is done in a window of the system."""
    page = desk.new_page()
    visit = Visit(page, site.address)
    keys = Keyboard(page)
    logged_in("duo", "/mijn")(visit)
    keys.press("main a[href$='/mijn/inlezen']")
    keys.reach("#soort")
    page.keyboard.type("Gegevens")
    assert page.locator("#soort").input_value() == "datapackage"
    keys.reach("#dag")
    keys.reach("#bestand")
    page.set_input_files("#bestand", {"name": "g.zip", "mimeType": "application/zip", "buffer": RIGHT})
    keys.press("main form.b-panel button")
    keys.press("[role=status] a")
    page.wait_for_url("**/mijn/grootboek")
    page.close()
