"""A job title that may mean several things: what was ticked stays ticked, under its name, until it is unticked."""

import re

import pytest

from tests.web.visitor import Visitor

ASKED = "thuiszorg"
BOX = re.compile(r'name="beroep" value="([^"]+)"( checked)?> <span>(.*?)</span>')


def boxes(page: str) -> dict[str, tuple[str, bool]]:
    """Key → its words, and whether it is ticked."""
    return {key: (words, bool(ticked)) for key, ticked, words in BOX.findall(page)}


@pytest.fixture(scope="module")
def visitor(site) -> Visitor:
    return Visitor(site)


def asked(visitor: Visitor, *jobs: str, button: str = "zoek") -> str:
    return visitor.send("/verder", beroep=list(jobs), **{button: "1"}).text


def test_what_is_offered_has_no_addresses_for_computers(visitor):
    offered = boxes(asked(visitor, ASKED))

    assert len(offered) > 1
    assert not any(ticked for _, ticked in offered.values())
    assert not any("urn:" in words or "[" in words for words, _ in offered.values())


def test_what_was_ticked_stays_so_and_goes_by_its_name(visitor):
    offered = boxes(asked(visitor, ASKED))
    key, (words, _) = next(iter(offered.items()))
    page = asked(visitor, ASKED, key)

    assert boxes(page) == {each: (said, each == key) for each, (said, _) in offered.items()}
    assert f"<legend>“{words.partition(' (')[0]}”</legend>" in page
    assert f"“{key}”" not in page


def test_what_was_ticked_can_be_unticked_after_another_title_too(visitor):
    key = next(iter(boxes(asked(visitor, ASKED))))
    page = asked(visitor, "kok", key)

    assert boxes(page)[key][1]
    assert "Dit beroep koos je" in page


def test_what_a_title_is_taken_to_mean_is_said_unless_it_was_ticked(visitor):
    page = asked(visitor, "winkelverk")

    assert "“winkelverk”: we gaan uit van winkelier (beroep). Daarvoor leert op: Ondernemer handel" in page
    assert "we gaan uit van" not in asked(visitor, "25880")
