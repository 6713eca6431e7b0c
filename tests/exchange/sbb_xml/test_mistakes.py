"""A broken export gives all its mistakes, each with its line and path, and no edition of what is wrong."""

import gzip
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.sbb_xml.invented import invented_export, invented_text
from tests.exchange.sbb_xml.registers import line_of, read, read_text

TEXT = invented_text(2)
PROCESS = '<werkproces nr="3000111"'

# One line each: what is changed, into what, and the mistake it makes.
MUTATIONS = {
    "no title of a dossier": ('titel="Werken aan 0 "', "", "missing-title"),
    "an empty title": ('titel="Werken aan 0 "', 'titel="  "', "missing-title"),
    "no title of a work process": (PROCESS + ' titel="Voert stap 1 uit "', PROCESS, "missing-title"),
    "no title of a statement": (
        'nr="300003" titel="kan met gereedschap omgaan"',
        'nr="300003" titel=""',
        "missing-title",
    ),
    "no number of a dossier": ('<dossier nr="3000"', "<dossier", "missing-attribute"),
    "no chapter": (' hoofdstuk="1" niveau="3"', ' niveau="3"', "missing-attribute"),
    "no level": (' niveau="3"', "", "missing-attribute"),
    "no first day": (' Geldig_vanaf="01-08-2015"', "", "missing-attribute"),
    "a chapter that is no number": ('hoofdstuk="1" niveau="3"', 'hoofdstuk="I" niveau="3"', "bad-chapter"),
    "an empty chapter": ('hoofdstuk="1" niveau="3"', 'hoofdstuk="" niveau="3"', "bad-chapter"),
    "a chapter of three digits": ('hoofdstuk="1" niveau="3"', 'hoofdstuk="100" niveau="3"', "bad-chapter"),
    "a level that does not exist": ('niveau="3"', 'niveau="5"', "bad-level"),
    "a date that does not exist": ("01-08-2015", "31-02-2015", "bad-date"),
    "a date of another form": ("01-08-2015", "2015-08-01", "bad-date"),
    "a crebo of four digits": (">50000<", ">5000<", "bad-crebo"),
    "a crebo with a letter": (">10000<", ">1000O<", "bad-crebo"),
    "a domain code of six digits": ('crebo="79900"', 'crebo="799000"', "bad-crebo"),
    "no crebo of a profile": (">50000<", "><", "missing-crebo"),
    "an amount that is no number": ('prijsfactor="1,10"', 'prijsfactor="veel"', "bad-number"),
    "an end before the start": (
        'Datum_einde_opleiding="">10000',
        'Datum_einde_opleiding="31-07-2015">10000',
        "end-before-start",
    ),
    "a core task twice": (
        'titel="Doet taak 2 van 0" hoofdstuk="2"',
        'titel="x" hoofdstuk="1"',
        "duplicate-code",
    ),
    "a profile twice": ('hoofdstuk="2" niveau="2"', 'hoofdstuk="1" niveau="2"', "duplicate-code"),
    "a number twice": ('nr="300003"', 'nr="300002"', "duplicate-number"),
    "a qualification twice": (">50002<", ">50000<", "duplicate-crebo"),
    "a competence that is in no list": (
        '<competentie referentie="32" />',
        '<competentie referentie="99" />',
        "unknown-reference",
    ),
    "knowledge that is in no list": (
        '<vakkennisenvaardigheden referentie="300001" />',
        '<vakkennisenvaardigheden referentie="9" />',
        "unknown-reference",
    ),
    "a profile that is not there": (
        '<profiel referentie="300052" />',
        '<profiel referentie="9" />',
        "unknown-reference",
    ),
    "a sector chamber that is in no list": (
        '<sectorkamer referentie="21" />',
        '<sectorkamer referentie="9" />',
        "unknown-reference",
    ),
    "a domain that is in no list": ('referentiedomein="11"', 'referentiedomein="9"', "unknown-reference"),
    "an empty reference": (
        '<competentie referentie="32" />',
        '<competentie referentie="" />',
        "unknown-reference",
    ),
}


@pytest.mark.parametrize(("old", "new", "slug"), MUTATIONS.values(), ids=MUTATIONS)
def test_each_mistake_is_told_with_its_line(tmp_path, old, new, slug):
    outcome = read_text(tmp_path, TEXT.replace(old, new, 1))
    mistake = next(each for each in outcome.mistakes if each.slug == slug)

    assert abs(mistake.line - line_of(TEXT, old)) <= 1  # two places share their line with their parent
    assert mistake.path.startswith("/sbb/")
    assert mistake.expected
    assert mistake.file.endswith("export.xml")
    if "domain code" not in old and 'crebo="' not in old:
        assert [each.owner for each in outcome.editions] == ["", "10002"]


def test_a_path_leads_to_the_element(tmp_path):
    found = read_text(tmp_path, TEXT.replace('titel="Voert stap 2 uit "', 'titel=""', 2))

    assert [each.path for each in found.mistakes] == [
        f"/sbb/dossiers/dossier[1]/basis/basistaken/basiskerntaken/kerntaak[{task}]"
        "/basiswerkprocessen/werkproces[2]/@titel"
        for task in (1, 2)
    ]


def test_a_dossier_without_codes_is_told(tmp_path):
    text = re.sub(r"<dossiercrebos>.*?</dossiercrebos>", "<dossiercrebos />", TEXT, count=1, flags=re.DOTALL)

    assert read_text(tmp_path, text).places == [("missing-crebo", line_of(TEXT, "<dossier "))]


def test_a_profile_without_codes_is_told(tmp_path):
    text = re.sub(r"<creboinformatie>.*?</creboinformatie>", "", TEXT, count=1, flags=re.DOTALL)

    assert read_text(tmp_path, text).slugs == ["missing-crebo"]


def test_a_version_needs_a_first_day_or_a_number(tmp_path):
    """The second dossier has no `versie` of its own."""
    first, second = TEXT.split('<dossier nr="3001"')
    text = first + '<dossier nr=""' + second.replace("01-08-2015", "", 1)

    assert read_text(tmp_path, text).slugs == ["missing-number", "missing-date"]


def test_one_code_and_version_twice_in_a_file_is_told(tmp_path):
    text = TEXT.replace('<dossier nr="3001"', '<dossier nr="3000"').replace(">10002<", ">10000<")
    text = text.replace('versie=""', 'versie="2020.1"')

    assert read_text(tmp_path, text).slugs == ["duplicate-dossier"]


def test_all_mistakes_are_told_at_once(tmp_path):
    """Of every dossier, and of every file."""
    text = invented_text(4).replace('niveau="3"', 'niveau="9"').replace("01-08-2015", "1 aug 2015")
    first = tmp_path / "first.xml"
    first.write_text(text, "utf-8-sig")
    outcome = read(first, invented_export(tmp_path / "sound.xml", dossiers=1), tmp_path / "absent.xml")

    assert sorted(set(outcome.slugs)) == ["bad-date", "bad-level", "unreadable-file"]
    assert outcome.slugs.count("bad-level") == 4
    assert outcome.slugs.count("bad-date") == 12
    assert {each.file.rpartition("/")[2] for each in outcome.mistakes} == {"first.xml", "absent.xml"}


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("<kerntaak", id="a sign that opens nothing"),
        pytest.param("a & b", id="an ampersand"),
        pytest.param("&plan;", id="an entity that nobody declared"),
        pytest.param("</werkproces>", id="an end without a start"),
        pytest.param("<b>", id="a start without an end"),
        pytest.param("\x01", id="a sign that XML does not have"),
        pytest.param("a < b", id="a smaller-than sign"),
    ],
)
def test_a_dossier_that_is_not_well_formed_does_not_hide_the_next(tmp_path, broken):
    dossiers = invented_text(5).split("    <dossier ")
    for index in (1, 3):
        dossiers[index] = dossiers[index].replace("<profielkerntaken>", f"<profielkerntaken>{broken}", 1)
    text = "    <dossier ".join(dossiers).replace(">50012<", ">5001X<")
    found = read_text(tmp_path, text)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if f"kerntaken>{broken}" in line]
    told = [each.line for each in found.mistakes if each.slug == "not-well-formed"]

    assert len(told) == len(lines) == 2
    # an end that does not match is told where it stands, not where its start is
    assert all(line <= each <= line + 40 for line, each in zip(lines, told, strict=True))
    assert ("bad-crebo", line_of(text, ">5001X<")) in found.places


def test_what_is_wrong_beside_an_ampersand_is_told_too(tmp_path):
    text = TEXT.replace("Maanstad", "Maan & stad", 1).replace('niveau="3"', 'niveau="7"', 1)

    assert set(read_text(tmp_path, text).places) == {
        ("not-well-formed", line_of(text, "Maan & stad")),
        ("bad-level", line_of(text, 'niveau="7"')),
    }


@pytest.mark.parametrize("share", [0.05, 0.2, 0.5, 0.8, 0.99])
def test_a_truncated_file_is_told(tmp_path, share):
    content = TEXT.encode()
    outcome = read_text(tmp_path, content[: int(len(content) * share)])

    assert outcome.slugs == ["truncated-file"]


@given(cut=st.integers(min_value=60, max_value=len(TEXT.encode()) - 2))
def test_wherever_a_file_is_cut_off_it_is_refused(tmp_path_factory, cut):
    outcome = read_text(tmp_path_factory.mktemp("cut"), TEXT.encode()[:cut])

    assert outcome.mistakes
    assert set(outcome.slugs) <= {"truncated-file", "not-well-formed", "bad-encoding"}


@given(place=st.integers(min_value=0, max_value=len(TEXT) - 1), sign=st.sampled_from('<>&"/= x\x00é'))
def test_a_changed_sign_never_ends_in_anything_but_editions_and_mistakes(tmp_path_factory, place, sign):
    outcome = read_text(tmp_path_factory.mktemp("sign"), TEXT[:place] + sign + TEXT[place + 1 :])

    assert outcome.mistakes or len(outcome.editions) == 3


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        pytest.param(b"", "empty-file", id="nothing"),
        pytest.param(b"\xef\xbb\xbf \n", "empty-file", id="white space only"),
        pytest.param(b"<html></html>", "not-an-sbb-export", id="another root"),
        pytest.param(b'<sbb xmlns="urn:x"></sbb>', "not-an-sbb-export", id="a root of a namespace"),
        pytest.param(gzip.compress(TEXT.encode()), "compressed-file", id="compressed"),
        pytest.param(b"crebo;naam\n25000;x", "not-well-formed", id="a table"),
        pytest.param(b'<?xml version="1.0" encoding="x-5"?><sbb/>', "bad-encoding", id="an unknown encoding"),
        pytest.param(b"<!-- and then", "truncated-file", id="a comment without an end"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path, content, slug):
    assert read_text(tmp_path, content).slugs == [slug]


def test_bytes_of_another_encoding_are_told(tmp_path):
    content = invented_text(3).encode().replace(b"Eigen stap 1", b"Eigen stap \xe9\xe8", 1)

    assert read_text(tmp_path, content).places == [
        ("bad-encoding", line_of(invented_text(3), "Eigen stap 1"))
    ]


def test_a_folder_is_no_export(tmp_path):
    assert read(tmp_path).slugs == ["unreadable-file"]


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param('<!DOCTYPE sbb [<!ENTITY x SYSTEM "file:///etc/passwd">]>', id="external entity"),
        pytest.param('<!DOCTYPE sbb SYSTEM "http://192.0.2.1/x.dtd">', id="external declaration"),
        pytest.param(f'<!DOCTYPE sbb [<!ENTITY l0 "lol">{BOMB}]>', id="billion laughs"),
        pytest.param("<!DOCTYPE sbb>", id="an empty declaration"),
        pytest.param('<!DOCTYPE sbb [<!ENTITY % p SYSTEM "http://192.0.2.1/p"> %p;]>', id="parameter entity"),
        pytest.param("<!--" + "x" * 10_000 + "-->\n<!DOCTYPE sbb>", id="after a long comment"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused_before_it_is_read(tmp_path, declaration, encoding):
    text = (
        TEXT.replace("<sbb>", f"{declaration}\n<sbb>")
        .replace("Maanstad", "&x;&l9;")
        .replace("utf-8", encoding)
    )
    outcome = read_text(tmp_path, text.encode(encoding))

    assert (outcome.slugs, outcome.editions) == (["forbidden-dtd"], [])
    assert outcome.mistakes[0].line == line_of(text, "<!DOCTYPE")


def test_an_entity_bomb_in_an_attribute_of_the_root_is_refused(tmp_path):
    text = f'<!DOCTYPE sbb [<!ENTITY l0 "lol">{BOMB}]><sbb a="&l9;"/>'

    assert read_text(tmp_path, text.encode()).slugs == ["forbidden-dtd"]


@pytest.mark.parametrize(
    "large",
    [
        pytest.param("<x>" * 300 + "</x>" * 300, id="very deep"),
        pytest.param("<x>" * 100 + "</x>" * 100, id="deep"),
    ],
)
def test_depth_has_a_limit(tmp_path, large):
    outcome = read_text(tmp_path, TEXT.replace("<inleiding", large + "<inleiding", 1))

    assert outcome.mistakes
    assert set(outcome.slugs) <= {"too-large", "too-deep", "not-well-formed"}


def test_a_text_of_more_than_ten_million_signs_is_refused(tmp_path):
    outcome = read_text(tmp_path, TEXT.replace("Maanstad", "x" * 10_100_000, 1))

    assert outcome.slugs == ["too-large"]


def test_a_dossier_without_an_end_does_not_fill_the_memory(tmp_path, monkeypatch):
    for module in ("stream", "diagnosis"):
        monkeypatch.setattr(f"bouwsteen.adapters.exchange.sbb_xml.{module}.MOST_IN_ONE_DOSSIER", 200_000)
    text = TEXT.replace("<profielen ", "<x>y</x>" * 100_000 + "<profielen ", 1)

    assert read_text(tmp_path, text).slugs == ["too-large"]


def test_lines_far_down_a_file_are_exact(tmp_path):
    """The parser itself keeps them in 16 bits."""
    text = TEXT.replace('    <dossier nr="3001"', "\n" * 70_000 + '    <dossier nr="3001"')
    text = text.replace('referentie="300101"', 'referentie="99"', 1)

    assert read_text(tmp_path, text).places == [("unknown-reference", line_of(text, 'referentie="99"'))]


def test_running_text_about_dossiers_does_not_confuse_the_second_look(tmp_path):
    first, second = TEXT.split('    <dossier nr="3001"')
    text = first + "\n" * 70_000 + '    <dossier nr="3001"' + second.replace('niveau="2"', 'niveau="x"')
    text = text.replace("<xhtml>", "<xhtml><dossier >")

    assert read_text(tmp_path, text).slugs == ["bad-level"]


def test_too_many_mistakes_are_not_all_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("bouwsteen.adapters.exchange.sbb_xml.findings.MOST", 5)

    assert read_text(tmp_path, TEXT.replace("01-08-2015", "x")).slugs == [
        *["bad-date"] * 5,
        "too-many-mistakes",
    ]
