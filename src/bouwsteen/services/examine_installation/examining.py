"""Looks at one subject after another, and says what was found."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from difflib import get_close_matches
from urllib.parse import urlsplit

from bouwsteen.services.examine_installation.conditions import (
    DatabaseCondition,
    EncoderCondition,
    FolderCondition,
    Installation,
    Settings,
)
from bouwsteen.services.examine_installation.findings import Finding, Found
from bouwsteen.services.ports import StorageCause, StorageFault

LEAST_FREE_BYTES = 200_000_000
"""A snapshot of national size with its vocabularies, its index, and as much again while they are renewed."""
MOST_APART = timedelta(seconds=5)
"""The clock here and the one of the database server."""
LEAST_KEY_LENGTH, LEAST_KEY_SIGNS = 50, 5
"""Of the secret key. Source: Django's own check security.W009."""
TRY_OUT, WAY_BACK, WAY_OUT = "http://localhost:8000", "/inloggen/terug", "/uitgelogd"
"""The site where it is tried out; and on it where a provider sends people after logging in, and after logging out."""
LEAST_VERSIONS = {"sqlite": (3, 31), "postgresql": (14, 0)}
"""Source: Django 5.2, documentation of its databases."""


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
    if settings.given.get("BOUWSTEEN_OIDC_ISSUER"):
        yield _login(settings)
    if settings.production:
        yield from _production(settings)


def _login(settings: Settings) -> Finding:
    """A provider leads to no address that it was not told of before; whether it was, only it knows."""
    site = settings.given.get("BOUWSTEEN_BASE_IRI", TRY_OUT).rstrip("/")
    return _finding(Found.ISSUER_ASKS, back=f"{site}{WAY_BACK}", out=f"{site}{WAY_OUT}")


def _production(settings: Settings) -> Iterator[Finding]:
    yield from refusals(settings)
    if any(host in {"*", "."} for host in settings.hosts):
        yield _finding(Found.HOSTS_ANY)
    if address := settings.given.get("BOUWSTEEN_BASE_IRI"):
        yield from _address(address, settings.hosts)


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
