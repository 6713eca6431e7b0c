"""Whether an installation can do its work: settings, database, folders, clock. It only looks; nothing is changed.

What is found has a slug (`Found`), and each slug says how bad that is (`HEALTH`): what must be repaired before the
program can do its work is wrong; what works and may surprise somebody later asks for care.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from bouwsteen.services.ports import StorageCause, StorageFault

LEAST_FREE_BYTES = 200_000_000
"""A snapshot of national size with its vocabularies, its index, and as much again while they are renewed."""
MOST_APART = timedelta(seconds=5)
"""The clock here and the one of the database server."""
LEAST_KEY_LENGTH, LEAST_KEY_SIGNS = 50, 5
"""Of the secret key. Source: Django's own check security.W009."""
LEAST_VERSIONS = {"sqlite": (3, 31), "postgresql": (14, 0)}
"""Source: Django 5.2, documentation of its databases."""


class Health(StrEnum):
    """How bad what was found is."""

    GOOD = "good"
    CARE = "care"
    WRONG = "wrong"
    UNKNOWN = "unknown"


class Found(StrEnum):
    """What can be found: its subject, then what it is like."""

    RELEASE = "release"
    SETTINGS_TRY_OUT = "settings-try-out"
    SETTINGS_PRODUCTION = "settings-production"
    SETTINGS_LACKING = "settings-lacking"
    SETTING_UNKNOWN = "setting-unknown"
    TRIAL_LOGIN_OPEN = "trial-login-open"
    ISSUER_INSECURE = "issuer-insecure"
    HOSTS_ANY = "hosts-any"
    ADDRESS_INSECURE = "address-insecure"
    ADDRESS_ELSEWHERE = "address-elsewhere"
    CONTACT_LACKING = "contact-lacking"
    KEY_WEAK = "key-weak"
    KEY_OPEN = "key-open"
    FILE_KEYS_OPEN = "file-keys-open"
    ENCODER_VECTORS = "encoder-vectors"
    ENCODER_SEMANTIC = "encoder-semantic"
    ENCODER_UNKNOWN = "encoder-unknown"
    ENCODER_LACKING = "encoder-lacking"
    SITE_INSTALLED = "site-installed"
    SITE_LACKING = "site-lacking"
    SITE_PARTLY = "site-partly"
    DATABASE_NONE = "database-none"
    DATABASE_REACHED = "database-reached"
    DATABASE_FAILED = "database-failed"
    DATABASE_OLD = "database-old"
    DATABASE_ONE_MACHINE = "database-one-machine"
    DATABASE_UNENCRYPTED = "database-unencrypted"
    TABLES_CURRENT = "tables-current"
    TABLES_BEHIND = "tables-behind"
    TABLES_NEWER = "tables-newer"
    SNAPSHOT_CURRENT = "snapshot-current"
    SNAPSHOT_EMBEDDED = "snapshot-embedded"
    SNAPSHOT_UNUSABLE = "snapshot-unusable"
    SNAPSHOT_UNKNOWN = "snapshot-unknown"
    DATA_WRITABLE = "data-writable"
    DATA_CLOSED = "data-closed"
    CACHE_WRITABLE = "cache-writable"
    CACHE_CLOSED = "cache-closed"
    FOLDER_FULL = "folder-full"
    CLOCK_GOOD = "clock-good"
    CLOCK_APART = "clock-apart"
    CLOCK_BEFORE_LEDGER = "clock-before-ledger"
    ZONE_LACKING = "zone-lacking"


HEALTH: Mapping[Found, Health] = {
    **dict.fromkeys(Found, Health.GOOD),
    **dict.fromkeys(
        (
            Found.SETTING_UNKNOWN,
            Found.ADDRESS_ELSEWHERE,
            Found.CONTACT_LACKING,
            Found.SITE_LACKING,
            Found.DATABASE_ONE_MACHINE,
            Found.DATABASE_UNENCRYPTED,
            Found.TABLES_BEHIND,
            Found.SNAPSHOT_UNUSABLE,
            Found.CACHE_CLOSED,
            Found.FOLDER_FULL,
            Found.CLOCK_APART,
        ),
        Health.CARE,
    ),
    **dict.fromkeys(
        (
            Found.SETTINGS_LACKING,
            Found.TRIAL_LOGIN_OPEN,
            Found.ISSUER_INSECURE,
            Found.HOSTS_ANY,
            Found.ADDRESS_INSECURE,
            Found.KEY_WEAK,
            Found.KEY_OPEN,
            Found.FILE_KEYS_OPEN,
            Found.ENCODER_UNKNOWN,
            Found.ENCODER_LACKING,
            Found.SITE_PARTLY,
            Found.DATABASE_FAILED,
            Found.DATABASE_OLD,
            Found.TABLES_NEWER,
            Found.DATA_CLOSED,
            Found.CLOCK_BEFORE_LEDGER,
            Found.ZONE_LACKING,
        ),
        Health.WRONG,
    ),
    Found.SNAPSHOT_UNKNOWN: Health.UNKNOWN,
}
"""Of each `Found` how bad it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; `said` is what its sentence names, and never holds a secret."""

    found: Found
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def health(self) -> Health:
        return HEALTH[self.found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The variables of the program that are set, those that it knows, and those that production needs."""

    given: Mapping[str, str] = field(repr=False)
    known: tuple[str, ...]
    required: tuple[str, ...]

    @property
    def production(self) -> bool:
        return self.given.get("BOUWSTEEN_PRODUCTION") == "1"

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(self.given.get("BOUWSTEEN_HOSTS", "").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCondition:
    """A folder of the program; `closed` is what the system said when a file could not be made in it."""

    path: Path
    free_bytes: int
    closed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseCondition:
    """A database that answers. `behind` and `newer` are changes of its tables: not made yet, and not known here."""

    address: str
    engine: str
    version: tuple[int, int]
    behind: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    time: datetime | None = None
    """By the clock of its server; None where it has none of its own."""
    last_recorded: datetime | None = None
    unencrypted: bool = False
    """Whether it is reached over a network without encryption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderCondition:
    """What compares meaning: the encoder that the settings ask for (`name`), and whether it can.

    `extra` is what has to be installed for it, where that is not; `allowed` are the names that are known.
    """

    name: str
    allowed: tuple[str, ...]
    extra: str = ""


class Installation(Protocol):
    """The house itself, as it stands here."""

    def versions(self) -> Mapping[str, str]:
        """Release and Python."""

    def site_versions(self) -> Mapping[str, str | None]:
        """The packages that only the site needs; None for one that is not installed."""

    def settings(self) -> Settings: ...

    def encoder(self) -> EncoderCondition:
        """The encoder that compares meaning."""

    def key_file_open_to(self) -> Path | None:
        """The file of the try-out key where others than its owner may read it."""

    def file_keys_open_to(self) -> Path | None:
        """The file of the keys of saved files where others than its owner may read it."""

    def knows_time_zone(self) -> bool:
        """Whether the time where the schools are is known."""

    def data_folder(self) -> FolderCondition: ...

    def cache_folder(self) -> FolderCondition: ...

    def database(self) -> DatabaseCondition | None:
        """None where there is none yet; raises `StorageFault`."""

    def snapshot(self) -> tuple[int, str | None]:
        """The newest ledger number, and why its snapshot cannot be used. Raises `StorageFault`."""


def examine_installation(house: Installation, now: datetime) -> tuple[Finding, ...]:
    """All that was found, good or not, one subject after another."""
    subjects: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: _release(house),
        lambda: _settings(house.settings()),
        lambda: _key(house),
        lambda: _encoder(house.encoder()),
        lambda: _site(house),
        lambda: _database(house, now),
        lambda: _snapshot(house),
        lambda: _folder(house.data_folder(), Found.DATA_WRITABLE, Found.DATA_CLOSED),
        lambda: _folder(house.cache_folder(), Found.CACHE_WRITABLE, Found.CACHE_CLOSED),
        lambda: _zone(house),
    )
    return tuple(finding for subject in subjects for finding in subject())


def _finding(found: Found, **said: str) -> Finding:
    return Finding(found=found, said=said)


def _release(house: Installation) -> Iterator[Finding]:
    yield _finding(Found.RELEASE, **house.versions())


def _settings(settings: Settings) -> Iterator[Finding]:
    yield _finding(Found.SETTINGS_PRODUCTION if settings.production else Found.SETTINGS_TRY_OUT)
    for name in sorted(settings.given.keys() - set(settings.known)):
        near = get_close_matches(name, settings.known, n=1)
        yield _finding(Found.SETTING_UNKNOWN, name=name, known=near[0] if near else "docs/site.md")
    if settings.production:
        yield from _production(settings)


def _production(settings: Settings) -> Iterator[Finding]:
    yield from refusals(settings)
    if any(host in {"*", "."} for host in settings.hosts):
        yield _finding(Found.HOSTS_ANY)
    if address := settings.given.get("BOUWSTEEN_BASE_IRI"):
        yield from _address(address, settings.hosts)
    if not settings.given.get("BOUWSTEEN_CONTACT_EMAIL"):
        yield _finding(Found.CONTACT_LACKING)


def refusals(settings: Settings) -> Iterator[Finding]:
    """Why the site does not start with these settings in production; it asks this very question itself."""
    lacking = [name for name in settings.required if not settings.given.get(name)]
    if lacking:
        yield _finding(Found.SETTINGS_LACKING, names=", ".join(lacking))
    if settings.given.get("BOUWSTEEN_TRIAL_LOGIN"):
        yield _finding(Found.TRIAL_LOGIN_OPEN)
    issuer = settings.given.get("BOUWSTEEN_OIDC_ISSUER", "")
    if issuer and not private(issuer):
        yield _finding(Found.ISSUER_INSECURE, address=issuer)


def private(address: str) -> bool:
    """Whether nobody can listen on the way to it: it goes over https, or to this very machine.

    >>> private("https://login.example/x"), private("http://localhost:8000/x"), private("http://login.example/x")
    (True, True, False)
    >>> private("javascript:alert(1)"), private("//login.example")
    (False, False)
    """
    parts = urlsplit(address)
    here = parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1", "::1"}
    return parts.scheme == "https" or here


def _address(address: str, hosts: tuple[str, ...]) -> Iterator[Finding]:
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        yield _finding(Found.ADDRESS_INSECURE, address=address)
    elif not any(_serves(host, parts.hostname) for host in hosts):
        yield _finding(Found.ADDRESS_ELSEWHERE, address=address)


def _serves(host: str, name: str) -> bool:
    """A host that starts with a point stands for every name under it, as Django reads it.

    >>> _serves(".voorbeeld.nl", "mbo.voorbeeld.nl"), _serves("voorbeeld.nl", "mbo.voorbeeld.nl")
    (True, False)
    """
    return name == host or (host.startswith(".") and (name == host[1:] or name.endswith(host)))


def _key(house: Installation) -> Iterator[Finding]:
    settings = house.settings()
    key = settings.given.get("BOUWSTEEN_SECRET_KEY", "")
    if key and (len(key) < LEAST_KEY_LENGTH or len(set(key)) < LEAST_KEY_SIGNS):
        yield _finding(Found.KEY_WEAK, least=str(LEAST_KEY_LENGTH))
    elif not key and not settings.production and (path := house.key_file_open_to()):
        yield _finding(Found.KEY_OPEN, path=str(path))
    if keys := house.file_keys_open_to():
        yield _finding(Found.FILE_KEYS_OPEN, path=str(keys))


def _encoder(encoder: EncoderCondition) -> Iterator[Finding]:
    if encoder.name not in encoder.allowed:
        yield _finding(Found.ENCODER_UNKNOWN, name=encoder.name, known=", ".join(encoder.allowed))
    elif encoder.extra:
        yield _finding(Found.ENCODER_LACKING, name=encoder.name, extra=encoder.extra)
    else:
        yield _finding(Found(f"encoder-{encoder.name}"))


def _site(house: Installation) -> Iterator[Finding]:
    versions = house.site_versions()
    lacking = [name for name, version in versions.items() if version is None]
    if not lacking:
        yield _finding(
            Found.SITE_INSTALLED, versions=", ".join(f"{each} {versions[each]}" for each in versions)
        )
    elif len(lacking) == len(versions) and not house.settings().production:
        yield _finding(Found.SITE_LACKING)
    else:
        yield _finding(Found.SITE_PARTLY, names=", ".join(lacking))


def _database(house: Installation, now: datetime) -> Iterator[Finding]:
    try:
        known = house.database()
    except StorageFault as fault:
        yield _finding(
            Found.DATABASE_FAILED, address=fault.path, cause=fault.cause, detail=fault.detail or fault.cause
        )
        return
    if known is None:
        yield _finding(Found.DATABASE_NONE)
        yield _finding(Found.CLOCK_GOOD)
        return
    yield from _reached(known, production=house.settings().production)
    yield _tables(known)
    yield _clock(known, now)


def _reached(known: DatabaseCondition, *, production: bool) -> Iterator[Finding]:
    version = ".".join(map(str, known.version))
    least = LEAST_VERSIONS[known.engine]
    said = {"address": known.address, "version": version}
    if known.version < least:
        yield _finding(Found.DATABASE_OLD, **said, least=".".join(map(str, least)))
    else:
        yield _finding(Found.DATABASE_REACHED, **said)
    if production and known.engine == "sqlite":
        yield _finding(Found.DATABASE_ONE_MACHINE)
    if known.unencrypted:
        yield _finding(Found.DATABASE_UNENCRYPTED)


def _tables(known: DatabaseCondition) -> Finding:
    if known.newer:
        return _finding(Found.TABLES_NEWER, names=", ".join(known.newer))
    if known.behind:
        return _finding(Found.TABLES_BEHIND, names=", ".join(known.behind))
    return _finding(Found.TABLES_CURRENT)


def _clock(known: DatabaseCondition, now: datetime) -> Finding:
    if known.last_recorded and known.last_recorded > now + MOST_APART:
        return _finding(
            Found.CLOCK_BEFORE_LEDGER, recorded=known.last_recorded.isoformat(), now=now.isoformat()
        )
    if known.time and abs(known.time - now) > MOST_APART:
        seconds = round(abs(known.time - now).total_seconds())
        return _finding(Found.CLOCK_APART, seconds=str(seconds))
    return _finding(Found.CLOCK_GOOD)


def _snapshot(house: Installation) -> Iterator[Finding]:
    try:
        number, unusable = house.snapshot()
    except StorageFault as fault:
        found = Found.SNAPSHOT_UNKNOWN if fault.cause is StorageCause.UNREACHABLE else Found.SNAPSHOT_UNUSABLE
        yield _finding(found, **({} if found is Found.SNAPSHOT_UNKNOWN else {"why": fault.cause}))
        return
    if not number:
        yield _finding(Found.SNAPSHOT_EMBEDDED)
    elif unusable:
        yield _finding(Found.SNAPSHOT_UNUSABLE, why=unusable)
    else:
        yield _finding(Found.SNAPSHOT_CURRENT, number=str(number))


def _folder(folder: FolderCondition, writable: Found, closed: Found) -> Iterator[Finding]:
    path = str(folder.path)
    if folder.closed is not None:
        yield _finding(closed, path=path, detail=folder.closed)
        return
    yield _finding(writable, path=path)
    if folder.free_bytes < LEAST_FREE_BYTES:
        free, least = (str(each // 1_000_000) for each in (folder.free_bytes, LEAST_FREE_BYTES))
        yield _finding(Found.FOLDER_FULL, path=path, free=free, least=least)


def _zone(house: Installation) -> Iterator[Finding]:
    if not house.knows_time_zone():
        yield _finding(Found.ZONE_LACKING)
