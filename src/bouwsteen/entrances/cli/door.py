"""What every command gets: the words, and the house behind the door."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bouwsteen.entrances.words import Words

if TYPE_CHECKING:
    from bouwsteen.model.catalogue import DatedCatalogue
    from bouwsteen.model.person import Person
    from bouwsteen.questions.choice.purposes import PurposeTable
    from bouwsteen.rules.rule import RuleSet
    from bouwsteen.services.examine_installation import Installation
    from bouwsteen.services.people import Accounts, SavedFiles
    from bouwsteen.services.ports import (
        ApiKeys,
        Catalogues,
        Clock,
        Contents,
        IndexCache,
        Ledger,
        PartTexts,
        Precedents,
        RegisterReader,
        RegisterWriter,
    )
    from bouwsteen.services.prepared import Language, PreparedStructure


class House(Protocol):
    """The ports, joined to adapters: `entrances.wiring`, or something invented in a test."""

    def catalogues(self) -> "Catalogues": ...

    def index_cache(self) -> "IndexCache": ...

    def language(self) -> "Language": ...

    def ledger(self) -> "Ledger": ...

    def api_keys(self) -> "ApiKeys": ...

    def accounts(self) -> "Accounts": ...

    def saved_files(self) -> "SavedFiles": ...

    def contents(self, number: int) -> "Contents": ...

    def reader(self, kind: str) -> "RegisterReader": ...

    def writer(self) -> "RegisterWriter": ...

    def write_package(self, folder: Path) -> None: ...

    def read_person(self, path: Path) -> "Person": ...

    def law(self) -> "RuleSet": ...

    def purposes(self) -> "PurposeTable": ...

    def policies(self, place: Path | None = None) -> "RuleSet": ...

    def precedents(self) -> "Precedents": ...

    def check_rules(self, place: Path | None) -> "tuple[tuple[str, ...], RuleSet]": ...

    def part_texts(self, number: int) -> "PartTexts": ...

    def installation(self) -> "Installation": ...

    def clock(self) -> "Clock": ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The language of the person, and the house."""

    say: Words
    house: House

    def day(self, on: date | None = None) -> date:
        """The day that is asked about: `on`, else today."""
        from bouwsteen.services.ports import day_here

        return on or day_here(self.house.clock().now())

    def structure(self, on: date | None = None) -> "DatedCatalogue":
        """The newest structure on the day; raises `BeforeFirstKnown`."""
        return self.house.catalogues().newest().on(self.day(on))

    def ready(self, on: date | None = None) -> "PreparedStructure":
        """The same, prepared for questions in people's own words."""
        from bouwsteen.services.prepared import prepared

        house = self.house
        return prepared(
            house.catalogues().newest(),
            self.day(on),
            house.index_cache(),
            house.language(),
            texts=house.part_texts,
        )
