"""What an examination finds in an installation that is not as it should be."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bouwsteen.services.examine_installation import Found, Health, examine_installation
from bouwsteen.services.examine_installation.examining import WAY_BACK, WAY_OUT
from bouwsteen.services.ports import StorageCause, StorageFault
from tests.house.checkout import ROOT
from tests.services.installation import DATABASE, ENCODER, FOLDER, GIVEN, NOW, InventedInstallation

UNREACHABLE = StorageFault("postgresql://db.example/bouwsteen", StorageCause.UNREACHABLE, "refused")


def bad(house: InventedInstallation) -> set[Found]:
    return {each.found for each in examine_installation(house, NOW) if each.health is not Health.GOOD}


def given(**settings: str | None) -> InventedInstallation:
    named = {f"BOUWSTEEN_{name}": value for name, value in settings.items()}
    return InventedInstallation(
        given={name: value for name, value in {**GIVEN, **named}.items() if value is not None}
    )


@pytest.mark.parametrize("name", ENCODER.allowed)
def test_which_encoder_compares_meaning_is_told(name: str):
    house = InventedInstallation(of_encoder=replace(ENCODER, name=name))

    assert Found(f"encoder-{name}") in {each.found for each in examine_installation(house, NOW)}
    assert bad(house) == set()


def test_a_good_installation_is_well():
    assert bad(InventedInstallation()) == set()


@pytest.mark.parametrize(
    ("house", "found"),
    [
        (given(SECRET_KEY=None, HOSTS=None, BASE_IRI=None), Found.SETTINGS_LACKING),
        (given(HOST="mbo.example"), Found.SETTING_UNKNOWN),
        (given(TRIAL_LOGIN="1"), Found.TRIAL_LOGIN_OPEN),
        (given(OIDC_ISSUER="http://login.example"), Found.ISSUER_INSECURE),
        (given(HOSTS="mbo.example *"), Found.HOSTS_ANY),
        (given(BASE_IRI="http://mbo.example"), Found.ADDRESS_INSECURE),
        (given(BASE_IRI="https://"), Found.ADDRESS_INSECURE),
        (given(BASE_IRI="https://elders.example"), Found.ADDRESS_ELSEWHERE),
        (given(CONTACT_EMAIL=None), Found.SETTINGS_LACKING),
        (given(SECRET_KEY="a1b2c"), Found.KEY_WEAK),
        (given(SECRET_KEY="a" * 60), Found.KEY_WEAK),
        (InventedInstallation(given={}, open_key=Path("/k")), Found.KEY_OPEN),
        (InventedInstallation(open_file_keys=Path("/k")), Found.FILE_KEYS_OPEN),
        (InventedInstallation(of_encoder=replace(ENCODER, name="foo")), Found.ENCODER_UNKNOWN),
        (
            InventedInstallation(of_encoder=replace(ENCODER, name="semantic", extra="bouwsteen[semantic]")),
            Found.ENCODER_LACKING,
        ),
        (InventedInstallation(given={}, site={"granian": None}), Found.SITE_LACKING),
        (InventedInstallation(site={"granian": None}), Found.SITE_PARTLY),
        (InventedInstallation(given={}, site={"granian": None, "ninja": "1"}), Found.SITE_PARTLY),
        (InventedInstallation(of_database=replace(DATABASE, version=(13, 9))), Found.DATABASE_OLD),
        (
            InventedInstallation(of_database=replace(DATABASE, engine="sqlite", version=(3, 45))),
            Found.DATABASE_ONE_MACHINE,
        ),
        (InventedInstallation(of_database=replace(DATABASE, unencrypted=True)), Found.DATABASE_UNENCRYPTED),
        (InventedInstallation(of_database=replace(DATABASE, behind=("0004",))), Found.TABLES_BEHIND),
        (InventedInstallation(of_database=replace(DATABASE, newer=("0009",))), Found.TABLES_NEWER),
        (
            InventedInstallation(of_database=replace(DATABASE, time=NOW + timedelta(seconds=6))),
            Found.CLOCK_APART,
        ),
        (
            InventedInstallation(of_database=replace(DATABASE, last_recorded=NOW + timedelta(days=1))),
            Found.CLOCK_BEFORE_LEDGER,
        ),
        (InventedInstallation(of_snapshot=(7, "cut-off")), Found.SNAPSHOT_UNUSABLE),
        (InventedInstallation(data=replace(FOLDER, closed="Read-only file system")), Found.DATA_CLOSED),
        (InventedInstallation(cache=replace(FOLDER, closed="Permission denied")), Found.CACHE_CLOSED),
        (InventedInstallation(data=replace(FOLDER, free_bytes=199_999_999)), Found.FOLDER_FULL),
        (InventedInstallation(zone=False), Found.ZONE_LACKING),
    ],
    ids=lambda value: str(value) if isinstance(value, Found) else "",
)
def test_one_thing_that_is_not_good_is_found_alone(house, found):
    assert bad(house) == {found}


def test_a_database_that_does_not_answer_hides_only_what_it_alone_knows():
    house = InventedInstallation(of_database=UNREACHABLE, of_snapshot=UNREACHABLE)

    assert bad(house) == {Found.DATABASE_FAILED, Found.SNAPSHOT_UNKNOWN}


@pytest.mark.parametrize("issuer", ["https://login.example", "http://localhost:9000", "http://[::1]:9000"])
def test_a_provider_to_whom_nobody_can_listen_is_good(issuer):
    assert bad(given(OIDC_ISSUER=issuer)) == set()


@pytest.mark.parametrize(
    ("settings", "site"),
    [({}, "https://mbo.example"), ({"BASE_IRI": "https://mbo.example/"}, "https://mbo.example")],
)
def test_what_a_provider_has_to_be_told_is_named(settings, site):
    """Both addresses, ready to copy; nothing of it is wrong."""
    house = given(OIDC_ISSUER="https://login.example", **settings)
    (told,) = (each for each in examine_installation(house, NOW) if each.found is Found.ISSUER_ASKS)

    assert told.said == {"back": f"{site}/inloggen/terug", "out": f"{site}/uitgelogd"}
    assert told.health is Health.GOOD


def test_without_a_provider_there_is_nothing_to_tell_it():
    assert Found.ISSUER_ASKS not in {each.found for each in examine_installation(given(), NOW)}


def test_the_addresses_of_the_doctor_are_those_of_the_site():
    routes = (ROOT / "src/bouwsteen/entrances/web/urls.py").read_text("utf-8")

    assert all(f'path("{each.removeprefix("/")}"' in routes for each in (WAY_BACK, WAY_OUT))


def test_what_is_for_trying_out_is_good_where_it_is_tried_out():
    assert bad(InventedInstallation(given={"BOUWSTEEN_TRIAL_LOGIN": "1"})) == set()


@pytest.mark.parametrize("apart", [timedelta(seconds=-5), timedelta(0), timedelta(seconds=5)])
def test_a_few_seconds_between_two_clocks_are_nothing(apart):
    assert bad(InventedInstallation(of_database=replace(DATABASE, time=NOW + apart))) == set()


def test_a_name_that_nobody_knows_is_given_with_the_nearest_that_is_known():
    (finding,) = (
        each for each in examine_installation(given(HOST="x"), NOW) if each.found is Found.SETTING_UNKNOWN
    )

    assert finding.said == {"name": "BOUWSTEEN_HOST", "known": "BOUWSTEEN_HOSTS"}


def test_no_finding_names_a_secret():
    house = given(SECRET_KEY="geheim" * 3, HOSTS="*", BASE_IRI="http://mbo.example", WACHTWOORD="geheim")
    said = [value for each in examine_installation(house, NOW) for value in each.said.values()]

    assert not any("geheim" in value for value in said)
