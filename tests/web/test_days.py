"""A day in an address that is none: what is wrong, and how to write it."""

import pytest

from tests.web.served import Site


@pytest.mark.parametrize(
    "path",
    ["/kwalificatie/25706?op=foo", "/inzicht/families?op=2026-13-01", "/wijzigingen/25706?sinds=gisteren"],
)
def test_a_day_that_is_none_is_named(path: str, site: Site):
    found = site.get(path)

    assert found.status == 404
    assert "Deze datum klopt niet" in found.text
    assert f"“{path.rpartition('=')[2]}”" in found.text
    assert "bijvoorbeeld 2026-08-01" in found.text


def test_without_a_day_it_is_today(site: Site):
    assert site.get("/kwalificatie/25706?op=").status == 200
