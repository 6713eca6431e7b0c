"""What people read, in Dutch and English: one catalogue of words for every door.

The words stand in `locale/<language>/<topic>.po` under a slug; code names the slug and never holds a sentence.
"""

from bouwsteen.entrances.words.catalogue import LANGUAGES, Words, words_in
from bouwsteen.entrances.words.clean import cleaned
from bouwsteen.entrances.words.errors import Explained, explained, explained_mistake, short
from bouwsteen.entrances.words.facts import facts_of, other_code, valid_in_words

__all__ = [
    "LANGUAGES",
    "Explained",
    "Words",
    "cleaned",
    "explained",
    "explained_mistake",
    "facts_of",
    "other_code",
    "short",
    "valid_in_words",
    "words_in",
]
