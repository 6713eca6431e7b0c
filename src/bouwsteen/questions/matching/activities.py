"""A text taken apart into the activities that it names, for people often name several at once.

    >>> activities_in("inkoop en voorraad, en contact met klanten")
    ('inkoop en voorraad', 'contact met klanten')
    >>> activities_in("Ik verkoop schoenen en ik maak de etalage op. Ook doe ik de kassa")
    ('Ik verkoop schoenen', 'ik maak de etalage op', 'Ook doe ik de kassa')
    >>> activities_in("mensen wassen en aankleden"), activities_in("vakken vullen en klanten helpen")
    (('mensen wassen en aankleden',), ('vakken vullen', 'klanten helpen'))
    >>> activities_in("ik verkoop kleding en doe de kassa")
    ('ik verkoop kleding', 'doe de kassa')

Sentences, commas and signs of a list stand between activities. "en" stands between two only where both sides say
something of their own (two telling words, or somebody who does it); else it joins words of one activity. What `one`
calls one thing (a title says all of it) is never cut.
"""

import re
from collections.abc import Callable

from bouwsteen.questions.matching.language import is_filler, telling_words, words

MOST = 12
"""So many activities are taken from one text; what follows stays with the last."""

_SENTENCES = re.compile(r"\s*(?:[;\n•·]|[.!?](?=\s|$)|\s[-–]\s)\s*")
_COMMAS = re.compile(r"\s*,\s*(?:(?:en|ook|daarna|verder)\s+)*", re.IGNORECASE)
_ANDS = re.compile(r"\s+(?:en|maar|plus)(?:\s+ook)?\s+", re.IGNORECASE)
_PERSONS = frozenset(("ik", "we", "wij"))
_FIRST_PERSON = """
    bedien bel bezorg breng controleer doe ga geef haal help kook maak neem onderhoud plan regel rij sta verkoop vul
    was zit zorg
"""
_DO = frozenset(_FIRST_PERSON.split())
"""What somebody who has said "ik" goes on with: "en doe de kassa"."""
_EDGES = " ,.;-–•·"


def activities_in(text: str, one: Callable[[str], bool] = lambda text: False) -> tuple[str, ...]:
    """The activities that `text` names, in its order; the text itself where it names one."""
    pieces = [text]
    for between, whole in ((_SENTENCES, _never), (_COMMAS, _never), (_ANDS, _joined)):
        pieces = [
            part for piece in pieces for part in ([piece] if one(piece) else _cut(piece, between, whole))
        ]
    found = list(dict.fromkeys(filter(None, (piece.strip(_EDGES) for piece in pieces)))) or [text.strip()]
    return (*found[: MOST - 1], ", ".join(found[MOST - 1 :])) if len(found) > MOST else tuple(found)


def _cut(text: str, between: re.Pattern[str], whole: Callable[[str, str], bool]) -> list[str]:
    """`text` cut at `between`, save where a side would say nothing, waits for its other half, or both are one."""
    found: list[str] = []
    start = 0
    for mark in between.finditer(text):
        before, after = text[start : mark.start()], text[mark.end() :]
        if (
            telling_words(before)
            and telling_words(after)
            and not before.endswith("-")
            and not whole(before, after)
        ):
            found.append(before)
            start = mark.end()
    return [*found, text[start:]]


def _never(before: str, after: str) -> bool:
    return False


def _joined(before: str, after: str) -> bool:
    """Whether "en" between these joins words of one activity."""
    start = words(after)[:2]
    if not _PERSONS.isdisjoint(start):
        return False
    if start[0] in _DO and not _PERSONS.isdisjoint(words(before)):
        return False
    return min(_counted(before), _counted(after)) < 2


def _counted(text: str) -> int:
    return sum(not is_filler(word) for word in telling_words(text))
