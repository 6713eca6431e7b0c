"""Are the right parts put in one family? `make quality`; the figures stand in docs/quality-reuse.md.

Planted pairs: is a pair called one piece of work when it was made to be, and not when it was not? Judged pairs: do
duplicates stand before the rest? Beside each the alternative: the cosine of groups of three to five letters, of words
as written and of folded ones; for planted pairs with the threshold that is best on the tuning seed.
"""

from collections.abc import Callable, Sequence

import pytest

from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse.comparing import Comparison, likeness, sameness
from bouwsteen.questions.reuse.families import LEAST, LINKED
from bouwsteen.questions.reuse.near import letter_cosines, near_pairs
from bouwsteen.questions.reuse.titles import words
from tests.quality.judged import judged_pairs, kappa
from tests.quality.likeness import Scorer, average_precision
from tests.quality.planted import KINDS, Planted

TUNE, REPORT = 11, (201, 202, 203)
PRECISION, RECALL = 0.95, 0.85
DUPLICATES = 0.70


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer()


def compared(scorer: Scorer, pairs: Sequence[Planted]) -> list[Comparison]:
    return scorer.comparisons([(each.left, each.right, "x", "x") for each in pairs])


def plain_letters(
    scorer: Scorer, pairs: Sequence[tuple[str, str]], folding: Callable[[str], str]
) -> list[float]:
    """The cosine of groups of letters, without anything that families know of titles."""

    def said(title: str) -> tuple[str, ...]:
        return tuple(map(folding, words(title)))

    return letter_cosines([said(each) for each in scorer.titles], [(said(a), said(b)) for a, b in pairs])


def precision_and_recall(pairs: Sequence[Planted], called: Sequence[bool]) -> tuple[float, float]:
    right = sum(each.same and said for each, said in zip(pairs, called, strict=True))
    return right / max(sum(called), 1), right / sum(each.same for each in pairs)


def best_threshold(pairs: Sequence[Planted], scores: Sequence[float]) -> float:
    """The threshold with the highest recall at a precision of .95; where there is none, the most precise one."""
    found = []
    for threshold in sorted(set(scores)):
        precision, recall = precision_and_recall(pairs, [score >= threshold for score in scores])
        found.append((min(precision, PRECISION), recall, threshold))
    return max(found)[2]


@pytest.mark.quality
def test_planted_pairs(scorer: Scorer) -> None:
    tuning = scorer.planted(TUNE, report=False)
    letters = best_threshold(tuning, [each.letters for each in compared(scorer, tuning)])
    print(f"\nplanted pairs; letters from {letters:.2f}, families from {LINKED}")
    for seed in REPORT:
        pairs = scorer.planted(seed, report=True)
        found = compared(scorer, pairs)
        by_letters = precision_and_recall(pairs, [each.letters >= letters for each in found])
        called = [likeness(each) >= LINKED and each.letters >= LEAST for each in found]
        precision, recall = precision_and_recall(pairs, called)
        shares = {
            kind: sum(said for each, said in zip(pairs, called, strict=True) if each.kind == kind)
            / sum(each.kind == kind for each in pairs)
            for kind in KINDS
        }
        print(
            f"seed {seed}, {len(pairs)} pairs: families P {precision:.3f} R {recall:.3f}; "
            f"letters P {by_letters[0]:.3f} R {by_letters[1]:.3f}; called one piece of work: "
            + ", ".join(f"{kind} {share:.2f}" for kind, share in shares.items())
        )

        assert precision >= PRECISION
        assert recall >= RECALL


@pytest.mark.quality
def test_the_search_for_pairs_finds_the_planted_ones(scorer: Scorer) -> None:
    """Among all titles of the catalogue; what is no candidate can never be in one family."""
    pairs = [each for each in scorer.planted(REPORT[0], report=True) if each.same]
    titles = sorted({*scorer.titles, *(title for each in pairs for title in (each.left, each.right))})
    stems = [scorer.reader.read(each).stems for each in titles]
    place = {title: number for number, title in enumerate(titles)}
    candidates = {(each.left, each.right) for each in near_pairs(stems, least=LEAST)}

    met = sum(
        (min(place[each.left], place[each.right]), max(place[each.left], place[each.right])) in candidates
        for each in pairs
    ) / len(pairs)
    print(f"\nof {len(pairs)} planted pairs that are one, {met:.3f} are candidates")

    assert met >= 0.98


@pytest.mark.quality
def test_judged_pairs(scorer: Scorer) -> None:
    pairs = judged_pairs()
    found = scorer.comparisons([each.titles for each in pairs])
    agreement = kappa(pairs)
    print(f"\n{len(pairs)} judged pairs; kappa {agreement if agreement is None else round(agreement, 2)}")
    for report in (False, True):
        some = [(each, how) for each, how in zip(pairs, found, strict=True) if each.report is report]
        labels = [each.duplicate for each, _ in some]
        titles = [each.titles[:2] for each, _ in some]
        figures = {
            "families": average_precision(labels, [sameness(how) for _, how in some]),
            "letters as written": average_precision(labels, plain_letters(scorer, titles, str)),
            "letters folded": average_precision(labels, plain_letters(scorer, titles, stem)),
            "words as written": average_precision(labels, [how.written for _, how in some]),
        }
        name = "reported" if report else "tuned on"
        said = ", ".join(f"{system} {figure:.3f}" for system, figure in figures.items())
        print(f"{name}: {len(some)} pairs, {sum(labels)} duplicates; average precision {said}")

    assert figures["families"] >= DUPLICATES
    assert figures["families"] == max(figures.values())
