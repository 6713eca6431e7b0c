"""What two things have in common and where they differ: two programmes, two versions, two days of the catalogue."""

from bouwsteen.questions.comparison.changes import Change, Changes, Described, changes
from bouwsteen.questions.comparison.switching import (
    COUNTS,
    PERHAPS,
    ComparedPart,
    GenericPartOfSwitch,
    Kinship,
    Switch,
    SwitchedPart,
    generic_switch,
    switched,
)

__all__ = [
    "COUNTS",
    "PERHAPS",
    "Change",
    "Changes",
    "ComparedPart",
    "Described",
    "GenericPartOfSwitch",
    "Kinship",
    "Switch",
    "SwitchedPart",
    "changes",
    "generic_switch",
    "switched",
]
