"""What should have stood where a value is wrong, in the words of who asks.

pydantic names the kind of an error and its limit (`ctx`); `WORDS` says which words of ours tell that kind. A kind
that is not there has no words of its own: then we say only that another value is needed.
"""

import re
from collections.abc import Mapping
from typing import Any

from bouwsteen.entrances.words import Words

DAY, WHOLE = "day", "whole"
"""What our own checks of a value say they expected."""
ANOTHER = "another"
ONE_OF = "one-of"
"""These need no words: the values themselves are told."""
WORDS: Mapping[str, str] = {
    "literal_error": ONE_OF,
    "greater_than_equal": "least",
    "less_than_equal": "most",
    "string_too_short": "least-signs",
    "string_too_long": "most-signs",
    "too_short": "least-items",
    "too_long": "most-items",
    "string_pattern_mismatch": "form",
    "string_type": "text",
    "string_unicode": "unicode",
    "list_type": "list",
    "bool_type": "truth",
    "bool_parsing": "truth",
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "object"),
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), WHOLE),
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), DAY
    ),
}
"""Kind of an error of pydantic → the end of the slug of its words."""
SLUGS = frozenset({*WORDS.values(), ANOTHER}) - {ONE_OF}

COUNTED = frozenset({"least-signs", "most-signs", "least-items", "most-items"})
"""Those of which there may be one or more."""

_LIMITS = ("ge", "le", "min_length", "max_length", "pattern")
_QUOTED = re.compile(r"'([^']*)'")


def expected(kind: str, facts: Mapping[str, Any], say: Words) -> str:
    """
    >>> from bouwsteen.entrances.words import words_in
    >>> expected("literal_error", {"expected": "'yes', 'unknown' or 'no'"}, words_in("nl"))
    'yes, unknown of no'
    >>> expected("string_too_short", {"min_length": 1}, words_in("nl"))
    'minstens 1 teken'
    """
    slug = str(facts["error"]) if kind == "value_error" else WORDS.get(kind, ANOTHER)
    if slug == ONE_OF:
        return say.listed(_QUOTED.findall(str(facts["expected"])), "or")
    what: Any = next((facts[each] for each in _LIMITS if each in facts), "")
    name = f"api.expected.{slug if slug in SLUGS else ANOTHER}"
    return say.many(name, what) if slug in COUNTED else say(name, what=what)
