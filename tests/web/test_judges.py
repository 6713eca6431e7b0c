"""The site before outside judges: axe on every page and state, and a validator of HTML; `make judges`.

One walk a language, with and without JavaScript: every state is made once, then looked at on a phone, on a desktop, and
with everything twice as large. The site has one set of colours, so there is no dark one to look at.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.house.checkout import ROOT
from tests.web.browser import Visit, looking
from tests.web.places import STATES
from tests.web.served import Site, serving
from tests.web.slugs import NAMES_SLUGS, raw
from tests.web.spoken import offending

pytestmark = pytest.mark.judge

MODULES = ROOT / "tools" / "site" / "node_modules"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
SIZES = {
    "desktop": {"width": 1280, "height": 800},
    "twice as large": {"width": 640, "height": 400},
    "phone": {"width": 320, "height": 640},
}
"""A page that is zoomed to 200% has half the pixels to lay itself out in."""
SCRIPTS = {"with JavaScript": True, "without JavaScript": False}
VALIDATOR = {
    "extends": ["html-validate:standard"],
    "rules": {
        "no-trailing-whitespace": "off",  # says nothing about a page
        "long-title": "off",  # names of programmes are long
        "void-style": "off",
        "no-raw-characters": ["error", {"relaxed": True}],
        "prefer-native-element": "error",
    },
}


TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@dataclass
class Looked:
    """What was found on one page: by size what axe has against it and how much too wide it is; slugs; headings."""

    slugs: list[str]
    heads: int
    violations: dict[str, list[str]] = field(default_factory=dict)
    wide: dict[str, int] = field(default_factory=dict)


@dataclass
class Walked:
    """By state: what was found, and the source of the page."""

    looked: dict[str, Looked] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def wrong(self, name: str) -> dict[tuple[str, str], Any]:
        """What is wrong, by state and size."""
        return {
            (state, size): found
            for state, looked in self.looked.items()
            for size, found in getattr(looked, name).items()
            if found
        }


@pytest.fixture(scope="module")
def known() -> dict[str, Looked]:
    """The source of a page → what was found on it."""
    return {}


@pytest.fixture(scope="module")
def axe() -> str:
    if not (MODULES / "axe-core").is_dir():
        pytest.skip("no judges: run npm ci in tools/site")
    return (MODULES / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(
    scope="module", params=[(each, way) for each in ("nl", "en") for way in SCRIPTS], ids=" ".join
)
def walked(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    browser: Any,
    axe: str,
    known: dict[str, Looked],
) -> Walked:
    """A walk on a site of its own: people log in, and read a register in.

    A page that comes in the very same words as on a walk before is looked at once.
    """
    language, way = request.param
    found = Walked()
    with (
        serving(
            tmp_path_factory.mktemp("judges"), BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0"
        ) as site,
        looking(browser, viewport=SIZES["desktop"], java_script_enabled=SCRIPTS[way]) as context,
    ):
        page = context.new_page()
        came: list[Any] = []
        page.on("response", lambda one: came.append(one) if one.request.is_navigation_request() else None)
        visit = Visit(page, site.address, language)
        with examining(browser, visit, scripts=SCRIPTS[way]) as examined:
            for name, state in STATES.items():
                state(visit)
                page.wait_for_load_state()
                source = found.sources[name] = came[-1].text()
                same = TOKEN.sub("", source).replace(site.address, "")
                if same not in known:
                    known[same] = look(examined(source), axe)
                found.looked[name] = known[same]
    return found


@contextmanager
def examining(browser: Any, visit: Visit, *, scripts: bool) -> Iterator[Callable[[str], Visit]]:
    """Where axe, which is a script itself, can look at a page: the page, or one that runs none of its scripts."""
    if scripts:
        yield lambda _: visit
        return
    with looking(browser, viewport=SIZES["desktop"]) as context:
        page = context.new_page()
        sources = [""]

        def answer(route: Any) -> None:
            if route.request.is_navigation_request():
                route.fulfill(body=sources[-1], content_type="text/html; charset=utf-8")
            elif route.request.resource_type == "script":
                route.abort()
            else:
                route.continue_()

        page.route("**/*", answer)

        def shown(source: str) -> Visit:
            sources.append(source)
            page.goto(visit.page.url)
            return Visit(page, visit.site, visit.language)

        yield shown


def look(visit: Visit, axe: str) -> Looked:
    """One state, unfolded, at every size."""
    page = visit.page
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Looked(raw(page.inner_text("body"), visit.language), page.locator("h1").count())
    page.evaluate(axe)
    for size, pixels in SIZES.items():
        page.set_viewport_size(pixels)
        found.violations[size] = violations(page)
        found.wide[size] = max(0, visit.sideways())
    page.set_viewport_size(SIZES["desktop"])
    return found


def violations(page: Any) -> list[str]:
    """What axe has against the page, each with where."""
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{each['id']}: {node['html'][:120]} ({node.get('failureSummary', '')[:200]})"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]


def test_axe_finds_nothing_on_any_page_or_state_at_any_size(walked: Walked):
    assert sum(len(each.violations) for each in walked.looked.values()) == len(STATES) * len(SIZES)
    assert walked.wrong("violations") == {}


def test_nothing_is_wider_than_the_screen(walked: Walked):
    assert walked.wrong("wide") == {}


def test_every_page_has_one_heading_of_its_own(walked: Walked):
    assert {name: each.heads for name, each in walked.looked.items() if each.heads != 1} == {}


def test_no_page_shows_what_code_says_to_itself(walked: Walked):
    found = {name: each.slugs for name, each in walked.looked.items() if each.slugs}

    assert {name: slugs for name, slugs in found.items() if name not in NAMES_SLUGS} == {}


def test_no_name_is_said_in_the_language_of_the_page_where_that_is_another(walked: Walked):
    english = {name: each for name, each in walked.sources.items() if '<html lang="en">' in each}

    assert offending(english) == {}


def test_every_page_and_state_is_valid_html(walked: Walked, tmp_path: Path):
    for name, source in walked.sources.items():
        (tmp_path / f"{name}.html").write_text(source, "utf-8")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(VALIDATOR), "utf-8")
    judged = subprocess.run(
        ["node", str(MODULES / "html-validate" / "bin" / "html-validate.mjs"), "--formatter", "text", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert (judged.stdout.strip(), judged.returncode) == ("", 0)


def test_the_judges_can_say_no(site: Site, browser: Any, axe: str):
    """A picture without words, something too wide, a slug: each of them is seen."""
    with looking(browser, viewport=SIZES["phone"]) as context:
        page = context.new_page()
        visit = Visit(page, site.address)
        visit.open("/")
        page.evaluate(
            """() => {
                const main = document.querySelector('main');
                main.append(Object.assign(new Image(), {src: '/x'}), 'wordt nu aangeboden: unknown');
                main.insertAdjacentHTML('beforeend', '<p class="b-code">x</p>');
                main.lastChild.style.width = '900px';
            }"""
        )
        found = look(visit, axe)

    assert any(each.startswith("image-alt") for each in found.violations["phone"])
    assert found.wide["phone"] > 0
    assert found.slugs == ["unknown"]
