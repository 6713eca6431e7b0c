"""Makes the site's style sheet: the components that are used, and only the design tokens that these ask for.

    cd tools/site && npm ci && ../../.venv/bin/python styles.py

Of each component only the rules stay whose classes stand in a template or in the code that draws; of the theme's 2,640
tokens only those that these rules ask for, by way of another token too. The rest would be 150 kB that nobody uses.
Run it again after using another class. Sources: NL Design System, candidate components, and the example theme
"voorbeeld", all EUPL-1.2; htmx, 0BSD. No house style of any body is used.
"""

import re
import shutil
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
WEB = HERE.parents[1] / "src" / "bouwsteen" / "entrances" / "web"
STATIC = WEB / "static" / "site"
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"

CANDIDATES = ("heading", "paragraph", "link", "button", "skip-link")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"^\s*(--[\w-]+):\s*(.+?);\s*$", re.MULTILINE)
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_RULE = re.compile(r"([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")


def main() -> None:
    used = _words_of_pages()
    components = "\n".join(_used(_plain(path.read_text("utf-8")), used) for path in _component_files())
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
    return [
        MODULES / "@nl-design-system-candidate" / f"{name}-css" / "dist" / f"{name}.css"
        for name in CANDIDATES
    ]


def _words_of_pages() -> set[str]:
    """Every word in the templates and the code: a class that is used is one of them."""
    files = [*WEB.rglob("*.html"), *WEB.rglob("*.py")]
    return set(re.findall(r"[\w-]+", " ".join(path.read_text("utf-8") for path in files)))


def _used(css: str, used: set[str]) -> str:
    """The rules of which every class is used; a block of rules (`@media`) with what is left in it."""
    kept = []
    for head, body in _RULE.findall(css):
        if head.strip().startswith("@"):
            inside = _used(body, used)
            kept += [f"{head.strip()}{{{inside}}}"] if inside else []
            continue
        heads = [each.strip() for each in head.split(",") if set(_CLASS.findall(each)) <= used]
        kept += [f"{','.join(heads)}{{{body.strip()}}}"] if heads else []
    return "\n".join(kept)


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
