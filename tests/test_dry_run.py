"""A dry run works on a copy: the warehouse keeps every byte, and one that is not there is not made."""

import os
from pathlib import Path

import pytest

from flows.dry_run import copy_of
from flows.settings import Settings
from warehouse.manifest import read_current
from warehouse.paths import Warehouse

AGREED = "Ngày 10/3/2026, hai bên nhất trí sớm khởi động giai đoạn 2 của dự án VKIST.\n"
ASKED = "Ngày 2/4/2026, Bộ trưởng đề nghị Hàn Quốc hỗ trợ Việt Nam đăng cai APEC 2027.\n"


def state_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Name, bytes and time of change of all files of a folder."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_of_no_warehouse_there_is_an_empty_copy(tmp_path):
    root = tmp_path / "nowhere"
    with copy_of(root) as copy:
        assert not (copy / "current.json").exists()
    assert not root.exists()
    assert not copy.exists()


def test_the_copy_goes_away_when_the_run_fails(tmp_path):
    with pytest.raises(RuntimeError), copy_of(tmp_path / "nowhere") as copy:
        raise RuntimeError
    assert not copy.parent.exists()


def test_what_cannot_be_linked_is_copied(tmp_path, monkeypatch):
    root = tmp_path / "warehouse"
    (root / "log" / "runs").mkdir(parents=True)
    (root / "log" / "runs" / "0.parquet").write_bytes(b"rows")
    (root / "log" / "runs" / ".tmp-1").write_bytes(b"half")

    def refuse(*_):
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    with copy_of(root) as copy:
        assert [path.name for path in (copy / "log" / "runs").iterdir()] == ["0.parquet"]


@pytest.mark.usefixtures("prefect_api")
def test_a_dry_run_says_what_a_run_would_do_and_leaves_every_byte(tmp_path, capsys):
    from flows.run_track import run_track

    inbox, settings = tmp_path / "inbox", Settings(warehouse=tmp_path / "warehouse")
    inbox.mkdir()
    (inbox / "agreed.txt").write_text(AGREED, encoding="utf-8")

    assert run_track([inbox], settings, dry_run=True) == 0
    assert not settings.warehouse.exists()
    said = capsys.readouterr().out
    assert "vkist_phase_2" in said
    assert "1 new reports, 0 rejected. A dry run: release" in said

    assert run_track([inbox], settings) == 0
    before = state_of(settings.warehouse)
    assert run_track([inbox], settings, dry_run=True) == 0
    assert "Nothing was new" in capsys.readouterr().out
    (inbox / "asked.txt").write_text(ASKED, encoding="utf-8")
    assert run_track([inbox], settings, dry_run=True) == 0
    said = capsys.readouterr().out
    assert "apec_2027" in said
    assert state_of(settings.warehouse) == before

    promised = said.partition("A dry run: release ")[2].split()[0]
    assert run_track([inbox], settings) == 0
    assert read_current(Warehouse(settings.warehouse)) == promised
