"""What is said of a thing helps to find its names, and does not push away the names of which nothing is said."""

from dataclasses import replace

import numpy as np
import pytest

from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.questions.matching import (
    Described,
    TextIndex,
    index_of_texts,
    texts_from_bytes,
    texts_to_bytes,
)

NAMES = {"bakker": "brood", "broodmaker": "brood", "slager": "vlees", "kok": ""}
SAID = {
    "brood": Described(
        title="voedingsmiddelen maken", context=((1.0, "Kneedt deeg en bakt het in de oven."),)
    ),
    "vlees": Described(title="voedingsmiddelen maken", context=((1.0, "Slacht dieren en snijdt ze uit."),)),
}
ENCODE = DutchVectors().encode


def index(encode=None, said=SAID) -> TextIndex:
    return index_of_texts((Described(title=name, group=each) for name, each in NAMES.items()), encode, said)


def scores(question: str, found: TextIndex, encode=None) -> dict[str, float]:
    return dict(zip(NAMES, found.scores(found.asked(question, encode)).tolist(), strict=True))


@pytest.mark.parametrize("encode", [None, ENCODE])
def test_words_that_only_the_description_has_find_the_names(encode) -> None:
    found = scores("oven", index(encode), encode)

    assert found["bakker"] > found["slager"]
    assert found["broodmaker"] > found["slager"]
    assert max(scores("oven", index()).values()) > max(scores("oven", index(said={})).values()) == 0


def test_of_what_nothing_is_said_the_score_stays() -> None:
    assert scores("kok", index())["kok"] == pytest.approx(scores("kok", index(said={}))["kok"])


def test_what_is_said_of_all_alike_moves_none() -> None:
    alike = dict.fromkeys(SAID, SAID["brood"])
    with_it, without = (
        scores("oven van de bakker", index(said=alike)),
        scores("oven van de bakker", index(said={})),
    )

    assert with_it == pytest.approx(without, abs=1e-6)


@pytest.mark.parametrize("said", [SAID, {}, {"elsewhere": SAID["brood"]}])
def test_it_is_kept_and_read_back(said) -> None:
    made = index(ENCODE, said)
    read = texts_from_bytes(texts_to_bytes(made))

    for question in ("oven", "slager", "bakt brood"):
        assert scores(question, read, ENCODE) == pytest.approx(scores(question, made, ENCODE), abs=2e-3)


def test_another_way_to_ask_counts_nearly_as_much() -> None:
    plain = replace(index(said={}), groups=np.empty(0, np.int32))
    asked, other = plain.asked("kok", None), plain.asked("slager", None)
    (first, second, *_) = plain.best(asked, 4, otherwise=[other])

    assert (first, second) == ((3, pytest.approx(1.0, abs=1e-3)), (2, pytest.approx(0.9, abs=1e-3)))
    assert plain.best(asked, 4) == [(3, pytest.approx(1.0, abs=1e-3))]
