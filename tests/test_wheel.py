"""The wheel holds all that a run needs: a wheel installed in an empty folder must run."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of a wheel that is built from a copy of the checkout."""
    pytest.importorskip("hatchling", reason="the wheel is built by hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("flows", "schemas", "seeds", "warehouse"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, folder / name)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    (wheel,) = (folder / "dist").glob("camket-*.whl")
    return set(ZipFile(wheel).namelist())


def test_every_module_and_data_file_is_in_the_wheel(names):
    for folder, pattern in (
        ("flows", "*.py"),
        ("schemas", "*.py"),
        ("warehouse", "*.py"),
        ("warehouse/views", "*.sql"),
        ("warehouse/checks", "*.sql"),
        ("warehouse/queries", "*.sql"),
        ("seeds", "*.csv"),
        ("seeds", "*.yml"),
        ("seeds/reports", "*.txt"),
    ):
        here = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / folder).rglob(pattern)}
        assert here, f"{folder}/{pattern}"
        assert here <= names


def test_the_command_is_installed_and_the_tests_are_not(names):
    assert any(name.endswith(".dist-info/entry_points.txt") for name in names)
    assert any("LICENSE" in name for name in names)
    assert not any(name.startswith("tests/") for name in names)
