"""The address of each thing of the structure."""

from functools import lru_cache
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse

from bouwsteen.model.codes import PartKind

_PARTS = frozenset(map(str, PartKind))
PAGES = _PARTS | {
    "qualification",
    "file",
    "module",
    "domain",
    "certificate",
    "family",
    "occupation",
    "staff-entry",
}
"""The kinds of things that have a page."""
MOST_KEPT = 4_096


def address_of(kind: str, key: str) -> str:
    """The page of what `key` names: a code, the owner/version/code of a part, or the IRI of an occupation."""
    if kind in _PARTS:
        return address("part", *key.split("/"))
    if kind == "occupation":
        return f"{address(kind)}?{urlencode({'iri': key})}"
    return address(kind, key)


def address(name: str, *arguments: str) -> str:
    """The page of that name, in the language of the page that is being made."""
    return _address(get_script_prefix(), name, arguments)


@lru_cache(maxsize=MOST_KEPT)
def _address(_: str, name: str, arguments: tuple[str, ...]) -> str:
    """Kept for each prefix, which `reverse` puts before it: a page has dozens, of the same things each time."""
    return str(reverse(name, args=arguments))
