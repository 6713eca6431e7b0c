"""The shipped vectors: what they say, how large they are, and how they were made."""

import csv
import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.language.joined import JoinedEncoder
from bouwsteen.adapters.language.semantic import semantic_encoder
from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.services.ports import Encoder

FOLDER = Path(str(files("bouwsteen") / "data" / "vectors"))
MOST_BYTES = 12_000_000
TOLERANCE = 0.06
"""Made anew on another machine, or with another release of the encoder, cosines may differ by as much."""


@pytest.fixture(scope="module")
def vectors() -> DutchVectors:
    return DutchVectors()


def cosine(encoder: Encoder, one: str, other: str) -> float:
    rows = encoder.encode([one, other])
    return float(rows[0] @ rows[1])


COSINES = [
    ("haren knippen", "Knipt het haar", 0.66),
    ("auto", "voertuig", 0.55),
    ("verpleegster", "verpleegkundige", 0.73),
    ("programmeren", "software ontwikkelen", 0.42),
    ("boekhouden", "financiële administratie", 0.29),
    ("schilderen", "boekhouden", -0.03),
    ("ziekenhuis", "metselaar", -0.03),
]


@pytest.mark.parametrize(("one", "other", "expected"), COSINES)
def test_cosines_are_what_they_were(vectors: DutchVectors, one: str, other: str, expected: float) -> None:
    assert cosine(vectors, one, other) == pytest.approx(expected, abs=TOLERANCE)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("kapper", "haren knippen", "banden plakken"),
        ("ziekenhuis", "verpleegkundige", "metselaar"),
        ("auto", "voertuig", "bloemstuk"),
        ("koeien melken", "veehouderij", "boekhouding"),
        ("programmeren", "software ontwikkelen", "schilderen"),
    ],
)
def test_what_means_the_same_is_nearer(vectors: DutchVectors, text: str, near: str, far: str) -> None:
    assert cosine(vectors, text, near) > cosine(vectors, text, far) + 0.1


def test_a_typing_error_changes_little(vectors: DutchVectors) -> None:
    assert cosine(vectors, "verpleegkundige", "verpleegkundigge") > 0.7


@given(st.lists(st.text(max_size=40), max_size=5))
def test_every_row_has_length_one_or_none(texts: list[str]) -> None:
    rows = _VECTORS.encode(texts)
    lengths = np.linalg.norm(rows, axis=1)

    assert rows.shape == (len(texts), _VECTORS.dimensions)
    assert all(length == pytest.approx(1, abs=1e-5) or length == 0 for length in lengths)


@given(st.permutations(["haren", "knippen", "voor", "dames"]))
def test_the_order_of_words_changes_nothing(words: list[str]) -> None:
    assert cosine(_VECTORS, " ".join(words), "haren knippen voor dames") == pytest.approx(1, abs=1e-5)


def test_the_files_stay_small() -> None:
    assert sum(each.stat().st_size for each in FOLDER.iterdir()) <= MOST_BYTES


def test_the_recipe_tells_from_what_they_were_made() -> None:
    recipe = json.loads((FOLDER / "recipe.json").read_text("utf-8"))
    rows = np.load(FOLDER / "rows.npy", mmap_mode="r")

    assert (recipe["features"], recipe["dimensions"]) == rows.shape
    assert set(recipe["made_from"].values()) <= {"BSD-3-Clause or CC-BY-3.0", "facts", "MIT"}
    assert recipe["texts"] > 50_000
    assert recipe["digest"] == sha256(rows.tobytes()).hexdigest()[:16]


def test_rows_are_the_same_where_the_system_cannot_read_at_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.pread")
    mapped = DutchVectors()

    np.testing.assert_array_equal(
        mapped.encode(["haren knippen", "zzzz"]), _VECTORS.encode(["haren knippen", "zzzz"])
    )


def test_joined_encoders_have_the_mean_cosine(vectors: DutchVectors) -> None:
    joined = JoinedEncoder(vectors, vectors, share=0.3)

    assert cosine(joined, "koe", "stier") == pytest.approx(cosine(vectors, "koe", "stier"), abs=1e-5)


def test_the_extra_is_absent_or_says_the_same_as_the_vectors() -> None:
    encoder = semantic_encoder()
    if encoder is None:
        pytest.skip("left out: the encoder of the extra [semantic], for it is not installed")

    assert cosine(encoder, "auto", "voertuig") > cosine(encoder, "auto", "bloemstuk") + 0.1


def test_without_the_extra_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bouwsteen.adapters.language.choosing.MODULE", "not_installed_anywhere")

    assert semantic_encoder() is None


def test_a_student_learns_what_its_teacher_says() -> None:
    """On invented words, where the teacher's vector is the sum of one vector a word."""
    pytest.importorskip("scipy", reason="left out: making vectors, for scipy is not installed")
    from tools.vectors.student import learned

    chance = np.random.default_rng(3)
    words = ["aap", "noot", "mies", "wim", "zus", "jet", "teun", "vuur", "gijs", "lam"]
    meant = chance.normal(size=(len(words), 6)).astype(np.float32)
    picked = [chance.choice(len(words), size=3, replace=False) for _ in range(400)]
    texts = [" ".join(words[each] for each in one) for one in picked]
    taught = np.array([meant[one].sum(axis=0) for one in picked], dtype=np.float32)

    student = learned(texts, taught, most_features=500, dimensions=6, strictness=0.01)
    rows = student.rows.astype(np.float32) * student.scales.astype(np.float32)[:, None]

    assert rows.shape[1] == 6
    assert np.abs(student.rows).max() == 127
    assert np.all(np.diff(student.features.astype(np.int64)) > 0)


def _titles() -> list[dict[str, str]]:
    path = FOLDER.parent / "catalogue" / "work_processes.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))[::10]


_VECTORS = DutchVectors()
