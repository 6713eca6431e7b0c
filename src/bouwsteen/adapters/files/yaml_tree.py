"""YAML 1.2 as a plain tree, without surprises: `no` is a word, `2020-08-01` is text, a key stands once.

A scalar is a whole number, true, false, nothing, or text; what looks like a decimal or a day stays text for the
reader of the form. Each place in the tree keeps its line. Anchors and aliases are refused: what a rule says must
stand where it is read.

    >>> tree = read_yaml(b"a: 1\\nb: [no, 2020-08-01]", "voorbeeld.yaml")
    >>> tree.content, tree.lines["b", 1]
    ({'a': 1, 'b': ['no', '2020-08-01']}, 2)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bouwsteen.services.ports import Mistake, RefusedFile

Plain = dict[str, Any] | list[Any] | str | int | bool | None
Path = tuple[str | int, ...]

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file holds, and on which line each place in it starts."""

    file: str
    content: Plain
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """The line of the nearest place that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_yaml(content: bytes, file: str) -> Tree:
    """The tree; raises `RefusedFile` with all mistakes of form."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise RefusedFile((Mistake(file=file, line=None, path="", slug="not-utf-8"),)) from None
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line = mark.line + 1 if mark else None
        what = str(getattr(error, "problem", "") or "")
        raise RefusedFile((Mistake(file=file, line=line, path="", slug="not-yaml", given=what),)) from None
    lines: dict[Path, int] = {}
    mistakes: list[Mistake] = []
    plain = _plain(node, (), lines, mistakes, file) if node is not None else None
    if mistakes:
        raise RefusedFile(tuple(mistakes))
    return Tree(file, plain, lines)


def _plain(node: Any, path: Path, lines: dict[Path, int], mistakes: list[Mistake], file: str) -> Plain:
    lines[path] = node.start_mark.line + 1
    if node.anchor:
        mistakes.append(_mistake(file, lines[path], path, "yaml-anchor", str(node.anchor)))
        return None
    match node.id:
        case "mapping":
            return dict(_pairs(node, path, lines, mistakes, file))
        case "sequence":
            return [
                _plain(each, (*path, index), lines, mistakes, file) for index, each in enumerate(node.value)
            ]
        case _:
            return _scalar(node.value) if node.style is None else str(node.value)


def _pairs(
    node: Any, path: Path, lines: dict[Path, int], mistakes: list[Mistake], file: str
) -> Iterator[tuple[str, Plain]]:
    seen: set[str] = set()
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name in seen:
            mistakes.append(_mistake(file, line, (*path, name), "key-twice", name))
        seen.add(name)
        yield name, _plain(value, (*path, name), lines, mistakes, file)
        lines[*path, name] = line


def _scalar(text: str) -> Plain:
    if _WHOLE.fullmatch(text):
        return int(text)
    return _WORDS.get(text, text)


def _mistake(file: str, line: int, path: Path, slug: str, given: str) -> Mistake:
    return Mistake(file=file, line=line, path=shown_path(path), slug=slug, given=given)


def shown_path(path: Path) -> str:
    """How a place is named, counted from one.

    >>> shown_path(("rules", 0, "condition", "all", 1, "core-task.mark"))
    'rules[1]/condition/all[2]/core-task.mark'
    """
    return "/".join(f"[{each + 1}]" if isinstance(each, int) else each for each in path).replace("/[", "[")
