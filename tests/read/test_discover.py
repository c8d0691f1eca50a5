"""Finding files: order, hidden files, links in a circle, and what is refused on the way."""

import os
from pathlib import Path

import pytest

from flows.read.discover import MissingPathsError, discover
from flows.read.limits import Limits

LIMITS = Limits()


def _write(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")


def test_walks_folders_in_sorted_order(tmp_path: Path) -> None:
    _write(tmp_path / "b.txt", tmp_path / "a" / "z.txt", tmp_path / "a" / "c" / "1.txt")
    found = discover([tmp_path], LIMITS)
    assert [p.relative_to(tmp_path).as_posix() for p in found.files] == ["a/c/1.txt", "a/z.txt", "b.txt"]
    assert found.refusals == ()


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    _write(tmp_path / "1.txt", tmp_path / "2.txt")
    paths = [tmp_path / "2.txt", tmp_path / "1.txt"]
    assert discover(paths, LIMITS) == discover(paths[::-1], LIMITS)


def test_finds_a_file_once(tmp_path: Path) -> None:
    _write(tmp_path / "1.txt")
    assert len(discover([tmp_path, tmp_path / "1.txt", tmp_path / "." / "1.txt"], LIMITS).files) == 1


def test_passes_over_hidden_files_unless_named(tmp_path: Path) -> None:
    _write(tmp_path / ".hidden.txt", tmp_path / ".git" / "x.txt", tmp_path / "seen.txt")
    assert [p.name for p in discover([tmp_path], LIMITS).files] == ["seen.txt"]
    assert [p.name for p in discover([tmp_path / ".hidden.txt"], LIMITS).files] == [".hidden.txt"]


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert discover([tmp_path], LIMITS).files == ()


def test_ends_where_links_go_in_a_circle(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    assert [p.relative_to(tmp_path).as_posix() for p in discover([tmp_path], LIMITS).files] == ["a/1.txt"]


def test_follows_a_link_to_another_folder(tmp_path: Path) -> None:
    _write(tmp_path / "archive" / "1.txt")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "old").symlink_to(tmp_path / "archive")
    assert [p.name for p in discover([tmp_path / "inbox"], LIMITS).files] == ["1.txt"]


def test_reports_all_missing_paths_at_once(tmp_path: Path) -> None:
    with pytest.raises(MissingPathsError) as missing:
        discover([tmp_path / "no", tmp_path, tmp_path / "neither"], LIMITS)
    assert [p.name for p in missing.value.paths] == ["no", "neither"]


def test_refuses_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert [r.reason for r in discover([tmp_path], LIMITS).refusals] == ["missing"]


def test_refuses_a_large_file_unread(tmp_path: Path) -> None:
    _write(tmp_path / "small.txt")
    (tmp_path / "large.txt").write_bytes(b"x" * 2_000)
    found = discover([tmp_path], Limits(max_file_bytes=1_000))
    assert [p.name for p in found.files] == ["small.txt"]
    assert [(r.reason, "2,000" in r.detail) for r in found.refusals] == [("too_large", True)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_refuses_a_pipe_instead_of_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [r.reason for r in discover([tmp_path], LIMITS).refusals] == ["unreadable"]


def test_refuses_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "open" / "1.txt", tmp_path / "closed" / "2.txt")
    listing = Path.iterdir

    def iterdir(path: Path):  # type: ignore[no-untyped-def]
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = discover([tmp_path], LIMITS)
    assert [p.name for p in found.files] == ["1.txt"]
    assert [(r.reason, "closed" in r.detail) for r in found.refusals] == [("unreadable", True)]
