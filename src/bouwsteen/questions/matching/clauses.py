"""How a text is built: its main clause, and whether somebody tells what she does or a document what is so.

>>> main_clause("mensen helpen die niet goed lopen".split())
['mensen', 'helpen']
>>> is_description("De werkzaamheden zijn voorbereid."), is_description("Het kind is veilig. Ouders zijn tevreden.")
(True, True)
>>> is_description("ik help als iemand gevallen is"), is_description("kijken wat er nodig is")
(False, False)
"""

import re
from collections.abc import Sequence

from bouwsteen.questions.matching.language import words

PERSONS = frozenset(["ik", "we", "wij"])
_OTHERS = """
    dat die of als zodat wanneer waar waarin waarbij waarmee hoe wat wie om totdat tot dan welke welk hoeveel
"""
_CLAUSES = frozenset(_OTHERS.split())
"""What opens a clause about something else."""
_OWN = PERSONS | frozenset(["mij", "me", "mijn", "ons", "onze", "je", "jij", "u"])
_STATES = frozenset(["is", "zijn", "wordt", "worden", "waren", "werd", "werden", "heeft", "hebben"])
_SENTENCES = re.compile(r"[.;!?\n](?=\s|$)")


def main_clause(said: Sequence[str]) -> list[str]:
    """The words before the first that opens another clause."""
    ends = (place for place, word in enumerate(said) if word in _CLAUSES)
    return list(said[: next(ends, len(said))])


def is_description(text: str) -> bool:
    """Whether a sentence of `text` says what is so (is, zijn, wordt), and none is about who says it.

    So results are written in qualification files, and hardly anything that people say of their work.
    """
    if not _OWN.isdisjoint(words(text)):
        return False
    return any(not _STATES.isdisjoint(main_clause(words(each))) for each in _SENTENCES.split(text))
