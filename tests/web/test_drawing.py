"""What differs between titles is marked where it stands, on a page of either language."""

import pytest
from django.urls import set_script_prefix

from bouwsteen.entrances.pages.blocks import Item, Table, Thing
from bouwsteen.entrances.web import drawing, dutch


@pytest.fixture(params=["/", "/en/"])
def prefix(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        dutch, "_known", lambda: None if request.param == "/" else dutch.Names(["Bewaakt de voortgang"])
    )
    set_script_prefix(request.param)
    yield request.param
    set_script_prefix("/")


@pytest.mark.parametrize(
    ("text", "dutch_page", "english_page"),
    [
        (
            "{+Bewaakt de+} voortgang – same",
            "<ins>Bewaakt de</ins> voortgang – same",
            '<span lang="nl"><ins>Bewaakt de</ins> voortgang</span> – same',
        ),
        (
            "=: Bewaakt [-heel-] de voortgang [-goed-] – variant",
            "=: Bewaakt <del>heel</del> de voortgang <del>goed</del> – variant",
            '=: <span lang="nl">Bewaakt <del>heel</del> de voortgang <del>goed</del></span> – variant',
        ),
        (
            "text: [-a <b>-] and {+c+}",
            "text: <del>a &lt;b&gt;</del> and <ins>c</ins>",
            'text: <span lang="nl"><del>a &lt;b&gt;</del> and <ins>c</ins></span>',
        ),
        ("Bewaakt de voortgang", "Bewaakt de voortgang", '<span lang="nl">Bewaakt de voortgang</span>'),
    ],
)
def test_a_difference_is_marked_within_its_name(prefix: str, text: str, dutch_page: str, english_page: str):
    assert drawing.drawn((Item(text),)) == (
        f'<ul class="b-list"><li>{dutch_page if prefix == "/" else english_page}</li></ul>'
    )


def test_the_column_that_names_a_row_carries_its_link(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(drawing, "address_of", lambda kind, key: f"/{kind}/{key}")
    table = Table(headers=("a", "b"), rows=(("1", "two"),), names=1, about=(Thing("module", "K0059"),))
    row = drawing.drawn((table,)).partition("<tbody>")[2].partition("</tbody>")[0]

    assert row == ('<tr><td>1</td><th scope="row"><a class="nl-link" href="/module/K0059">two</a></th></tr>')
