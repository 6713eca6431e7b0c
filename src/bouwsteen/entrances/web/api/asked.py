"""What may be asked, and in which form; each is also its own description in the OpenAPI document.

Names are in camelCase, as the NL API Design Rules ask of query keys.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.config import JsonDict

from bouwsteen.entrances.web.api.expected import DAY, WHOLE
from bouwsteen.model.records import Records
from bouwsteen.model.sources import SourceKind
from bouwsteen.questions.routing.periods import LEAST_LOAD, MOST_LOAD
from bouwsteen.services.show_possibilities import MOST_ACTIVITIES

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)
PUBLISHED = "x-published"
"""Under it stands which published schema a value has; `document` puts that in its place."""
PAGE, MOST_ON_PAGE = 100, 500
LONGEST_TEXT = 500
MOST_JOBS = 10
PART_KEY = r"^[A-Za-z0-9._~-]+/[A-Za-z0-9._~-]+/(?:B1|P[0-9]{1,2}|D1)(?:-K[0-9]{1,2}(?:-W[0-9]{1,2})?)?$"
WORK = r"^(?:B1|P[0-9]{1,2}|D1)-K[0-9]{1,2}(?:-W[0-9]{1,2})?$"
CODE = r"^[A-Za-z0-9._~-]+$"


def _day(given: Any) -> Any:
    """A day is written 2026-08-01; a number is no day."""
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise ValueError(DAY)
    return given


def _whole(given: Any) -> Any:
    """A whole number is written in digits, without a point or spaces."""
    if isinstance(given, str) and not _WHOLE.fullmatch(given):
        raise ValueError(WHOLE)
    return given


def _count(given: Any) -> Any:
    """In JSON 2 and 2.0 are one number; "2" and true are none."""
    if isinstance(given, bool | str):
        raise ValueError(WHOLE)
    return given


Count = Annotated[int, BeforeValidator(_count)]
Periods = Annotated[int, Field(ge=1, le=60), BeforeValidator(_count)]
Load = Annotated[int, Field(ge=LEAST_LOAD, le=MOST_LOAD), BeforeValidator(_count)]
Day = Annotated[date, BeforeValidator(_day)]
Whole = Annotated[int, BeforeValidator(_whole)]
Level = Annotated[int, Field(ge=1, le=4), BeforeValidator(_whole)]
Hours = Annotated[int, Field(ge=0, le=10_000), BeforeValidator(_whole)]
Code = Annotated[str, Field(max_length=200, pattern=CODE)]
Key = Annotated[str, Field(max_length=200, pattern=CODE, description="As its list gives it")]
WorkCode = Annotated[str, Field(pattern=WORK, description="The code inside that version of that owner")]
Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=r"[A-Za-z]")]
_ON = Field(None, description="The structure as it holds on this day; without it today")


class OnDay(Schema):
    """A thing on a day."""

    onDate: Day | None = _ON


class ListOf(OnDay):
    """A page of a list."""

    limit: Whole = Field(PAGE, ge=1, le=MOST_ON_PAGE, description="At most so many items")
    cursor: str = Field("", max_length=200, description="Where to go on: as `next` gives it, do not make it")

    def wanted(self) -> dict[str, str]:
        """What the items are chosen by."""
        return {
            name: str(value) for name, value in self if name not in ListOf.model_fields and value is not None
        }


class ListOfQualifications(ListOf):
    level: Level | None = Field(None, description="Of this level")
    domain: Code | None = Field(None, description="In the domain with this code")
    file: Code | None = Field(None, description="In the file with this code")
    current: Literal["yes", "unknown", "no"] | None = Field(
        None, description="Whether it is offered that day"
    )
    pathway: Literal["bol", "bbl", "ovo"] | None = Field(None, description="That can be followed this way")


class ListOfFiles(ListOf):
    domain: Code | None = Field(None, description="In the domain with this code")


class ListOfModules(ListOf):
    hours: Hours | None = Field(None, description="Of this study load in clock hours")
    offeredWith: Code | None = Field(None, description="Seen with the qualification or file with this code")


class ListOfParts(ListOf):
    kind: Literal["core-task", "work-process"] | None = Field(None, description="Of this kind")
    owner: Code | None = Field(None, description="Of the file, qualification or module with this code")
    qualification: Code | None = Field(None, description="That the qualification with this crebo requires")


class ListOfCertificates(ListOf):
    module: Code | None = Field(None, description="For the optional module with this code")


class ListOfOffers(ListOf):
    module: Code | None = Field(None, description="Of the optional module with this code")
    qualification: Code | None = Field(None, description="With the qualification with this crebo")
    file: Code | None = Field(None, description="With the file with this code")
    institution: Code | None = Field(None, description="At the school with this code")


class ListOfSources(ListOf):
    kind: SourceKind | None = Field(None, description="Of this kind")


class Search(OnDay):
    q: str = Field(min_length=1, max_length=200, description="A code, or words of a name or title")
    limit: Whole = Field(20, ge=1, le=100, description="At most so many things")


class Changes(Schema):
    since: Whole = Field(
        ge=0, le=999_999_999, description="The ledger number up to which you know everything"
    )
    limit: Whole = Field(PAGE, ge=1, le=MOST_ON_PAGE, description="At most so many changes")
    cursor: str = Field("", max_length=200, description="Where to go on: as `next` gives it, do not make it")


class ComparedProgrammes(OnDay):
    first: Code = Field(description="The crebo code of one programme")
    second: Code = Field(description="The crebo code of the other")


class ComparedVersions(Schema):
    code: Code = Field(description="The code of a file, qualification or module")
    before: Code = Field(description="One version of it")
    after: Code = Field(description="The other version")


class ComparedDays(Schema):
    before: Day = Field(description="One day")
    after: Day | None = Field(None, description="The other day; without it today")
    code: Code | None = Field(None, description="Only this file, qualification or module")


class Import(Schema):
    kind: Literal["sbb-xml", "rio", "esco", "competentnl", "datapackage"] = Field(
        description="Which register or vocabulary the file comes from"
    )
    exported: Day | None = Field(
        None, description="The day on which it was exported, where the file does not say"
    )


class MatchQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    text: Text = Field(
        description="What somebody does at work, in plain Dutch", examples=["contact met klanten"]
    )
    titles: Count = Field(10, ge=1, le=100, description="Work processes with so many different titles")


class SkillsQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    text: Text = Field(
        description="What somebody does at work, in plain Dutch", examples=["contact met klanten"]
    )
    limit: Count = Field(10, ge=1, le=100, description="At most so many skills of an activity")


_EMPLOYER_SAYS: JsonDict = {
    "if": {"properties": {"first": {"const": "employer"}}, "required": ["first"]},
    "then": {"properties": {"employer": {"pattern": r"\S"}}, "required": ["employer"]},
}
"""What an employer asks for comes first only where an employer says something."""


class PossibilitiesQuestion(Schema):
    model_config = ConfigDict(extra="forbid", json_schema_extra=_EMPLOYER_SAYS)

    activities: list[Text] = Field(
        [], max_length=MOST_ACTIVITIES - MOST_JOBS, description="What somebody does at work, in plain Dutch"
    )
    jobs: list[Text] = Field([], max_length=MOST_JOBS, description="Job titles, or codes of occupations")
    confirmed: list[Annotated[str, Field(max_length=200, pattern=PART_KEY)]] = Field(
        [], max_length=500, description="Keys of parts of which she says: this I do"
    )
    followed: list[Code] = Field([], max_length=50, description="Crebo codes of programmes that she followed")
    achieved: list[Code] = Field([], max_length=50, description="Crebo codes of her diplomas")
    levels: list[Annotated[int, Field(ge=1, le=4), BeforeValidator(_count)]] = Field(
        [], max_length=4, description="Only these levels; empty: all"
    )
    first: Literal["certificate", "shortest", "employer"] = Field(
        "certificate", description="What comes first in the order of steps"
    )
    employer: str = Field(
        "",
        max_length=LONGEST_TEXT,
        description="What an employer asks for, in plain Dutch; `first` `employer` needs it",
    )
    limit: Count = Field(20, ge=0, le=1000, description="At most so many qualifications")


PersonFile = Annotated[dict[str, Any], WithJsonSchema({"type": "object", PUBLISHED: "PersonFile"})]
"""What somebody brings, in the form of `bouwsteen person`; read by the same reader."""


class DiplomaQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    person: PersonFile


class RouteQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    person: PersonFile
    goals: list[Code] = Field([], max_length=5, description="Crebo codes; empty: what the person says")
    objective: Literal["hours", "certificate", "options"] = Field("hours", description="What counts most")
    periods: Periods | None = Field(None, description="At most so many periods")
    load: Load | None = Field(None, description="At most so many hours a period")


class SwitchQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    origin: Code = Field(description="The crebo code of the programme that somebody follows")
    target: Code = Field(description="The crebo code of the other programme")
    person: PersonFile | None = None


Table = StrEnum("Table", {name.upper(): name.replace("_", "-") for name in Records().tables()})  # type: ignore[misc] # one for each table
