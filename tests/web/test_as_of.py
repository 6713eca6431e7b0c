"""Every answer about somebody says from which structure and release it came, on paper too (docs/privacy.md)."""

import pytest

from bouwsteen import __version__
from tests.web.visitor import Visitor

LINE = f"catalogus nummer 0, Bouwsteen {__version__}"


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/verder", {"tekst": "contact met klanten", "toon": "1"}),
        ("/verder/25706", {"tekst": "contact met klanten"}),
        ("/keuzeruimte", {"crebo": "25698", "keuzedelen": "K0794", "doe": "check"}),
        ("/diplomacheck", {"crebo": "25698", "doe": "check"}),
        ("/overstappen", {"van": "25698", "naar": "25696", "uitslag:B1-K1": "7"}),
    ],
)
def test_an_answer_says_from_which_structure_it_came(site, path, fields):
    visitor = Visitor(site)
    found = visitor.send(path, form="/diplomacheck", **fields)

    assert found.status == 200
    assert LINE in found.text


@pytest.mark.parametrize("path", ["/verder", "/keuzeruimte", "/overstappen"])
def test_a_form_without_an_answer_says_nothing_of_it(site, path):
    assert "catalogus nummer" not in site.get(path).text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/kwalificatie/25698?op=2016-01-01", True),
        ("/kwalificatie/25698?op=2024-01-01", False),
        ("/kwalificatie/25485?op=2016-01-01", False),
        ("/kwalificatie/25698", False),
    ],
)
def test_of_a_day_before_the_first_source_it_is_not_said_that_it_was_so(site, path, expected):
    assert ("Wat we hiervan weten is van later" in site.get(path).text) is expected
