"""Pictures can be read by everybody: as an image, by a screen reader, as a table, without colour."""

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from bouwsteen.entrances.pictures.svg import SHADES, Piece, flowed, shortened, wrapped
from bouwsteen.entrances.words import LANGUAGES
from tests.cli.house import run

ASKED = {
    "map": ["map"],
    "broad": ["broad", "--limit", "8"],
    "base": ["base", "25959", "25960", "25961"],
    "family": ["family", "23285/2023/B1-K2-W2"],
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=LANGUAGES)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp(request.param)
    for arguments in ASKED.values():
        assert run("insight", *arguments, "--to", str(made), language=request.param).exit_code == 0
    return made


@pytest.mark.parametrize("name", ASKED)
def test_a_screen_reader_gets_a_title_and_a_description(folder: Path, name: str) -> None:
    picture = etree.parse(folder / f"{name}.svg").getroot()
    named = (picture.get("aria-labelledby") or "").split()

    said = [picture.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert [each.get("id") for each in said] == named
    assert all(len(each.text) > 10 for each in said)
    assert picture.get("role") == "img"


@pytest.mark.parametrize("name", ASKED)
def test_everything_stands_inside_the_picture(folder: Path, name: str) -> None:
    picture = etree.parse(folder / f"{name}.svg").getroot()
    *_, width, height = map(float, picture.get("viewBox").split())

    for box in picture.iter(f"{SVG}rect"):
        if box.get("x"):
            assert float(box.get("x")) + float(box.get("width")) <= width
            assert float(box.get("y")) + float(box.get("height")) <= height
    for text in picture.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x")) <= width
        assert 0 <= float(text.get("y")) <= height


@pytest.mark.parametrize("name", ASKED)
def test_the_page_has_the_same_as_a_table_in_its_language(folder: Path, name: str) -> None:
    page = html.parse(folder / f"{name}.html").getroot()

    assert page.get("lang") in LANGUAGES
    assert len(page.findall(".//tbody/tr")) > 3
    assert page.find(".//caption").text
    assert page.find(".//script") is None
    assert "http://" not in etree.tostring(page).decode().replace("http://www.w3.org/", "")


def test_shades_keep_their_order_in_grey() -> None:
    def grey(colour: str) -> float:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    greys = [grey(each) for each in SHADES]
    assert greys == sorted(greys, reverse=True)
    assert min(a - b for a, b in pairwise(greys)) > 12


def test_words_that_do_not_fit_go_on_the_next_line() -> None:
    assert wrapped("een twee drie", 45, 14) == ["een", "twee", "drie"]
    assert shortened("een heel lange titel", 60, 14) == "een hee…"
    assert [[each.mark for each in line] for line in flowed([Piece("een"), Piece("twee", "new")], 1000)] == [
        ["plain", "new"]
    ]
