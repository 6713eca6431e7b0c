"""Sandra's answer from the embedded catalogue."""

from collections import Counter
from collections.abc import Iterator

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Cover, Requirement, RequirementKind
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.period import Outcome
from bouwsteen.questions.routing import First
from bouwsteen.services.prepared import PreparedStructure, prepared
from bouwsteen.services.show_possibilities import Possibilities, Possibility, Question, show_possibilities
from tests.invented import DAY

SANDRA = ("inkoop- en voorraadbeleid voeren", "contact met klanten")
RETAIL = "79080"


@pytest.fixture(scope="module")
def ready() -> PreparedStructure:
    return prepared(embedded_catalogue(), DAY)


@pytest.fixture(scope="module")
def answer(ready: PreparedStructure) -> Possibilities:
    return show_possibilities(Question(activities=SANDRA), ready)


def of(answer: Possibilities, crebo: str) -> Possibility:
    return next(each for each in (*answer.offered, *answer.apart) if each.qualification.crebo == crebo)


def keys(requirements: tuple[Requirement, ...]) -> Iterator[str]:
    for each in requirements:
        yield each.key
        yield from keys(each.parts)


def test_she_sees_occupations_outside_retail(answer: Possibilities) -> None:
    domains = {each.qualification.domain.value for each in answer.offered[:10] if each.qualification.domain}

    assert len(domains - {RETAIL}) >= 3


def test_text_alone_never_grants(answer: Possibilities, ready: PreparedStructure) -> None:
    for each in (*answer.offered, *answer.apart):
        whole = ready.requirements.whole[each.qualification.crebo]
        assert {cover.how for cover in each.gap.covered} == {Cover.PROPOSED}
        assert list(keys(each.gap.remaining)) == list(keys(whole.remaining))
        assert each.gap.hours == whole.hours


def test_every_remaining_part_stands_once(answer: Possibilities) -> None:
    for each in answer.offered:
        assert max(Counter(keys(each.gap.remaining)).values()) == 1


def test_the_order_of_activities_changes_no_ranking(ready: PreparedStructure, answer: Possibilities) -> None:
    turned = show_possibilities(Question(activities=SANDRA[::-1]), ready)

    assert turned.offered == answer.offered
    assert turned.apart == answer.apart


def test_only_what_is_offered_ranks_and_the_rest_stands_apart(answer: Possibilities) -> None:
    assert {each.current for each in answer.offered} == {Outcome.YES}
    assert {each.current for each in answer.apart} <= {Outcome.UNKNOWN, Outcome.NO}


def test_what_she_confirms_is_covered_and_shortens_what_is_left(ready: PreparedStructure) -> None:
    key = ready.structure.core_tasks["25809"][0].key
    part = ready.structure.work_processes(key)[0].key
    found = of(show_possibilities(Question(confirmed=(part,)), ready), "25809")

    assert [(each.key, each.how) for each in found.gap.covered] == [(part, Cover.CONFIRMED)]
    assert str(part) not in set(keys(found.gap.remaining))


def shown(found: Possibilities) -> list[tuple[str, list[tuple[str, Cover]]]]:
    return [
        (each.qualification.crebo, [(str(cover.key), cover.how) for cover in each.gap.covered])
        for each in found.offered
    ]


def test_what_she_confirms_decides_and_her_words_stand_apart(ready: PreparedStructure) -> None:
    """A florist who ticks one work process of Retailmanager gets that programme, and not twelve."""
    part = PartKey.parse("25807/2023/B1-K1-W3")
    found = show_possibilities(Question(jobs=("bloemist",), activities=SANDRA, confirmed=(part,)), ready)

    assert shown(found) == shown(show_possibilities(Question(confirmed=(part,)), ready)) != []
    assert all(cover.how is not Cover.PROPOSED for each in found.offered for cover in each.gap.covered)
    assert {cover.how for each in found.perhaps for cover in each.gap.covered} == {Cover.PROPOSED}
    assert not {each.qualification.crebo for each in found.perhaps} & {crebo for crebo, _ in shown(found)}


def test_more_that_she_confirmed_stands_above_less(ready: PreparedStructure) -> None:
    task, other = (ready.structure.core_tasks[crebo][0].key for crebo in ("25806", "25807"))
    parts = [
        each.key
        for each in (*ready.structure.work_processes(task)[:3], ready.structure.work_processes(other)[0])
    ]
    found = show_possibilities(Question(activities=SANDRA, confirmed=tuple(parts)), ready)
    counts = [len(each.gap.covered) for each in found.offered]

    assert counts == sorted(counts, reverse=True)
    assert {1, 3} <= set(counts)


def test_without_anything_confirmed_nothing_stands_apart_as_perhaps(answer: Possibilities) -> None:
    assert answer.perhaps == ()


TWICE = ("25705/2021/B1-K1-W1", "25706/2021/B1-K1-W1")


@pytest.mark.parametrize(
    ("confirmed", "how", "through"),
    [
        pytest.param(
            TWICE, Cover.CONFIRMED, TWICE[1], id="what she ticked herself is not 'equal to another'"
        ),
        pytest.param(TWICE[:1], Cover.EQUAL, TWICE[0], id="ticked in another programme"),
    ],
)
def test_what_she_ticks_of_a_programme_is_hers(
    ready: PreparedStructure, confirmed: tuple[str, ...], how: Cover, through: str
) -> None:
    found = show_possibilities(Question(confirmed=tuple(map(PartKey.parse, confirmed))), ready)

    assert [(each.how, str(each.through)) for each in of(found, "25706").gap.covered] == [(how, through)]


def test_a_diploma_is_more_than_what_she_says(ready: PreparedStructure) -> None:
    """A part that is equal to one of a diploma stays so, whatever she ticks of it."""
    part = PartKey.parse(TWICE[1])
    found = show_possibilities(Question(achieved=("25705",), confirmed=(part,)), ready)

    (cover,) = [each for each in of(found, "25706").gap.covered if each.key == part]
    assert (cover.how, cover.evidence) == (Cover.EQUAL, "25705")


def test_a_diploma_covers_shared_parts_elsewhere_and_its_own_is_no_possibility(
    ready: PreparedStructure,
) -> None:
    found = show_possibilities(Question(achieved=("25696",)), ready)

    assert "25696" not in {each.qualification.crebo for each in found.offered}
    assert {each.how for each in of(found, "25698").gap.covered} == {Cover.SAME}


def test_an_employer_can_say_what_comes_first(ready: PreparedStructure) -> None:
    question = Question(activities=SANDRA, first=First.EMPLOYER, employer="koopt in en beheert de voorraad")
    found = of(show_possibilities(question, ready), "25706")

    assert [found.steps[0].title, found.steps[0].because] == [
        "Uitvoeren werkzaamheden rondom de in- en verkoop",
        "employer-asks",
    ]


def test_what_hardly_answers_an_employer_is_not_said_to_be_asked(ready: PreparedStructure) -> None:
    question = Question(activities=SANDRA, first=First.EMPLOYER, employer="zzqqx")
    found = show_possibilities(question, ready)

    assert not any(each.wanted for each in found.offered)
    assert {step.because for each in found.offered for step in each.steps} == {"follows", "beside"}


def test_a_level_leaves_out_other_levels_but_never_an_unknown_one(ready: PreparedStructure) -> None:
    found = show_possibilities(Question(activities=SANDRA, levels=(3,)), ready)
    levels = {each.qualification.level.value for each in found.offered if each.qualification.level}

    assert levels == {3}


def test_a_certificate_is_never_denied(answer: Possibilities) -> None:
    """Nothing in the embedded catalogue says of a part that it carries none."""
    parts = [part for each in answer.offered for part in each.gap.remaining]

    assert all(part.certificates is None or part.certificates for part in parts)
    assert {part.kind for part in parts} >= {RequirementKind.GENERIC, RequirementKind.PLACEMENT}


@pytest.mark.parametrize("question", [Question(achieved=("99999",)), Question(followed=("1",))])
def test_an_unknown_crebo_is_named(ready: PreparedStructure, question: Question) -> None:
    with pytest.raises(UnknownCode):
        show_possibilities(question, ready)


def test_an_unknown_part_is_named(ready: PreparedStructure) -> None:
    with pytest.raises(UnknownCode):
        show_possibilities(Question(confirmed=(PartKey("25809", "1999", "B1-K1"),)), ready)
