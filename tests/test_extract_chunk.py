"""One chunk: a pure step from files to one part of the warehouse, which no single file can hold up."""

import hashlib
from pathlib import Path

import pytest

from flows import extract_chunk as module
from flows.extract_chunk import extract_chunk
from flows.read.limits import Limits
from flows.reference.load import load_reference
from flows.take_stock import Input, take_stock
from warehouse.paths import Warehouse
from warehouse.store import known_inputs, read_parts

AGREED = "Ngày 10/3/2026, hai bên nhất trí sớm khởi động giai đoạn 2 của dự án VKIST."
SIGNED = "Ngày 11/8/2025, hai bộ trưởng ký bản ghi nhớ về chương trình EPS."


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    warehouse = Warehouse(tmp_path / "warehouse")
    warehouse.create()
    return warehouse


def inputs(folder: Path, **texts: str) -> tuple[Input, ...]:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return take_stock([folder], known=(), limits=Limits()).files


def test_what_was_extracted_and_what_was_refused_are_both_remembered(warehouse, tmp_path):
    given = inputs(tmp_path / "in", agreed=AGREED, empty="")
    done = extract_chunk(warehouse, given, Limits())
    assert (done.n_inputs, done.n_reports) == (2, 1)
    assert [(item.path, refusal.reason) for item, refusal in done.refused] == [(given[1].path, "empty_file")]
    rules = load_reference().rules_version
    assert read_parts(warehouse, rules)["commitment_mentions"]["commitment_id"].to_list() == ["vkist_phase_2"]
    assert known_inputs(warehouse, rules)["report_id"].null_count() == 1


def test_equal_texts_in_files_that_differ_are_one_report(warehouse, tmp_path):
    done = extract_chunk(warehouse, inputs(tmp_path / "in", one=AGREED, other="\ufeff" + AGREED), Limits())
    assert (done.n_inputs, done.n_reports) == (2, 1)


def test_a_kept_text_gives_the_report_that_its_file_gave(warehouse, tmp_path):
    (given,) = inputs(tmp_path / "in", agreed="\ufeff" + AGREED + "\r\nHết.")
    extract_chunk(warehouse, [given], Limits())
    rules = load_reference().rules_version
    (kept,) = read_parts(warehouse, rules)["report_texts"].iter_rows(named=True)
    again = Warehouse(tmp_path / "again")
    extract_chunk(again, [Input(given.path, given.raw_sha256, kept["text"])], Limits())
    for name, frame in read_parts(warehouse, rules).items():
        assert frame.equals(read_parts(again, rules)[name]), name


def test_a_fault_of_a_rule_on_one_text_refuses_that_report_only(warehouse, tmp_path, monkeypatch, caplog):
    given = inputs(tmp_path / "in", agreed=AGREED, signed=SIGNED)
    real = module._extractor()

    def failing(report):
        if "EPS" in report.text:
            raise AttributeError("'NoneType' object has no attribute 'span'")
        return real(report)

    monkeypatch.setattr(module, "_extractor", lambda: failing)
    done = extract_chunk(warehouse, given, Limits())
    assert done.n_reports == 1
    ((item, refusal),) = done.refused
    assert (Path(item.path).name, refusal.reason) == ("signed.txt", "extraction_failed")
    assert "no attribute 'span'" in refusal.detail
    assert "Traceback" in caplog.text, "who mends the rule needs to see where"


def test_a_file_that_goes_away_is_refused(warehouse, tmp_path):
    (given,) = inputs(tmp_path / "in", agreed=AGREED)
    Path(given.path).unlink()
    ((_, refusal),) = extract_chunk(warehouse, [given], Limits()).refused
    assert refusal.reason == "missing"


def test_a_file_that_changed_after_it_was_listed_is_known_by_what_was_read(warehouse, tmp_path):
    (given,) = inputs(tmp_path / "in", agreed=AGREED)
    Path(given.path).write_text(SIGNED, encoding="utf-8")
    extract_chunk(warehouse, [given], Limits())
    known = known_inputs(warehouse, load_reference().rules_version)
    assert known["raw_sha256"].to_list() == [hashlib.sha256(SIGNED.encode()).hexdigest()]
