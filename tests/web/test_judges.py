"""The site before outside judges: axe on every page and state, and a validator of HTML; `make judges`."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.house.checkout import ROOT
from tests.web.browser import Visit, looking
from tests.web.places import STATES
from tests.web.served import Site, serving

pytestmark = pytest.mark.judge

MODULES = ROOT / "tools" / "site" / "node_modules"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Of its own: people log in, and read a register in."""
    with serving(tmp_path_factory.mktemp("judges"), BOUWSTEEN_LOGINS_A_MINUTE="0") as running:
        yield running


@pytest.fixture(scope="module")
def context(browser: Any) -> Iterator[Any]:
    if not (MODULES / "axe-core").is_dir():
        pytest.skip("no judges: run npm ci in tools/site")
    with looking(browser, viewport=DESKTOP) as found:
        yield found


@pytest.fixture(scope="module")
def axe() -> str:
    return (MODULES / "axe-core" / "axe.min.js").read_text("utf-8")


def violations(page: Any, axe: str) -> list[str]:
    """What axe has against the page, each with where."""
    page.evaluate(axe)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{each['id']}: {node['html'][:120]} ({node.get('failureSummary', '')[:200]})"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]


@dataclass
class Walked:
    """What each page and state was like: what axe has against it, by how much it is too wide, and its HTML."""

    violations: dict[str, list[str]] = field(default_factory=dict)
    wide: dict[str, int] = field(default_factory=dict)
    html: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module", params=[("nl", DESKTOP), ("en", PHONE)], ids=["desktop", "phone"])
def walked(request: pytest.FixtureRequest, site: Site, context: Any, axe: str) -> Walked:
    """Once through everything, in a language and a size."""
    language, size = request.param
    page, found, came = context.new_page(), Walked(), list[Any]()
    page.set_viewport_size(size)
    page.on("response", lambda each: came.append(each) if each.request.is_navigation_request() else None)
    visit = Visit(page, site.address, language)
    for name, state in STATES.items():
        state(visit)
        page.wait_for_load_state()
        found.html[name] = came[-1].text()
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found.violations[name] = violations(page, axe)
        found.wide[name] = visit.sideways()
    page.close()
    return found


def test_axe_finds_nothing_on_any_page_or_state(walked: Walked):
    assert {name: each for name, each in walked.violations.items() if each} == {}
    assert {name: pixels for name, pixels in walked.wide.items() if pixels > 0} == {}


def test_every_page_and_state_is_valid_html(walked: Walked, tmp_path: Path):
    for name, html in walked.html.items():
        (tmp_path / f"{name}.html").write_text(html, "utf-8")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(VALIDATOR), "utf-8")
    judged = subprocess.run(
        ["node", str(MODULES / "html-validate" / "bin" / "html-validate.mjs"), "--formatter", "text", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert shutil.which("node")
    assert (judged.stdout.strip(), judged.returncode) == ("", 0)


def test_axe_would_find_a_mistake(site: Site, context: Any, axe: str):
    """The judge is awake: a page with a picture without words does not pass."""
    page = context.new_page()
    page.goto(site.address)
    page.evaluate("document.querySelector('main').append(Object.assign(new Image(), {src: '/x'}))")
    found = violations(page, axe)
    page.close()

    assert any(each.startswith("image-alt") for each in found)
