"""What a reader expected, in the language of the person.

Readers say it in a short English phrase, which is a slug too: `expected.a whole number`. Where part of it differs
each time, `{what}` stands for that part in the slug.

>>> from bouwsteen.entrances.words.catalogue import words_in
>>> expected_in_words("a day after 2015-08-01", words_in("nl"))
'een dag na 2015-08-01'
>>> expected_in_words("2F | 1–4 | havo", words_in("nl"))
'2F, 1 tot en met 4 of havo'
>>> expected_in_words("a phrase that nobody knows", words_in("nl"))
'a phrase that nobody knows'
"""

import re

from bouwsteen.entrances.words.catalogue import Words

START = "expected."
_OPEN = "{what}"
_RANGE = re.compile(r"(?<!\S)(\d+)–(\d+)(?!\S)")


def expected_in_words(phrase: str, say: Words) -> str:
    """The phrase in the language of `say`; as it is where nobody wrote words for it."""
    if f"{START}{phrase}" in say:
        return say(f"{START}{phrase}")
    for slug in (each for each in say if each.startswith(START) and _OPEN in each):
        before, after = map(re.escape, slug.removeprefix(START).split(_OPEN))
        if found := re.fullmatch(f"{before}(.+){after}", phrase):
            return say(slug, what=found[1])
    choices = [
        _RANGE.sub(lambda found: say("range", least=found[1], most=found[2]), each)
        for each in phrase.split(" | ")
    ]
    return say.listed(choices, "or")
