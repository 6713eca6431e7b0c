"""The answer of `bouwsteen api-key` as JSON."""

from collections.abc import Iterable
from typing import Any


def api_keys_form(names: Iterable[str], key: str | None) -> dict[str, Any]:
    """`key` only where it was made just now: nobody can ask for it again."""
    return {"key": key, "names": list(names)}
