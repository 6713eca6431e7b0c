"""Are work processes found from people's own words, and is nothing found for what is no work? `make quality`.

The phrases are written by people who saw names of occupations and never the titles; `tests/quality/phrases/README.md`
has the rules of writing and judging. What a person is shown is measured: the phrase is split into activities, and of
several activities the best titles stand in turn. A phrase that has no right title among its candidates says nothing
about ranking: it is counted in the rows "all phrases" only.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.coverage import Fit, Match
from bouwsteen.questions.matching.activities import activities_in
from bouwsteen.services.prepared import Language, PreparedStructure, prepared
from tests.invented import DAY
from tools.quality.baselines import Scores
from tools.quality.gold import REPORTING, TUNING, folded
from tools.quality.measures import HEAD, NOT_FOUND, measures, row
from tools.quality.off_topic import off_topic
from tools.quality.phrases import Phrase, judged_phrases
from tools.quality.pool import best_titles
from tools.quality.systems import best_language, default_language, work_process_systems

HERE = Path(__file__).parent
NOTHING = (HERE / "off_topic" / "texts.csv", HERE / "phrases" / "nothing.csv")
SHOWN = 10
COLLECTIONS = {"first phrases": "p", "second phrases": "q"}
"""By what their ids start with: `phrases/README.md` tells how each came to be."""
FLOORS = {"default": 0.58, "with [semantic]": 0.64}
MOST_LISTED, MOST_WRONG = 0.17, 0.15
"""Shares of the texts that are no work for which something may be listed, and be called a good or possible fit."""


@pytest.fixture(scope="module")
def phrases() -> tuple[Phrase, ...]:
    found = judged_phrases(HERE / "phrases")
    if not found:
        pytest.skip("left out: people's phrases, for none is judged")
    return found


@pytest.mark.quality
@pytest.mark.timeout(3600)
def test_a_right_title_is_among_the_first_five(phrases: tuple[Phrase, ...]) -> None:
    print(f"\n\n{HEAD}")
    measured = {}
    for name, answer in answers().items():
        found = {each.id: first_right(answer(each.text), each.right) for each in phrases}
        for part in (TUNING, REPORTING):
            here = [found[each.id] for each in phrases if each.part == part and each.right]
            print(row(name, part, found=here))
            measured[name, part] = measures(here)["S@5"]
        for collection, starts in COLLECTIONS.items():
            here = [each for each in phrases if each.part == REPORTING and each.id.startswith(starts)]
            right = [found[each.id] for each in here if each.right]
            measured[name, collection] = measures(right)["S@5"]
            print(row(name, f"reporting, {collection}", found=right))
            whole = [found[each.id] for each in here]
            print(row(name, f"reporting, {collection}, also without a right title", found=whole), flush=True)

    for name, floor in FLOORS.items():
        for part in (REPORTING, *COLLECTIONS):
            assert measured.get((name, part), floor) >= floor


@pytest.mark.quality
def test_a_fit_is_as_sure_as_it_says(phrases: tuple[Phrase, ...]) -> None:
    """Of what is called a good fit more is right than of a possible one, and of that more than of a weak one."""
    shares = {}
    print("\n\n| fit | part | titles shown | right | right or near |\n|---|---|---|---|---|")
    for part in (TUNING, REPORTING):
        for fit in Fit:
            grades = [
                phrase.grades.get(folded(each.title), 0)
                for phrase in phrases
                if phrase.part == part
                for each in shown_matches(ready(default_language()), phrase.text)
                if each.fit is fit
            ]
            right, near = (sum(grade >= least for grade in grades) / max(len(grades), 1) for least in (2, 1))
            shares[part, fit] = right
            print(f"| {fit} | {part} | {len(grades)} | {right:.2f} | {near:.2f} |")

    assert shares[REPORTING, Fit.GOOD] > shares[REPORTING, Fit.POSSIBLE] > shares[REPORTING, Fit.WEAK]


@pytest.mark.quality
def test_for_what_is_no_work_nothing_is_found() -> None:
    system = ready(default_language())
    shares = {}
    print(
        "\n\n| part | texts that are no work | something is listed | may fit | fits well |\n|---|---|---|---|---|"
    )
    for part in (TUNING, REPORTING):
        here = [each for file in NOTHING for each in off_topic(file) if each.part == part]
        found = [{match.fit for match in shown_matches(system, each.text)} for each in here]
        listed = sum(map(bool, found))
        fits = sum(bool(one - {Fit.WEAK}) for one in found)
        shares[part] = listed / len(here), fits / len(here)
        print(f"| {part} | {len(here)} | {listed} | {fits} | {sum(Fit.GOOD in one for one in found)} |")

    assert shares[REPORTING][0] <= MOST_LISTED
    assert shares[REPORTING][1] <= MOST_WRONG


@cache
def ready(language: Language) -> PreparedStructure:
    return prepared(embedded_catalogue(), DAY, language=language)


def answers() -> dict[str, Callable[[str], list[str]]]:
    """Name → the different titles that a system shows, best first."""
    titles, systems = work_process_systems()
    plain = {name: scores for name, scores in systems.items() if name in ("BM25", "letters TF-IDF", "before")}
    found = {name: _baseline(titles, scores) for name, scores in plain.items()}
    languages = {"default": default_language(), "with [semantic]": best_language()}
    return found | {name: _product(language) for name, language in languages.items() if language}


def _baseline(titles: Sequence[str], scores: Scores) -> Callable[[str], list[str]]:
    """A baseline gets the activities too."""
    return lambda text: in_turn([best_titles(titles, scores, each, SHOWN) for each in activities_in(text)])


def _product(language: Language) -> Callable[[str], list[str]]:
    system = ready(language)
    return lambda text: [each.title for each in shown_matches(system, text)]


def shown_matches(system: PreparedStructure, text: str) -> list[Match]:
    """One match for each title that is shown, best first, of several activities in turn."""
    if not any(sign.isalpha() for sign in text):
        return []
    found = []
    for activity in system.activities(text):
        if system.unwanted(activity):
            continue
        first = {each.title: each for each in reversed(system.matches(activity, titles=SHOWN))}
        found.append(sorted(first.values(), key=lambda each: -each.score))
    return in_turn(found)


def in_turn(lists: Sequence[Sequence[Any]]) -> list[Any]:
    return [each for each in chain.from_iterable(zip_longest(*lists)) if each is not None]


def first_right(titles: Sequence[str], right: frozenset[str]) -> int:
    unique = list(dict.fromkeys(map(folded, titles)))
    return next((place for place, title in enumerate(unique, start=1) if title in right), NOT_FOUND)
