"""What the form does not know is told once per kind, kept where it stands, and never stops the reading."""

import pytest

from tests.exchange.sbb_xml.invented import invented_text
from tests.exchange.sbb_xml.registers import content, exported_bytes, line_of, read_text

TEXT = invented_text(2)


@pytest.mark.parametrize(
    ("old", "new", "slug", "path"),
    [
        pytest.param(
            "<inleiding ",
            '<nieuw a="1"><b>tekst</b></nieuw>\n<inleiding ',
            "unknown-element",
            "/sbb/dossiers/dossier[1]/nieuw",
            id="element",
        ),
        pytest.param(
            "<voorblad ",
            '<voorblad kleur="blauw" ',
            "unknown-attribute",
            "/sbb/dossiers/dossier[1]/voorblad/@kleur",
            id="attribute",
        ),
        pytest.param(
            "<certificaten />",
            "<certificaten><certificaat>Maankunde</certificaat></certificaten>",
            "unknown-element",
            "/sbb/dossiers/dossier[1]/profielen/profiel[1]/omschrijving/certificaten/certificaat",
            id="certificates in a form that was never seen",
        ),
        pytest.param(
            "<certificaten />",
            "<certificaten>Maankunde</certificaten>",
            "unread-certificates",
            "/sbb/dossiers/dossier[1]/profielen/profiel[1]/omschrijving/certificaten/text()",
            id="certificates as text",
        ),
        pytest.param(
            "<profielkerntaken>",
            "<profielkerntaken>los",
            "unknown-text",
            "/sbb/dossiers/dossier[1]/profielen/profiel[1]/profielkerntaken/text()",
            id="text where none belongs",
        ),
        pytest.param(
            "<soortopleiding>vakopleiding<",
            "<soortopleiding>avondopleiding<",
            "unknown-value",
            "/sbb/dossiers/dossier[1]/profielen/profiel[1]/omschrijving/soortopleiding/text()",
            id="a type of programme",
        ),
        pytest.param(
            '<domein nr="11"',
            '<domein kleur="x" nr="11"',
            "unknown-attribute",
            "/sbb/domeinen/domein[1]/@kleur",
            id="attribute in a list",
        ),
    ],
)
def test_it_is_told_and_kept(tmp_path, old, new, slug, path):
    text = TEXT.replace(old, new)
    outcome = read_text(tmp_path, text)

    assert outcome.mistakes == ()
    assert [(each.slug, each.path) for each in outcome.reports] == [(slug, path)]
    assert abs(outcome.reports[0].line - line_of(text, new)) <= 1
    assert content(exported_bytes(outcome.editions)) == content(text.encode())


@pytest.mark.parametrize(
    ("old", "new", "slug"),
    [
        pytest.param("<inleiding ", "<!-- let op --><inleiding ", "unknown-comment", id="comment"),
        pytest.param("<inleiding ", "<?let op?><inleiding ", "unknown-instruction", id="instruction"),
        pytest.param("<sbb>", '<sbb versie="2">', "unknown-attribute", id="attribute of the root"),
        pytest.param("<domeinen>", "<x>y</x><domeinen>", "unknown-element", id="element between the lists"),
        pytest.param("    <dossier ", "<x/><dossier ", "unknown-element", id="element between dossiers"),
        pytest.param("  <dossiers>", "tekst<dossiers>", "unknown-text", id="text between the lists"),
        pytest.param("    <dossier ", "tekst<dossier ", "unknown-text", id="text between dossiers"),
    ],
)
def test_it_is_told_and_left_out(tmp_path, old, new, slug):
    outcome = read_text(tmp_path, TEXT.replace(old, new))

    assert [each.slug for each in outcome.reports] == [slug]
    assert outcome.mistakes == ()
    assert outcome.editions == read_text(tmp_path, TEXT).editions


def test_a_comment_does_not_cut_a_text(tmp_path):
    text = TEXT.replace("<sbu>4800<", "<sbu>48<!-- ! -->00<")

    assert read_text(tmp_path, text).editions == read_text(tmp_path, TEXT).editions


def test_each_kind_is_told_once_per_file(tmp_path):
    text = TEXT.replace("<profielkerntaken>", "<x/><x/><y/><profielkerntaken>")

    assert [each.given for each in read_text(tmp_path, text).reports] == ["x", "y"]


def test_a_namespace_is_kept(tmp_path):
    text = TEXT.replace("<sbb>", '<sbb xmlns:v="urn:v">').replace(
        "<inleiding ", '<v:x v:y="1">z</v:x><inleiding '
    )
    first = read_text(tmp_path, text)

    assert {each.slug for each in first.reports} == {"unknown-element"}
    assert content(exported_bytes(first.editions)) == content(text.encode())
    assert read_text(tmp_path, exported_bytes(first.editions)).editions == first.editions
