"""Texts that cannot be matched.

BouwsteenError
├── EmptyText      no letter in it
└── TextTooLong    longer than anybody's answer to "what do you do?"
"""

from dataclasses import dataclass
from typing import ClassVar

from bouwsteen.model.errors import BouwsteenError


@dataclass(eq=False)
class EmptyText(BouwsteenError, ValueError):
    """A text without a single letter."""

    slug: ClassVar[str] = "empty-text"
    given: str

    def __str__(self) -> str:
        return f"no letter in {self.given!r}"


@dataclass(eq=False)
class TextTooLong(BouwsteenError, ValueError):
    """A text of `length` characters, where `limit` is the most."""

    slug: ClassVar[str] = "text-too-long"
    length: int
    limit: int

    def __str__(self) -> str:
        return f"a text of {self.length} characters; the most is {self.limit}"
