"""Titles of parts as an extract read them: what ran on from another cell of the table is cut off.

A title of a core task or work process holds no digit: none in the register does, and the fourteen among the 2,582 that
were read at schools all ran on into another cell: a code and the next title, a page number, how long the exam takes.
"""

import re

from bouwsteen.questions.matching.language import telling_words

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
