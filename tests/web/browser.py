"""A real browser: the Chromium that is installed, with a profile of its own and nothing in the background."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ARGUMENTS = (
    *("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"),
    *("--disable-default-apps", "--disable-sync", "--disable-extensions", "--no-proxy-server"),
)


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser with a fresh profile; skips where there is no Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))


@contextmanager
def looking(browser: Any, **settings: Any) -> Iterator[Any]:
    """A window of the browser with nothing remembered; `settings` say how large, and whether scripts run."""
    context = browser.new_context(**settings)
    context.set_default_timeout(15_000)
    try:
        yield context
    finally:
        context.close()


@dataclass(frozen=True)
class Visit:
    """A page in the browser, of a site, in a language."""

    page: Any
    site: str
    language: str = "nl"

    def open(self, path: str) -> None:
        self.page.goto(self.site + ("" if self.language == "nl" else f"/{self.language}") + path)

    def sideways(self) -> int:
        """By how many pixels the page is wider than the screen."""
        return int(
            self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )


class Mouse:
    """Somebody with a mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, selector: str) -> None:
        """A link or button that leads to another page."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def write(self, selector: str, text: str) -> None:
        self.page.fill(selector, text)

    def tick(self, selector: str) -> None:
        self.page.locator(selector).first.check()

    def choose(self, selector: str, value: str) -> None:
        self.page.select_option(selector, value)

    def unfold(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def hand_in(self, selector: str, file: Path) -> None:
        self.page.set_input_files(selector, file)


class Keyboard:
    """Somebody who only has a keyboard: everything is reached with Tab, and seen to be reached."""

    MOST_TABS = 400

    def __init__(self, page: Any) -> None:
        self.page = page
        page.on(
            "filechooser", lambda _: None
        )  # from now on the browser asks us, and opens no window of its own

    def reach(self, selector: str) -> None:
        """Tabs until the focus is on `selector`; fails where it never is, or where nobody sees it."""
        for _ in range(self.MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                assert self._visible(), f"nobody sees that {selector} has the focus"
                return
        raise AssertionError(f"{selector} is not reached in {self.MOST_TABS} tabs")

    def press(self, selector: str, key: str = "Enter") -> None:
        self.reach(selector)
        if key != "Enter":
            self.page.keyboard.press(key)
            return
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def write(self, selector: str, text: str) -> None:
        self.reach(selector)
        if self.page.evaluate("document.activeElement.type") == "date":
            year, month, day = text.split("-")
            for digits in (month + day + year, day + month + year):  # in the order of the machine's language
                self.page.keyboard.type(digits)
                if self.page.evaluate("document.activeElement.value") == text:
                    return
                self.page.keyboard.press("ArrowLeft")
                self.page.keyboard.press("ArrowLeft")
            raise AssertionError(f"{selector} does not become {text}")
        self.page.keyboard.insert_text(text)

    def tick(self, selector: str) -> None:
        self.press(selector, "Space")

    def unfold(self, selector: str) -> None:
        self.press(selector, "Space")

    def choose(self, selector: str, value: str) -> None:
        self.reach(selector)
        focused = "document.activeElement"
        for _ in range(self.page.evaluate(f"{focused}.selectedIndex")):
            self.page.keyboard.press("ArrowUp")
        for _ in range(self.page.evaluate(f"{focused}.options.length")):
            if self.page.evaluate(f"{focused}.value") == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{selector} does not come to {value}")

    def hand_in(self, selector: str, file: Path) -> None:
        self.reach(selector)
        with self.page.expect_file_chooser() as asked:
            self.page.keyboard.press("Enter")
        asked.value.set_files(file)

    def _visible(self) -> bool:
        """The element with the focus, or the label around it, has an outline."""
        return bool(
            self.page.evaluate(
                """() => {
                    const found = document.activeElement;
                    const outlined = each => each && getComputedStyle(each).outlineStyle !== 'none';
                    return outlined(found) || outlined(found.closest('label'));
                }"""
            )
        )
