"""The list of everyday words: what ships, and what a person adds."""

import csv
from importlib.resources import files

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.language.sayings import own_sayings, shipped_sayings
from bouwsteen.questions.matching.language import stem, telling_words
from bouwsteen.questions.matching.sayings import Saying
from bouwsteen.services.ports import RefusedFile


def test_each_shipped_row_has_a_reason_and_a_source() -> None:
    text = (files("bouwsteen") / "data" / "words" / "everyday.csv").read_text("utf-8")

    for row in csv.DictReader(text.splitlines()):
        assert all(row[name].strip() for name in ("means", "said", "reason", "source")), row


def test_no_saying_ships_twice() -> None:
    found = shipped_sayings()

    assert len(found) == len(set(found))
    assert len({each.said for each in found}) > 1_000


def test_what_a_shipped_saying_means_is_said_by_titles() -> None:
    """Half of the words at least, so that no saying leads nowhere."""
    records = embedded_catalogue().records
    said = {
        stem(word)
        for each in (*records.work_processes, *records.core_tasks)
        for word in telling_words(each.title)
    }

    for means in {each.means for each in shipped_sayings()}:
        stems = {stem(word) for word in telling_words(means)}
        assert len(stems & said) * 2 >= len(stems), means


def test_a_person_adds_sayings_in_a_file(tmp_path) -> None:
    path = tmp_path / "everyday.csv"
    path.write_text("\ufeffmeans,said\nKnipt het haar,coupe zetten; bijwerken\n", "utf-8")

    assert own_sayings(path) == (
        Saying(said="coupe zetten", means="Knipt het haar"),
        Saying(said="bijwerken", means="Knipt het haar"),
    )


def test_without_a_file_nothing_is_added(tmp_path) -> None:
    assert own_sayings(tmp_path / "everyday.csv") == ()


@pytest.mark.parametrize(
    ("content", "slugs"),
    [
        pytest.param("means,reason\nx,y\n", ["missing-field"], id="a column lacks"),
        pytest.param("", ["missing-field", "missing-field"], id="empty file"),
        pytest.param("means,said\nx,\n,y\n", ["missing-fact", "missing-fact"], id="a cell lacks"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path, content: str, slugs: list[str]) -> None:
    path = tmp_path / "everyday.csv"
    path.write_text(content, "utf-8")

    with pytest.raises(RefusedFile) as refused:
        own_sayings(path)

    assert [each.slug for each in refused.value.mistakes] == slugs


def test_a_file_in_another_encoding_is_refused(tmp_path) -> None:
    path = tmp_path / "everyday.csv"
    path.write_bytes(b"means,said\n\xff\xfe,x\n")

    with pytest.raises(RefusedFile) as refused:
        own_sayings(path)

    assert refused.value.mistakes[0].slug == "not-utf-8"
