"""The address of each thing of the structure."""

from django.urls import reverse

from bouwsteen.model.codes import PartKind

_PARTS = frozenset(map(str, PartKind))
PAGES = _PARTS | {"qualification", "file", "module", "domain", "certificate", "family"}
"""The kinds of things that have a page."""


def address_of(kind: str, key: str) -> str:
    """The page of what `key` names: a code, or the owner/version/code of a part."""
    if kind in _PARTS:
        return str(reverse("part", args=key.split("/")))
    return str(reverse(kind, args=[key]))
