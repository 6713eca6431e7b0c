"""The systems that are measured: baselines, what went before, the default, and the default with the extra `[semantic]`.

Each gives a score for every title of one index of work processes, so that all are measured on the same titles.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.language.joined import VECTORS_SHARE, JoinedEncoder
from bouwsteen.adapters.language.sayings import shipped_sayings
from bouwsteen.adapters.language.semantic import semantic_encoder
from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.questions.matching import WorkProcessIndex
from bouwsteen.questions.matching.around import WORDS_WEIGHT
from bouwsteen.questions.matching.search import scores_of
from bouwsteen.questions.matching.texts import Blend, Described, groups_of, index_of_texts, with_group
from bouwsteen.services.prepared import Language, prepared
from tests.invented import DAY
from tools.quality.baselines import Scores, bm25, letter_tfidf
from tools.quality.remembered import Remembered

BEFORE = Blend(letters=0.5, words=0.5, meaning=0.0)
"""Words and groups of letters at equal weight, no meaning and no sayings: the system before this one."""


def work_process_systems() -> tuple[tuple[str, ...], Mapping[str, Scores]]:
    """The titles of the embedded catalogue, and name → system."""
    plain = _index(Language())
    systems: dict[str, Scores] = {
        "BM25": bm25(plain.titles),
        "letters TF-IDF": letter_tfidf(plain.titles),
        "before": lambda text: scores_of(plain, text, blend=BEFORE),
        "default": _system(default_language()),
    }
    best = best_language()
    if best:
        systems["with [semantic]"] = _system(best)
    return plain.titles, systems


@cache
def default_language() -> Language:
    return Language(encoder=DutchVectors(), sayings=shipped_sayings())


@cache
def best_language() -> Language | None:
    """The language with the encoder of the extra, or None where it is not installed."""
    encoder = semantic_encoder()
    if encoder is None:
        return None
    joined = JoinedEncoder(DutchVectors(), Remembered(encoder), share=VECTORS_SHARE)
    return Language(encoder=joined, sayings=shipped_sayings())


def _system(language: Language) -> Scores:
    index, encoder = _index(language), language.encoder
    encode = encoder.encode if encoder else None

    def scores(text: str) -> NDArray[np.float32]:
        return scores_of(index, text, encode)

    return scores


@cache
def _index(language: Language) -> WorkProcessIndex:
    return prepared(embedded_catalogue(), DAY, language=language).index


Said = Mapping[str, Described]
"""Group → what is said of it."""


def text_systems(texts: Sequence[Described], said: Said | None = None) -> Iterator[tuple[str, Scores]]:
    """Name → system on texts of any kind, one after another; each is made when it is asked for."""
    yield "BM25", _baseline_on_texts(bm25, texts, said)
    yield "letters TF-IDF", _baseline_on_texts(letter_tfidf, texts, said)
    yield "default", _on_texts(texts, said, default_language())
    best = best_language()
    if best:
        yield "with [semantic]", _on_texts(texts, said, best)


def best_of_each(scores: Scores, groups: NDArray[np.int32]) -> Scores:
    """A score for each group: of the best of its texts."""

    def of_groups(text: str) -> NDArray[np.float32]:
        found = np.full(groups.max() + 1, -np.inf, dtype=np.float32)
        np.maximum.at(found, groups, scores(text))
        return found

    return of_groups


def _on_texts(texts: Sequence[Described], said: Said | None, language: Language) -> Scores:
    encode = language.encoder.encode if language.encoder else None
    index = index_of_texts(texts, encode, said)
    return lambda text: index.scores(index.asked(text, encode))


def _baseline_on_texts(
    system: Callable[[Sequence[str]], Scores], texts: Sequence[Described], said: Said | None
) -> Scores:
    """A baseline is helped by the other names of a thing, and by what is said of it, as the product is."""
    names, groups = system([each.title for each in texts]), groups_of(texts)
    if not len(groups):
        return names
    if not said:
        return lambda text: with_group(names(text), groups)
    known = [said.get(group, Described(title="")) for group in dict.fromkeys(each.group for each in texts)]
    around = system([" ".join((each.title, *(text for _, text in each.context))) for each in known])
    return lambda text: with_group(names(text) + WORDS_WEIGHT * around(text)[groups], groups)
