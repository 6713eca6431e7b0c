"""A rule of law as data: what it concludes, when it holds, where it stands, how sure it is, and its condition.

A change of law is a new rule beside the old one. Rules of one conclusion that hold on one day exclude each
other by `applies`. A rule of an `institution` refines one of the law, where that is `refinable`: what the law
refuses stays refused, what it allows the institution may refuse.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bouwsteen.model.period import Period
from bouwsteen.rules.conditions import Compare, Condition, Option
from bouwsteen.rules.facts import Plain

ASKED = "asked.day"
"""Selects a rule by the day on which the question is asked."""


class Certainty(StrEnum):
    """How sure it is that the law says so; the letters are those of the research behind it."""

    READ = "read"  # H: read in the text of the law or an official file
    AGREED = "agreed"  # M: an official page, or several regulations that agree
    SECONDARY = "secondary"  # L: one secondary source
    UNVERIFIED = "unverified"  # U: decides nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalSource:
    """Where a rule stands: `law` by its short name, and the BWB id or the address of what is no law."""

    law: str
    article: str = ""
    paragraph: str = ""
    bwb: str = ""
    address: str = ""

    def __str__(self) -> str:
        pieces = [self.law]
        if self.article:
            pieces.append(self.article if self.article.startswith("§") else f"art. {self.article}")
        if self.paragraph:
            pieces.append(f"lid {self.paragraph}")
        if self.bwb:
            pieces.append(f"({self.bwb})")
        return " ".join(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What the rule says in plain words, Dutch (B1) and English."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `about` is the scope it speaks of; `selected_by` the day (a term) that `valid` is held against."""

    id: str
    conclusion: str
    valid: Period
    source: LegalSource
    certainty: Certainty
    explanation: Explanation
    condition: Condition
    about: str = "student"
    selected_by: str = "student.start"
    applies: Condition | None = None
    institution: str = ""
    refinable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """One value of a parameter: the days on which it holds, and for whom (`when`, each a comparison)."""

    value: Plain
    valid: Period
    when: tuple[Compare, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value of the law that rules refer to, with its history."""

    id: str
    values: tuple[DatedValue, ...]
    source: LegalSource
    certainty: Certainty
    explanation: Explanation
    selected_by: str = "student.start"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChoice:
    """Where the law is silent: what schools choose between, and what most choose."""

    id: str
    values: tuple[str, ...]
    default: str
    source: LegalSource
    certainty: Certainty
    explanation: Explanation


Stated = Rule | Parameter | OptionChoice
"""What has an id, a source and an explanation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Rules, parameters and options that belong together: the law, or the law with one school's policy.

    `chosen` are the values of options that a policy chooses, by institution and id of the option.
    """

    rules: tuple[Rule, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    options: tuple[OptionChoice, ...] = ()
    chosen: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def everything(self) -> tuple[Stated, ...]:
        """Rules, parameters and options, in that order."""
        return (*self.rules, *self.parameters, *self.options)

    def __add__(self, other: "RuleSet") -> "RuleSet":
        return RuleSet(
            rules=self.rules + other.rules,
            parameters=self.parameters + other.parameters,
            options=self.options + other.options,
            chosen={**self.chosen, **other.chosen},
        )

    def option(self, option: Option, institution: str = "") -> str:
        """What is chosen: by the institution, else for everybody, else by most."""
        default = next(each.default for each in self.options if each.id == option.id)
        everybody = self.chosen.get(("", option.id), default)
        return self.chosen.get((institution, option.id), everybody)
