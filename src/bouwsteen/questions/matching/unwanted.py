"""What somebody says not to want or not to do: "ik wil niet met klanten werken", "geen nachtdienst".

    >>> is_unwanted("ik wil niet met klanten werken"), is_unwanted("geen nachtdienst"), is_unwanted("liever niet koken")
    (True, True, True)
    >>> is_unwanted("mensen helpen die niet goed lopen"), is_unwanted("ik kijk of er niets lekt")
    (False, False)
    >>> is_unwanted("ik vind nachtdienst niet erg"), is_unwanted("ik kan niet alleen koken maar ook bakken")
    (False, False)

Heard is only "no" at the start, after "liever", or in what somebody says of oneself ("ik wil …"); not in a clause about
others (die, dat, of, als). Work is full of things that must not happen: in doubt a text says what somebody does. An
`idiom` is a text in which "no" belongs to the work itself, as in "microfoon doet het niet".
"""

import re
from collections.abc import Callable

from bouwsteen.questions.matching.clauses import PERSONS, main_clause
from bouwsteen.questions.matching.language import words

Idiom = Callable[[str], bool]

NEGATIONS = frozenset(["niet", "geen", "nooit", "niks", "niets"])
_STARTS = NEGATIONS | {"zonder"}
_DISLIKES = frozenset(["hekel", "haat", "afkeer"])
_BEFORE_NO = """
    en maar ook dus verder want omdat nee alsjeblieft echt absoluut beslist zeker het liefst liever graag
"""
_OPENERS = frozenset(_BEFORE_NO.split())
_RATHER = frozenset(["liever", "liefst", "absoluut"])
_OF_ONESELF = """
    wil wou wilde willen hoef hoeven hou houd hield kan kon kunnen mag moet doe ga gaan heb ben werk vind durf zou zoek
    voel
"""
_SAID = frozenset(_OF_ONESELF.split())
_TURNED_ROUND = """
    alleen slechts enkel bang erg vies moeilijk liever moeite probleem problemen bezwaar hoogtevrees hekel genoeg te
"""
_LIFTED = frozenset(_TURNED_ROUND.split())
"""Within two words of "no" they lift it: no problem, not only, not too wet."""
_ONE_WORD = re.compile(r"\bniet-(?=\w)", re.IGNORECASE)


def is_unwanted(text: str, idiom: Idiom = lambda text: False) -> bool:
    """Whether one activity is what somebody says not to want or not to do."""
    said = main_clause(words(_ONE_WORD.sub("niet", text)))
    return any(_refuses(said, place) for place in range(len(said))) and not idiom(text)


def goes_on(text: str) -> bool:
    """Whether what is joined to `text` is not wanted either: "ik wil niet bellen en mailen"."""
    return "geen" not in words(text)


def _refuses(said: list[str], place: int) -> bool:
    word, before, after = said[place], said[:place], said[place + 1 :]
    if word in _DISLIKES:
        return NEGATIONS.isdisjoint(before) and not PERSONS.isdisjoint(before)
    if not _LIFTED.isdisjoint(after[:2]):
        return False
    if word in _STARTS and _OPENERS.issuperset(before):
        return True
    if word not in NEGATIONS:
        return False
    of_oneself = not PERSONS.isdisjoint(before) and not _SAID.isdisjoint(before)
    return of_oneself or not _RATHER.isdisjoint(before[-1:]) or after[:2] == ["voor", "mij"]
