"""What every test is given: no network, the real register read once, and tiny registers to ask."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests import registers
from tests.answers import Answers
from tests.once import work_done_once
from tests.sites import Site, built_once, drawn_once
from toc_treaties.model.register import Register
from toc_treaties.store.files import in_folder
from toc_treaties.store.load import load

DATA = Path(__file__).parent.parent / "data"

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run accept the present output as the expected one."""
    parser.addoption("--bless", action="store_true", help="write expected output anew instead of comparing with it")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure the coverage by tests of the code alone: measured, a test takes more than twice as long.

    Tests of the data ask the same lines hundreds of times.
    """
    for item in items:
        if item.get_closest_marker("data"):
            item.add_marker("no_cover")


class NetworkUsedError(Exception):
    """A test asked for the network."""


def _refuse(*_args: object, **_kwargs: object) -> NoReturn:
    raise NetworkUsedError("tests do not use the network")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection and every look-up of a host."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _refuse)
        patch.setattr(socket.socket, "connect_ex", _refuse)
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield


@pytest.fixture(autouse=True, scope="session")
def once() -> Iterator[None]:
    """Read each text and judge each state once a session, however often tests ask."""
    with work_done_once():
        yield


@pytest.fixture(scope="session")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The answers of a small frozen register, each asked once."""
    return Answers(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether this run accepts the present output."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def register() -> Register:
    """The real register, whole; that it has no problems of form is tested with the data."""
    return load(in_folder(DATA).read, in_folder(DATA).slugs)[0]


@pytest.fixture(scope="session")
def whole() -> Register:
    """The real register with its agreements and meetings."""
    return load(in_folder(DATA).read, in_folder(DATA).slugs, also=("agreements", "meetings"))[0]


@pytest.fixture(scope="session")
def tiny() -> Callable[..., registers.Tiny]:
    """Make a register of one state from YAML text: see `registers.tiny`."""
    return registers.tiny


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The website of the small register, built once a run."""
    return built_once(tmp_path_factory)


@pytest.fixture(scope="session")
def real_pages(small_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A page of each kind of the real register, in each language, made once a run."""
    return drawn_once(small_site, tmp_path_factory)
