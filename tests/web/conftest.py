"""One site for all tests that only look."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.browser import chromium
from tests.web.served import Site, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(
        tmp_path_factory.mktemp("site"), BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0"
    ) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One a module: while it is open its loop runs, and Django refuses to work beside a running loop."""
    with chromium() as found:
        yield found
