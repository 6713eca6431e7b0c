"""The rows of an answer in the form of SPARQL 1.1 Query Results JSON.

    { "head": { "vars": ["crebo", "skill"] },
      "results": { "bindings": [ { "skill": { "type": "uri", "value": "https://…" } } ] } }

Source of the form: https://www.w3.org/TR/sparql11-results-json/
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path

from bouwsteen.adapters.exchange.vocabularies.findings import Findings


@dataclass(frozen=True, slots=True)
class Term:
    """What a variable is bound to."""

    value: str
    language: str = ""


Binding = Mapping[str, Term]


def bindings(
    path: Path, findings: Findings, *, largest_file: int, done: Callable[[int], None]
) -> Iterator[tuple[str, Binding]]:
    """Each row with its place in the file (`results.bindings[3]`); what is not of the form is a mistake."""
    answer = _answer(path, findings, largest_file)
    if answer is None:
        return
    rows = _rows(answer)
    if rows is None:
        findings.mistake(
            "not-sparql-results", given=", ".join(map(str, answer))[:80], expected="head, results.bindings"
        )
        return
    for number, row in enumerate(rows):
        place = f"results.bindings[{number}]"
        binding = _binding(row)
        if binding is None:
            findings.mistake(
                "bad-binding", at=place, given=json.dumps(row), expected='{"name": {"value": "…"}}'
            )
        else:
            yield place, binding
    done(path.stat().st_size)


def _answer(path: Path, findings: Findings, largest_file: int) -> dict[str, object] | None:
    try:
        with path.open("rb") as file:
            content = file.read(largest_file + 1)
    except OSError as wrong:
        findings.mistake(
            "cannot-read", given=wrong.strerror or str(wrong), expected="a file that can be read"
        )
        return None
    if len(content) > largest_file:
        findings.mistake("too-large", given=f"more than {largest_file}", expected=f"{largest_file} bytes")
        return None
    try:
        answer = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        findings.mistake(
            "not-utf-8", line=line, given=content[wrong.start : wrong.end].hex(" "), expected="UTF-8"
        )
        return None
    except JSONDecodeError as wrong:
        given = wrong.doc[wrong.pos : wrong.pos + 40]
        findings.mistake("not-json", line=wrong.lineno, given=given, expected=f"JSON: {wrong.msg}")
        return None
    except (RecursionError, ValueError) as wrong:
        findings.mistake("not-json", given=str(wrong), expected="JSON")
        return None
    if not isinstance(answer, dict):
        findings.mistake("not-sparql-results", given=str(answer)[:80], expected="head, results.bindings")
        return None
    return answer


def _rows(answer: Mapping[str, object]) -> list[object] | None:
    results = answer.get("results")
    rows = results.get("bindings") if isinstance(results, dict) and "head" in answer else None
    return rows if isinstance(rows, list) else None


def _binding(row: object) -> Binding | None:
    if not isinstance(row, dict):
        return None
    found: dict[str, Term] = {}
    for name, term in row.items():
        if not isinstance(term, dict) or not isinstance(term.get("value"), str):
            return None
        found[name] = Term(term["value"].strip(), str(term.get("xml:lang", "")))
    return found
