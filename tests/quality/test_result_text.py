"""Is a work process found from its own *result* text? `make quality`.

68 texts of three register exports; the index holds the titles of the embedded catalogue only. An equal title (case and
spaces aside) counts as right; a title that several work processes bear counts once; ties are counted against us.
"""

from collections.abc import Sequence

import numpy as np
import pytest

from tools.catalogue.material import material
from tools.quality.baselines import Scores
from tools.quality.gold import TitledText, folded, result_texts
from tools.quality.measures import HEAD, measures, rank, row
from tools.quality.systems import work_process_systems

GAIN = 0.02


@pytest.mark.quality
@pytest.mark.timeout(1800)
def test_result_texts_find_their_work_process_better_than_the_baselines() -> None:
    found = material()
    if found is None:
        pytest.skip("left out: finding work processes from result texts, for BOUWSTEEN_MATERIAL is absent")
    given, systems = work_process_systems()
    titles = [folded(title) for title in given]
    texts = [each for each in result_texts(found / "data" / "sbb-xml") if each.title in titles]
    files = sorted({each.file for each in texts})
    measured = {}
    print(f"\n\n{HEAD}")
    for name, scores in systems.items():
        got = title_ranks(texts, titles, scores)
        measured[name] = measures(got)["MRR"]
        print(row(name, "all", found=got))
        for file in files:
            here = [each for each, text in zip(got, texts, strict=True) if text.file == file]
            print(row(name, file, found=here), flush=True)

    assert len(texts) == 68
    assert measured["default"] >= max(measured["BM25"], measured["letters TF-IDF"]) + GAIN


def title_ranks(texts: Sequence[TitledText], titles: Sequence[str], scores: Scores) -> list[int]:
    """Rank of the right title among the different titles."""
    number = {title: place for place, title in enumerate(dict.fromkeys(titles))}
    places = np.array([number[title] for title in titles])
    found = []
    for each in texts:
        best = np.full(len(number), -np.inf, dtype=np.float32)
        np.maximum.at(best, places, scores(each.text))
        found.append(rank(best, [number[each.title]]))
    return found
