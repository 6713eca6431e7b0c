"""What can be wrong with the choice of an encoder.

BouwsteenError
├── UnknownEncoder    BOUWSTEEN_ENCODER names no encoder
└── EncoderLacking    the extra that holds the encoder is not installed
"""

from dataclasses import dataclass
from typing import ClassVar

from bouwsteen.model.errors import BouwsteenError


@dataclass(eq=False)
class UnknownEncoder(BouwsteenError, ValueError):
    """`variable` says `given`, which is none of `allowed`."""

    slug: ClassVar[str] = "unknown-encoder"
    variable: str
    given: str
    allowed: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.variable} is {self.given!r}; expected was {' or '.join(self.allowed)}"


@dataclass(eq=False)
class EncoderLacking(BouwsteenError, LookupError):
    """`variable` asks for an encoder of the extra `extra`, which is not installed."""

    slug: ClassVar[str] = "encoder-lacking"
    variable: str
    given: str
    extra: str

    def __str__(self) -> str:
        return f"{self.variable} is {self.given!r}, and that needs: pip install '{self.extra}'"
