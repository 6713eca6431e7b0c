"""`bouwsteen api-key`: a key is shown once, a name has one at a time."""

from bouwsteen.adapters.files.embedded import embedded_catalogue
from tests.cli.house import InventedHouse, answered, run


def test_a_key_is_made_listed_and_ended() -> None:
    house = InventedHouse(embedded_catalogue())
    made = answered("api-key", "new", "roosters", house=house)
    listed = answered("api-key", "list", house=house)
    ended = answered("api-key", "end", "roosters", house=house)

    assert made == {"key": "key of roosters", "names": ["roosters"]}
    assert listed == {"key": None, "names": ["roosters"]}
    assert ended == {"key": None, "names": []}


def test_the_page_shows_the_key_once() -> None:
    house = InventedHouse(embedded_catalogue())

    assert "key of roosters" in run("api-key", "new", "roosters", house=house).stdout
    assert "key of roosters" not in run("api-key", "list", house=house).stdout


def test_what_cannot_be_is_said() -> None:
    house = InventedHouse(embedded_catalogue())
    run("api-key", "new", "roosters", house=house)

    assert run("api-key", "new", "roosters", house=house).exit_code == 3
    assert run("api-key", "end", "nobody", house=house).exit_code == 4
    assert run("api-key", "new", house=house).exit_code == 2
