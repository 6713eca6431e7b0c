"""Snapshots, and the cache: read back whole, or not at all."""

import pytest

from bouwsteen.adapters.files.cache import FileIndexCache
from bouwsteen.adapters.files.folders import cache_folder, data_folder
from bouwsteen.adapters.files.framed import Unusable
from bouwsteen.adapters.files.snapshot import (
    SnapshotCatalogues,
    SnapshotFolder,
    cached_catalogue,
    content_digest,
)
from bouwsteen.adapters.store import coding
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.concepts import LinkKind
from bouwsteen.services.ports import StorageCause, StorageFault
from tests.store.invented import file_edition, loose_edition, vocabulary_edition


def catalogue(number: int, title: str = "Helpt") -> Catalogue:
    return Catalogue(number, file_edition(title=title).records + loose_edition("01AA").records)


@pytest.fixture
def folder(tmp_path) -> SnapshotFolder:
    return SnapshotFolder(path=tmp_path / "snapshots" / "id", coding=coding)


def test_a_snapshot_gives_the_catalogue_back(folder):
    folder.write(catalogue(7))
    found = folder.read(7)

    assert (found.number, found.records) == (7, catalogue(7).records)
    assert folder.read(8) is Unusable.ABSENT


def test_a_vocabulary_is_kept_apart_and_read_when_it_is_asked_for(folder):
    whole = vocabulary_edition("kok", "bakker").records
    folder.write(Catalogue(7, catalogue(7).records + whole))

    found = folder.read(7)

    assert (found.records.concepts, found.records.links) == ((), ())
    assert [each.label for each in found.occupations.occupations] == ["bakker", "kok"]
    assert [each.kind for each in found.occupations.links] == [LinkKind.TRAINS_FOR]
    assert set(found.whole.concepts) == set(whole.concepts)
    assert set(found.whole.links) == set(whole.links)


@pytest.mark.parametrize("name", ["7.occupations", "7.skills"])
def test_a_snapshot_without_its_vocabulary_is_no_snapshot(folder, name):
    folder.write(catalogue(7))
    (folder.path / name).unlink()

    assert folder.read(7) is Unusable.ABSENT


def test_a_vocabulary_that_was_damaged_comes_from_the_ledger(folder):
    whole = Catalogue(7, catalogue(7).records + vocabulary_edition("kok").records)
    folder.write(whole)
    catalogues = SnapshotCatalogues(
        snapshots=folder, number=lambda: 7, embedded=lambda: catalogue(0), rebuilt=lambda: whole
    )
    found = catalogues.newest()
    kept = folder.path / "7.occupations"
    kept.write_bytes(kept.read_bytes()[:-1])

    assert [each.label for each in found.occupations.occupations] == ["kok"]
    assert [each.label for each in folder.read(7).occupations.occupations] == ["kok"]
    kept.write_bytes(b"")
    with pytest.raises(StorageFault):
        _ = folder.read(7).occupations


def test_the_newest_few_stay(folder):
    for number in range(1, 7):
        folder.write(catalogue(number))

    assert folder.numbers() == (4, 5, 6)
    assert folder.newest().number == 6


def test_snapshots_of_a_ledger_that_is_no_longer_there_go(folder):
    """A backup was put back: the ledger counts from a lower number again."""
    for number in (6, 7, 5):
        folder.write(catalogue(number))

    assert folder.numbers() == (5,)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        pytest.param(lambda kept: b"", Unusable.FOREIGN, id="empty"),
        pytest.param(lambda kept: b"hello" * 50, Unusable.FOREIGN, id="another file"),
        pytest.param(lambda kept: kept[:20], Unusable.CUT_OFF, id="cut off in its head"),
        pytest.param(lambda kept: kept[:-1], Unusable.CUT_OFF, id="cut off"),
        pytest.param(lambda kept: kept + b"x", Unusable.DAMAGED, id="longer"),
        pytest.param(lambda kept: kept[:-9] + b"Q" + kept[-8:], Unusable.DAMAGED, id="one byte"),
        pytest.param(lambda kept: kept[:8] + b"\xff" + kept[9:], Unusable.OTHER_FORM, id="another frame"),
        pytest.param(
            lambda kept: kept[:10] + b"another form...." + kept[26:],
            Unusable.OTHER_FORM,
            id="another release",
        ),
    ],
)
def test_a_file_that_is_not_what_was_written_is_not_used(folder, damage, reason):
    folder.write(catalogue(2))
    folder.write(catalogue(3))
    file = folder.path / "3.snapshot"
    file.write_bytes(damage(file.read_bytes()))

    assert folder.read(3) is reason
    assert folder.newest().number == 2


def test_a_snapshot_of_another_number_is_not_used(folder):
    folder.write(catalogue(3))
    (folder.path / "3.snapshot").rename(folder.path / "4.snapshot")

    assert folder.read(4) is Unusable.DAMAGED


def refused() -> Catalogue:
    raise AssertionError("this should not have been asked")


def catalogues(folder, *, number, embedded=refused, rebuilt=refused) -> SnapshotCatalogues:
    return SnapshotCatalogues(snapshots=folder, number=number, embedded=embedded, rebuilt=rebuilt)


@pytest.mark.parametrize("number", [None, 0], ids=["no ledger yet", "nothing adopted yet"])
def test_without_an_adoption_the_embedded_catalogue_is_the_newest(folder, number):
    folder.write(catalogue(7))

    assert catalogues(folder, number=lambda: number, embedded=lambda: catalogue(0)).newest().number == 0


def test_the_snapshot_of_the_newest_number_is_read(folder):
    folder.write(catalogue(1))

    assert catalogues(folder, number=lambda: 1).newest().records == catalogue(1).records


def test_a_lacking_snapshot_is_made_again(folder):
    """As after an import that was killed before it wrote its snapshot."""
    folder.write(catalogue(1))
    found = catalogues(folder, number=lambda: 2, rebuilt=lambda: catalogue(2, "Nieuw")).newest()

    assert found.records == catalogue(2, "Nieuw").records
    assert catalogues(folder, number=lambda: 2).newest().records == found.records


def test_an_answer_does_not_need_the_snapshot_to_be_written(folder):
    folder.path.parent.parent.mkdir(exist_ok=True)
    folder.path.parent.write_text("a file")

    assert catalogues(folder, number=lambda: 2, rebuilt=lambda: catalogue(2)).newest().number == 2


def test_when_the_ledger_does_not_answer_the_last_snapshot_does(folder):
    def silent() -> int:
        raise StorageFault("postgresql://db/it", StorageCause.UNREACHABLE)

    with pytest.raises(StorageFault):
        catalogues(folder, number=silent).newest()
    folder.write(catalogue(4))

    assert catalogues(folder, number=silent).newest().number == 4


def test_the_embedded_catalogue_is_made_once(tmp_path):
    cache = FileIndexCache(folder=tmp_path)

    made = cached_catalogue(cache, "d0", coding, lambda: catalogue(0))

    assert cached_catalogue(cache, "d0", coding, refused).records == made.records
    assert cached_catalogue(cache, "d1", coding, lambda: catalogue(0, "Ander")).records != made.records


def test_a_cache_that_holds_something_else_is_made_again(tmp_path):
    cache = FileIndexCache(folder=tmp_path)
    cache.save(f"catalogue {coding.form()} d0", b"something else")

    assert cached_catalogue(cache, "d0", coding, lambda: catalogue(0)).number == 0


def test_the_digest_of_a_folder_changes_with_its_files(tmp_path):
    digests = []
    for name, content in [("a", "1"), ("b", "1"), ("a", "2"), ("a", "1")]:
        (tmp_path / name).write_text(content)
        digests.append(content_digest(tmp_path))

    assert digests[3] == digests[1]
    assert len(set(digests)) == 3


def test_the_cache_keeps_bytes_under_a_name(tmp_path):
    cache = FileIndexCache(folder=tmp_path / "index")

    assert cache.load("name") is None
    cache.save("name", b"content")
    cache.save("other", b"")
    assert (cache.load("name"), cache.load("other")) == (b"content", b"")


def test_the_cache_forgets_the_oldest(tmp_path):
    cache = FileIndexCache(folder=tmp_path, kept=2)
    for number in range(5):
        cache.save(str(number), b"x")

    assert [cache.load(str(number)) for number in range(5)] == [None, None, None, b"x", b"x"]
    assert len(list(tmp_path.iterdir())) == 2


def test_the_cache_does_not_believe_an_altered_file(tmp_path):
    cache = FileIndexCache(folder=tmp_path)
    cache.save("name", b"content")
    [file] = tmp_path.iterdir()
    kept = file.read_bytes()

    for altered in (b"", kept[:-1], kept[:-1] + b"X", b"x" * 100):
        file.write_bytes(altered)
        assert cache.load("name") is None


def test_the_cache_may_not_be_there(tmp_path):
    (tmp_path / "file").write_text("a file")
    cache = FileIndexCache(folder=tmp_path / "file" / "index")

    cache.save("name", b"content")

    assert cache.load("name") is None


def test_the_folders_follow_the_platform(own_folders):
    assert data_folder() == own_folders / "data" / "bouwsteen"
    assert cache_folder() == own_folders / "cache" / "bouwsteen"
