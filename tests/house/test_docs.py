"""What the documents say is true of the checkout."""

import re
import subprocess
from pathlib import Path

from tests.house.checkout import ROOT, named, project_files, prose

CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
KINDS_OF_CHANGE = {"added", "changed", "deprecated", "removed", "fixed", "security", "law"}


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named_targets = {
        (name, target)
        for name in ("README.md", "CONTRIBUTING.md")
        for code in CODE.findall((ROOT / name).read_text("utf-8"))
        for target in re.findall(r"\bmake ([a-z][\w-]*)", code)
    }

    assert named_targets
    assert [pair for pair in sorted(named_targets) if pair[1] not in targets] == []


def test_every_make_target_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE).group(1).split())

    assert phony == set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))


def test_a_site_on_another_port_has_addresses_of_that_port():
    """Every IRI, and what the API says of where it stands, begins with them."""
    command = ["make", "--dry-run", "--silent", "site", "PORT=8500"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert 'BOUWSTEEN_BASE_IRI="${BOUWSTEEN_BASE_IRI:-http://localhost:8500}"' in done.stdout


def test_every_internal_link_resolves():
    broken = [
        f"{named(path)}: {target}"
        for path, text in prose(project_files())
        for found in LINK.findall(CODE.sub("", text))
        if (target := "".join(found)) and not re.match(r"[a-z]+:", target) and not resolves(path, target)
    ]

    assert broken == []


def resolves(page: Path, target: str) -> bool:
    """Whether the file exists and, for a page, the heading too."""
    name, _, heading = target.partition("#")
    file = (page.parent / name) if name else page
    return file.exists() and (not heading or heading in headings(file))


def headings(page: Path) -> set[str]:
    """The anchors of a page: lower case, no punctuation, hyphens for spaces."""
    lines = re.findall(r"^#+ +(.+?) *$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def test_every_decision_is_in_the_list_of_decisions():
    listed = (ROOT / "docs" / "decisions" / "0001-record-decisions.md").read_text("utf-8")
    decisions = [path.name for path in sorted((ROOT / "docs" / "decisions").glob("0*.md"))[1:]]

    assert decisions
    assert [name for name in decisions if f"]({name})" not in listed] == []


def test_every_changelog_fragment_names_its_kind():
    fragments = [path for path in (ROOT / "changelog.d").glob("*.md") if path.name != "README.md"]

    assert [path.name for path in fragments if path.name.split("-")[0] not in KINDS_OF_CHANGE] == []


def test_dutch_speaks_to_a_person_as_je():
    """As the program itself does; `tests/cli/test_words.py` holds its words to the same."""
    texts = [*prose(project_files()), (ROOT / "publiccode.yml", (ROOT / "publiccode.yml").read_text("utf-8"))]
    found = [
        f"{named(path)}: {line.strip()}"
        for path, text in texts
        for line in CODE.sub("", text).splitlines()
        if re.search(r"\b(u|U|uw|Uw)\b", line)
    ]

    assert found == []
