"""Dutch text → the work processes that it is about, ranked, each with the words that carried it."""

from bouwsteen.questions.matching.errors import EmptyText, TextTooLong
from bouwsteen.questions.matching.index import (
    Entry,
    WorkProcessIndex,
    fingerprint,
    index_from_bytes,
    index_of,
)
from bouwsteen.questions.matching.search import match

__all__ = [
    "EmptyText",
    "Entry",
    "TextTooLong",
    "WorkProcessIndex",
    "fingerprint",
    "index_from_bytes",
    "index_of",
    "match",
]
