"""Vrijstelling in words: nothing is said of a file or exam that nobody gave, and nobody but the board decides."""

import pytest

from tests.web.test_safety import form
from tests.web.test_switching import text_of

DIPLOMA = {"crebo": "25655", "bewijs-soort": "diploma", "bewijs-van": "25706"}


@pytest.fixture(scope="module")
def answer(site) -> str:
    return text_of(form(site, "/vrijstelling", doe="check", **DIPLOMA).text)


def test_of_a_diploma_alone_nobody_says_that_an_exam_was_taken(answer: str):
    assert "Je deed hier examen in" not in answer
    assert "Je diploma gaat ook over dit vak, maar zegt niet op welk niveau je examen deed." in answer


def test_no_file_is_spoken_of_where_a_form_was_filled_in(answer: str):
    answer = answer.partition("Dit is geen besluit")[2].partition("Zo vraag je het aan")[0]

    assert "evidence[" not in answer
    assert "bij je diploma (25706)" in answer
    assert "bestand" not in answer


@pytest.mark.parametrize("page", ["/vrijstelling", "/student"])
def test_the_law_is_not_said_to_exempt(site, page: str):
    text = text_of(site.get(page).text)

    assert "of de wet vrijstelling geeft" not in text
    assert "waarvoor de examencommissie vrijstelling mag geven" in text


def test_the_law_is_not_said_to_exempt_in_english(site):
    assert "whether the law exempts" not in text_of(site.get("/en/student").text)
