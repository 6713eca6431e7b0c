"""What is asked of a route, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Person
from bouwsteen.model.records import Certificate, Qualification
from bouwsteen.services.plan_route.asked import Thing
from bouwsteen.services.plan_route.standing import Brought


class Objective(StrEnum):
    """What a route is shortest, soonest or longest in."""

    HOURS = "hours"  # the fewest hours
    CERTIFICATE = "certificate"  # a first certificate soonest, then the fewest hours
    OPTIONS = "options"  # the fewest hours, in the order that keeps most programmes open longest


class Why(StrEnum):
    """Why a thing stands where it stands."""

    FIRST_CERTIFICATE = "first-certificate"  # it belongs to the first certificate
    PERHAPS_FIRST_CERTIFICATE = "perhaps-first-certificate"  # it may belong to it
    SERVES_SEVERAL = "serves-several"  # more than one diploma asks it
    KEEPS_OPEN = "keeps-open"  # other programmes ask it too
    CARRIES_CERTIFICATE = "carries-certificate"
    WANTED = "wanted"
    FOLLOWS = "follows"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteQuestion:
    """What somebody asks: to which diplomas (crebo codes), with which wish, in how many periods of which load."""

    person: Person
    goals: tuple[str, ...]
    objective: Objective = Objective.HOURS
    periods: int | None = None
    load: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A diploma on the way. `achieved`: the file says that it is there already; `hours`: of this one alone."""

    qualification: Qualification
    current: Outcome
    basis: str
    achieved: bool
    hours: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOnTheWay:
    """A certificate of parts on the route; `certain` False: it only may concern them. Complete in `period`."""

    certificate: Certificate
    certain: bool
    period: int
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """A thing in one period: how many of its hours, whether it starts and ends there, and why it stands there."""

    thing: Thing
    hours: int
    starts: bool
    ends: bool
    because: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPeriod:
    """One period. `open`: the programmes that are still open at its end, where the wish is to keep them open."""

    number: int
    hours: int
    parts: tuple[PlannedPart, ...]
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The answer. `hours`: when the board grants what it may; `hours_without`: when it grants nothing.

    `whole` is what it takes for somebody who has nothing. `bound`: no route has fewer hours. `fits` None: no
    number of periods was asked for. `perhaps`: what may be asked too.
    """

    number: int
    on: date
    question: RouteQuestion
    goals: tuple[Goal, ...]
    brought: tuple[Brought, ...]
    used: frozenset[str]
    periods: tuple[PlannedPeriod, ...]
    load: int
    hours: int
    hours_without: int
    whole: int
    bound: int
    unknown_hours: tuple[Thing, ...]
    certificates: tuple[CertificateOnTheWay, ...]
    options: Mapping[str, int] = field(default_factory=dict)
    options_bound: int = 0
    perhaps: tuple[str, ...] = ()
    fits: bool | None = None

    @property
    def proved(self) -> bool:
        return self.hours <= self.bound and sum(self.options.values()) >= self.options_bound
