"""Where the database is, as `BOUWSTEEN_DATABASE_URL` says it.

    sqlite:///relative/path.sqlite3       a file, from the folder one stands in
    sqlite:////absolute/path.sqlite3      a file
    postgresql://user:password@host:5432/database?sslmode=verify-full
    postgresql://user@/database?host=/var/run/postgresql

Signs that have a meaning in an address are written as %2F, %40 and so on.

    >>> database_address("postgresql://anna:geheim@db.example/bouwsteen").shown
    'postgresql://anna@db.example:5432/bouwsteen'
    >>> database_address("mysql://db.example/bouwsteen")
    Traceback (most recent call last):
    bouwsteen.adapters.store.errors.InvalidDatabaseAddress: BOUWSTEEN_DATABASE_URL is 'mysql://db.example/...
"""

import os
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NoReturn
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from bouwsteen.adapters.store.errors import InvalidDatabaseAddress

VARIABLE = "BOUWSTEEN_DATABASE_URL"
POSTGRESQL_PORT = 5432
OPTIONS = frozenset(
    {"application_name", "connect_timeout", "host", "sslcert", "sslkey", "sslmode", "sslrootcert"}
)


class Engine(StrEnum):
    """The scheme of the address."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseAddress:
    """`name` is the path of the file, or the name of the database on its server."""

    engine: Engine
    name: str
    user: str = ""
    password: str = field(default="", repr=False)
    host: str = ""
    port: int = POSTGRESQL_PORT
    options: tuple[tuple[str, str], ...] = ()

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database."""
        return Path(self.name) if self.engine is Engine.SQLITE else None

    @property
    def shown(self) -> str:
        """The address for people and messages: without the password."""
        if self.engine is Engine.SQLITE:
            return self.name
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        host = self.host if self.host.startswith("/") else f"{self.host or 'localhost'}:{self.port}"
        return f"postgresql://{user}{host}/{self.name}"

    @property
    def id(self) -> str:
        """A name for folders: the same for the same database, whatever the password."""
        return sha256(self.shown.encode()).hexdigest()[:16]


def sqlite_address(path: Path) -> DatabaseAddress:
    """The SQLite database in the file `path`."""
    return DatabaseAddress(engine=Engine.SQLITE, name=os.path.abspath(path))


def database_address(text: str) -> DatabaseAddress:
    """The address that `text` says; raises `InvalidDatabaseAddress`."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        _refuse(text, "an address; the port is a number, and special signs are written as %2F, %40")
    match parts.scheme:
        case "sqlite":
            return _sqlite(text, parts)
        case "postgresql":
            return _postgresql(text, parts, port)
        case _:
            _refuse(text, "sqlite:///path/to/file or postgresql://user:password@host:5432/database")


def _sqlite(text: str, parts: SplitResult) -> DatabaseAddress:
    if parts.netloc or not text.strip().startswith("sqlite:///"):
        _refuse(text, "three slashes before a relative path (sqlite:///file), four before an absolute one")
    if parts.query or parts.fragment:
        _refuse(text, "no ? and no # in the path; write them as %3F and %23")
    path = unquote(parts.path[1:])
    if path in {"", ":memory:"} or path.endswith("/") or "\0" in path:
        _refuse(text, "the path of a file: sqlite:///path/to/file")
    return sqlite_address(Path(path))


def _postgresql(text: str, parts: SplitResult, port: int | None) -> DatabaseAddress:
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name or "\0" in name or parts.fragment:
        _refuse(text, "one database name after the host: postgresql://user:password@host:5432/database")
    try:
        given = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        _refuse(text, "options as ?name=value&name=value")
    options = dict(given)
    if len(options) < len(given) or not options.keys() <= OPTIONS:
        _refuse(text, f"each option once, and only {', '.join(sorted(OPTIONS))}")
    host = options.pop("host", "")
    if host and parts.hostname:
        _refuse(text, "one host, before the database name or as ?host=")
    return DatabaseAddress(
        engine=Engine.POSTGRESQL,
        name=name,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        host=host or unquote(parts.hostname or ""),
        port=POSTGRESQL_PORT if port is None else port,
        options=tuple(sorted(options.items())),
    )


def _refuse(text: str, expected: str) -> NoReturn:
    raise InvalidDatabaseAddress(
        variable=VARIABLE, given=_without_password(text), expected=expected
    ) from None


def _without_password(text: str) -> str:
    """`text` with everything between the scheme's colon and the last @ made unreadable where it holds a colon.

    Works on any text: what cannot be parsed may hold a password too.
    """
    scheme, mark, rest = text.strip().partition("://")
    before, at, after = (rest if mark else scheme).rpartition("@")
    user, colon, _ = before.partition(":")
    shown = f"{user}:***" if colon else before
    kept = f"{shown}{at}{after.partition('?')[0]}"
    return f"{scheme}://{kept}" if mark else kept
