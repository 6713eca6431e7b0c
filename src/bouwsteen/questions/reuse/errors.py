"""What cannot be said about reuse.

BouwsteenError
└── PartsNotKnown   nothing is known of what the programme is made of
"""

from dataclasses import dataclass
from typing import ClassVar

from bouwsteen.model.errors import BouwsteenError


@dataclass(eq=False)
class PartsNotKnown(BouwsteenError, LookupError):
    """A qualification of which no source gives the work processes."""

    slug: ClassVar[str] = "parts-not-known"
    crebo: str

    def __str__(self) -> str:
        return f"no work processes are known of {self.crebo}"
