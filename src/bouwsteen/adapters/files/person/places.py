"""On which line each value of a TOML or JSON text stands. Readers of the standard library do not say it.

>>> toml_lines('start = 2021-08-01\\n\\n[[results]]\\npart = "B1-K1"\\n')
{'start': 1, 'results[1]': 3, 'results[1].part': 4}
>>> json_lines('{"results": [\\n  {"part": "B1-K1"}]}')
{'results': 1, 'results[1]': 2, 'results[1].part': 2}

Good for texts that were read without mistakes in their form. A value that is not found has the line of what it
stands in.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"\s*\"?([\w-]+)\"?\s*=")
_OPENS_LIST = re.compile(r"\s*\"?([\w-]+)\"?\s*=\s*\[\s*(#.*)?$")
_ITEM = re.compile(r"\s*\{")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def toml_lines(text: str) -> dict[str, int]:
    """Path of each value → the line on which it first stands."""
    lines: dict[str, int] = {}
    for number, path in toml_places(text):
        lines.setdefault(path, number)
    return lines


def toml_places(text: str) -> Iterator[tuple[int, str]]:
    """Each line that starts a value, and the path of that value."""
    counted: Counter[str] = Counter()
    table = opened = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table, opened = header[1], ""
            if line.lstrip().startswith("[["):
                counted[table] += 1
                table = f"{table}[{counted[table]}]"
            yield number, table
        elif key := _KEY.match(line):
            opened = _inside(table, key[1]) if _OPENS_LIST.match(line) else ""
            yield number, _inside(table, key[1])
        elif opened and _ITEM.match(line):
            counted[opened] += 1
            yield number, f"{opened}[{counted[opened]}]"


def _inside(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key


@dataclass(slots=True)
class _Open:
    """An object or list that is being read: its path, and the path of what comes next in it."""

    path: str
    is_list: bool
    count: int = 1
    next: str = ""


def json_lines(text: str) -> dict[str, int]:
    """Path of each value → its line."""
    lines: dict[str, int] = {}
    stack: list[_Open] = []
    line, before = 1, 0
    for found in _TOKEN.finditer(text):
        line, before = line + text.count("\n", before, found.start()), found.start()
        _take(found[0], line, stack, lines)
    return lines


def _take(token: str, line: int, stack: list[_Open], lines: dict[str, int]) -> None:
    inner = stack[-1] if stack else None
    match token:
        case "}" | "]":
            stack.pop()
        case ":":
            pass
        case ",":
            if inner:
                inner.count, inner.next = inner.count + 1, ""
        case _ if inner and not inner.is_list and not inner.next:
            inner.next = _inside(inner.path, token.strip('"'))
            lines.setdefault(inner.next, line)
        case _:
            path = inner.next or f"{inner.path}[{inner.count}]" if inner else ""
            if path:
                lines.setdefault(path, line)
            if token in "{[":  # noqa: S105 # a token of JSON
                stack.append(_Open(path, is_list=token == "["))  # noqa: S105 # the same
