"""One Prefect server for all tests that run the flow: a temporary one, as `camket run` starts it."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows import prefect_environment
from flows.prefect_server import TemporaryServer

PROJECT = Path(__file__).parents[1]
_STARTED = pytest.StashKey[tuple[TemporaryServer, "TemporaryDirectory[str]"]]()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start the server where a test needs one: it takes 15 seconds, in which other tests can run."""
    if any("prefect_api" in getattr(item, "fixturenames", ()) for item in session.items):
        _start(session.config)


def pytest_unconfigure(config: pytest.Config) -> None:
    started = config.stash.get(_STARTED, None)
    if started:
        server, home = started
        server.stop()
        home.cleanup()


def _start(config: pytest.Config) -> TemporaryServer:
    started = config.stash.get(_STARTED, None)
    if started is None:
        home = TemporaryDirectory(prefix="camket-tests-")
        os.environ |= {
            "PREFECT_HOME": home.name,
            "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
            # For the server, where the project is not installed.
            "PYTHONPATH": os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")])),
        }
        prefect_environment.prepare()
        started = config.stash[_STARTED] = TemporaryServer(), home
    return started[0]


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample reports."""
    return PROJECT / "seeds" / "reports"


@pytest.fixture(scope="session")
def prefect_api(pytestconfig: pytest.Config) -> Iterator[str]:
    """The address of the server, which Prefect is told to use."""
    server = _start(pytestconfig)
    server.wait()
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogHandler
    from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    with temporary_settings({PREFECT_API_URL: server.api_url, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield server.api_url
        APILogHandler().flush()
        EventsWorker.drain_all()
