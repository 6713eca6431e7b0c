"""The page of overlaps says what it rests on, lists a family once, and leads to all."""

import re

import pytest

PAGE = "/inzicht/dubbel"


def families(text: str) -> list[str]:
    """The families that a page leads to, in order."""
    return re.findall(r'href="/inzicht/familie/(f-[a-z2-7]{10})', text)


def test_pages_together_lead_to_all_of_it_and_to_each_family_once(site):
    found, address = [], PAGE
    pages = 0
    while address:
        text = site.get(address).text
        found += families(text)
        pages += 1
        following = re.search(r'rel="next" href="([^"]+)"', text)
        address = PAGE + following[1].replace("&amp;", "&") if following else ""

    assert pages > 20
    assert len(found) > 400
    assert len(found) == len(set(found))


def test_the_last_page_of_all_says_which_it_is(site):
    first = site.get(PAGE).text
    last = int(re.search(r"Bladzijde 1 van (\d+)", first)[1])

    assert last > 20
    assert f"Bladzijde {last} van {last}" in site.get(f"{PAGE}?bladzijde={last}").text
    assert site.get(f"{PAGE}?bladzijde={last + 1}").status == 404


@pytest.mark.parametrize("given", ["0", "-1", "x", "9" * 400, "%C2%B2"])
def test_a_page_that_is_none_is_not_there(site, given):
    assert site.get(f"{PAGE}?bladzijde={given}").status == 404


def test_a_title_is_no_certainty(site):
    text = site.get(PAGE).text

    assert "zeker" not in text
    assert "alleen de titels zijn bekend" in text
