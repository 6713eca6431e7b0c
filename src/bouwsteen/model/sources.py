"""Where a fact comes from, and how sure it is.

Every record names its sources and a `Confidence`. A `Fact` is one value with a source and confidence of
its own, where they differ from those of the record it stands in (a derived level, an inferred domain).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

T = TypeVar("T")


class Confidence(StrEnum):
    """How sure a fact is, surest first; the order of the members is the order of rank."""

    OFFICIAL = "official"  # a law, a regulation or the register itself
    CONFIRMED = "confirmed"  # two schools or more say the same
    SINGLE = "single"  # one document of one school
    TRANSCRIBED = "transcribed"  # typed over by eye from a picture
    OCR = "ocr"  # read from a picture by a program
    INFERRED = "inferred"  # follows from other facts; no source states it

    @property
    def rank(self) -> int:
        """0 is surest."""
        return _RANK[self]


_RANK = {confidence: rank for rank, confidence in enumerate(Confidence)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[T]):
    """One value with its own source and confidence."""

    value: T
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A statement: who says it (`sources`, at least one id) and how sure it is."""

    TABLE: ClassVar[str]
    IDENTITY: ClassVar[tuple[str, ...]]

    sources: tuple[str, ...]
    confidence: Confidence

    @property
    def identity(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.IDENTITY)


class SourceKind(StrEnum):
    """What kind of publication a source is."""

    LAW = "law"
    REGISTER = "register"
    SCHOOL_REGULATION = "school-regulation"
    CODE_LIST = "code-list"
    WEB_PAGE = "web-page"
    DATA_SET = "data-set"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication that facts are taken from; `id` is how records name it."""

    TABLE: ClassVar[str] = "sources"
    IDENTITY: ClassVar[tuple[str, ...]] = ("id",)

    id: str
    kind: SourceKind
    title: str
    publisher: str = ""
    year: int | None = None
    address: str = ""
    licence: str = ""
