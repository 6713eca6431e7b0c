"""A page with mistakes says so in its title, lists them with a way to each field, and marks the fields (WCAG 3.3.1)."""

import re

import pytest

from tests.web.served import Site
from tests.web.visitor import Visitor

PAPER = {
    "crebo": "25656",
    "bewijs-soort": "diploma",
    "bewijs-van": "25655",
    "bewijs-dag": "x",
    "doe": "check",
}
FORMS: dict[str, tuple[dict[str, str], str]] = {
    "/diplomacheck": ({"crebo": "25698", "uitslag:nederlands": "11", "doe": "check"}, "uitslag:nederlands"),
    "/keuzeruimte": ({"crebo": "25698", "jaren": "9", "doe": "check"}, "jaren"),
    "/vrijstelling": (PAPER, "dag-1"),
    "/route": ({"doe": "plan"}, "doelen"),
    "/verder": ({"tekst": " "}, "tekst"),
}


@pytest.mark.parametrize("path", FORMS)
def test_a_mistake_leads_to_its_field_and_the_field_to_the_mistake(path: str, site: Site):
    given, field = FORMS[path]
    page = Visitor(site).send(path, **given).text
    (number,) = re.findall(rf'<li id="fout-(\d+)"><a class="nl-link" href="#{field}">', page)

    assert "<title>Fout: " in page
    assert re.search(r'<div class="b-error" role="alert" id="fouten" tabindex="-1" autofocus>', page)
    marked = re.search(rf'<(?:input|select|textarea)[^>]* id="{field}"[^>]*>', page)
    assert marked
    assert 'aria-invalid="true"' in marked[0]
    assert f'aria-describedby="fout-{number}' in marked[0]
    assert page.count('aria-invalid="true"') == 1


@pytest.mark.parametrize("path", FORMS)
def test_a_page_without_mistakes_marks_nothing(path: str, site: Site):
    page = site.get(path).text

    assert "aria-invalid" not in page
    assert "<title>Fout" not in page


def test_who_types_a_name_for_a_code_is_led_to_the_search(site: Site):
    given = {"crebo": "25698", "bewijs-soort": "diploma", "bewijs-van": "B9-K9", "doe": "check"}
    page = Visitor(site).send("/vrijstelling", **given).text

    assert re.search(r'Zoek hem op naam: <a [^>]*href="/zoeken"', page)


def test_a_name_that_nothing_bears_is_told_at_its_field(site: Site):
    page = (
        Visitor(site).send("/keuzeruimte", crebo="25698", keuzedelen="Voorbereiding zzzz", doe="check").text
    )

    assert "<title>Fout: " in page
    assert re.search(
        r'<li id="naamloos-1"><a class="nl-link" href="#keuzedelen">[^<]*“Voorbereiding zzzz”', page
    )
    assert re.search(
        r'id="keuzedelen"[^>]* aria-invalid="true" aria-describedby="naamloos-1 keuzedelen-uitleg"', page
    )
