"""A form that asks for codes takes names too; where several things bear a name it asks which, on every page alike."""

import re
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.web.test_safety import form
from tests.web.test_switching import text_of

CLEAR = {
    "compare": (
        "/vergelijken",
        {"van": "eerste verkoper", "naar": "25656"},
        {"van": "25153", "naar": "25656"},
    ),
    "switch": (
        "/overstappen",
        {"van": "25656", "naar": "EERSTE  verkoper"},
        {"van": "25656", "naar": "25153"},
    ),
    "families": ("/inzicht/families", {"van": "eerste verkoper"}, {"van": "25153"}),
    "overlap": ("/inzicht/dubbel", {"van": "eerste verkoper"}, {"van": "25153"}),
    "base": ("/inzicht/basis", {"crebo": "25656, eerste verkoper"}, {"crebo": "25656, 25153"}),
    "base without a comma": ("/inzicht/basis", {"crebo": "25656 eerste verkoper"}, {"crebo": "25656 25153"}),
    "offer": (
        "/keuzeaanbod",
        {"crebo": "eerste verkoper", "opties": "K0794\nK0219 + doorstroom hbo mens", "begin": "2025-08-01"},
        {"crebo": "25153", "opties": "K0794\nK0219 + K0231", "begin": "2025-08-01"},
    ),
}


@pytest.mark.parametrize(("path", "typed", "codes"), CLEAR.values(), ids=CLEAR)
def test_a_name_that_one_thing_bears_becomes_its_code_in_the_address(site, path, typed, codes):
    found = site.get(f"{path}?{urlencode(typed)}")

    assert found.status == 302
    assert {
        name: each[0] for name, each in parse_qs(urlsplit(found.headers["location"]).query).items()
    } == codes


def asked(page: str) -> dict[str, list[str]]:
    """The questions on the page: which field, which codes."""
    found: dict[str, list[str]] = {}
    for name, code in re.findall(r'type="radio" name="([\w-]+)" value="(\w+)"', page):
        found.setdefault(name, []).append(code)
    return found


def test_a_name_that_several_bear_asks_which_and_gives_no_answer(site):
    page = site.get("/vergelijken?van=onderwijsassistent&naar=25656").text

    assert asked(page) == {"van-keuze-1": ["25698", "25485"]}
    assert "Welke bedoel je met “onderwijsassistent”?" in text_of(page)
    assert "Onderwijsassistent (25485), niveau 4, uit dossier Pedagogisch Werk, sinds 2015" in text_of(page)
    assert (
        "Onderwijsassistent (25698), niveau 4, uit dossier Pedagogisch Werk, sinds 2023 of eerder, wordt nu aangeboden"
        in text_of(page)
    )
    assert 'value="onderwijsassistent"' in page
    assert "Alleen in" not in text_of(page)


def test_what_is_chosen_becomes_its_code(site):
    typed = {"crebo": "kok, onderwijsassistent, 25656", "crebo-keuze-1": "25180", "crebo-keuze-2": "25698"}
    found = site.get(f"/inzicht/basis?{urlencode(typed)}")

    assert found.headers["location"] == "/inzicht/basis?crebo=25180%2C+25698%2C+25656"


def test_of_two_names_the_one_that_was_not_chosen_is_asked_again(site):
    typed = {"crebo": "kok, onderwijsassistent", "crebo-keuze-2": "25698"}
    page = site.get(f"/inzicht/basis?{urlencode(typed)}").text

    assert list(asked(page)) == ["crebo-keuze-1"]
    assert 'value="kok, 25698"' in page


def test_what_was_not_offered_is_not_taken(site):
    """A choice that stays behind when somebody types another name is no answer to it."""
    page = site.get("/vergelijken?van=onderwijsassistent&naar=25656&van-keuze-1=25180").text

    assert asked(page) == {"van-keuze-1": ["25698", "25485"]}


def test_a_name_that_nothing_bears_is_told_in_the_form(site):
    found = site.get("/vergelijken?van=zzzzqqqq&naar=25656")

    assert found.status == 200
    assert "We vinden niets met de naam “zzzzqqqq”" in text_of(found.text)
    assert 'value="25656"' in found.text


def test_there_is_a_word_for_more_than_anybody_chooses_from(site):
    page = site.get("/inzicht/families?van=medewerker").text

    assert len(asked(page)["van-keuze-1"]) == 12
    assert "Er zijn er meer" in text_of(page)


def test_what_is_typed_in_a_name_is_text(site):
    page = site.get("/vergelijken?van=%3Cscript%3Ealert(1)%3C/script%3E&naar=25656").text

    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("path", "name", "link"),
    [
        ("/vergelijken?van=25655&naar=25656", "van", "/kwalificatie/25655"),
        ("/overstappen?van=25655&naar=25656", "van", "/kwalificatie/25655"),
        ("/inzicht/basis?crebo=25655+25656", "crebo", "/kwalificatie/25655"),
        ("/inzicht/families?van=25655", "van", "/kwalificatie/25655"),
        ("/keuzeaanbod?crebo=25698&opties=K0794", "opties", "/keuzedeel/K0794"),
    ],
)
def test_beside_a_code_in_a_form_stands_what_it_is(site, path, name, link):
    page = site.get(path).text
    form_ = page[page.index(f'id="{name}"') :]

    assert re.search(rf'<p class="b-hint"><a class="nl-link" href="{link}">[^<]+ \(\w+\)', form_)


def test_a_room_of_the_student_asks_which_too_and_keeps_what_was_filled_in(site):
    typed = {
        "crebo": "onderwijsassistent",
        "keuzedelen": "pabo, K0059",
        "begin": "2025-08-01",
        "doe": "check",
    }
    page = form(site, "/keuzeruimte", **typed).text
    told = form(
        site, "/keuzeruimte", **typed, **{"crebo-keuze-1": "25698", "keuzedelen-keuze-1": "K0794"}
    ).text

    assert asked(page) == {"crebo-keuze-1": ["25698", "25485"], "keuzedelen-keuze-1": ["K0794", "K0974"]}
    assert 'value="pabo, K0059"' in page
    assert 'value="2025-08-01"' in page
    assert "Opleiding: Onderwijsassistent (25698)" in text_of(told)
    assert "K0794" in text_of(told)
    assert asked(told) == {}


PAPERS = {"crebo": "25656", "bewijs-soort": "diploma", "doe": "check"}


def test_what_a_paper_is_for_may_be_a_name(site):
    page = form(
        site, "/vrijstelling", **PAPERS, **{"bewijs-van": "eerste verkoper, b1-k1, BC-001, havo"}
    ).text

    assert asked(page) == {}
    assert 'name="bewijs-van" maxlength="200" value="25153 b1-k1 BC-001 havo"' in page
    assert re.search(r'<p class="b-hint"><a class="nl-link" href="/kwalificatie/25153">', page)
    assert "b-error" not in page


def test_of_a_paper_it_asks_which_and_keeps_what_was_typed(site):
    """A row that was left open does not count; a word of the form itself is no name, though modules bear it."""
    given = {**PAPERS, "bewijs-van": ["", "engels, onderwijsassistent"]}
    page = form(site, "/vrijstelling", **given).text
    told = form(site, "/vrijstelling", **given, **{"van-1-keuze-2": "25698", "van-1-keuze-1": "25698"}).text

    assert list(asked(page).values()) == [["25698", "25485"]]
    assert 'value="engels, onderwijsassistent"' in page
    assert asked(told) == {}
    assert 'value="engels 25698"' in told


def test_who_asked_for_a_proposal_gets_it_after_choosing(site):
    page = form(site, "/keuzeruimte", crebo="onderwijsassistent", doe="suggest").text

    assert 'name="doe" value="suggest">Deze bedoel ik' in page


def test_a_switch_by_hand_asks_which_before_it_answers(site):
    filled = {"van": "25698", "naar": "verkoper", "uitslag:B1-K1": "7"}
    page = form(site, "/overstappen", **filled).text

    assert list(asked(page)) == ["naar-keuze-1"]
    assert re.search(r'name="uitslag:B1-K1"[^>]* value="7"', page)


def test_a_family_names_the_programmes_that_its_parts_stand_in(site):
    page = unescape(site.get("/inzicht/familie/f-2bxpskqpme").text)

    assert '<a class="nl-link" href="/kwalificatie/25750">Allround vakman gww (25750)</a>' in page
    assert not re.search(r"in: *\d{5}", page)


def test_every_part_that_overlaps_has_its_name_and_page(site):
    page = unescape(site.get("/inzicht/dubbel?van=25697").text)
    parts = re.findall(r"<li[^>]*><a [^>]*href=\"(/onderdeel/[^\"]+)\">([^<]+)</a>", page)

    assert len(parts) > 10
    assert all(re.fullmatch(r".+, van .+ \([\w./-]+\)", words) for _, words in parts)
