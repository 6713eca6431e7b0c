"""What is asked and answered about the best use of a choice space."""

from dataclasses import dataclass
from datetime import date

from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Person
from bouwsteen.questions.choice.checking import Regime
from bouwsteen.questions.choice.options import Purpose
from bouwsteen.questions.choice.purposes import Nearness
from bouwsteen.questions.choice.space import ChoiceSpace


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody wants with the choice space.

    `text` says what the company does, or what to be good at; with the other purposes it narrows the goal. `hours` to
    spend; None: what is left of the obligation. `load` are the hours of the whole programme that are left; None: what
    is left of it by estimate. `person.goals` are the programmes to keep within reach; none: all of her level.
    """

    person: Person
    purpose: Purpose
    text: str = ""
    hours: int | None = None
    load: int | None = None
    regime: Regime = Regime.LAW
    requested: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """One option of the best set, or one that came after it.

    `because` is the slug of the reason; `why` the words of the title that carried a match; `counts_in` the goals in
    which it counts; `holders` the programmes that a part belongs to. `hours_known` is False where a module's hours
    are not known and it counts as 240. `allowed` is what the law says of it: yes or unknown.
    """

    code: str
    title: str
    kind: str
    hours: int
    hours_known: bool
    allowed: Outcome
    because: str
    towards: str = ""
    source: str = ""
    serves: int = 0
    nearness: Nearness = Nearness.NOWHERE
    why: tuple[str, ...] = ()
    counts_in: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWithinReach:
    """A programme to keep within reach. `short` are the hours that are lacking (0: within reach); None: cannot be said,
    `basis` says why. `looks_alike` are titles of parts that resemble one in the set and are not known to be equal."""

    crebo: str
    name: str
    short: int | None
    basis: str
    looks_alike: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """A module or work process near to the text; `why` are the words that carried it."""

    code: str
    title: str
    kind: str
    score: float
    why: tuple[str, ...]
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The best set (`proved`: no set is better), what came after it, and what the answer rests on.

    `hours_basis` says where the hours come from. `not_found` are the words of the text that no part in the catalogue
    names; `nearest_by` whether the nearest parts were found by the text or by the name of the own programme.
    """

    question: Question
    on: date
    number: int
    programme: str
    space: ChoiceSpace
    hours: int
    hours_basis: str
    considered: int
    refused: tuple[str, ...]
    suggested: tuple[Suggested, ...]
    others: tuple[Suggested, ...]
    goals: tuple[GoalWithinReach, ...]
    load: int | None
    not_found: tuple[str, ...]
    nearest: tuple[Nearby, ...]
    nearest_by: str
    proved: bool
