"""Wat kan ik al: only what is ticked counts, the page and its link say the same, and a link holds no more than that."""

import json
import re
from html import unescape

import pytest

from bouwsteen.model.coverage import Fit
from bouwsteen.questions.matching import SURENESS
from tests.web.test_safety import form
from tests.web.test_switching import text_of

TICKED = "25807/2023/B1-K1-W3"


def cards(page: str) -> list[str]:
    """Those that count, each as it reads."""
    counted = page.partition('id="opleidingen"')[2].partition("<details>")[0]
    return [text_of(each) for each in re.findall(r'<li class="b-card">(.*?)</button>', counted, re.DOTALL)]


@pytest.fixture(scope="module")
def page(site) -> str:
    return form(site, "/verder", beroep="bloemist", deel=TICKED, toon="1").text


def test_a_florist_who_ticks_one_thing_sees_first_what_counts(page: str):
    assert "1 opleiding waarin dit terugkomt" in page
    assert [each.partition(" Niveau")[0] for each in cards(page)] == ["Retailmanager"]
    assert "misschien" not in cards(page)[0]


def test_what_is_only_perhaps_hers_stands_apart(page: str):
    apart = text_of(page.partition("Misschien ook")[2].partition("</details>")[0])

    assert "bloem, groen en styling" in apart
    assert "Dat telt niet mee" in apart


def test_the_link_gives_the_same_answer(site, page: str):
    link = unescape(re.search(r'href="[^"]*(/verder\?deel=[^"]+)"', page)[1])

    assert cards(site.get(link).text) == cards(page)


def test_without_a_tick_there_is_no_link(site):
    found = form(site, "/verder", beroep="bloemist", toon="1").text

    assert "/verder?" not in found
    assert "Kruis eerst aan wat je doet" in found


FLOWERS = "25705/2021/B1-K1-W1 25706/2021/B1-K1-W1"


def test_what_is_not_known_is_said_once_and_not_called_an_estimate(site):
    lines = {
        each
        for page in (site.get(f"/verder?deel={TICKED}"), site.get("/verder?deel=25706/2021/B1-K1-W1"))
        for each in re.findall(r"<strong>([^<]*(?:doen|weten)[^<]*)</strong>", page.text)
    }

    assert lines
    assert not [each for each in lines if "onbekend" in each]


def test_a_part_that_was_ticked_is_called_so_in_its_own_programme(site):
    page = text_of(site.get(f"/verder/25706?deel={FLOWERS.replace(' ', '+')}").text)

    assert "Maakt bloemwerk, groene decoraties en/of presentaties – dit kruiste je aan" in page
    assert "elders" not in page.partition("Nog te doen")[0]


def test_the_page_of_a_programme_says_how_sure_its_sector_is_and_who_says_so(site):
    """Only the sector is a link: what is known of it stands beneath."""
    inferred, stated = (site.get(f"/kwalificatie/{crebo}").text for crebo in ("25706", "25001"))

    assert re.search(
        r'href="/domein/79150">[^<]+\(79150\)</a></dd><dt>Hoe we de sector weten</dt><dd>', inferred
    )
    assert "Geen bron noemt deze sector. We hebben hem zelf afgeleid; zie: Controle van de" in text_of(
        inferred
    )
    assert "Dit staat in: " in text_of(stated)
    assert "(een wet, regeling of het register zelf)" in text_of(stated)


@pytest.mark.parametrize("path", ["/api/v1/qualifications/25706", "/api/v1/qualifications?file=R25705"])
def test_so_does_the_api(site, path: str):
    found = json.loads(site.get(path).body)
    found = found["items"][0] if "items" in found else found

    assert (found["domain"], found["domain_confidence"], found["domain_source"]) == (
        "79150",
        "inferred",
        "check-of-extracts",
    )


TYPED = "medicijnen geven"


@pytest.fixture(scope="module")
def proposed(site) -> str:
    page = form(site, "/verder", tekst=TYPED, zoek="1").text
    return page.partition("<fieldset class=")[2].partition("</fieldset>")[0]


def test_candidates_stand_under_their_core_task_at_least_ten(proposed: str):
    groups = proposed.partition("<details")[0].split("<h3")[1:]

    assert len(groups) > 1
    assert all("Kerntaak: " in each and "b-chip" in each for each in groups)
    assert proposed.count("b-chip") >= 10


def test_one_sees_a_few_at_once_and_the_rest_can_be_unfolded(site):
    """Four lines gave forty proposals and a button under them all; whoever ticked one that was folded sees it again."""
    page = form(site, "/verder", tekst="klanten helpen\nschappen vullen\nkassa draaien", zoek="1").text
    groups = [each.partition("</fieldset>")[0] for each in page.split('<fieldset class="b-panel">')[1:]]
    at_once = [each.partition("<details")[0].count('name="deel"') for each in groups]
    folded = next(each for each in groups if "voorstellen</summary>" in each).partition("<details>")[2]
    key = re.search(r'name="deel" value="([^"]+)"', folded)[1]
    again = form(
        site, "/verder", tekst="klanten helpen\nschappen vullen\nkassa draaien", deel=key, zoek="1"
    ).text

    assert all(3 <= each <= 5 for each in at_once)
    assert page.count('name="toon"') == 2
    assert page.index('name="toon"') < page.index("<fieldset")
    assert "<details open>\n<summary>Nog" in again


def test_each_candidate_says_how_well_it_fits_and_why(proposed: str):
    chips = [text_of(each) for each in re.findall(r"<label(.*?)</label>", proposed, re.DOTALL)]

    assert all(
        re.search("(past goed|past misschien|lijkt er een beetje op); gevonden door: .", each)
        for each in chips
    )
    assert any("alledaagse woorden als “medicijnen" in each for each in chips)
    assert "lijkt er een beetje op; gevonden" not in proposed.partition("<details")[0]


def test_how_sure_it_is_stands_once_in_words(site):
    text = text_of(form(site, "/verder", tekst=f"{TYPED}\nklanten helpen", zoek="1").text)

    right, near = (round(100 * each) for each in SURENESS[Fit.GOOD])
    said = f"Van 100 die goed passen, klopten er {right}; nog {near - right} lagen er dichtbij"
    assert text.count(said) == 1


def test_what_somebody_does_not_want_is_told_and_brings_nothing(site):
    found = text_of(form(site, "/verder", tekst="ik wil niet met klanten werken", zoek="1").text)

    assert "dit lijkt iets wat je niet wilt of niet doet" in found
    assert "Onderhoudt contact met klanten" not in found
