"""Dutch text → the work processes that it is about, ranked, each with the words that carried it."""

from bouwsteen.questions.matching.activities import activities_in
from bouwsteen.questions.matching.errors import EmptyText, TextTooLong
from bouwsteen.questions.matching.index import (
    Entry,
    WorkProcessIndex,
    fingerprint,
    fingerprint_of_sayings,
    index_of,
)
from bouwsteen.questions.matching.kept import (
    LABELS_FORM,
    index_from_bytes,
    index_to_bytes,
    sayings_from_bytes,
    sayings_to_bytes,
    texts_from_bytes,
    texts_to_bytes,
)
from bouwsteen.questions.matching.sayings import Saying, Sayings, sayings_of
from bouwsteen.questions.matching.search import SURENESS, match, must_be_a_text
from bouwsteen.questions.matching.spelling import Spelling, spelling_of
from bouwsteen.questions.matching.texts import Described, Encode, TextIndex, index_of_texts
from bouwsteen.questions.matching.unwanted import is_unwanted

__all__ = [
    "LABELS_FORM",
    "SURENESS",
    "Described",
    "EmptyText",
    "Encode",
    "Entry",
    "Saying",
    "Sayings",
    "Spelling",
    "TextIndex",
    "TextTooLong",
    "WorkProcessIndex",
    "activities_in",
    "fingerprint",
    "fingerprint_of_sayings",
    "index_from_bytes",
    "index_of",
    "index_of_texts",
    "index_to_bytes",
    "is_unwanted",
    "match",
    "must_be_a_text",
    "sayings_from_bytes",
    "sayings_of",
    "sayings_to_bytes",
    "spelling_of",
    "texts_from_bytes",
    "texts_to_bytes",
]
