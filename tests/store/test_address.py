"""`BOUWSTEEN_DATABASE_URL`: what it may say, and what is said when it does not."""

import doctest
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.store import address as module
from bouwsteen.adapters.store.address import Engine, database_address
from bouwsteen.adapters.store.errors import InvalidDatabaseAddress

SETTINGS = str(Path(module.__file__).parents[2] / "entrances" / "settings.py")


def test_the_examples_in_the_docstring_run():
    assert doctest.testmod(module, optionflags=doctest.ELLIPSIS).failed == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sqlite:////data/it.sqlite3", "/data/it.sqlite3"),
        ("sqlite:///it.sqlite3", str(Path.cwd() / "it.sqlite3")),
        (" sqlite:////data/a%20b%3Fc%23.db ", "/data/a b?c#.db"),
    ],
)
def test_a_file(text, name):
    found = database_address(text)

    assert (found.engine, found.name, found.file, found.shown) == (Engine.SQLITE, name, Path(name), name)


def test_a_server():
    found = database_address(
        "postgresql://anna:p%40ss%2F@db.example:6543/catalogue?sslmode=require&connect_timeout=3"
    )

    assert (found.user, found.password, found.host, found.port) == ("anna", "p@ss/", "db.example", 6543)
    assert (found.name, dict(found.options)) == ("catalogue", {"sslmode": "require", "connect_timeout": "3"})


def test_a_socket():
    found = database_address("postgresql://anna@/catalogue?host=%2Frun%2Fpostgresql")

    assert (found.host, found.port, found.options) == ("/run/postgresql", 5432, ())


def test_the_id_is_the_same_whatever_the_password():
    texts = ["postgresql://anna:one@db/it", "postgresql://anna:two@db:5432/it", "postgresql://anna@db/other"]
    ids = [database_address(text).id for text in texts]

    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it.sqlite3",
        "sqlite:it.sqlite3",
        "sqlite://it.sqlite3",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:////data/",
        "sqlite:///it?mode=ro",
        "sqlite:///it#x",
        "mysql://anna:secret@db/it",
        "postgres://anna:secret@db/it",
        "postgresql://anna:secret@db",
        "postgresql://anna:secret@db/",
        "postgresql://anna:secret@db/a/b",
        "postgresql://anna:secret@db:port/it",
        "postgresql://anna:secret@db:99999/it",
        "postgresql://anna:secret@db/it?sslmode=require&sslmode=disable",
        "postgresql://anna:secret@db/it?password=secret",
        "postgresql://anna:secret@db/it?host=/run",
        "postgresql://anna:secret@db/it?x",
        "postgresql://anna:sec/ret-secret@db/it",
        "postgresql://anna:secret@[db/it",
        "anna:secret@db/it",
    ],
)
def test_anything_else_is_refused_without_its_password(text):
    with pytest.raises(InvalidDatabaseAddress) as found:
        database_address(text)

    message = str(found.value)
    assert found.value.slug == "invalid-database-address"
    assert "BOUWSTEEN_DATABASE_URL" in message
    assert "expected" in message
    assert "secret" not in message


@given(password=st.text(min_size=6, max_size=30).filter(lambda each: not set(each) & set("\n\r\t")))
def test_no_password_is_ever_shown(password):
    hidden = f"<<{password}>>"
    try:
        found = database_address(f"postgresql://anna:{hidden}@db/it")
        shown = found.shown + repr(found)
    except InvalidDatabaseAddress as error:
        shown = str(error)

    assert "<<" not in shown


def test_the_default_is_a_file_in_the_data_folder(own_folders):
    settings = runpy.run_path(SETTINGS)

    assert settings["DATABASES"]["default"]["NAME"] == str(
        own_folders / "data" / "bouwsteen" / "bouwsteen.sqlite3"
    )
    assert not (own_folders / "data").exists()


def test_the_environment_names_another(own_folders, monkeypatch):
    monkeypatch.setenv("BOUWSTEEN_DATABASE_URL", "postgresql://anna:secret@db/it")

    default = runpy.run_path(SETTINGS)["DATABASES"]["default"]

    assert (default["ENGINE"], default["NAME"], default["PASSWORD"]) == (
        "django.db.backends.postgresql",
        "it",
        "secret",
    )
