"""The only place where ports meet adapters.

Everything is imported when it is asked for: a command that reads never starts Django, and one that shows a part
never loads numpy. Nothing here keeps state; whoever serves many people keeps what it got.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from bouwsteen.services.ports import (
    ApiKeys,
    Catalogues,
    Clock,
    Contents,
    IndexCache,
    Ledger,
    LinkedData,
    Mistake,
    OpenEducation,
    PartText,
    PartTexts,
    Precedents,
    Progress,
    RegisterReader,
    RegisterWriter,
)

if TYPE_CHECKING:
    from bouwsteen.adapters.store.adoption import FirstEditions
    from bouwsteen.adapters.store.database import DatabaseLedger
    from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
    from bouwsteen.model.codes import PartKey
    from bouwsteen.model.content import PartContent
    from bouwsteen.model.person import Person
    from bouwsteen.model.records import Edition
    from bouwsteen.questions.choice.purposes import PurposeTable
    from bouwsteen.rules.rule import RuleSet
    from bouwsteen.services.examine_installation import Installation
    from bouwsteen.services.people import Accounts, SavedFiles
    from bouwsteen.services.ports import Encoder
    from bouwsteen.services.prepared import Language

READERS = ("sbb-xml", "rio", "esco", "competentnl", "datapackage")
"""The kinds of register that can be read."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def clock() -> Clock:
    return SystemClock()


def index_cache() -> IndexCache:
    """What is costly to make, in the user's cache folder."""
    from bouwsteen.adapters.files.cache import FileIndexCache
    from bouwsteen.adapters.files.folders import cache_folder

    return FileIndexCache(folder=cache_folder())


def language() -> "Language":
    """What is known of Dutch: the shipped vectors, the shipped sayings and a person's own beside them."""
    from bouwsteen.adapters.files.folders import data_folder
    from bouwsteen.adapters.language.sayings import NAME, own_sayings, shipped_sayings
    from bouwsteen.services.prepared import Language

    own = own_sayings(data_folder() / NAME)
    return Language(encoder=encoder(), sayings=(*shipped_sayings(), *own))


def encoder() -> "Encoder":
    """The shipped vectors; with BOUWSTEEN_ENCODER=semantic the encoder of the extra too.

    Raises `UnknownEncoder` and `EncoderLacking`.
    """
    import os

    from bouwsteen.adapters.language.choosing import SEMANTIC, VARIABLE, chosen_encoder_name
    from bouwsteen.adapters.language.vectors import DutchVectors

    if chosen_encoder_name(os.environ.get(VARIABLE, "")) == SEMANTIC:
        from bouwsteen.adapters.language.joined import VECTORS_SHARE, JoinedEncoder
        from bouwsteen.adapters.language.semantic import SemanticEncoder

        return JoinedEncoder(DutchVectors(), SemanticEncoder(), share=VECTORS_SHARE)
    return DutchVectors()


def catalogues() -> Catalogues:
    """The newest catalogue, from a snapshot of the ledger or, without a ledger, the embedded one."""
    from bouwsteen.adapters.files.folders import data_folder
    from bouwsteen.adapters.files.snapshot import SnapshotCatalogues, SnapshotFolder
    from bouwsteen.adapters.store import coding
    from bouwsteen.adapters.store.glance import newest_number
    from bouwsteen.entrances.settings import chosen_address

    address = chosen_address()
    return SnapshotCatalogues(
        snapshots=SnapshotFolder(path=data_folder() / "snapshots" / address.id, coding=coding),
        number=lambda: newest_number(address, _first_editions().reason),
        embedded=_embedded,
        rebuilt=lambda: _database().catalogue(),
    )


def ledger() -> Ledger:
    """The ledger in the database; starts Django."""
    return _database()


def contents(number: int) -> Contents:
    """What parts require in words at ledger number `number`; the embedded catalogue (number 0) holds no texts."""
    return LedgerContents(ledger() if number else None, number)


class LedgerContents:
    """Reads what a part requires from the documents that came with an SBB register."""

    def __init__(self, kept: Ledger | None, number: int) -> None:
        self._kept, self._number = kept, number

    def of(self, owner: str, version: str) -> "Mapping[str, PartContent]":
        if self._kept is None:
            return {}
        from bouwsteen.adapters.exchange.sbb_xml import read_contents

        found = (
            each.document
            for each in self._kept.editions(self._number, owner=owner, source="sbb-xml")
            if each.version == version
        )
        document = next((each for each in found if each), None)
        return read_contents(document) if document else {}


def api_keys() -> ApiKeys:
    """The keys of programs that may write, in the database; starts Django."""
    _start_django()
    from bouwsteen.adapters.store.api_keys import DatabaseApiKeys

    return DatabaseApiKeys("default")


def installation() -> "Installation":
    """This installation, to be examined; starts Django, and needs no database."""
    _start_django()
    from bouwsteen.entrances.installation import ThisInstallation
    from bouwsteen.entrances.settings import chosen_address

    return ThisInstallation(chosen_address(), catalogues())


def accounts() -> "Accounts":
    """People with an account, in the database; starts Django."""
    _start_django()
    from bouwsteen.adapters.store.people.accounts import DatabaseAccounts

    return DatabaseAccounts("default")


def saved_files() -> "SavedFiles":
    """Files that people keep, in the database; their keys stand apart. Starts Django."""
    _start_django()
    from bouwsteen.adapters.store.people.files import DatabaseFiles
    from bouwsteen.adapters.store.people.keyring import KeyRing
    from bouwsteen.entrances.installation import file_keys

    return DatabaseFiles("default", KeyRing(file_keys()), clock=clock())


def reader(kind: str) -> RegisterReader:
    """The reader of one of `READERS`."""
    match kind:
        case "sbb-xml":
            from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader

            return SbbXmlReader()
        case "rio":
            from bouwsteen.adapters.exchange.rio import RioReader

            return RioReader()
        case "esco":
            from bouwsteen.adapters.exchange.vocabularies import EscoReader

            return EscoReader()
        case "competentnl":
            from bouwsteen.adapters.exchange.vocabularies import CompetentNlReader

            return CompetentNlReader()
        case _:
            return PackageReader()


def writer() -> RegisterWriter:
    """The writer of a register that is one file."""
    from bouwsteen.adapters.exchange.sbb_xml import SbbXmlWriter

    return SbbXmlWriter()


def write_package(folder: Path) -> None:
    """The newest catalogue as a data package in `folder`, which it replaces."""
    from bouwsteen.adapters.files.datapackage import write_package

    write_package(catalogues().newest().whole, folder)


def law() -> "RuleSet":
    """The law that the package ships."""
    from bouwsteen.adapters.files.rules import national_law

    return national_law(index_cache())


def purposes() -> "PurposeTable":
    """What the package knows of the purposes of modules."""
    from bouwsteen.adapters.files.purposes import shipped_purposes

    return shipped_purposes()


def policies(place: Path | None = None) -> "RuleSet":
    """What schools say about exemption: the policies that the package ships, or the one at `place`."""
    from bouwsteen.adapters.files.rules import read_rules, school_policies

    return school_policies(index_cache(), law()) if place is None else read_rules([place], law=law())


def precedents() -> "Precedents":
    """The book of precedents in the database; starts Django."""
    _start_django()
    from bouwsteen.adapters.store.precedents import DatabasePrecedents

    return DatabasePrecedents("default")


def check_rules(place: Path | None) -> "tuple[tuple[str, ...], RuleSet]":
    """The rule files at `place`, on top of the law; without a place the law itself. Raises `RefusedFile`."""
    from bouwsteen.adapters.files.rules import law_folder, read_rules, rule_files

    shipped = law_folder().resolve()
    of_law = place is None or shipped == (place.resolve().parent if place.is_file() else place.resolve())
    files = tuple(map(str, rule_files(place or shipped)))
    return files, read_rules([shipped]) if of_law or place is None else read_rules([place], law=law())


def parse_person(content: bytes, name: str) -> "Person":
    """What somebody brings, from a file of that name that came over the network. Nothing of it is kept."""
    from bouwsteen.adapters.files.person import parse_person

    return parse_person(content, name)


def linked_data(structure: "DatedCatalogue", base: str) -> LinkedData:
    """The structure on its day as linked data under `base`; graphs for queries go into the cache folder."""
    from bouwsteen.adapters.files.folders import cache_folder
    from bouwsteen.adapters.linkeddata.dataset import DataSet
    from bouwsteen.adapters.linkeddata.published import PublishedGraph

    about = DataSet(number=structure.number, on=structure.day)
    return PublishedGraph(structure=structure, base=base, about_data=about, folder=cache_folder() / "graphs")


def read_person(path: Path) -> "Person":
    """What somebody brings, from their own file (`-`: standard input). Nothing of it is kept."""
    from bouwsteen.adapters.files.person import read_person

    return read_person(path)


def part_texts(number: int) -> PartTexts:
    """The texts of parts as they are known at ledger number `number`; the embedded catalogue has none."""
    return LedgerTexts(number)


class LedgerTexts:
    """The texts in the documents of imported register exports; opens the ledger only where something was imported."""

    def __init__(self, number: int) -> None:
        self._number = number

    def of(self, keys: Iterable["PartKey"]) -> Mapping["PartKey", PartText]:
        """The texts of those of `keys` that have one."""
        if not self._number:
            return {}
        from bouwsteen.adapters.exchange.sbb_xml import texts_of

        wanted = frozenset(keys)
        owners = {(key.owner, key.version) for key in wanted}
        found: dict[PartKey, PartText] = {}
        for edition in ledger().editions(self._number, source="sbb-xml"):
            if (edition.owner, edition.version) in owners:
                found.update(texts_of(edition, wanted))
        return found


def open_education(structure: "DatedCatalogue") -> OpenEducation:
    """The structure on its day in the form of the Open Onderwijs API, version 5."""
    from bouwsteen.adapters.exchange.ooapi import OpenEducationExchange

    return OpenEducationExchange(structure)


class PackageReader:
    """Reads data packages: a folder, a zip file, or the `datapackage.json` in a folder."""

    def read(
        self,
        paths: Iterable[Path],
        *,
        exported: date | None,
        report: Callable[[Mistake], None],
        progress: Callable[[Progress], None],
    ) -> Iterator["Edition"]:
        """The editions of every package, one package at a time; raises `RefusedFile` with all its mistakes."""
        from bouwsteen.adapters.files.datapackage import read_package
        from bouwsteen.model.history import editions_of

        packages = [path.parent if path.name == "datapackage.json" else path for path in paths]
        for done, package in enumerate(packages, start=1):
            yield from editions_of(read_package(package), "datapackage")
            progress(Progress(done=done, total=len(packages)))


def _start_django() -> None:
    """Once: a second time would take the language off the addresses of the page that is being made."""
    import os

    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bouwsteen.entrances.settings")
    if not apps.ready:
        django.setup()


def _database() -> "DatabaseLedger":
    _start_django()
    from bouwsteen.adapters.store.database import DatabaseLedger

    return DatabaseLedger("default", first=_first_editions(), clock=clock())


def _first_editions() -> "FirstEditions":
    """The embedded catalogue as ledger number 0."""
    from bouwsteen.adapters.store.adoption import FirstEditions

    return FirstEditions(digest=_embedded_digest(), editions=_embedded_editions)


def _embedded_editions() -> "Iterable[Edition]":
    from bouwsteen.adapters.files.embedded import embedded_records
    from bouwsteen.model.history import editions_of

    return editions_of(embedded_records(), "embedded")


def _embedded() -> "Catalogue":
    """The embedded catalogue, from the cache where that has it: reading tables costs more than decoding."""
    from bouwsteen.adapters.files.embedded import embedded_catalogue
    from bouwsteen.adapters.files.snapshot import cached_catalogue
    from bouwsteen.adapters.store import coding

    return cached_catalogue(index_cache(), _embedded_digest(), coding, embedded_catalogue)


def _embedded_digest() -> str:
    from bouwsteen.adapters.files.snapshot import content_digest

    return content_digest(Path(str(files("bouwsteen") / "data" / "catalogue")))
