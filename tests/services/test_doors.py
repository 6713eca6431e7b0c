"""Through which door each action goes: `docs/roles.md` says it, and the code does it."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from bouwsteen.services.policy import Action
from tests.house.checkout import ROOT
from tests.services.test_policy import DOCUMENT

SOURCE = ROOT / "src" / "bouwsteen"
API = SOURCE / "entrances" / "web" / "api"


def parsed(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in folder.rglob("*.py"):
        yield path, ast.parse(path.read_text("utf-8"))


def asked_in(tree: ast.AST) -> set[Action]:
    """The actions that are named in it: `Action.KEEP_FILE`."""
    return {
        Action[each.attr]
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "Action"
    }


def use_cases() -> dict[str, set[Action]]:
    """Each function of a service that asks the policy → for which actions."""
    return {
        each.name: actions
        for path, tree in parsed(SOURCE / "services")
        if path.stem != "policy"
        for each in tree.body
        if isinstance(each, ast.FunctionDef) and not each.name.startswith("_") and (actions := asked_in(each))
    }


def used(trees: Iterable[tuple[Path, ast.Module]], known: dict[str, set[Action]]) -> set[Action]:
    """The actions of the use cases that a door takes from the services."""
    names = {
        name.name
        for _, tree in trees
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("bouwsteen.services")
        for name in each.names
    }
    return {action for name in names & known.keys() for action in known[name]}


def doors() -> str:
    """A row an action: on a page, over the API, in the shell."""
    known, web = use_cases(), list(parsed(SOURCE / "entrances" / "web"))
    through = [
        used((each for each in web if API not in each[0].parents), known),
        used((each for each in web if API in each[0].parents), known),
        used(parsed(SOURCE / "entrances" / "cli"), known),
    ]
    lines = [["action", "page", "API", "shell"], ["---"] * 4]
    lines += [
        [str(action), *("yes" if action in each else "-" for each in through)]
        for action in Action
        if action is not Action.READ_STRUCTURE
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def test_the_document_says_through_which_door_each_action_goes() -> None:
    print(doors())

    assert doors() in DOCUMENT.read_text("utf-8")


def test_each_action_has_a_door() -> None:
    rows = doors().splitlines()[2:]

    assert len(rows) == len(Action) - 1
    assert [each for each in rows if "yes" not in each] == []
