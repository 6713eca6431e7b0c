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
calls one thing (a title says all of it) is never cut. What somebody wants stands apart from what she does not want:

    >>> activities_in("koken maar geen afwas"), activities_in("geen nachtdiensten, weekenden of avonden")
    (('koken', 'geen afwas'), ('geen nachtdiensten, weekenden of avonden',))
"""

import re
from collections.abc import Callable
from functools import partial

from bouwsteen.questions.matching.clauses import PERSONS
from bouwsteen.questions.matching.language import is_filler, telling_words, words
from bouwsteen.questions.matching.unwanted import Idiom, goes_on, is_unwanted

MOST = 12
"""So many activities are taken from one text; what follows stays with the last."""

_SENTENCES = re.compile(r"\s*(?:[;\n•·]|[.!?](?=\s|$)|\s[-–]\s)\s*")
_COMMAS = re.compile(r"\s*,\s*(?:(?:en|ook|daarna|verder)\s+)*", re.IGNORECASE)
_BUTS = re.compile(r"\s+(?:maar(?:\s+(?:ook|wel))?|(?:en\s+)?wel)\s+", re.IGNORECASE)
_ANDS = re.compile(r"\s+(?:en|maar|plus)(?:\s+ook)?\s+", re.IGNORECASE)
_FIRST_PERSON = """
    bedien bel bezorg breng controleer doe ga geef haal help kook maak neem onderhoud plan regel rij sta verkoop vul
    was zit zorg
"""
_DO = frozenset(_FIRST_PERSON.split())
"""What somebody who has said "ik" goes on with: "en doe de kassa"."""
_EDGES = " ,.;-–•·"


def activities_in(
    text: str, one: Callable[[str], bool] = lambda text: False, idiom: Idiom = lambda text: False
) -> tuple[str, ...]:
    """The activities that `text` names, in its order; the text itself where it names one."""
    pieces = [text]
    for between, whole in _JOINED:
        pieces = [
            part
            for piece in pieces
            for part in (
                [piece]
                if one(piece)
                else _cut(piece, between, partial(whole, partial(is_unwanted, idiom=idiom)))
            )
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


def _never(no: Callable[[str], bool], before: str, after: str) -> bool:
    return False


def _listed(no: Callable[[str], bool], before: str, after: str) -> bool:
    """Whether a comma stands in a list of what is not wanted, which ends with "of"."""
    said = words(after)
    return "of" in said and PERSONS.isdisjoint(said) and no(before) and not no(after)


def _alike(no: Callable[[str], bool], before: str, after: str) -> bool:
    """Whether both sides of "maar" are wanted, or neither."""
    return no(before) == no(after)


def _joined(no: Callable[[str], bool], before: str, after: str) -> bool:
    """Whether "en" between these joins words of one activity."""
    start = words(after)[:2]
    if not PERSONS.isdisjoint(start):
        return False
    if start[0] in _DO and not PERSONS.isdisjoint(words(before)):
        return False
    if no(before) and goes_on(before):
        return True
    return min(_counted(before), _counted(after)) < 2 and (no(before) or not no(after))


_JOINED = ((_SENTENCES, _never), (_COMMAS, _listed), (_BUTS, _alike), (_ANDS, _joined))
"""What stands between activities, the widest first, and when it does not."""


def _counted(text: str) -> int:
    return sum(not is_filler(word) for word in telling_words(text))
