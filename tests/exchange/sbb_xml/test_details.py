"""The document of a dossier, in types."""

import msgspec
import pytest

from bouwsteen.adapters.exchange.sbb_xml import UnknownDocument, read_details
from bouwsteen.adapters.exchange.sbb_xml.details import Requirements, Texts
from bouwsteen.adapters.exchange.sbb_xml.texts import added_text
from tests.exchange.sbb_xml.invented import invented_text, running
from tests.exchange.sbb_xml.registers import read_text


@pytest.fixture
def details(tmp_path):
    return read_details(read_text(tmp_path, invented_text(1)).editions[1].document)


def test_a_work_process_has_its_texts_exactly(details):
    texts = details.parts["B1-K1-W1"].texts

    assert texts.description == running(3000111, 8) + "\n\n"
    assert texts.result == running(3000112, 8) + "\n\n"
    assert texts.behaviour == running(3000113, 8) + "\n\n"
    assert "werkt < 8 uur." in details.parts["P1-K1-W1"].texts.behaviour


def test_a_core_task_has_its_complexity_responsibility_and_knowledge(details):
    task = details.parts["B1-K2"]

    assert task.texts.complexity == running(2, 8) + "\n"
    assert task.texts.responsibility == running(5, 8)
    assert [details.knowledge[number] for number in task.knowledge] == ["heeft kennis van maan < zon"]


def test_competences_are_letters(details):
    assert details.parts["B1-K1-W1"].competences == ("B", "A")
    assert details.competences["B"] == 'Luisteren naar de "klant"'


def test_what_one_profile_requires_on_top_stands_under_its_code(details):
    task, process = details.parts["B1-K1"], details.parts["B1-K1-W1"]

    assert set(task.additions) == set(process.additions) == {"P2"}
    assert task.additions["P2"].texts.complexity == running(0, 4)
    assert task.additions["P2"].texts.responsibility == ""
    assert task.additions["P2"].knowledge == ("300002",)
    assert process.additions["P2"].texts.result == running(3000112 + 9, 5)
    assert process.additions["P2"].competences == ("C",)
    assert details.parts["B1-K1-W2"].additions == {}


def test_language_requirements_stand_under_the_profile(details):
    assert {
        code: [(each.language, each.skill, each.level) for each in found]
        for code, found in details.languages.items()
    } == {"P1": [("Engels", "Luisteren", "B1"), ("Engels", "Lezen", "A2"), ("Engels", "Schrijven", None)]}


def test_all_the_rest_is_in_the_annex(details):
    annex = {each.path: each for each in details.annex}

    assert "Leeswijzer" in annex["inleiding/omschrijving"].text
    assert annex["dossiercrebos/dossiercrebo"].attributes["prijsfactor"] == "1,10"
    assert annex["."].attributes["positief_advies_toetsingskamer"] == "Ja"
    assert annex["verantwoordingsinformatie/brondocumenten/brondocument"].attributes["naam"] == "bron.pdf"
    assert annex["profielen/profiel"].attributes["beroepsgroep"] == "Maan"


def test_every_text_of_the_file_is_somewhere_in_the_details(tmp_path):
    marked = invented_text(1).replace("<![CDATA[", "<![CDATA[merk ")
    details = read_details(read_text(tmp_path, marked).editions[1].document)

    assert str(details).count("merk ") == marked.count("merk ")


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xc1", id="no msgpack"),
        pytest.param(msgspec.msgpack.encode({"a": 1}), id="another document"),
        pytest.param(msgspec.msgpack.encode([2, b"<dossier/>", None, {}]), id="a form of later"),
    ],
)
def test_another_document_is_refused(document):
    with pytest.raises(UnknownDocument):
        read_details(document)


def test_what_one_has_to_know_for_a_profile_stands_apart_in_its_text():
    knowledge = {"1": "kent maan ", "2": "", "3": "kan een plan lezen"}
    added = Requirements(texts=Texts(complexity="Werkt alleen."), knowledge=("1", "2", "3", "4"))

    assert added_text(added, knowledge) == "Werkt alleen. kent maan; kan een plan lezen"
    assert added_text(Requirements(knowledge=("3",)), knowledge) == "kan een plan lezen"
