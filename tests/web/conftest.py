"""A server for all tests of this folder that need one; each test is another visitor."""

from collections.abc import Iterator

import httpx
import pytest
from web.serving import Server, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that keeps nothing, and that only this machine reaches."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A visitor, whose workshops no other test sees."""
    with server.visitor() as visitor:
        yield visitor
