"""Switches and comparisons on the embedded catalogue, and on the real texts where they are."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader
from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.files.person import read_person
from bouwsteen.adapters.store.memory import MemoryLedger
from bouwsteen.entrances.wiring import LedgerContents
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.content import Content, ContentKind, PartContent
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.history import editions_of
from bouwsteen.model.person import Judgement, Person, Result
from bouwsteen.model.records import Records
from bouwsteen.questions.comparison import Kinship
from bouwsteen.services.compare_days import compare_days
from bouwsteen.services.compare_versions import compare_versions
from bouwsteen.services.prepared import PreparedStructure, prepared
from bouwsteen.services.show_switch import Switched, show_switch
from tests.exchange.sbb_xml.registers import REAL, needs_material
from tests.invented import DAY, FILE, STRUCTURE, catalogue, parts, profile, qualification

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
NO_TEXTS = LedgerContents(None, 0)


class InventedContents:
    """What the parts of any version require."""

    def __init__(self, known: Mapping[str, Mapping[str, PartContent]]) -> None:
        self.known = known

    def of(self, owner: str, version: str) -> Mapping[str, PartContent]:
        return self.known.get(version, {})


def content(*base: str, **additions: str) -> PartContent:
    def made(texts: tuple[str, ...]) -> frozenset[Content]:
        return frozenset(Content.stating(ContentKind.KNOWLEDGE, each) for each in texts)

    return PartContent(base=made(base), additions={code: made((text,)) for code, text in additions.items()})


@cache
def ready() -> PreparedStructure:
    return prepared(embedded_catalogue(), DAY)


def counted(found: Switched) -> dict[str, int]:
    return {each.value: len(found.switch.of(each)) for each in Kinship if found.switch.of(each)}


def test_from_onderwijsassistent_to_pedagogisch_medewerker_nine_parts_are_shared() -> None:
    found = show_switch("25698", "25696", ready(), NO_TEXTS)

    assert counted(found) == {"unsure": 9, "new": 6}
    assert {each.part.task for each in found.switch.of(Kinship.NEW)} == {
        "Opvoeden en ontwikkelen van het kind/de kinderen in de kinderopvang"
    }
    assert len(found.switch.surplus) == 8
    assert not found.texts


def test_of_the_results_only_modules_are_told_as_modules() -> None:
    done = [Result(part=part, judgement=Judgement.SUFFICIENT) for part in ("K0071", "KEUZE", "B1-K1")]

    found = show_switch("25698", "25696", ready(), NO_TEXTS, person=Person(results=tuple(done)))

    assert [each.part for each in found.modules] == ["K0071"]


def test_only_what_is_done_counts() -> None:
    person = read_person(EXAMPLES / "switcher.toml")

    found = show_switch("25698", "25696", ready(), NO_TEXTS, person=person)

    assert found.done == ("B1-K1", "B1-K2", "K0071", "nederlands")
    assert counted(found) == {"unsure": 9, "new": 6}
    assert found.switch.surplus == ()  # P3-K1 has a 4.8
    assert {each.subject: each.covered.value for each in found.generic} == {
        "dutch": "yes",
        "numeracy": "no",
        "career-and-citizenship": "no",
    }
    assert [each.part for each in found.modules] == ["K0071"]


def test_who_has_done_nothing_has_everything_left() -> None:
    found = show_switch("25698", "25696", ready(), NO_TEXTS, person=Person())

    assert counted(found) == {"new": 15}


def test_what_a_profile_adds_is_counted() -> None:
    known = {"2023": {"B1-K1": content("t"), "B1-K1-W1": content("a", P2="b"), "B1-K1-W2": content("c")}}
    structure = prepared(catalogue(), DAY)

    there = show_switch("95001", "95002", structure, InventedContents(known))
    back = show_switch("95002", "95001", structure, InventedContents(known))

    assert counted(there) == {"same": 1, "additions": 1, "unsure": 1, "new": 1}
    assert counted(back) == {"same": 2, "unsure": 1, "new": 2}
    assert [one.text for each in there.switch.of(Kinship.ADDITIONS) for one in each.more] == ["b"]


def test_an_unknown_programme_is_refused() -> None:
    with pytest.raises(UnknownCode):
        show_switch("25698", "10000", ready(), NO_TEXTS)


@cache
def imported() -> tuple[PreparedStructure, LedgerContents]:
    """The embedded catalogue with the real exports on top."""
    ledger = MemoryLedger(editions_of(embedded_catalogue().records, "embedded"))
    editions = SbbXmlReader().read(REAL, exported=None, report=lambda _: None, progress=lambda _: None)
    ledger.adopt(editions, actor="test", reason="test", recorded=datetime(2026, 1, 1, tzinfo=UTC))
    return prepared(ledger.catalogue(), DAY), LedgerContents(ledger, 1)


@needs_material
def test_with_the_register_read_in_it_is_known_what_the_other_profile_asks_more() -> None:
    found = show_switch("25485", "25486", *imported())

    assert found.texts
    assert counted(found) == {"same": 8, "additions": 2, "new": 6}
    more = {one.text for each in found.switch.of(Kinship.ADDITIONS) for one in each.more}
    assert "heeft algemene kennis van het werkveld kinderopvang" in more


@needs_material
def test_the_specialised_occupation_asks_more_of_every_shared_part() -> None:
    found = show_switch("25486", "25484", *imported())

    assert counted(found)["additions"] == 10
    assert "same" not in counted(found)


@needs_material
def test_a_part_with_the_same_title_in_another_file_is_a_question() -> None:
    found = show_switch("25485", "25488", *imported())

    assert {each.part.title for each in found.switch.of(Kinship.ALIKE)} >= {
        "Werkt aan de eigen deskundigheid"
    }
    assert not found.switch.of(Kinship.SAME, Kinship.EQUAL)


def changed(records: Records) -> Catalogue:
    return Catalogue(1, records)


def test_two_ledger_numbers_show_what_came_went_and_changed() -> None:
    before = FILE + parts("95003", ["B1-K1", "B1-K1-W1"]) + qualification("95003") + qualification("95004")
    after = FILE + parts("95003", ["B1-K1", "B1-K1-W2"]) + qualification("95003", name="Anders")
    after += qualification("95005")

    found = compare_days(catalogue(before).on(DAY), changed(after).on(DAY), ended=True).tables

    assert found["qualifications"].came == (("95005", "Vak 95005"),)
    assert found["qualifications"].went == (("95004", "Vak 95004"),)
    assert [each.fields for each in found["qualifications"].changed] == [(("title", "Vak 95003", "Anders"),)]
    assert found["parts"].came == (("95003 B1-K1-W2", "Doet B1-K1-W2"),)
    assert found["parts"].went == (("95003 B1-K1-W1", "Doet B1-K1-W1"),)
    assert not found["modules"]


def test_a_catalogue_does_not_differ_from_itself() -> None:
    structure = embedded_catalogue().on(DAY)

    assert not any(compare_days(structure, structure).tables.values())


def test_one_code_shows_its_own_changes_only() -> None:
    structure, later = catalogue().on(DAY), changed(STRUCTURE + qualification("95009")).on(DAY)

    assert not any(compare_days(structure, later, code="95001").tables.values())
    assert compare_days(structure, later, code="95009").tables["qualifications"].came
    with pytest.raises(UnknownCode):
        compare_days(structure, later, code="99999")


def test_what_ended_between_two_days_went() -> None:
    from bouwsteen.model.period import Validity

    ending = Validity(start=date(2020, 8, 1), end=date(2024, 8, 1))
    known = catalogue(FILE + qualification("95001", valid=ending, seen=()))

    found = compare_days(known.on(date(2024, 7, 31)), known.on(date(2024, 8, 1)))

    assert found.tables["qualifications"].went == (("95001", "Vak 95001"),)


VERSIONS = (
    FILE
    + parts("90001", ["B1-K1", "B1-K1-W1", "B1-K1-W2", "P1-K1"], "2023")
    + parts("90001", ["B1-K1", "B1-K1-W1", "B1-K1-W3", "P1-K1"], "2026")
    + qualification("95001", "90001")
    + qualification("95001", "90001", version="2026")
    + profile("90001", "P1", "95001")
)


def test_two_versions_show_which_parts_came_and_went_and_what_they_ask() -> None:
    known = {
        "2023": {"B1-K1": content("t"), "B1-K1-W1": content("a", "b")},
        "2026": {"B1-K1": content("t"), "B1-K1-W1": content("a", "c")},
    }

    found = compare_versions("90001", "2023", "2023", catalogue(VERSIONS), InventedContents(known))
    assert (bool(found.parts), found.contents) == (False, ())
    found = compare_versions("95001", "2023", "2026", catalogue(VERSIONS), InventedContents(known))
    assert found.parts.came == (("B1-K1-W3", "Doet B1-K1-W3"),)
    assert found.parts.went[0] == ("B1-K1-W2", "Doet B1-K1-W2")
    (each,) = found.contents or ()
    assert ([one.text for one in each.more], [one.text for one in each.less]) == (["c"], ["b"])


def test_a_version_that_is_not_known_names_those_that_are() -> None:
    with pytest.raises(UnknownCode) as unknown:
        compare_versions("95001", "2023", "2030", catalogue(VERSIONS), NO_TEXTS)

    assert unknown.value.near == ("95001/2023", "95001/2026")
    assert compare_versions("95001", "2023", "2026", catalogue(VERSIONS), NO_TEXTS).contents is None
