"""`bouwsteen role`: whoever works at the machine grants roles; the first administrator is made so."""

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from tests.cli.house import InventedHouse, answered, run
from tests.invented import DAY


@pytest.fixture
def house() -> InventedHouse:
    house = InventedHouse(embedded_catalogue())
    house.people.entered("https://provider.example", "anna", on=DAY)
    return house


def test_a_role_is_granted_listed_and_ended(house: InventedHouse) -> None:
    granted = answered("role", "grant", "0000-0000", "administrator", house=house)
    listed = answered("role", "list", house=house)
    ended = answered("role", "end", "0000-0000", "administrator", house=house)

    assert granted == listed
    assert [each["role"] for each in granted["accounts"][0]["roles"]] == ["administrator"]
    assert ended["accounts"][0]["roles"] == []


def test_the_page_names_the_account_and_its_roles(house: InventedHouse) -> None:
    run("role", "grant", "0000-0000", "adviser", house=house)
    said = run("role", "list", house=house).stdout

    assert "0000-0000" in said
    assert "adviseur" in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["grant", "0000-0000"], 2),
        (["grant", "0000-0000", "student"], 2),
        (["grant", "0000-0000", "operator"], 2),
        (["grant", "9999-9999", "adviser"], 4),
        (["give", "0000-0000", "adviser"], 2),
    ],
)
def test_what_cannot_be_is_said(house: InventedHouse, arguments: list[str], code: int) -> None:
    assert run("role", *arguments, house=house).exit_code == code
