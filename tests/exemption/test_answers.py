"""Per part: what counts already, what the board may exempt, what is open, and what can never be."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.person import EvidenceKind, Judgement, Person, Result
from bouwsteen.model.precedents import (
    BoardDecision,
    Decided,
    DecidingBody,
    PrecedentBook,
    PrecedentEntry,
    Withdrawal,
)
from bouwsteen.questions.exemption import RANK, REASONS, PartAnswer, Standing
from tests.exemption.answering import POLICIES, ask, by_name, people, person, piece, pieces
from tests.invented import DAY
from tests.store.invented import NOW

GENERIC = ("nederlands", "rekenen", "engels")
SCHOOLS = sorted({each.institution for each in POLICIES.rules})
start = {"start": date(2024, 8, 1)}


def one(name: str, *evidence, at: str = "", **said) -> PartAnswer:
    return by_name(ask(person(*evidence, **(start | said)), at=at))[name]


def stands(answer: PartAnswer) -> tuple[str, str]:
    return answer.standing.value, answer.reason


KINDS = [
    ("certificate", "certificate"),
    ("diploma", "earlier-diploma"),
    ("practice-statement", "practice-statement"),
    ("validated-experience", "validated-experience"),
    ("experience", "experience"),
]


@pytest.mark.parametrize(("kind", "reason"), KINDS, ids=[kind for kind, _ in KINDS])
def test_of_a_core_task_every_kind_of_evidence_lets_the_board_decide(kind: str, reason: str) -> None:
    answer = one("B1-K1", piece(kind, "90001/2023/B1-K1"))

    assert stands(answer) == ("board", reason)
    assert answer.source == "EKB art. 3b lid 1-2 (BWBR0027963)"
    assert answer.needed == (kind,)


@pytest.mark.parametrize("subject", GENERIC)
@pytest.mark.parametrize("kind", ["experience", "validated-experience", "practice-statement"])
def test_experience_never_counts_for_dutch_numeracy_and_english(kind: str, subject: str) -> None:
    answer = one(subject, piece(kind, subject, level="3F", mark=9), qualification="95002")

    assert stands(answer) == ("impossible", "experience-never")
    assert answer.source == "EKB art. 3b lid 3 (BWBR0027963)"
    assert answer.needed == ("earlier-exam-in-subject",)


SUBJECTS = [
    ("havo without a level is 3F", {"origin": "havo"}, ("board", "earlier-exam")),
    ("mbo at the level", {"origin": "mbo", "level": "3F"}, ("board", "earlier-exam")),
    ("mbo above the level", {"origin": "mbo", "level": "4F"}, ("board", "earlier-exam")),
    ("mbo below the level", {"origin": "mbo", "level": "2F"}, ("impossible", "level-too-low")),
    ("mbo without a level", {"origin": "mbo"}, ("unknown", "level-not-said")),
    ("vmbo", {"origin": "vmbo", "level": "3F"}, ("impossible", "origin-not-accepted")),
    ("nobody said where", {"level": "3F"}, ("unknown", "origin-not-said")),
    ("abroad", {"origin": "buitenland", "level": "3F"}, ("unknown", "foreign-not-compared")),
    ("another scale", {"origin": "mbo", "level": "mbo-4"}, ("unknown", "other-scale")),
]


@pytest.mark.parametrize(
    ("said", "expected"), [each[1:] for each in SUBJECTS], ids=[each[0] for each in SUBJECTS]
)
def test_a_generic_subject_asks_an_earlier_exam_at_the_level(said, expected) -> None:
    assert stands(one("nederlands", piece("exam", "nederlands", **said), qualification="95002")) == expected


def test_english_at_a2_is_enough_for_part_of_the_exam() -> None:
    answer = one("engels", piece("exam", "engels", origin="mbo", level="A2", mark=7), qualification="95002")

    assert stands(answer) == ("board", "level-of-one-part")
    assert "one-part-only" in answer.notes


def test_english_is_asked_at_level_4_only() -> None:
    assert "engels" in by_name(ask(person(qualification="95002")))
    assert "engels" not in by_name(ask(person()))
    assert by_name(ask(person(qualification="95003")))["engels"].part.applies == "unknown"


def test_between_five_and_a_half_and_six_the_word_of_the_school_decides() -> None:
    def elsewhere(mark: str, judgement: Judgement | None) -> tuple[str, str]:
        done = Result(part="B1-K1", mark=Decimal(mark), judgement=judgement)
        return stands(by_name(ask(person(qualification="95002", results=(done,)), wanted="95001"))["B1-K1"])

    assert elsewhere("5.7", Judgement.SUFFICIENT) == ("board", "earlier-exam")
    assert elsewhere("5.7", Judgement.INSUFFICIENT) == elsewhere("5.4", None) != ("board", "earlier-exam")


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Result(part="B1-K1", mark=Decimal(6)), ("law", "passed-here")),
        (Result(part="B1-K1", judgement=Judgement.SUFFICIENT), ("law", "passed-here")),
        (Result(part="B1-K1", mark=Decimal(5)), ("unknown", "nothing-brought")),
        (Result(part="B1-K1", judgement=Judgement.EXEMPTED), ("board", "exempted-already")),
        (Result(part="nederlands", mark=Decimal(7), level="2F"), ("law", "passed-here")),
        (Result(part="nederlands", mark=Decimal(7), level="1F"), ("impossible", "no-earlier-exam")),
        (Result(part="nederlands", mark=Decimal("5.5"), level="2F"), ("law", "passed-here")),
        (Result(part="nederlands", mark=Decimal("5.4"), level="2F"), ("impossible", "no-earlier-exam")),
        (Result(part="B1-K1", mark=Decimal("5.5")), ("unknown", "nothing-brought")),
        (
            Result(part="B1-K1", mark=Decimal(7), judgement=Judgement.INSUFFICIENT),
            ("unknown", "nothing-brought"),
        ),
        (Result(part="bpv", judgement=Judgement.POSITIVE), ("law", "passed-here")),
        (Result(part="loopbaan-burgerschap", judgement=Judgement.FULFILLED), ("law", "passed-here")),
    ],
)
def test_what_was_passed_in_this_programme_counts_by_law(result: Result, expected) -> None:
    answer = by_name(ask(person(results=(result,))))[result.part]

    assert stands(answer) == expected


def test_a_result_here_that_is_no_pass_by_itself_is_named() -> None:
    answer = by_name(ask(person(results=(Result(part="nederlands", mark=Decimal(5)),))))["nederlands"]

    assert stands(answer) == ("impossible", "no-earlier-exam")
    assert answer.notes == ("result-here",)


def test_a_result_of_another_programme_is_for_the_board() -> None:
    someone = person(results=(Result(part="B1-K1", mark=Decimal(8)),))

    answer = by_name(ask(someone, wanted="95002"))["B1-K1"]

    assert stands(answer) == ("board", "earlier-exam")


def test_results_of_nobody_knows_which_programme_settle_nothing_by_law() -> None:
    someone = person(qualification=None, results=(Result(part="B1-K1", mark=Decimal(8)),))

    assert stands(by_name(ask(someone, wanted="95001"))["B1-K1"]) == ("board", "earlier-exam")


def test_a_diploma_of_the_same_file_covers_the_shared_basic_part_only() -> None:
    found = by_name(ask(person(piece("diploma", "95002", origin="mbo", day=date(2024, 6, 1)), **start)))

    assert stands(found["B1-K1"]) == ("board", "earlier-diploma")
    assert stands(found["P1-K1"]) == ("unknown", "nothing-brought")
    assert stands(found["nederlands"]) == ("board", "earlier-diploma")
    assert "diploma-needs-results" in found["nederlands"].notes


def test_a_diploma_of_an_older_version_covers_what_is_equal_by_its_key() -> None:
    older = piece("diploma", "95004/2019/B1-K1-W1", origin="mbo")

    found = by_name(ask(person(older, qualification="95004")))

    assert [each.touch.nearness for each in found["B1-K1-W1"].pieces] == ["equal"]
    assert stands(found["B1-K1-W2"]) == ("unknown", "nothing-brought")
    assert stands(found["B1-K1"]) == ("unknown", "only-part-covered")


def test_a_part_is_the_same_under_the_key_that_it_had_before() -> None:
    found = by_name(ask(person(piece("certificate", "95006/2023/B1-K1"), qualification="95006")))

    assert str(found["B1-K1"].part.key) == "90006/2024/B1-K1"
    assert [each.touch.nearness for each in found["B1-K1"].pieces] == ["same"]
    assert stands(found["B1-K1-W1"]) == ("board", "certificate")


def test_a_core_task_is_covered_when_each_of_its_work_processes_is() -> None:
    first, second = (piece("practice-statement", f"B1-K1-W{number}") for number in (1, 2))

    assert stands(one("B1-K1", first)) == ("unknown", "only-part-covered")
    assert stands(one("B1-K1", first, second)) == ("board", "each-work-process")


def test_a_title_never_identifies() -> None:
    """95003 has the same titles under its own keys, and belongs to no known file."""
    found = ask(person(piece("diploma", "95003", origin="mbo")))

    assert stands(by_name(found)["B1-K1"]) == ("unknown", "nothing-brought")


def test_a_certificate_counts_as_surely_as_the_catalogue_knows_its_part() -> None:
    assert stands(one("B1-K1", piece("certificate", "sure"))) == ("board", "certificate")
    assert stands(one("B1-K2", piece("certificate", "perhaps"))) == ("unknown", "certificate-may-belong")


def test_a_failed_exam_proves_nothing_for_a_core_task_and_may_count_for_a_module() -> None:
    failed = piece("exam", "90001/2023/B1-K1", "K0059", origin="mbo", mark=4)

    assert stands(one("B1-K1", failed)) == ("unknown", "not-passed")
    assert stands(one("K0059", failed)) == ("board", "earlier-exam")


def test_a_mark_counts_and_a_low_one_is_named() -> None:
    assert "mark-of-5" in one("nederlands", piece("exam", "nederlands", origin="havo", mark=5)).notes
    assert "mark-below-5" in one("nederlands", piece("exam", "nederlands", origin="havo", mark=4)).notes
    halfway = one("nederlands", piece("exam", "nederlands", origin="havo", mark=4.5)).notes
    assert "mark-of-5" in halfway, "a half goes up"
    assert one("nederlands", piece("exam", "nederlands", origin="havo", mark=7)).notes == (
        "mark-counts",
        "must-be-exam",
    )


def test_what_the_law_does_not_say_is_unknown() -> None:
    found = by_name(ask(person(piece("experience", "bpv", "loopbaan-burgerschap"))))

    assert stands(found["bpv"]) == ("unknown", "law-silent-placement")
    assert stands(found["loopbaan-burgerschap"]) == ("unknown", "law-silent-citizenship")
    assert found["bpv"].source == "WEB art. 7.2.8 (BWBR0007625)"


def test_evidence_that_belongs_to_nothing_is_named_with_why() -> None:
    found = ask(
        person(
            piece("diploma", "95005", origin="mbo"),
            piece("certificate", "bestaat-niet"),
            piece("certificate", "95003/2023/B1-K1"),
            piece("certificate", "sure"),
        )
    )

    assert [(each.piece.place, each.because, each.codes) for each in found.unused] == [
        ("evidence[1]", "parts-not-known", ("95005",)),
        ("evidence[2]", "not-in-catalogue", ("bestaat-niet",)),
        ("evidence[3]", "no-part-of-this", ("95003/2023/B1-K1",)),
    ]


def test_a_diploma_that_counts_for_dutch_only_is_named_as_not_linked() -> None:
    found = ask(person(piece("diploma", "95003", origin="mbo", day=date(2024, 6, 1)), **start))

    assert [(each.because, each.codes) for each in found.unused] == [("no-part-of-this", ("95003",))]
    assert [each.touch.through for each in by_name(found)["nederlands"].pieces] == ["95003"]


def test_an_unknown_qualification_is_an_error_with_codes_like_it() -> None:
    with pytest.raises(UnknownCode):
        ask(person(qualification="95009"))


# What schools say.


def test_a_school_refuses_evc_where_the_law_leaves_room() -> None:
    evc = piece("validated-experience", "90001/2023/B1-K1", day=date(2026, 1, 1))

    answer = one("B1-K1", evc, at="25PN")

    assert stands(answer) == ("impossible", "policy-kind")
    assert answer.by_policy
    assert answer.source == "ROC Nijmegen, vrijstellingen 2026-27"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2016, 11, 23), ("board", "certificate")),
        (date(2016, 11, 22), ("impossible", "policy-too-old")),
        (None, ("unknown", "policy-asks-more")),
    ],
    ids=["ten years to the day", "ten years and a day", "no day"],
)
def test_a_school_wants_nothing_older_than_ten_years(day: date | None, expected) -> None:
    answer = one("B1-K1", piece("certificate", "sure", day=day), at="25PN")

    assert stands(answer) == expected
    assert [each.fact for each in answer.missing] == (["evidence.day"] if day is None else [])


def test_where_a_policy_is_silent_the_board_decides() -> None:
    answer = one("B1-K1", piece("certificate", "sure"), at="25GV")

    assert stands(answer) == ("board", "certificate")
    assert answer.pieces[0].judged.policy is None


def test_a_school_that_never_exempts_from_citizenship() -> None:
    diploma = piece("diploma", "95002", origin="mbo", day=date(2024, 6, 1))

    assert stands(one("loopbaan-burgerschap", at="25PN")) == ("impossible", "policy-never")
    assert stands(one("loopbaan-burgerschap", diploma, at="25PN")) == ("impossible", "policy-never")


def test_lessons_are_another_matter_than_the_exam() -> None:
    certificate = piece("certificate", "sure")

    assert one("B1-K1", certificate).lessons == "unknown"
    assert one("B1-K1", certificate, at="25LF").lessons == "no"
    assert one("K0059", piece("certificate", "K0059"), at="voorbeeldcollege").lessons == "yes"


def test_a_module_counts_for_dutch_where_the_school_says_so_and_only_once() -> None:
    module = piece("exam", "K0071", origin="mbo", mark=7, day=date(2025, 6, 1))

    assert stands(one("nederlands", module)) == ("unknown", "school-decides")
    assert stands(one("nederlands", module, at="voorbeeldcollege")) == ("board", "earlier-exam")
    used = one("nederlands", module, at="voorbeeldcollege", chosen=("K0071",))
    assert used.standing is Standing.IMPOSSIBLE
    assert used.by_policy


def test_mathematics_counts_for_numeracy_where_the_school_says_so() -> None:
    mathematics = piece("exam", "wiskunde", origin="havo", mark=7, day=date(2022, 6, 1))

    assert stands(one("rekenen", mathematics)) == ("unknown", "school-decides")
    assert stands(one("rekenen", mathematics, at="voorbeeldcollege")) == ("board", "earlier-exam")


def test_a_team_judges_what_the_school_says_that_it_judges() -> None:
    work = piece("experience", "bpv")

    assert one("bpv", work).whom is DecidingBody.BOARD
    assert one("bpv", work, at="voorbeeldcollege").whom is DecidingBody.TEAM


@pytest.mark.parametrize(
    ("days", "expected"),
    [(42, "yes"), (41, "no"), (None, "unknown")],
    ids=["six weeks", "a day less", "no day"],
)
def test_a_request_has_a_term(days: int | None, expected: str) -> None:
    graduation = None if days is None else date.fromordinal(DAY.toordinal() + days)

    assert ask(person(graduation=graduation), at="25PN").terms.in_time == expected


def test_a_decision_has_a_term_where_the_school_states_one() -> None:
    assert ask(person(), at="25LF").terms.decision == "10 working-days"
    assert ask(person(), at="25PN").terms.decision == ""
    assert ask(person()).terms.appeal_weeks == 2


def test_experience_for_a_module_has_its_price_at_some_schools() -> None:
    assert "no-cum-laude" in one("K0059", piece("experience", "K0059"), at="25GV").notes
    assert "no-cum-laude" not in one("K0059", piece("experience", "K0059")).notes


# Precedents.


def decision(part: str, **said: object) -> BoardDecision:
    made = {
        "institution": "25LF",
        "body": DecidingBody.BOARD,
        "decided": DAY,
        "part": part,
        "evidence": EvidenceKind.EXPERIENCE,
        "exam": Decided.REFUSED,
        "reason": "Te weinig breed",
    }
    return BoardDecision(**(made | said))


def book(*contents: BoardDecision | Withdrawal) -> PrecedentBook:
    return PrecedentBook(
        tuple(
            PrecedentEntry(number=n, recorded=NOW, content=each) for n, each in enumerate(contents, start=1)
        )
    )


def test_precedents_stand_with_the_part_and_change_no_outcome() -> None:
    someone = person(piece("experience", "90001/2023/B1-K1"))
    kept = book(decision("90001/2023/B1-K1"), decision("90001/2023/B1-K2"))

    found = by_name(ask(someone, book=kept))

    assert [number for number, _ in found["B1-K1"].precedents] == [1]
    assert stands(found["B1-K1"]) == ("board", "experience")


def test_a_precedent_on_another_kind_of_evidence_stays_away() -> None:
    kept = book(decision("90001/2023/B1-K1", evidence=EvidenceKind.DIPLOMA))

    assert by_name(ask(person(piece("experience", "B1-K1")), book=kept))["B1-K1"].precedents == ()


def test_a_withdrawn_decision_is_no_precedent() -> None:
    away = Withdrawal(number=1, institution="25LF", body=DecidingBody.BOARD, decided=DAY, reason="fout")
    kept = book(decision("nederlands", evidence=EvidenceKind.EXAM), away)

    assert (
        by_name(ask(person(piece("exam", "nederlands", origin="havo")), book=kept))["nederlands"].precedents
        == ()
    )


# Laws that always hold.


def standings(someone: Person, at: str = "") -> dict[str, PartAnswer]:
    return by_name(ask(someone, at=at))


@settings(max_examples=80)
@given(someone=people, more=pieces)
def test_more_evidence_never_makes_an_outcome_worse(someone: Person, more) -> None:
    before = standings(someone)
    after = standings(replace(someone, evidence=(*someone.evidence, more)))

    worse = [name for name, each in before.items() if RANK[after[name].standing] > RANK[each.standing]]
    assert worse == []


@settings(max_examples=80)
@given(someone=people, more=pieces, at=st.sampled_from(SCHOOLS))
def test_more_evidence_never_makes_it_worse_at_a_school_either(someone: Person, more, at: str) -> None:
    """But for a part for which nothing was brought: there a school may refuse what now is."""
    before = standings(someone, at)
    after = standings(replace(someone, evidence=(*someone.evidence, more)), at)

    worse = [
        name
        for name, each in before.items()
        if RANK[after[name].standing] > RANK[each.standing] and each.pieces
    ]
    assert worse == []


@settings(max_examples=80)
@given(data=st.data(), someone=people, at=st.sampled_from(["", *SCHOOLS]))
def test_order_changes_no_outcome(data: st.DataObject, someone: Person, at: str) -> None:
    other = replace(
        someone,
        evidence=tuple(data.draw(st.permutations(someone.evidence))),
        results=tuple(data.draw(st.permutations(someone.results))),
    )

    left, right = standings(someone, at), standings(other, at)
    assert {name: each.standing for name, each in left.items()} == {
        name: each.standing for name, each in right.items()
    }


@settings(max_examples=80)
@given(someone=people, at=st.sampled_from(["", *SCHOOLS]))
def test_experience_never_settles_anything_by_law(someone: Person, at: str) -> None:
    only = replace(
        someone,
        results=(),
        evidence=tuple(
            each
            for each in someone.evidence
            if each.kind
            in (EvidenceKind.EXPERIENCE, EvidenceKind.VALIDATED_EXPERIENCE, EvidenceKind.PRACTICE_STATEMENT)
        ),
    )

    found = standings(only, at)
    assert all(each.standing is not Standing.LAW for each in found.values())
    assert all(found[name].standing is Standing.IMPOSSIBLE for name in GENERIC if name in found)


@settings(max_examples=80)
@given(someone=people, at=st.sampled_from(SCHOOLS))
def test_a_policy_never_turns_impossible_by_law_into_something_better(someone: Person, at: str) -> None:
    law, school = standings(someone), standings(someone, at)

    better = [
        name
        for name, each in law.items()
        if each.standing is Standing.IMPOSSIBLE and school[name].standing is not Standing.IMPOSSIBLE
    ]
    assert better == []


@settings(max_examples=80)
@given(someone=people, at=st.sampled_from(["", *SCHOOLS]))
def test_every_answer_has_its_reason_and_its_source(someone: Person, at: str) -> None:
    for each in standings(someone, at).values():
        assert each.reason in REASONS[each.standing]
        assert each.source
        assert each.proof or each.reason == "exempted-already"
        assert each.standing is not Standing.BOARD or each.whom
