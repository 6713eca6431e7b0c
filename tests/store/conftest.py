"""Django set up once, and the kinds of ledger that the contract holds for."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bouwsteen.entrances.settings")

import django

django.setup()

from django.db import connections  # noqa: E402 # only after Django is set up

from bouwsteen.adapters.store.memory import MemoryLedger  # noqa: E402
from bouwsteen.services.ports import Ledger  # noqa: E402
from tests.store.databases import (  # noqa: E402
    Databases,
    PostgresqlDatabases,
    SqliteFiles,
    open_ledger,
)
from tests.store.invented import FIRST  # noqa: E402
from tests.store.postgresql import WITHOUT, postgresql_server  # noqa: E402

Servers = Callable[[], Databases]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Databases]]:
    """Databases by the name of their kind; the PostgreSQL server starts when it is first asked for."""
    found: dict[str, Databases] = {"sqlite": SqliteFiles(tmp_path_factory.mktemp("sqlite"))}
    started = []

    def of_kind(name: str) -> Databases:
        if name not in found:
            if os.environ.get(WITHOUT) == "1":
                pytest.skip(f"{WITHOUT}=1")
            started.append(postgresql_server())
            found[name] = PostgresqlDatabases(started[-1].__enter__())
        return found[name]

    yield of_kind
    connections.close_all()
    for each in started:
        each.__exit__(None, None, None)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, server: Callable[[str], Databases]) -> Databases:
    """Every kind of database."""
    return server(request.param)


@pytest.fixture(scope="session", params=["memory", "sqlite", "postgresql"])
def new_ledger(request: pytest.FixtureRequest, server: Callable[[str], Databases]) -> Callable[[], Ledger]:
    """Makes a ledger of every kind with `FIRST` as number 0."""
    if request.param == "memory":
        return lambda: MemoryLedger(FIRST)
    databases = server(request.param)
    return lambda: open_ledger(databases.fresh())


@pytest.fixture(autouse=True)
def no_connection_stays_open() -> Iterator[None]:
    yield
    connections.close_all()


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data and cache folders of this test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("BOUWSTEEN_DATABASE_URL", raising=False)
    return tmp_path
