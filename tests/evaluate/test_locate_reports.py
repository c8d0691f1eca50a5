"""Where the labelled reports are looked for."""

import json
from pathlib import Path

import pytest

from flows.evaluate.gold import GoldError
from flows.evaluate.locate_reports import locate_reports
from flows.read.discover import MissingPathsError


def labels(gold: Path, *names: str) -> Path:
    gold.parent.mkdir(parents=True, exist_ok=True)
    records = [{"file": n, "language": "vi", "scored": [], "published": {"on": None}} for n in names]
    gold.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return gold


def reports(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text("Hội đàm.", encoding="utf-8")
    return [folder / name for name in names]


def test_beside_the_labels(tmp_path):
    gold = labels(tmp_path / "gold" / "a.jsonl", "one.txt", "two.txt")
    one, two, _ = reports(tmp_path / "gold" / "reports", "one.txt", "two.txt", "three.txt")
    assert locate_reports([gold]) == [one, two]


def test_a_folder_of_their_name_one_level_up(tmp_path, monkeypatch):
    gold = labels(tmp_path / "gold" / "a.jsonl", "one.txt")
    (one,) = reports(tmp_path / "reports" / "a", "one.txt")
    reports(tmp_path / "reports" / "b", "one.txt")
    assert locate_reports([gold]) == [one]
    monkeypatch.chdir(gold.parent)
    assert locate_reports([Path("a.jsonl")]) == [one]


def test_each_file_of_labels_has_its_own(tmp_path):
    gold = [labels(tmp_path / "gold" / f"{name}.jsonl", f"{name}.txt") for name in ("a", "b")]
    expected = [
        report for name in ("a", "b") for report in reports(tmp_path / "reports" / name, f"{name}.txt")
    ]
    assert locate_reports(gold) == expected


def test_where_it_is_told(tmp_path):
    gold = labels(tmp_path / "gold" / "a.jsonl", "one.txt")
    reports(tmp_path / "gold" / "reports", "one.txt")
    (one,) = reports(tmp_path / "elsewhere" / "deeper", "one.txt")
    assert locate_reports([gold], [tmp_path / "elsewhere"]) == [one]


def test_no_folder_of_reports(tmp_path):
    gold = labels(tmp_path / "gold" / "a.jsonl", "one.txt")
    with pytest.raises(GoldError, match=r"a\.jsonl: no reports in .*: name their folder with --reports"):
        locate_reports([gold])
    with pytest.raises(MissingPathsError):
        locate_reports([gold], [tmp_path / "nowhere"])


def test_an_unknown_report_is_named(tmp_path):
    gold = labels(tmp_path / "gold" / "a.jsonl", *(f"{n}.txt" for n in range(8)))
    reports(tmp_path / "gold" / "reports", "0.txt")
    with pytest.raises(GoldError, match=r"is named 1\.txt, 2\.txt, 3\.txt, 4\.txt, 5\.txt and 2 more$"):
        locate_reports([gold])


def test_no_labels(tmp_path):
    gold = labels(tmp_path / "gold" / "a.jsonl")
    with pytest.raises(GoldError, match="it holds no labels"):
        locate_reports([gold])
