"""What may be asked about choices and exemptions, and in which form."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from bouwsteen.entrances.web.api.asked import LONGEST_TEXT, PART_KEY, Code, Count, PersonFile
from bouwsteen.services.check_choice import MOST_MODULES

MOST_OPTIONS = 40
MOST_TOGETHER = 6

Chosen = Annotated[str, Field(max_length=200, pattern=rf"^[Kk][0-9]{{4}}$|{PART_KEY}")]
Regime = Literal["law", "uncoupled", "letter"]
Purpose = Literal[
    "progression", "orientation", "company", "specialise", "update", "cross-cutting", "personal"
]
Hours = Annotated[Count, Field(ge=1, le=6400)]
_CHOSEN: list[str] = Field(
    [],
    max_length=MOST_MODULES,
    description="Codes of modules, or keys of core tasks; empty: what the person says",
)
_REGIME: Regime = Field(
    "law", description="The rules: as they are, as bill 36 670 wants, or as the letter wants"
)
_REQUESTED: bool | None = Field(
    None, description="Whether she herself asked for a module outside the coupling; without it: not said"
)


class ChoiceQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    person: PersonFile
    chosen: list[Chosen] = _CHOSEN
    regime: Regime = _REGIME
    requested: bool | None = _REQUESTED
    final: bool = Field(False, description="Whether the choice must fill all that the programme owes")


class SuggestionQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    person: PersonFile
    purpose: Purpose = Field(description="What the modules are for")
    text: str = Field(
        "", max_length=LONGEST_TEXT, description="In plain Dutch; `company` and `specialise` need it"
    )
    hours: Hours | None = Field(None, description="For so many hours; without it: what the programme owes")
    load: Hours | None = Field(None, description="A goal is within reach with at most so many hours to do")
    chosen: list[Chosen] = _CHOSEN
    goals: list[Code] = Field(
        [], max_length=10, description="Crebo codes to keep within reach; empty: what the person says"
    )
    regime: Regime = _REGIME
    requested: bool | None = _REQUESTED


class OfferQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    person: PersonFile
    options: list[Annotated[list[Chosen], Field(min_length=1, max_length=MOST_TOGETHER)]] = Field(
        min_length=1, max_length=MOST_OPTIONS, description="What the school offers: modules, or sets of them"
    )
    costs: list[Chosen] = Field([], max_length=100, description="Modules that cost the student extra")
    regime: Regime = _REGIME


class ExemptionQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    person: PersonFile
    qualification: Code | None = Field(None, description="A crebo code; without it: what the person says")
    institution: Annotated[str, Field(max_length=200)] | None = Field(
        None, description="The code or name of a school; without it: what the person says"
    )
