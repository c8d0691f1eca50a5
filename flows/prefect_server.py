"""The Prefect server of a run from the terminal: the one configured, one that runs here, or a new one.

Prefect itself starts a temporary server where none is configured, but only after its own import, and
imports the whole server into this process too. Started first of all, while this process goes on importing,
it costs about four seconds less on two cores.
"""

import atexit
import os
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from flows import prefect_environment

HOST = "127.0.0.1"
USUAL_PORT = 4200

CHOICES = (
    "PREFECT_API_URL",
    "PREFECT_PROFILE",
    "PREFECT_PROFILES_PATH",
    "PREFECT_SERVER_EPHEMERAL_ENABLED",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE",
)
# Where Prefect looks for settings beside the environment, and what a file that chooses a server holds.
_FILES = {"prefect.toml": b"", ".env": b"PREFECT_API_URL", "pyproject.toml": b"[tool.prefect"}
_PROFILE_HOLDS = b"PREFECT_API_URL"
_PAUSE = 0.1


class ServerError(Exception):
    """No Prefect server answers; the message says why."""


class TemporaryServer:
    """A Prefect server that this process started, and that ends with it; `api_url` is where it answers.

    Its runs are kept where all runs of this user's Prefect are, so that a later server shows them.
    """

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind((HOST, 0))
            self._port = free.getsockname()[1]
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as the server runs
        self._process = subprocess.Popen(  # noqa: S603  # nothing of the user's is in the command
            [sys.executable, "-P", "-m", "flows.temporary_server", str(self._port)],
            stdin=subprocess.PIPE,
            stdout=self._said,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for the run, which tells the server how it ended
        )
        self.api_url = _api(self._port)
        os.environ["PREFECT_API_URL"] = self.api_url
        # Registered before Prefect is imported, so that it comes after Prefect has sent its last logs.
        atexit.register(self.stop)

    def wait(self) -> None:
        """Wait until it answers.

        Raises:
            ServerError: it ended, or does not answer in time.
        """
        patience = float(os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"])
        until = time.monotonic() + patience
        while not answers(self._port, timeout=5):
            if self._process.poll() is not None:
                self._said.seek(0)
                said = self._said.read().decode(errors="replace").strip().splitlines()
                raise ServerError(f"the temporary Prefect server did not start: {' '.join(said[-3:])}")
            if time.monotonic() > until:
                raise ServerError(
                    f"the temporary Prefect server did not answer in {patience:.0f} seconds; "
                    "set PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS to wait longer"
                )
            time.sleep(_PAUSE)

    def stop(self) -> None:
        """End it and wait for that."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._said.close()


def find_or_start() -> TemporaryServer | None:
    """Make sure that there is a server for the coming run; return it where it was started for that.

    To be called before `prefect` is imported.
    """
    prefect_environment.prepare()
    if is_configured():
        return None
    if answers(USUAL_PORT, timeout=0.5):
        os.environ["PREFECT_API_URL"] = _api(USUAL_PORT)
        return None
    return TemporaryServer()


def is_configured() -> bool:
    """Whether the environment or a file may say which server to use; Prefect then reads that itself."""
    if any(name in os.environ for name in CHOICES):
        return True
    home = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()
    return _holds(home / "profiles.toml", _PROFILE_HOLDS) or any(
        _holds(Path(name), mark) for name, mark in _FILES.items()
    )


def answers(port: int, timeout: float) -> bool:
    """Whether a Prefect server answers at a port of this machine."""
    connection = HTTPConnection(HOST, port, timeout=timeout)  # urllib would go through a proxy
    try:
        connection.request("GET", "/api/health")
        return connection.getresponse().read(16).strip() == b"true"
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _api(port: int) -> str:
    return f"http://{HOST}:{port}/api"


def _holds(path: Path, mark: bytes) -> bool:
    try:
        return mark in path.read_bytes()
    except OSError:
        return False
