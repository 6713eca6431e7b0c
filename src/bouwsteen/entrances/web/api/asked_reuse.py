"""What may be asked about parts that recur, and in which form."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from bouwsteen.entrances.web.api.asked import MOST_ON_PAGE, PAGE, Code, Level, OnDay, Whole

MOST_PROGRAMMES = 6
LONGEST_NAME = 200

Codes = Annotated[
    str,
    Field(
        pattern=rf"^[0-9]{{5}}(?:,[0-9]{{5}}){{1,{MOST_PROGRAMMES - 1}}}$",
        description=f"Two to {MOST_PROGRAMMES} crebo codes with commas; one given twice counts once",
    ),
]


Place = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME, pattern=r"[A-Za-z0-9]")]


class ListOfReuse(OnDay):
    """A page of what recurs; it has an order of its own, so a cursor is a place in it."""

    limit: Whole = Field(PAGE, ge=1, le=MOST_ON_PAGE, description="At most so many")
    cursor: Whole = Field(
        0, ge=0, le=999_999_999, description="Where to go on: as the header `Link` gives it"
    )


class ListOfFamilies(ListOfReuse):
    place: Place | None = Field(
        None,
        description="Of the file or qualification with this code; or with these words in the title of the family "
        "or of a member",
    )
    kind: Literal["core-task", "work-process"] | None = Field(None, description="Of this kind")
    state: Literal["proposed", "confirmed", "rejected"] | None = Field(
        None, description="That people judged so"
    )


class ListOfOverlaps(ListOfReuse):
    place: Code | None = Field(None, description="Of the file or qualification with this code")


class Map(OnDay):
    sector: Code | None = Field(
        None, description="Of the programmes of this sector, or `unknown`: a map of those"
    )
    codes: Codes | None = Field(None, description="Of these programmes: a map of those")


class FamilyVerdict(Schema):
    model_config = ConfigDict(extra="forbid")

    verdict: Literal["confirmed", "rejected", "withdrawn"] = Field(
        description="Its members are one part, or only look alike, or what was said before counts no longer"
    )


class FamilyName(Schema):
    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME, pattern=r"[A-Za-z]")] = Field(
        description="How the family is to be called", examples=["Werken aan de eigen deskundigheid"]
    )


class ListOfBases(OnDay):
    level: Level | None = Field(None, description="Of programmes of this level")
