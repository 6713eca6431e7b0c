"""What somebody fills in, as the document of a person's file."""

from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs

import pytest
from django.utils.datastructures import MultiValueDict

from bouwsteen.entrances.web import person
from bouwsteen.entrances.web.language import site_words
from bouwsteen.entrances.web.mistaken import mistaken
from bouwsteen.model.person import Evidence, EvidenceKind, Judgement, Result
from bouwsteen.services.ports import RefusedFile

SAY = site_words("nl")


def given(query: str):
    return MultiValueDict(parse_qs(query, keep_blank_values=True))


def read(query: str):
    return person.Filled(document=person._document(given(query))).person(SAY)


def test_what_is_filled_in_is_the_person_of_the_file():
    found = read("crebo=25698&begin=2025-08-01&jaren=3&keuzedelen=k0794,K0059&bekostigd=ja&vormend=nee")

    assert (found.qualification, found.start, found.years) == ("25698", date(2025, 8, 1), 3)
    assert found.chosen == ("K0794", "K0059")
    assert (found.funded, found.formative_parts) == (True, False)


def test_a_result_is_a_mark_or_a_word():
    found = read("uitslag:B1-K1=7,5&uitslag:bpv=Positief&uitslag:nederlands=6&niveau:nederlands=3F")

    assert found.results == (
        Result(part="B1-K1", mark=Decimal("7.5")),
        Result(part="bpv", judgement=Judgement.POSITIVE),
        Result(part="nederlands", mark=Decimal("6.0"), level="3F"),
    )


def test_a_module_with_a_result_is_no_longer_chosen():
    found = read("keuzedelen=K0794 K0059&uitslag:K0059=7")

    assert found.chosen == ("K0794",)
    assert [each.part for each in found.results] == ["K0059"]


def test_a_row_of_evidence_counts_where_it_says_of_what():
    query = "bewijs-soort=diploma&bewijs-van=25655&bewijs-uit=mbo&bewijs-soort=exam&bewijs-van=&bewijs-uit="

    assert read(query).evidence == (Evidence(kind=EvidenceKind.DIPLOMA, covers=("25655",), origin="mbo"),)


def test_what_is_left_open_is_not_said():
    assert not person._document(given("crebo=&begin=&uitslag:B1-K1=&bewijs-soort=diploma"))


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("crebo=12", "Je opleiding"),
        ("begin=gisteren", "Wanneer begon je?"),
        ("uitslag:B1-K1=mooi", "B1-K1"),
        ("uitslag:B1-K1=11", "B1-K1"),
        ("uitslag:rekenen=zeven", "Rekenen"),
        ("uitslag:nederlands=7&niveau:nederlands=9F", "Nederlands, niveau"),
        ("bewijs-soort=diploma&bewijs-van=25655&bewijs-dag=morgen", "Bewijs 1, datum"),
        ("keuzedelen=Nederlands", "Welke keuzedelen?"),
    ],
)
def test_a_mistake_stands_at_the_question_that_it_answers(query, where):
    with pytest.raises(RefusedFile) as refused:
        read(query)

    assert [each.file for each in refused.value.mistakes] == [where]
    assert {each.line for each in refused.value.mistakes} == {None}


def lines(query: str, language: str = "nl") -> list[tuple[str, str]]:
    """What the page says is wrong: the words and the field."""
    say, came = site_words(language), person.Filled(document=person._document(given(query)))
    with pytest.raises(RefusedFile) as refused:
        came.person(say)
    return [(each.words, each.field) for each in mistaken(refused.value, came.document, say)]


def test_a_mistake_names_the_field_what_it_says_and_what_is_allowed():
    assert lines("uitslag:nederlands=11&uitslag:rekenen=zeven") == [
        (
            "Nederlands: dit cijfer kan niet; er staat nu: “11”; dit mag wel: 1 tot en met 10",
            "uitslag:nederlands",
        ),
        (
            "Rekenen: dit is geen cijfer, en geen oordeel dat we kennen; er staat nu: “zeven”; dit mag wel: "
            "onvoldoende, voldoende, goed, voldaan, niet voldaan, positief, niet positief, deelgenomen of vrijgesteld",
            "uitslag:rekenen",
        ),
    ]
    assert lines("uitslag:nederlands=11", "en") == [
        ("Dutch: this mark cannot be; it now says: “11”; this is allowed: 1 to 10", "uitslag:nederlands")
    ]


def test_a_level_is_another_field_than_its_mark():
    (words, field) = lines("uitslag:nederlands=7&niveau:nederlands=9F")[0]

    assert field == "niveau:nederlands"
    assert "“9F”; dit mag wel: 2F, 3F, mbo-2" in words


def test_an_example_is_not_the_answer():
    assert lines("crebo=onderwijsassistent") == [
        (
            "Je opleiding: hier hoort een code, geen naam; er staat nu: “onderwijsassistent”; "
            "bijvoorbeeld: 25809",
            "crebo",
        )
    ]


def test_what_the_form_does_not_name_is_not_asked_for_by_its_name_in_a_file():
    assert lines("bewijs-soort=&bewijs-van=25655") == [
        ("Bewijs 1, wat is het? dit veld ontbreekt", "soort-1")
    ]
