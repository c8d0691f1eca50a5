"""The version of the rules follows what decides what is extracted, and nothing else."""

from pathlib import Path

import pytest

from flows.reference.fingerprint import fingerprint
from flows.reference.load import load_reference


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {
        "seeds/cues.csv": "phrase\nký\n",
        "seeds/commitments.yml": "terms:\n",
        "seeds/README.md": "How to add a cue.\n",
        "seeds/reports/one.txt": "Việt Nam và Hàn Quốc\n",
        "flows/phrases.py": "GAP = 90\n",
        "flows/extract/find.py": "FIND = 1\n",
        "flows/extract/deep/er.py": "DEEP = 1\n",
        "flows/link/link.py": "LINK = 1\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def version(project: Path) -> str:
    return fingerprint(project / "seeds", project / "flows")


def test_it_is_twelve_hex_digits():
    found = load_reference().rules_version
    assert len(found) == 12
    assert set(found) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "name", ["seeds/cues.csv", "seeds/commitments.yml", "flows/phrases.py", "flows/extract/deep/er.py"]
)
def test_rules_change_it(project: Path, name: str):
    before = version(project)
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert version(project) != before


@pytest.mark.parametrize("name", ["seeds/README.md", "seeds/reports/one.txt", "flows/link/link.py"])
def test_what_extracts_nothing_does_not(project: Path, name: str):
    before = version(project)
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert version(project) == before


def test_neither_does_another_systems_line_end(project: Path):
    before = version(project)
    file = project / "seeds/cues.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert version(project) == before


def test_a_file_by_another_name_does(project: Path):
    before = version(project)
    (project / "flows/extract/find.py").rename(project / "flows/extract/finder.py")
    assert version(project) != before
