"""Both languages are complete, and hold nothing that nobody asks for."""

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from bouwsteen.adapters.store.errors import InvalidDatabaseAddress
from bouwsteen.entrances.words import LANGUAGES, Words, cleaned, explained, words_in
from bouwsteen.model.errors import BeforeFirstKnown, UnknownCode
from bouwsteen.services.ports import Mistake, RefusedFile, StorageCause, StorageFault
from tests.cli import used_words

DUTCH, ENGLISH = words_in("nl"), words_in("en")


def fields(words: Words, slug: str) -> set[str]:
    return {name for text in words.templates(slug) for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slug_that_code_can_ask_for_has_words(language: str) -> None:
    words = words_in(language)
    asked = {f"{start}{end}" for start, ends in used_words.families().items() for end in ends}

    assert sorted(slug for slug in asked if slug not in words) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_keeps_words_that_are_not_asked_for(language: str) -> None:
    asked = {f"{start}{end}" for start, ends in used_words.families().items() for end in ends}
    written = used_words.literals("entrances")

    assert sorted(slug for slug in words_in(language) if slug not in asked | written) == []


def test_every_slug_that_stands_in_the_code_has_words() -> None:
    starts = {slug.partition(".")[0] for slug in DUTCH if "." in slug}
    slugs = {
        each
        for each in used_words.literals("entrances")
        if re.fullmatch(r"[a-z-]+(\.[a-z-]*[a-z])+", each) and each.partition(".")[0] in starts
    }

    assert sorted(slug for slug in slugs if slug not in DUTCH) == []


def test_every_slug_that_code_completes_belongs_to_a_family() -> None:
    starts = {slug.partition(".")[0] for slug in DUTCH if "." in slug}
    completed = {each for each in used_words.completed_starts() if each.partition(".")[0] in starts}

    assert completed <= used_words.families().keys()


def test_both_languages_fill_in_the_same() -> None:
    assert set(DUTCH) == set(ENGLISH)
    assert [slug for slug in DUTCH if fields(DUTCH, slug) != fields(ENGLISH, slug)] == []
    assert [slug for slug in DUTCH if len(DUTCH.templates(slug)) != len(ENGLISH.templates(slug))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_empty(language: str) -> None:
    words = words_in(language)

    assert [slug for slug in words if not all(text.strip() for text in words.templates(slug))] == []


def test_dutch_speaks_to_a_person_as_je() -> None:
    said = [text for slug in DUTCH for text in DUTCH.templates(slug)]

    assert [text for text in said if re.search(r"\b[Uu]w?\b", text)] == []


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [("nl", "4.100", "1 augustus 2026"), ("en", "4,100", "1 August 2026")],
)
def test_numbers_and_days_follow_the_language(language: str, number: str, day: str) -> None:
    words = words_in(language)

    assert words.number(4100) == number
    assert words.day(date(2026, 8, 1)) == day


def test_what_is_filled_in_cannot_steer_a_terminal() -> None:
    said = DUTCH("possibilities.activity", text="\x1b]0;titel\x07kassa\n\u202eregel")

    assert said == "“ ]0;titel kassa regel” lijkt op deze werkprocessen:"
    assert cleaned("a\x9b31mb\x7f") == "a 31mb "


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_says_what_was_given_and_what_to_do(language: str) -> None:
    say = words_in(language)

    unknown = explained(UnknownCode("25149", ("25148", "25140")), say)
    assert "25149" in unknown.detail
    assert say.listed(["25148", "25140"], "or") in unknown.detail
    before = explained(BeforeFirstKnown(date(2014, 1, 1), date(2015, 8, 1)), say)
    assert say.day(date(2015, 8, 1)) in before.detail


def test_a_refused_file_gives_every_mistake_with_its_place() -> None:
    first = Mistake(
        file="a.xml", line=3, path="/dossier[1]/@crebo", slug="bad-crebo", given="1", expected="five"
    )
    second = Mistake(file="b.xml", line=None, path="", slug="seen-nowhere")

    lines = explained(RefusedFile((first, second)), DUTCH).detail.split("\n")

    assert lines[0] == "a.xml:3:/dossier[1]/@crebo: dit is geen crebo; gevonden: “1”; verwacht: five"
    assert lines[1] == "b.xml: seen-nowhere"
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("phrase", "dutch"),
    [
        ("a whole number", "een heel getal"),
        ("a day after 2015-08-01", "een dag na 2015-08-01"),
        ("one of yes, no", "één van: yes, no"),
        ("a phrase that nobody knows", "a phrase that nobody knows"),
    ],
)
def test_what_a_reader_expected_is_said_in_the_language(phrase: str, dutch: str) -> None:
    mistake = Mistake(file="a.xml", line=None, path="", slug="bad-date", expected=phrase)

    assert explained(RefusedFile((mistake,)), DUTCH).detail.split("\n")[0].endswith(f"verwacht: {dutch}")
    assert explained(RefusedFile((mistake,)), ENGLISH).detail.split("\n")[0].endswith(phrase)


@pytest.mark.parametrize("cause", StorageCause)
def test_every_fault_of_storage_says_what_to_do(cause: StorageCause) -> None:
    said = explained(StorageFault("/map", cause, "no space"), DUTCH).detail

    assert "/map" in said
    assert DUTCH(f"storage.{cause}") in said


def test_a_password_is_never_shown() -> None:
    error = InvalidDatabaseAddress(variable="V", given="mysql://a:***@b/c", expected="sqlite:///file")

    assert "mysql://a:***@b/c" in explained(error, DUTCH).detail


def test_what_was_given_is_repeated_only_in_part() -> None:
    assert len(explained(UnknownCode("9" * 5000), DUTCH).detail) < 400


def test_both_languages_have_the_same_topics_with_the_same_slugs() -> None:
    locale = Path(used_words.PACKAGE) / "entrances" / "words" / "locale"
    dutch, english = (
        {
            path.name: re.findall(r'^msgid "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
            for path in (locale / language).glob("*.po")
        }
        for language in LANGUAGES
    )
    slugs = [slug for topic in dutch.values() for slug in topic]

    assert dutch == english
    assert len(slugs) == len(set(slugs))
