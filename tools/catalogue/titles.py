"""Titles of parts as an extract read them: what ran on from another cell of the table is cut off.

A title of a core task or work process holds no digit: none in the register does, and the fourteen among the 2,582 that
were read at schools all ran on into another cell: a code and the next title, a page number, how long the exam takes.
"""

import re
from collections.abc import Collection

from bouwsteen.questions.matching.language import FUNCTION_WORDS, telling_words

_FROM_A_DIGIT = re.compile(r"\s*\S*[0-9].*")
RAN_ON = "een titel heeft geen cijfer: daar begint een andere cel van de tabel"
NO_TITLE = "zonder cijfers en functiewoorden blijft geen woord over: dit is geen titel"


def readable(title: str) -> str:
    """The title without what follows from the first word with a digit; empty where no telling word is left.

    >>> readable("Rondt het werk af B1-W5 Voert uit"), readable("1 uur en 40 minuten Examenlocatie"), readable("zich")
    ('Rondt het werk af', '', '')
    """
    kept = _FROM_A_DIGIT.sub("", title)
    return kept if telling_words(kept) else ""


_SHORT = frozenset({"af", "de", "en", "er", "hr", "in", "is", "na", "of", "om", "op", "te", "ze"})
_BROKEN_OFF = frozenset({"de", "een", "en", "en/of", "met", "of", "te", "van"})
_NOUNS_LIKE_ADJECTIVES = frozenset({"leidinggevende"})
_PAIR = re.compile(r"(?<!\S)(?=([^\W\d_]+ [^\W\d_]+)(?:[\s,)]|$))")
_SIGNS = {
    "sign": re.compile(r"[^\w\s(),/&'’.-]|[^\w)]$"),
    "space": re.compile(r"\( | \)| ,|,(?! )|\w-en |  "),
    "short": re.compile(r"(?<![\w.(&/'’-])([^\W\d_]{1,2})(?![\w.)&/'’-])"),
    "piece": re.compile(r"(?:heed|hed|hede)\b"),
    "no-noun": re.compile(r"[^\W\d_]*(?:ige|ische|ende|erde|lijke)$"),
}


def broken(title: str, openings: Collection[str] = ()) -> tuple[str, ...]:
    """Signs that a title broke: none is proof of a whole title, each is proof of a broken one.

    `openings` are the words with which titles open: one in the middle, with a capital, is where the next title ran on.

    >>> broken("Voert verkoop- en adviesgesprekken (fietsen)"), broken("Neemt de zorgvraag aan ( handelen")
    ((), ('bracket', 'space'))
    >>> broken("Stemt onderwijsactivitei ten af"), broken("Bereidt storingswerkzaamhede n voor")
    ((), ('short', 'piece'))
    >>> broken("Voorbereiden van werktuigkundige"), broken("Installeert, regelt in en")
    (('no-noun',), ('end',))
    >>> broken("Levert op Rondt af", {"Rondt"})
    ('second-title',)
    """
    last = title.split()[-1]
    found = {
        "bracket": not _balanced(title),
        "sign": bool(_SIGNS["sign"].search(title)),
        "space": bool(_SIGNS["space"].search(title)),
        "short": bool({*map(str.lower, _SIGNS["short"].findall(title))} - _SHORT),
        "piece": bool(_SIGNS["piece"].search(title)),
        "end": last in _BROKEN_OFF,
        "no-noun": bool(_SIGNS["no-noun"].search(last)) and last not in _NOUNS_LIKE_ADJECTIVES,
        "second-title": any(word in openings for word in title.split()[1:] if word[0].isupper()),
    }
    return tuple(sign for sign, there in found.items() if there)


def torn(title: str, words: Collection[str]) -> tuple[str, ...]:
    """Words that are in two pieces: together a word of other titles (`words`), of which one piece is none.

    >>> torn("Stemt werkzaam heden af", {"werkzaamheden", "af"})
    ('werkzaam heden',)
    >>> torn("Rondt onderhoud en afbouw af", {"onderhouden", "af"})
    ()
    """
    pairs = [pair.lower().split() for pair in _PAIR.findall(title)]
    return tuple(
        f"{one} {two}"
        for one, two in pairs
        if two not in FUNCTION_WORDS and one + two in words and not {one, two} <= set(words)
    )


def _balanced(title: str) -> bool:
    depth = 0
    for sign in title:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth not in (0, 1):
            return False
    return depth == 0
