"""Questions and acts that a use case does not take.

BouwsteenError
├── NotAllowed          not with this role, or not with what is somebody else's
├── TooManyFiles        more than one account keeps
├── TooManyShares       more codes than one file has at once
├── TooManyActivities   more than anybody does at work
└── NoSkills            no vocabulary with skills was imported
"""

from dataclasses import dataclass
from typing import ClassVar

from bouwsteen.model.errors import BouwsteenError


@dataclass(eq=False)
class NotAllowed(BouwsteenError):
    """The policy refuses `action`; `because` is the slug of why."""

    slug: ClassVar[str] = "not-allowed"
    action: str
    because: str

    def __str__(self) -> str:
        return f"{self.action}: {self.because}"


@dataclass(eq=False)
class TooManyFiles(BouwsteenError, ValueError):
    """An account keeps `limit` files at the most."""

    slug: ClassVar[str] = "too-many-files"
    limit: int

    def __str__(self) -> str:
        return f"the most is {self.limit}"


@dataclass(eq=False)
class TooManyShares(BouwsteenError, ValueError):
    """A file has `limit` codes at the most that hold."""

    slug: ClassVar[str] = "too-many-shares"
    limit: int

    def __str__(self) -> str:
        return f"the most is {self.limit}"


@dataclass(eq=False)
class TooManyActivities(BouwsteenError, ValueError):
    """A question with `count` activities, where `limit` is the most."""

    slug: ClassVar[str] = "too-many-activities"
    count: int
    limit: int

    def __str__(self) -> str:
        return f"{self.count} activities; the most is {self.limit}"


@dataclass(eq=False)
class NoSkills(BouwsteenError, LookupError):
    """Nothing to look in: the embedded catalogue has no skills, an import brings them."""

    slug: ClassVar[str] = "no-skills"

    def __str__(self) -> str:
        return "no skills are known; import a vocabulary that has them"
