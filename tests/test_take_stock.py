"""Taking stock: which files are new by their content, and which texts must be read again."""

import datetime as dt
import os
from pathlib import Path

import polars as pl
import pytest

from flows.read.discover import MissingPathsError
from flows.read.limits import Limits
from flows.take_stock import Input, in_chunks, take_stock, to_read_again
from warehouse.log import append_arrivals
from warehouse.paths import Warehouse
from warehouse.store import write_part

TEXT = "Hai bên nhất trí nâng kim ngạch thương mại."
OTHER = "Hai bên ký bản ghi nhớ về lao động."


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "deep" / "copy of a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    return folder


def test_equal_files_are_read_once_and_all_of_them_are_known(inbox):
    stock = take_stock([inbox], known=(), limits=Limits())
    assert [Path(file.path).name for file in stock.files] == ["a.txt", "b.txt", "copy of a.txt"]
    assert [Path(file.path).name for file in stock.unread] == ["a.txt", "b.txt"]


def test_what_was_read_is_not_read_again_wherever_it_lies_now(inbox):
    first = take_stock([inbox / "a.txt"], known=(), limits=Limits())
    stock = take_stock([inbox], known={file.raw_sha256 for file in first.files}, limits=Limits())
    assert [Path(file.path).name for file in stock.unread] == ["b.txt"]


def test_a_path_is_the_same_from_every_working_directory(inbox, monkeypatch):
    absolute = take_stock([inbox], known=(), limits=Limits())
    monkeypatch.chdir(inbox / "deep")
    assert take_stock([Path("..")], known=(), limits=Limits()) == absolute
    (inbox / "empty").mkdir()
    (inbox / "loose.txt").symlink_to("nowhere")
    (refusal,) = take_stock([Path("../loose.txt/../")], known=(), limits=Limits()).refusals
    assert refusal.source_path == str(inbox / "loose.txt")


def test_a_file_that_cannot_be_opened_is_refused_and_the_others_are_read(inbox, monkeypatch):
    real = Path.open

    def refusing(path, *args, **kwargs):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refusing)
    stock = take_stock([inbox], known=(), limits=Limits())
    assert [Path(file.path).name for file in stock.unread] == ["b.txt", "copy of a.txt"]
    (refusal,) = stock.refusals
    assert (refusal.reason, refusal.source_path) == ("unreadable", str(inbox / "a.txt"))
    assert "check its permissions" in refusal.detail


def test_a_folder_without_permission_is_refused_and_the_others_are_read(inbox, monkeypatch):
    real = Path.iterdir

    def refusing(path):
        if path.name == "deep":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refusing)
    stock = take_stock([inbox], known=(), limits=Limits())
    assert [Path(file.path).name for file in stock.files] == ["a.txt", "b.txt"]
    assert [(r.reason, r.source_path) for r in stock.refusals] == [("unreadable", str(inbox / "deep"))]


def test_a_missing_path_is_an_error_that_names_it(inbox):
    with pytest.raises(MissingPathsError, match="nowhere"):
        take_stock([inbox, inbox / "nowhere"], known=(), limits=Limits())


def test_chunks_keep_the_order_and_leave_nothing_out():
    inputs = [Input(f"{n}.txt", str(n)) for n in range(7)]
    chunks = in_chunks(inputs, 3)
    assert [len(chunk) for chunk in chunks] == [3, 3, 1]
    assert [item for chunk in chunks for item in chunk] == inputs
    assert in_chunks([], 3) == []


def test_texts_read_under_other_rules_only_are_read_again_from_the_warehouse(tmp_path):
    warehouse = Warehouse(tmp_path)
    warehouse.create()
    now = dt.datetime(2026, 3, 10, tzinfo=dt.UTC)
    for rules, sha, report, text in (
        ("old", "aa", "r1", TEXT),
        ("old", "bb", "r2", OTHER),
        ("new", "bb", "r2", OTHER),
    ):
        inputs = pl.DataFrame({"raw_sha256": [sha], "report_id": [report]})
        tables = {
            "reports": pl.DataFrame({"report_id": [report]}),
            "report_texts": pl.DataFrame({"report_id": [report], "text": [text]}),
        }
        write_part(warehouse, rules, inputs, tables)
    seen = pl.DataFrame(
        {"source_path": ["/in/a.txt", "/in/b.txt"], "raw_sha256": ["aa", "bb"], "report_id": ["r1", "r2"]}
    ).with_columns(source_item=pl.lit(0), first_seen_at=pl.lit(now))
    append_arrivals(warehouse, "run", seen)

    assert to_read_again(warehouse, "new", coming=()) == (Input("/in/a.txt", "aa", TEXT),)
    assert to_read_again(warehouse, "new", coming={"aa"}) == (), "its file is there, and is read from there"
    assert to_read_again(warehouse, "old", coming=()) == ()


def test_a_named_pipe_is_refused_and_does_not_hold_up_the_run(inbox):
    os.mkfifo(inbox / "pipe.txt")
    stock = take_stock([inbox], known=(), limits=Limits())
    assert [(r.reason, Path(r.source_path).name) for r in stock.refusals] == [("unreadable", "pipe.txt")]
