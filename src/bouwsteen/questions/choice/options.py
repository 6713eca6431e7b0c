"""What can be put in the choice space, and what each would do for a purpose: the input of the optimum.

An `Option` is an optional module, or a part of another qualification (a core task). A `Target` is a qualification
that somebody wants to keep within reach.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bouwsteen.model.codes import PartKey


class Purpose(StrEnum):
    """What the choice space is used for. Source: the letter (Kamerstukken II 31 524, nr. 483), section 1."""

    PROGRESSION = "progression"  # to a higher level, hbo or teacher training
    ORIENTATION = "orientation"  # keep the most programmes within reach, choose later
    COMPANY = "company"  # what the company does, as a text
    SPECIALISE = "specialise"  # deeper in the own field, as a text
    UPDATE = "update"  # what is new in the field
    CROSS_CUTTING = "cross-cutting"  # broad elements
    PERSONAL = "personal"  # personal growth


TEXT_PURPOSES = frozenset({Purpose.COMPANY, Purpose.SPECIALISE})
"""Purposes that a text describes; the others come from the table of purposes, or from the parts themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to choose. `code` is the code of a module or the key of a part; `hours` are clock hours.

    `serves` says from 0 to 1000 how well it serves the purpose; `evidence` how near by it is really offered (0:
    nothing known); `covers` are the work processes in it with their hours, each under one name, and with one
    number of hours, for all that are equal; together no more than `hours`. A module that counts for an obligation
    covers nothing beside.
    """

    code: str
    hours: int
    serves: int = 0
    evidence: int = 0
    covers: Mapping[PartKey, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A qualification to keep within reach.

    `slack` are the hours that the person has beyond what it still asks for (negative: it does not fit); `parts` the
    work processes that it still asks for; `modules` the modules that surely count for its `obligation`, of which so
    many hours are still open.
    """

    crebo: str
    slack: int
    parts: frozenset[PartKey] = frozenset()
    modules: frozenset[str] = frozenset()
    obligation: int = 0
