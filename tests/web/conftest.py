"""One site for all tests that only look."""

from collections.abc import Iterator

import pytest

from tests.web.served import Site, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site")) as running:
        yield running
