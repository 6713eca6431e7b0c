"""A page says once from which structure its answer comes."""

import pytest

from tests.web.served import Site
from tests.web.visitor import Visitor

ASKED = {
    "/overstappen": {"van": "25698", "naar": "25696", "uitslag:B1-K1": "7"},
    "/route": {"crebo": "25698", "doelen": "25698", "doe": "plan"},
}


@pytest.mark.parametrize("path", ASKED)
def test_the_day_and_the_number_stand_once(path: str, site: Site):
    page = Visitor(site).send(path, **ASKED[path]).text

    assert page.count("komt uit de structuur van") == 1
    assert page.count("nummer 0") == 1
    assert "Stand van" not in page
