"""What cannot be said about reuse.

BouwsteenError
├── NoFamilyFits        (an UnknownCode) no family has these words in a title
├── NothingToWithdraw   nothing that counts was said of the family
├── PartsNotKnown       nothing is known of what the programme is made of
└── StandsAlone         a part that is in no family
"""

from dataclasses import dataclass
from typing import ClassVar

from bouwsteen.model.errors import BouwsteenError, UnknownCode


@dataclass(eq=False)
class PartsNotKnown(BouwsteenError, LookupError):
    """A qualification of which no source gives the work processes."""

    slug: ClassVar[str] = "parts-not-known"
    crebo: str

    def __str__(self) -> str:
        return f"no work processes are known of {self.crebo}"


@dataclass(eq=False)
class StandsAlone(BouwsteenError, LookupError):
    """A part that is in no family, asked for by its key or by the id of a family that it once was the oldest of."""

    slug: ClassVar[str] = "stands-alone"
    key: str
    title: str

    def __str__(self) -> str:
        return f"{self.key} is in no family"


@dataclass(eq=False)
class NothingToWithdraw(BouwsteenError, ValueError):
    """A family of which nobody said anything, or of which all of it was withdrawn already."""

    slug: ClassVar[str] = "nothing-to-withdraw"
    family: str
    title: str

    def __str__(self) -> str:
        return f"nothing that counts was said of {self.family}"


@dataclass(eq=False)
class NoFamilyFits(UnknownCode):
    """Words that stand in the title of no family and of no member."""

    slug: ClassVar[str] = "no-family-fits"
