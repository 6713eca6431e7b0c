"""The index of names is made when a job title is compared, kept, and says the same when it is read back."""

from dataclasses import dataclass, field

import pytest

from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.services.occupations import Occupations
from bouwsteen.services.prepared import Language, prepared
from bouwsteen.services.show_possibilities import Question, show_possibilities
from tests.cli.house import EMBEDDED
from tests.invented import DAY

LANGUAGE = Language(encoder=DutchVectors())


@dataclass
class Remembering:
    """A cache that says what it was asked for."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def load(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def save(self, name: str, content: bytes) -> None:
        self.kept[name] = content

    @property
    def names(self) -> list[str]:
        return [name for name in self.kept if name.startswith("names-")]


def test_without_a_job_no_names_are_indexed() -> None:
    cache = Remembering()
    show_possibilities(Question(activities=("kassa",)), prepared(EMBEDDED.catalogue, DAY, cache, LANGUAGE))

    assert cache.kept
    assert not cache.names


def test_what_is_kept_answers_as_what_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Remembering()
    made = prepared(EMBEDDED.catalogue, DAY, cache, LANGUAGE).jobs.job("stukadoorster")
    monkeypatch.delattr("bouwsteen.services.names.index_of_texts")
    read = prepared(EMBEDDED.catalogue, DAY, cache, LANGUAGE).jobs.job("stukadoorster")

    assert len(cache.names) == 1
    assert made.candidates
    assert read == made


def test_every_name_is_found_by_itself_as_best() -> None:
    ready = prepared(EMBEDDED.catalogue, DAY, language=LANGUAGE)

    assert len(ready.names.names) > len(Occupations(ready.structure).crebos_by_name)
    for name in ready.names.names[::10]:
        (best, score), *_ = ready.names.ranked(name.text)
        assert score > 0.97
        assert best.text.casefold() == name.text.casefold() or score == pytest.approx(1.0, abs=0.03)


def test_the_closest_names_come_first_with_scores_from_0_to_1() -> None:
    found = prepared(EMBEDDED.catalogue, DAY, language=LANGUAGE).names.ranked(
        "verkoper in een winkel", most=25
    )

    scores = [score for _, score in found]
    assert len(found) == 25
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] <= scores[0] <= 1
