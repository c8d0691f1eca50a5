"""From what nobody tracks to an entry of the registry that finds it."""

import datetime as dt
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from flows.cli import main
from flows.extract.extract_report import Extractor
from flows.extract.frames import arrivals_of, extraction_frames
from flows.link.link import link
from flows.promote.append_entry import append_entry
from flows.promote.read_candidates import (
    Candidate,
    CandidateTelling,
    UnknownCandidateError,
    find_candidate,
    read_candidates,
)
from flows.promote.write_entry import write_entry
from flows.promote.write_phrases import write_phrases
from flows.reference.faults import SeedError
from flows.reference.load import load_reference
from schemas.tables import SCHEMA_VERSION
from schemas.validate import validate
from tests.builders import extractor, report
from warehouse.lock import locked
from warehouse.paths import Warehouse
from warehouse.release import publish

SEEDS = Path(__file__).parents[1] / "seeds"
REPORTS = (
    "Ngày 10/3/2026, Việt Nam và Hàn Quốc nhất trí sớm khởi công Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam.\n",
    "Ngày 2/4/2026, Bộ trưởng Y tế Việt Nam đề nghị Hàn Quốc đẩy nhanh dự án Bệnh viện Hữu nghị Sông Hàn.\n",
    "Ngày 5/4/2026, Hàn Quốc và Việt Nam thống nhất lập nhóm công tác về giống lúa chịu mặn.\n",
)
Camket = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A warehouse with three reports of two things that nobody tracks."""
    folder = tmp_path_factory.mktemp("promote")
    extracted = [extractor()(report(text, f"{number}.txt")) for number, text in enumerate(REPORTS)]
    now = dt.datetime(2026, 4, 6, tzinfo=dt.UTC)
    arrivals = arrivals_of([extraction.report for extraction in extracted], now)
    tables = validate(link(extraction_frames(extracted), arrivals, load_reference()), arrivals).tables
    made = Warehouse(folder / "warehouse")
    made.root.mkdir()
    with locked(made):
        publish(made, tables, rules_version="test", schema_version=SCHEMA_VERSION, now=now)
    return made


@pytest.fixture
def camket(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], warehouse: Warehouse
) -> Camket:
    """Run `camket promote` on the warehouse: its exit code, output and complaints."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        words = ["camket", "promote", *map(str, arguments), "--warehouse", str(warehouse.root)]
        monkeypatch.setattr(sys, "argv", words)
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    return call


@pytest.fixture
def hospital(warehouse: Warehouse) -> Candidate:
    (found,) = [one for one in read_candidates(warehouse) if "Bệnh viện" in one.label]
    return found


def a_candidate(label: str, *names: str, language: str = "vi", quote: str = "nhất trí") -> Candidate:
    told = [
        CandidateTelling(language, name, "agreed", quote, f"r{n}", "Báo", dt.date(2026, 3, 1), "month")
        for n, name in enumerate(names or (label,))
    ]
    return Candidate("c0ffee", label, "project", tuple(told))


def test_two_names_of_one_hospital_are_one_candidate(hospital: Candidate) -> None:
    assert hospital.label == "Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam"
    assert [telling.stage for telling in hospital.tellings] == ["agreed", "proposed"]


def test_the_entry_tells_its_evidence_and_what_is_left_to_do(camket: Camket, hospital: Candidate) -> None:
    code, entry, advice = camket(hospital.candidate_id[:6])
    assert code == 0
    assert "seeds/commitments.yml" in advice
    assert "agreed, 2026-03-10, report" in entry
    assert "đề nghị Hàn Quốc đẩy nhanh dự án Bệnh viện Hữu nghị Sông Hàn" in entry
    (read,) = yaml.safe_load(f"commitments:\n{entry}")["commitments"]
    assert read == {
        "id": "benh_vien_huu_nghi_song_han_quang_nam",
        "name_vi": "Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam",
        "name_en": "Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam",
        "kind": "project",
        "sector": "to_be_filled",
        "parties": ["vn", "kr"],
        "named": ["dự án bệnh viện hữu nghị sông hàn", "bệnh viện hữu nghị sông hàn tại quảng nam"],
        "context": ["{korea}"],
    }
    assert "name_en: Bệnh viện Hữu nghị Sông Hàn tại Quảng Nam  # to be translated" in entry


def test_with_the_entry_the_reports_tell_of_a_commitment_and_the_candidate_is_gone(
    camket: Camket, hospital: Candidate, tmp_path: Path
) -> None:
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder, ignore=shutil.ignore_patterns("reports", "__pycache__"))
    before = (folder / "commitments.yml").read_text(encoding="utf-8")
    code, out, _ = camket(hospital.candidate_id, "--write", folder / "commitments.yml")
    assert (code, "benh_vien_huu_nghi" in out) == (0, True)
    assert (folder / "commitments.yml").read_text(encoding="utf-8").startswith(before.rstrip())

    with_entry = Extractor(load_reference(folder))
    told = [with_entry(report(text)) for text in REPORTS]
    mentions = [(m.commitment_id, m.stage) for extraction in told for m in extraction.commitments]
    assert mentions == [
        ("benh_vien_huu_nghi_song_han_quang_nam", "agreed"),
        ("benh_vien_huu_nghi_song_han_quang_nam", "proposed"),
    ]
    assert [c.label for extraction in told for c in extraction.candidates] == [
        "nhóm công tác về giống lúa chịu mặn"
    ]


def test_a_second_time_the_entry_gets_another_id(camket: Camket, hospital: Candidate, tmp_path: Path) -> None:
    file = shutil.copy(SEEDS / "commitments.yml", tmp_path)
    camket(hospital.candidate_id, "--write", file)
    _, out, _ = camket(hospital.candidate_id, "--write", file)
    assert "benh_vien_huu_nghi_song_han_quang_nam_2" in out


def test_an_unknown_candidate_is_told_with_those_near_it(camket: Camket, hospital: Candidate) -> None:
    code, out, complaint = camket("bệnh viện")
    assert (code, out) == (2, "")
    assert "no candidate is 'bệnh viện'; near it:" in complaint
    assert f"{hospital.candidate_id} ({hospital.label})" in complaint


def test_a_beginning_that_fits_two_is_told() -> None:
    both = [Candidate("ab1", "Quỹ Một", "fund", ()), Candidate("ab2", "Quỹ Hai", "fund", ())]
    with pytest.raises(UnknownCandidateError, match=r"2 candidates begin with 'ab': ab1 \(Quỹ Một\), ab2"):
        find_candidate(both, "ab")
    assert find_candidate(both, "AB2").label == "Quỹ Hai"


def test_an_empty_warehouse_has_none_near() -> None:
    with pytest.raises(UnknownCandidateError, match="holds none"):
        find_candidate([], "ab")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("commitments: []\nterms:\n  x: [xyz]\n", "put it in by hand"),
        ("commitments: [\n", "cannot be read"),
    ],
)
def test_a_file_that_would_not_load_is_left_as_it_was(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "commitments.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SeedError, match=problem):
        append_entry(file, write_entry(a_candidate("Quỹ Sông Hàn"), load_reference()))
    assert file.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [file]


def test_a_missing_file_is_wrong_usage(camket: Camket, hospital: Candidate, tmp_path: Path) -> None:
    code, _, complaint = camket(hospital.candidate_id, "--write", tmp_path / "nowhere.yml")
    assert code == 2
    assert "the file is missing" in complaint


@pytest.mark.parametrize(
    ("names", "phrases"),
    [
        pytest.param(["Trung tâm Việt Nam - Hàn Quốc"], ["trung tâm {pair_name}"], id="either order"),
        pytest.param(["Quỹ A|B {trẻ} (mới)"], ["quỹ a … b … trẻ … mới"], id="marks of the language"),
        pytest.param(["Quỹ Trẻ", "Quỹ Trẻ Sông Hàn"], ["quỹ trẻ"], id="one holds the other"),
        pytest.param(["Quỹ Trẻ", "Quỹ Trẻem"], ["quỹ trẻ", "quỹ trẻem"], id="but only whole words"),
        pytest.param(["Hoà  Lạc"], ["hòa lạc"], id="tones and blanks"),
        pytest.param([" - ".join("abcdefghijkl")], [], id="what stands for too much"),
    ],
)
def test_names_become_phrases(names: list[str], phrases: list[str]) -> None:
    assert write_phrases(names, load_reference().terms) == phrases


def test_what_a_newspaper_wrote_never_becomes_yaml() -> None:
    """A quote over two lines, with a line break of another script, would end the comment."""
    hostile = a_candidate('Quỹ "Trẻ": {a} # b', quote="nhất trí\u2028- id: hacked\n- id: hacked\u0085- id: x")
    (read,) = yaml.safe_load(f"commitments:\n{write_entry(hostile, load_reference())}")["commitments"]
    assert read["id"] == "quy_tre_b"
    assert read["name_vi"] == 'Quỹ "Trẻ": {a} # b'


def test_an_english_name_is_the_english_one() -> None:
    entry = write_entry(a_candidate("rural power project", language="en"), load_reference())
    (read,) = yaml.safe_load(f"commitments:\n{entry}")["commitments"]
    assert read["name_en"] == "Rural power project"
    assert "name_vi: Rural power project  # to be translated" in entry
