"""Makes the site's style sheet: the components that are used, and only the design tokens that these ask for.

    cd tools/site && npm ci && ../../.venv/bin/python styles.py

The whole theme holds 2,640 tokens (200 kB); the site asks for a third of them. A token that only another token asks for
counts as asked for. Sources: NL Design System, candidate and community (Utrecht) components, and the example theme
"voorbeeld", all EUPL-1.2; htmx, 0BSD. No house style of any body is used.
"""

import re
import shutil
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
STATIC = HERE.parents[1] / "src" / "bouwsteen" / "entrances" / "web" / "static" / "site"
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"

CANDIDATES = ("heading", "paragraph", "link", "button", "skip-link", "data-badge", "number-badge", "mark")
COMMUNITY = (
    *("root", "document", "page-layout", "page-header", "page-body", "page-content", "page-footer", "figure"),
    *("breadcrumb-nav", "alert", "accordion", "data-list", "link-list", "unordered-list", "ordered-list"),
    *("form-field", "form-fieldset", "form-label", "form-field-description", "form-field-error-message"),
    *("textbox", "textarea", "select", "checkbox", "radio-button", "button-group", "table", "pagination"),
    *("separator", "status-badge", "pre-heading"),
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"^\s*(--[\w-]+):\s*(.+?);\s*$", re.MULTILINE)
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")


def main() -> None:
    components = "\n".join(_plain(path.read_text("utf-8")) for path in _component_files())
    own = (HERE / "own.css").read_text("utf-8")
    tokens = dict(_TOKEN.findall((MODULES / THEME / "dist" / "theme.css").read_text("utf-8")))
    asked = _asked_for(components + own, tokens)
    theme = "\n".join(f"{name}:{value};" for name, value in tokens.items() if name in asked)
    STATIC.mkdir(parents=True, exist_ok=True)
    head = "/* Made by tools/site/styles.py; NL Design System components and tokens, EUPL-1.2. */\n"
    (STATIC / "site.css").write_text(f"{head}:root{{{theme}}}\n{components}\n{_plain(own)}\n", "utf-8")
    shutil.copyfile(MODULES / "htmx.org" / "dist" / "htmx.min.js", STATIC / "htmx.min.js")
    print(f"{len(asked)} of {len(tokens)} tokens, {(STATIC / 'site.css').stat().st_size} bytes")


def _component_files() -> list[Path]:
    candidates = [
        MODULES / "@nl-design-system-candidate" / f"{name}-css" / "dist" / f"{name}.css"
        for name in CANDIDATES
    ]
    return candidates + [
        MODULES / "@utrecht" / f"{name}-css" / "dist" / "index.min.css" for name in COMMUNITY
    ]


def _plain(css: str) -> str:
    """Without comments and source maps, and in few lines."""
    return re.sub(r"\n\s*", "\n", _COMMENT.sub("", css)).strip()


def _asked_for(css: str, tokens: dict[str, str]) -> set[str]:
    found: set[str] = set()
    waiting = set(_ASKED.findall(css)) & tokens.keys()
    while waiting:
        found |= waiting
        said = " ".join(tokens[name] for name in waiting)
        waiting = (set(_ASKED.findall(said)) & tokens.keys()) - found
    return found


if __name__ == "__main__":
    main()
