"""The shell as a person or a program meets it, on a house without disk or database."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from bouwsteen.adapters.files.datapackage import write_package
from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.files.rules import national_law, school_policies
from bouwsteen.adapters.language.sayings import shipped_sayings
from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.adapters.store.memory import MemoryLedger
from bouwsteen.adapters.store.memory_precedents import MemoryPrecedents
from bouwsteen.entrances import wiring
from bouwsteen.entrances.cli.main import Shell
from bouwsteen.entrances.words import words_in
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.history import editions_of
from bouwsteen.model.person import Person
from bouwsteen.questions.choice.purposes import PurposeTable
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.examine_installation import Installation
from bouwsteen.services.people import Accounts, SavedFiles
from bouwsteen.services.ports import (
    ApiKeys,
    Contents,
    IndexCache,
    KeyNameTaken,
    Ledger,
    PartText,
    PartTexts,
    Precedents,
    RegisterReader,
    RegisterWriter,
)
from bouwsteen.services.prepared import Language
from tests.invented import DAY
from tests.services.installation import InventedInstallation
from tests.services.people import MemoryAccounts, MemoryFiles

SANDRA = ("inkoop- en voorraadbeleid voeren", "contact met klanten")
LANGUAGE = Language(encoder=DutchVectors(), sayings=shipped_sayings())
SCHEMAS = Path(wiring.__file__).parent / "cli" / "schemas"


class FixedClock:
    def now(self) -> datetime:
        return datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)


class MemoryCache(dict[str, bytes]):
    def load(self, name: str) -> bytes | None:
        return self.get(name)

    def save(self, name: str, content: bytes) -> None:
        self[name] = content


class MemoryKeys(dict[str, str]):
    """Key → name."""

    def new(self, name: str, *, created: datetime) -> str:
        if name in self.values():
            raise KeyNameTaken(name)
        self[f"key of {name}"] = name
        return f"key of {name}"

    def holder(self, key: str) -> str | None:
        return self.get(key)

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.values()))

    def end(self, name: str, *, ended: datetime) -> None:
        if self.pop(f"key of {name}", None) is None:
            raise UnknownCode(name)


@dataclass
class InventedHouse:
    """A catalogue, and a ledger that starts with it."""

    catalogue: Catalogue
    cache: MemoryCache = field(default_factory=MemoryCache)
    kept: MemoryLedger | None = None
    book: MemoryPrecedents = field(default_factory=MemoryPrecedents)
    with_text: tuple[str, ...] = ()
    people: MemoryAccounts = field(default_factory=MemoryAccounts)
    saved: MemoryFiles = field(default_factory=MemoryFiles)
    keys: "MemoryKeys" = field(default_factory=lambda: MemoryKeys())

    def catalogues(self) -> "InventedHouse":
        return self

    def newest(self) -> Catalogue:
        return self.kept.catalogue() if self.kept else self.catalogue

    def index_cache(self) -> IndexCache:
        return self.cache

    def language(self) -> Language:
        return LANGUAGE

    def ledger(self) -> Ledger:
        self.kept = self.kept or MemoryLedger(editions_of(self.catalogue.records, "embedded"))
        return self.kept

    def api_keys(self) -> ApiKeys:
        return self.keys

    def accounts(self) -> Accounts:
        return self.people

    def saved_files(self) -> SavedFiles:
        return self.saved

    def contents(self, number: int) -> Contents:
        return wiring.LedgerContents(self.kept, number)

    def reader(self, kind: str) -> RegisterReader:
        return wiring.reader(kind)

    def writer(self) -> RegisterWriter:
        return wiring.writer()

    def write_package(self, folder: Path) -> None:
        write_package(self.newest().whole, folder)

    def read_person(self, path: Path) -> Person:
        return wiring.read_person(path)

    def law(self) -> RuleSet:
        return national_law(self.cache)

    def purposes(self) -> PurposeTable:
        return wiring.purposes()

    def policies(self, place: Path | None = None) -> RuleSet:
        return wiring.policies(place) if place else school_policies(self.cache, self.law())

    def precedents(self) -> Precedents:
        return self.book

    def check_rules(self, place: Path | None) -> tuple[tuple[str, ...], RuleSet]:
        return wiring.check_rules(place)

    def part_texts(self, number: int) -> PartTexts:
        return self

    def of(self, keys: Iterable[PartKey]) -> dict[PartKey, PartText]:
        """What was invented of texts: the words "De tekst van" and the key, for parts of `with_text`."""
        return {
            key: PartText(key=key, text=f"De tekst van {key}", additions={"P1": "Ook dit"})
            for key in keys
            if key.owner in self.with_text
        }

    def installation(self) -> Installation:
        return InventedInstallation()

    def clock(self) -> FixedClock:
        return FixedClock()


EMBEDDED = InventedHouse(embedded_catalogue())


def run(*arguments: str, language: str = "nl", house: InventedHouse = EMBEDDED) -> Result:
    """One command line; whatever the command raises has become words and a number."""
    return CliRunner().invoke(Shell(words_in(language), house), list(arguments))


def answered(*arguments: str, language: str = "nl", house: InventedHouse = EMBEDDED) -> Any:
    """The JSON that a command answers with."""
    result = run(*arguments, "--json", language=language, house=house)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def keys(requirements: list[Any]) -> list[str]:
    """The keys of what remains, with those under a core task."""
    return [key for each in requirements for key in (each["key"], *keys(each["parts"]))]
