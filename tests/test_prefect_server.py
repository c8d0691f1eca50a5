"""Which Prefect server a run uses: what somebody chose, one that runs here, or a temporary one that ends."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from flows import prefect_server
from flows.prefect_server import CHOICES, ServerError, TemporaryServer, answers, find_or_start, is_configured


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment and a working directory in which nobody chose a server."""
    for name in CHOICES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def listening() -> Iterator[int]:
    """The port of something that says of itself what a Prefect server says."""

    class Healthy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/api/health" else 404)
            self.end_headers()
            self.wfile.write(b"true")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Healthy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_without_any_choice_a_server_of_its_own_is_started(monkeypatch):
    monkeypatch.setattr(prefect_server, "USUAL_PORT", 1)
    monkeypatch.setattr(prefect_server, "TemporaryServer", lambda: "started")
    assert not is_configured()
    assert find_or_start() == "started"


def test_a_server_that_runs_here_is_used(listening, monkeypatch):
    monkeypatch.setattr(prefect_server, "USUAL_PORT", listening)
    monkeypatch.setattr(prefect_server, "TemporaryServer", pytest.fail)
    monkeypatch.setenv("PREFECT_API_URL", "to be restored")
    monkeypatch.delenv("PREFECT_API_URL")
    assert find_or_start() is None
    assert os.environ["PREFECT_API_URL"] == f"http://127.0.0.1:{listening}/api"


@pytest.mark.parametrize("name", CHOICES)
def test_what_the_environment_chooses_stands(monkeypatch, name):
    monkeypatch.setattr(prefect_server, "TemporaryServer", pytest.fail)
    monkeypatch.setenv(name, "chosen")
    assert is_configured()
    assert find_or_start() is None


@pytest.mark.parametrize(
    ("file", "text", "chooses"),
    [
        ("home/profiles.toml", '[profiles.work]\nPREFECT_API_URL = "https://prefect.example/api"\n', True),
        ("home/profiles.toml", "[profiles.local]\nPREFECT_LOGGING_LEVEL = 'DEBUG'\n", False),
        ("prefect.toml", "[api]\nurl = 'https://prefect.example/api'\n", True),
        ("pyproject.toml", "[tool.prefect.api]\n", True),
        ("pyproject.toml", "[tool.ruff]\n", False),
        (".env", "PREFECT_API_URL=https://prefect.example/api\n", True),
        (".env", "TOKEN=1\n", False),
    ],
)
def test_what_a_file_chooses_stands(tmp_path, file, text, chooses):
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert is_configured() is chooses


def test_a_proxy_is_not_asked_for_a_port_of_this_machine(listening, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert answers(listening, timeout=5)
    assert not answers(1, timeout=0.5)


def test_a_server_that_does_not_start_is_told(monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "to be restored")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    server = TemporaryServer()
    with pytest.raises(ServerError, match="did not start"):
        server.wait()
    server.stop()


def test_waiting_ends(monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "to be restored")
    monkeypatch.setenv("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "0")
    server = TemporaryServer()
    with pytest.raises(ServerError, match="PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"):
        server.wait()
    begun = time.monotonic()
    server.stop()
    assert time.monotonic() - begun < 5


def test_a_killed_run_leaves_no_server_behind():
    program = """
import os
from flows.prefect_environment import prepare
from flows.prefect_server import TemporaryServer
prepare()
print(TemporaryServer()._process.pid, flush=True)
os._exit(9)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 9, done.stderr
    until = time.monotonic() + 20
    while Path(f"/proc/{done.stdout.strip()}").exists():
        assert time.monotonic() < until
        time.sleep(0.05)
