"""Skills by a text: best first, with who needs them and what trains for it; and nothing where nothing is like it."""

from collections.abc import Sequence

import pytest

from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.coverage import Fit
from bouwsteen.model.records import Records
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.matching import EmptyText, TextTooLong
from bouwsteen.services.errors import NoSkills
from bouwsteen.services.find_skills import OCCUPATIONS, find_skills
from bouwsteen.services.ports import IndexCache
from bouwsteen.services.prepared import Language, PreparedStructure, prepared
from tests.cli.house import EMBEDDED
from tests.invented import DAY
from tests.services.test_names import Remembering

LANGUAGE = Language(encoder=DutchVectors())
STATED = {"sources": ("invented",), "confidence": Confidence.OFFICIAL}


def concept(iri: str, label: str, kind: ConceptKind = ConceptKind.SKILL, *names: str) -> Concept:
    return Concept(
        iri=iri, language="nl", kind=kind, scheme="esco", label=label, alternatives=names, **STATED
    )


def link(subject: str, kind: LinkKind, object: str) -> Link:
    return Link(subject=subject, kind=kind, object=object, scheme="esco", **STATED)


SKILLS = (
    concept("s:cut", "haar knippen", ConceptKind.SKILL, "haren kort maken"),
    concept("s:weld", "metaal lassen"),
    concept("s:advise", "klanten adviseren"),
    concept("s:clean", "vloeren en ramen schoonmaken"),
)
JOBS = (
    concept("o:cook", "Kok", ConceptKind.OCCUPATION),
    concept("o:artist", "aardappelkunstenaar", ConceptKind.OCCUPATION),
    concept("o:zoo", "zebratemmer", ConceptKind.OCCUPATION),
    *(concept(f"o:{number:02}", f"beroep {number:02}", ConceptKind.OCCUPATION) for number in range(20)),
)
LINKS = (
    link("o:zoo", LinkKind.NEEDS_ESSENTIALLY, "s:cut"),
    link("o:zoo", LinkKind.NEEDS, "s:cut"),
    link("o:artist", LinkKind.NEEDS, "s:cut"),
    link("o:cook", LinkKind.NEEDS, "s:cut"),
    link("s:weld", LinkKind.NEEDS_ESSENTIALLY, "s:cut"),
    link("25180", LinkKind.TEACHES, "s:cut"),
    *(link(f"o:{number:02}", LinkKind.NEEDS, "s:advise") for number in range(20)),
)


def ready(
    concepts: Sequence[Concept] = (*SKILLS, *JOBS), cache: IndexCache | None = None
) -> PreparedStructure:
    records = EMBEDDED.catalogue.records + Records(concepts=tuple(concepts), links=LINKS)
    return prepared(Catalogue(0, records), DAY, cache, LANGUAGE)


READY = ready()


def test_a_skill_is_found_by_any_of_its_names_each_once() -> None:
    (found,) = find_skills("haren kort maken", READY)

    best = found.found[0]
    assert (best.skill.iri, best.through, best.fit) == ("s:cut", "haren kort maken", Fit.GOOD)
    iris = [each.skill.iri for each in found.found]
    assert len(iris) == len(set(iris))
    assert [each.score for each in found.found] == sorted((each.score for each in found.found), reverse=True)


def test_every_skill_finds_itself_first() -> None:
    for skill in SKILLS:
        (found,) = find_skills(skill.label, READY)

        assert found.found[0].skill == skill


def test_each_activity_is_answered_and_what_one_skill_says_is_one() -> None:
    both = find_skills("haar knippen, en metaal lassen", READY)
    whole = find_skills("vloeren en ramen schoonmaken", READY)

    assert [each.found[0].skill.iri for each in both] == ["s:cut", "s:weld"]
    assert [each.found[0].skill.iri for each in whole] == ["s:clean"]


def test_who_needs_it_essentially_goes_first_then_who_is_surely_tied() -> None:
    best = find_skills("haar knippen", READY)[0].found[0]

    assert [(each.occupation.iri, each.link.kind) for each in best.occupations] == [
        ("o:zoo", LinkKind.NEEDS_ESSENTIALLY),
        ("o:cook", LinkKind.NEEDS),
        ("o:artist", LinkKind.NEEDS),
    ]
    assert best.needed_by == 3
    cook = best.occupations[1].qualifications[0]
    assert (cook.crebo, cook.tie.evidence, cook.tie.confidence) == ("25180", "same-name", Confidence.INFERRED)
    assert [(each.crebo, each.tie.evidence) for each in best.qualifications] == [("25180", "stated")]


def test_of_many_occupations_the_first_are_given_and_all_are_counted() -> None:
    best = find_skills("klanten adviseren", READY)[0].found[0]

    assert (best.needed_by, len(best.occupations)) == (20, OCCUPATIONS)


def test_so_many_as_are_asked_for() -> None:
    assert len(find_skills("klanten adviseren", READY, most=1)[0].found) == 1


def test_nothing_fits() -> None:
    assert [each.found for each in find_skills("ik speel graag schaak", READY)] == [()]


def test_without_skills_there_is_nothing_to_look_in() -> None:
    with pytest.raises(NoSkills):
        find_skills("haar knippen", ready(JOBS))


@pytest.mark.parametrize(("text", "error"), [("12", EmptyText), ("a" * 10_001, TextTooLong)])
def test_a_text_that_cannot_be_read_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        find_skills(text, READY)


def test_the_index_is_kept_and_answers_as_what_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Remembering()
    made = find_skills("mensen raad geven", ready(cache=cache))
    monkeypatch.delattr("bouwsteen.services.names.index_of_texts")

    assert find_skills("mensen raad geven", ready(cache=cache)) == made
    assert len(cache.names) == 1
