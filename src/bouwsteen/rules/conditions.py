"""The language of conditions: small, typed, and without a sentence in it.

    condition
    ├── All, AnyOf, Not, AtLeastOf (k of)            of other conditions
    ├── Each, Count, Sum, Mean, Choice               over the items of a collection
    ├── Compare                                      one term with a bound
    ├── Always, Chosen                               nothing is asked; a school has chosen so
    └── Holds                                        what another rule concludes
    bound
    ├── Constant                                     a value that the rule itself states
    ├── TermValue                                    the value of another term
    ├── ParameterValue                               a dated value of the law
    └── DayAfter                                     a day, so many years later

An `Option` stands where the law is silent and schools choose: its value is filled in when rules are compiled.
"""

from dataclasses import dataclass
from enum import StrEnum

from bouwsteen.rules.facts import Plain


class Operator(StrEnum):
    """How a term is compared with its bound; the value is the word in a rule file."""

    IS = "is"
    IS_NOT = "is-not"
    ONE_OF = "one-of"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BEFORE = "before"
    ON_OR_AFTER = "on-or-after"
    BETWEEN = "between"  # from the first day up to, but not including, the second
    LEVEL_AT_LEAST = "level-at-least"
    GIVEN = "given"  # there is one; no bound


class Rounding(StrEnum):
    """How a mean is rounded before it is compared."""

    HALF_UP = "half-up"  # to a whole number: 5.5 is 6
    NONE = "none"


class Weighting(StrEnum):
    """Whether a longer module weighs more in a mean."""

    EQUAL = "equal"
    BY_HOURS = "by-hours"


class Chooser(StrEnum):
    """Which items count where there are more than needed."""

    BOARD = "board"  # the examination board chooses: yes or no only where every choice comes out alike
    BEST = "best"  # the choice that is best for the student
    ALL = "all"  # everything counts


@dataclass(frozen=True, slots=True)
class Option:
    """The value of an option, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that the rule states; several for `one-of` and `between`."""

    values: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class TermValue:
    """The value of another term."""

    term: str


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """A dated value of the law."""

    id: str


@dataclass(frozen=True, slots=True)
class DayAfter:
    """The day `years` years after the day of `term`; 29 February becomes 1 March."""

    term: str
    years: "tuple[Bound, ...]"


Bound = Constant | TermValue | ParameterValue | DayAfter


@dataclass(frozen=True, slots=True)
class All:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


@dataclass(frozen=True, slots=True)
class AtLeastOf:
    """At least `least` of the parts hold."""

    least: int
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Compare:
    """`term` compared with `bound`; `GIVEN` takes no bound."""

    term: str
    operator: Operator
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Each:
    """Every item (for which `where` holds) fulfils `holds`."""

    over: str
    holds: "Condition"
    where: "Condition | None" = None


@dataclass(frozen=True, slots=True)
class Count:
    """So many items (for which `where` holds) fulfil `holds`. `least` None: at least half of them."""

    over: str
    holds: "Condition | None" = None
    where: "Condition | None" = None
    least: Bound | None = None
    most: Bound | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of `term` over the items is at least, or at most, `bound`."""

    over: str
    term: str
    operator: Operator
    bound: Bound
    where: "Condition | None" = None


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of `term` over the items is at least `bound`; items without a value are unknown, not zero."""

    over: str
    term: str
    bound: Bound
    where: "Condition | None" = None
    rounding: Rounding | Option = Rounding.NONE
    weighting: Weighting | Option = Weighting.EQUAL
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """`holds` over a choice of the items that together reach `bound` in `term`, none of them superfluous.

    Where all items are needed there is one choice. Inside `holds` the collection is the choice.
    """

    over: str
    term: str
    bound: Bound
    holds: "Condition"
    chooser: Chooser | Option = Chooser.BOARD


@dataclass(frozen=True, slots=True)
class Holds:
    """What the rule with this conclusion says."""

    conclusion: str


@dataclass(frozen=True, slots=True)
class Always:
    """The law asks nothing here."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The option with this id has this value."""

    option: Option
    value: str


Condition = (
    Always | Chosen | All | AnyOf | Not | AtLeastOf | Compare | Each | Count | Sum | Mean | Choice | Holds
)
