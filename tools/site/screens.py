"""Makes the pictures of pages in docs/screens, small enough to keep.

.venv/bin/python -m tools.site.screens
"""

import tempfile
from pathlib import Path

from tests.web.browser import Visit, chromium, looking
from tests.web.places import STATES
from tests.web.served import serving

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
DESKTOP, PHONE = {"width": 1100, "height": 800}, {"width": 360, "height": 720}
SHOWN = (
    ("home", "home", DESKTOP),
    ("typed", "typed", DESKTOP),
    ("programmes", "programmes-phone", PHONE),
    ("one-programme", "one-programme", DESKTOP),
    ("qualification", "qualification", DESKTOP),
    ("chosen", "choice", DESKTOP),
    ("diploma-checked", "diploma-phone", PHONE),
    ("routed", "route", DESKTOP),
    ("family", "family", DESKTOP),
    ("broad", "broad", DESKTOP),
    ("switched-by-file", "switch-phone", PHONE),
    ("api", "api", DESKTOP),
    ("base-which", "which", DESKTOP),
    ("kept-file", "mine", DESKTOP),
    ("import-mistaken", "import", DESKTOP),
)
"""The state, the name of its picture, and the size of the screen. The pages in `WHOLE` are shown to their end."""
WHOLE = {"mine", "import"}


def main() -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as site, chromium() as browser:
        for state, name, size in SHOWN:
            with looking(browser, viewport=size) as context:
                page = context.new_page()
                STATES[state](Visit(page, site.address))
                answer = page.locator("#opleidingen")
                if answer.count():
                    answer.evaluate("found => found.scrollIntoView()")
                page.screenshot(
                    path=SCREENS / f"{name}.jpg", type="jpeg", quality=60, full_page=name in WHOLE
                )
                print(name, (SCREENS / f"{name}.jpg").stat().st_size)


if __name__ == "__main__":
    main()
