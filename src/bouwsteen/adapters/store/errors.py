"""What can be wrong with the place where the ledger is kept.

BouwsteenError
├── InvalidDatabaseAddress     BOUWSTEEN_DATABASE_URL is not an address of a database
└── StorageFault               (services.ports) the place cannot be read or written
"""

from dataclasses import dataclass
from typing import ClassVar

from bouwsteen.model.errors import BouwsteenError


@dataclass(eq=False, kw_only=True)
class InvalidDatabaseAddress(BouwsteenError, ValueError):
    """The variable holds `given` (its password left out), where `expected` was expected."""

    slug: ClassVar[str] = "invalid-database-address"
    variable: str
    given: str
    expected: str

    def __str__(self) -> str:
        return (
            f"{self.variable} is {self.given!r}: expected {self.expected}. "
            f"Correct it, or leave it out to use a file in your own data folder."
        )
