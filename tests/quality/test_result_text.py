"""Is a work process found from its own *result* text? `make quality`.

68 texts of three register exports; the index holds the titles of the embedded catalogue only. An equal title (case and
spaces aside) counts as right; a title that several work processes bear counts once; ties are counted against us.
Weights were chosen on the files Pedagogisch Werk and Sociaal werk (50 texts) and on phrases of our own;
Dienstverlening (18 texts) was kept aside.
"""

import html
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.questions.matching.search import scores_of
from bouwsteen.services.prepared import prepared
from tests.invented import DAY
from tests.quality.baselines import Scores, bm25, letter_tfidf
from tools.catalogue.material import material

KEPT_ASIDE = "2755 Dienstverlening"


def folded(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(" .;")


def result_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """File, title and result text of every work process."""
    for path in sorted(folder.glob("*.xml")):
        for process in ElementTree.parse(path).getroot().iter("werkproces"):
            text = process.findtext("werkprocesresultaat") or ""
            plain = html.unescape(re.sub(r"<[^>]+>", " ", html.unescape(text)))
            yield path.stem, folded(process.get("titel", "")), " ".join(plain.split())


def ranks(texts: list[tuple[str, str, str]], titles: list[str], scores: Scores) -> list[int]:
    """Rank of the right title among the different titles; equal scores count as before it."""
    found = []
    for _, right, text in texts:
        best: defaultdict[str, float] = defaultdict(float)
        for title, score in zip(titles, scores(text), strict=True):
            best[title] = max(best[title], score)
        mine = best[right]
        found.append(sum(score >= mine for score in best.values()) if mine > 0 else 10**9)
    return found


def measures(found: list[int]) -> dict[str, float]:
    count = len(found)
    return {
        "MRR": sum(1 / rank for rank in found) / count,
        **{f"R@{most}": sum(rank <= most for rank in found) / count for most in (1, 5, 10)},
    }


@pytest.mark.quality
def test_result_texts_find_their_work_process_better_than_the_baselines() -> None:
    found = material()
    if found is None:
        pytest.skip("left out: finding work processes from result texts, for BOUWSTEEN_MATERIAL is absent")
    index = prepared(embedded_catalogue(), DAY).index
    titles = [folded(title) for title in index.titles]
    texts = [each for each in result_texts(found / "data" / "sbb-xml") if each[1] in titles]
    systems = {
        "Bouwsteen": lambda text: scores_of(index, text).tolist(),
        "BM25": bm25(titles),
        "letters TF-IDF": letter_tfidf(titles),
    }
    measured = {}
    for name, scores in systems.items():
        all_ranks = ranks(texts, titles, scores)
        aside = [rank for rank, (file, _, _) in zip(all_ranks, texts, strict=True) if file == KEPT_ASIDE]
        measured[name] = measures(all_ranks)["MRR"]
        for what, some in (("all", all_ranks), ("kept aside", aside)):
            shown = "  ".join(f"{key} {value:.3f}" for key, value in measures(some).items())
            print(f"\n{name:16} {what:11} n={len(some):3}  {shown}", end="")

    assert len(texts) == 68
    assert measured["Bouwsteen"] >= max(measured["BM25"], measured["letters TF-IDF"])
