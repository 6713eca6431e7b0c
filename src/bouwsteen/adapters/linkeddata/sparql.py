"""Queries of strangers over the whole graph, without harm: read-only, nothing fetched, ended at a limit.

    >>> refused_word("SELECT ?s { SERVICE <http://elsewhere/> { ?s ?p ?o } }")
    'SERVICE'
    >>> refused_word('SELECT ?service { ?service ?p "from" . ?service ex:from <http://x/FROM> } # SERVICE') is None
    True

A query runs in a process of its own, which can open nothing once it has the graph (see `query`), and is killed when it
takes too long, too much memory, or gives too much. So what a query may not do it cannot do, however it is written;
looking for words in it first is for a clear answer.
Source: SPARQL 1.1 Query Language (W3C, 2013).
"""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bouwsteen.adapters.linkeddata.query import ELSEWHERE, OTHER_FORM, TOO_MUCH, WRONG_QUERY
from bouwsteen.services.ports import QueryAnswer, QueryCause, Refusal

REFUSED_WORDS = ("SERVICE", "FROM")
"""What would make this server ask another one, or read an address."""

LONGEST_QUERY = 20_000

_NUMBERED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LETTERS = re.compile(r"[A-Z]+")
_TOKEN = re.compile(
    r"""
    (?P<skip>
        \"{3}(?:\\.|(?!\"{3}).)*\"{3} | '{3}(?:\\.|(?!'{3}).)*'{3}
      | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
      | <[^<>"{}|^`\\\s]*>
      | \#[^\n\r]*
      | [?$]\w+ | @[a-zA-Z-]+
    )
    | (?P<word>[\w.-]++) (?P<rest>:[\w.:%\\-]*)?
    | :[\w.:%\\-]*
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryLimits:
    """What one query may take."""

    seconds: int = 10
    memory: int = 1 << 30
    result_bytes: int = 10 << 20


def refused_word(query: str) -> str | None:
    """The first word of `REFUSED_WORDS` in the query, outside texts, addresses, names and comments.

    A letter may be written as its number (SPARQL 1.1, 19.2), so the query is read as it stands and with those resolved.
    """
    resolved = _NUMBERED.sub(lambda each: chr(int(each[1] or each[2], 16) % 0x110000), query)
    return next((word for text in (query, resolved) for word in _words(text) if word in REFUSED_WORDS), None)


def _words(query: str) -> Iterator[str]:
    """Each piece is read once, however long it is: a `++` gives nothing back."""
    pieces = (match["word"] for match in _TOKEN.finditer(query) if match["word"] and not match["rest"])
    return (word for piece in pieces for word in _LETTERS.findall(piece.upper()))


def answer(
    query: str, folder: Path, *, media_types: Sequence[str], limits: QueryLimits = QueryLimits()
) -> QueryAnswer | Refusal:
    """The results in the first of `media_types` that fits; or why there are none. `folder` holds the graph."""
    if len(query) > LONGEST_QUERY:
        return Refusal(cause=QueryCause.TOO_LONG, detail=str(LONGEST_QUERY))
    if word := refused_word(query):
        return Refusal(cause=QueryCause.REFUSED, detail=word)
    command = [
        sys.executable,
        "-m",
        "bouwsteen.adapters.linkeddata.query",
        str(folder),
        ",".join(media_types),
    ]
    sizes = map(str, (limits.result_bytes, limits.memory, limits.seconds))
    try:
        done = subprocess.run(  # noqa: S603 # this program itself; the query goes in by standard input
            [*command, *sizes],
            input=query.encode(),
            capture_output=True,
            timeout=limits.seconds,
            check=False,
            env={
                **os.environ,
                "MALLOC_ARENA_MAX": "1",
            },  # else each thread takes 64 MB of what it may address
        )
    except subprocess.TimeoutExpired:
        return Refusal(cause=QueryCause.TOO_SLOW, detail=str(limits.seconds))
    return _outcome(done, limits)


def _outcome(done: subprocess.CompletedProcess[bytes], limits: QueryLimits) -> QueryAnswer | Refusal:
    match done.returncode:
        case 0:
            media_type, _, content = done.stdout.partition(b"\n")
            return QueryAnswer(content=content, media_type=media_type.decode())
        case code if code == OTHER_FORM:
            return Refusal(cause=QueryCause.OTHER_FORM, detail=done.stderr.decode())
        case code if code == WRONG_QUERY:
            return Refusal(cause=QueryCause.NOT_SPARQL, detail=done.stderr.decode(errors="replace")[:500])
        case code if code == ELSEWHERE:
            return Refusal(cause=QueryCause.REFUSED, detail=REFUSED_WORDS[0])
        case code if code == TOO_MUCH:
            return Refusal(cause=QueryCause.TOO_LARGE, detail=str(limits.result_bytes))
        case code if code == -signal.SIGXCPU:
            return Refusal(cause=QueryCause.TOO_SLOW, detail=str(limits.seconds))
        case _:
            return Refusal(cause=QueryCause.TOO_LARGE, detail=str(limits.memory))
