"""Keys of programs that may write, in every kind of database: a digest is kept, never the key."""

import pytest

from bouwsteen.adapters.store.api_keys import DatabaseApiKeys
from bouwsteen.adapters.store.models import ApiKeyRow
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.ports import KeyNameTaken
from tests.store.databases import open_ledger
from tests.store.invented import NOW


@pytest.fixture
def alias(databases):
    return open_ledger(databases.fresh())._alias


def test_a_key_is_known_until_it_ends(alias):
    keys = DatabaseApiKeys(alias)
    first, second = keys.new("rooster", created=NOW), keys.new("sis", created=NOW)
    before = keys.holder(first), keys.holder(second), keys.names()
    keys.end("rooster", ended=NOW)

    assert before == ("rooster", "sis", ("rooster", "sis"))
    assert (keys.holder(first), keys.holder(second), keys.names()) == (None, "sis", ("sis",))
    assert keys.new("rooster", created=NOW) != first


def test_a_name_has_one_key_at_a_time(alias):
    keys = DatabaseApiKeys(alias)
    keys.new("rooster", created=NOW)

    with pytest.raises(KeyNameTaken):
        keys.new("rooster", created=NOW)
    with pytest.raises(UnknownCode):
        keys.end("sis", ended=NOW)


@pytest.mark.parametrize("key", ["", "bouwsteen_", "bouwsteen_\0", "bouwsteen_\udc80", "x" * 10_000])
def test_what_is_no_key_is_nobodys(alias, key):
    assert DatabaseApiKeys(alias).holder(key) is None


def test_the_key_itself_is_not_kept(alias):
    key = DatabaseApiKeys(alias).new("rooster", created=NOW)
    (row,) = ApiKeyRow.objects.using(alias).values()

    assert key not in map(str, row.values())
    assert key.removeprefix("bouwsteen_") not in repr(row)
