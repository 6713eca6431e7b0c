"""Families are judged by whoever may: kept with who and when, to be taken back, and what is wrong changes nothing."""

import re
from collections.abc import Iterator

import pytest

from tests.web.served import Site, eventually, serving
from tests.web.visitor import Visitor

FAMILY = "f-2bxpskqpme"
PAGE = f"/mijn/families?familie={FAMILY}"
PUBLIC = f"/inzicht/familie/{FAMILY}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(
        tmp_path_factory.mktemp("judging"), BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0"
    ) as running:
        yield running


@pytest.fixture(scope="module")
def developer(site: Site) -> Visitor:
    visitor = Visitor(site)
    visitor.log_in("school-developer")
    return visitor


def said(developer: Visitor) -> list[list[str]]:
    """The rows of what was said of the family, the last first."""
    body = developer.get(PAGE).text.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in body.split("</tr>")]
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in rows if row]


def judge(developer: Visitor, doe: str, **more: str):
    return developer.send("/mijn/families", form=PAGE, familie=FAMILY, doe=doe, **more)


def test_what_is_said_is_kept_with_who_and_counts_on_the_site_until_it_is_taken_back(site, developer):
    before = site.get(PUBLIC).text
    first_name = re.search(r"<h1[^>]*>(.*?)</h1>", before)[1]
    confirmed = judge(developer, "confirmed")
    judge(developer, "named", naam="  Klanten <b>ontvangen\u202e")
    rows = said(developer)

    assert f'href="/mijn/families?familie={FAMILY}"' in before
    assert "bevestigd" in confirmed.text
    assert [each[0] for each in rows] == ["heet “Klanten &lt;b&gt;ontvangen”", "is één onderdeel"]
    assert {each[1] for each in rows} == {f"account {developer.number}"}
    assert eventually(lambda: "Klanten &lt;b&gt;ontvangen" in site.get(PUBLIC).text)

    judge(developer, "withdrawn")

    assert [each[0] for each in said(developer)][1:] == [each[0] for each in rows], "nothing is erased"
    assert eventually(lambda: f">{first_name}</h1>" in site.get(PUBLIC).text)
    assert "voorstel" in site.get(PUBLIC).text
    assert 'value="withdrawn"' not in developer.get(PAGE).text, "there is nothing left to take back"


@pytest.mark.parametrize(("doe", "naam"), [("named", " "), ("named", "…"), ("proposed", ""), ("", "")])
def test_what_says_nothing_changes_nothing(developer, doe, naam):
    before = said(developer)

    assert judge(developer, doe, naam=naam).status == 400
    assert said(developer) == before


def test_a_family_that_is_none_is_said(developer):
    assert developer.get("/mijn/families?familie=f-nergens").status == 404
    assert developer.send("/mijn/families", form=PAGE, familie="f-nergens", doe="confirmed").status == 404
