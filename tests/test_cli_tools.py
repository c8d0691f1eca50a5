"""`camket explain` and `camket evaluate` as commands: exit codes, answers, errors that say what to do."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.build_in_memory import build_in_memory
from flows.cli import main
from flows.read.limits import Limits
from schemas.tables import SCHEMA_VERSION
from warehouse.paths import Warehouse
from warehouse.release import publish

PROJECT = Path(__file__).parents[1]
ASKED = "Ngày 10/3/2026, Bộ trưởng Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ VKIST giai đoạn 2.\n"
HOSTILE = (
    "[red]Ngày 10/3/2026[/red], <script>alert(1)</script> hai bên nhất trí sớm khởi động giai đoạn 2 của dự án "
    "VKIST\x1b]0;mine\x07 \x1b[2J\u202e.\n"
)


@dataclass(frozen=True)
class Answer:
    """What a command gave."""

    code: int
    out: str
    err: str


Camket = Callable[..., Answer]


@pytest.fixture
def camket(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Camket:
    """Run a command in this process."""

    def call(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["camket", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Answer(int(end.value.code or 0), said.out, said.err)

    return call


@pytest.fixture
def report(tmp_path) -> Path:
    file = tmp_path / "asked.txt"
    file.write_text(ASKED, encoding="utf-8")
    return file


@pytest.fixture
def gold(report) -> Path:
    """Labels of the report: one commitment that is there, and one that is not."""
    record = {
        "file": report.name,
        "language": "vi",
        "published": {"on": None},
        "commitments": [
            {"id": "vkist_phase_2", "stage": "proposed", "side": "vn", "quote": ASKED[17:-2]},
            {"id": "apec_2027", "stage": "signed", "side": "kr", "quote": "Hàn Quốc"},
        ],
        "scored": ["commitments", "officials"],
    }
    (report.parent / "reports").mkdir()
    shutil.copy(report, report.parent / "reports")
    file = report.parent / "gold.jsonl"
    file.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return file


def test_explain_shows_a_sample_with_its_records_and_rules(camket, samples):
    answer = camket("explain", samples / "ban-ghi-nho-eps.txt")
    assert (answer.code, answer.err) == (0, "")
    assert "commitment eps_labour_mou" in answer.out
    assert "commitments." in answer.out
    assert "›[1]" in answer.out


def test_explain_only_one_kind(camket, samples):
    answer = camket("explain", samples / "ban-ghi-nho-eps.txt", "--kind", "official", "--kind", "target")
    assert answer.code == 0
    assert "officials." in answer.out
    assert "commitments." not in answer.out
    assert camket("explain", samples / "ban-ghi-nho-eps.txt", "--kind", "promise").code == 2


def test_explain_a_hostile_file_on_the_screen_and_as_a_page(camket, tmp_path):
    file = tmp_path / "\x1b[31mhostile.txt"
    file.write_text(HOSTILE, encoding="utf-8")
    answer = camket("explain", file)
    assert answer.code == 0
    assert "[red]" in answer.out
    assert "<script>" in answer.out
    assert not {"\x1b", "\x07", "\u202e"} & set(answer.out)

    page = tmp_path / "page.html"
    wrote = camket("explain", file, "--html", page)
    assert (wrote.code, wrote.err) == (0, "")
    assert "".join(wrote.out.split()).startswith("".join(f"Wrote {page}: 1 report, ".split()))
    written = page.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in written
    assert "<script" not in written
    assert not {"\x1b", "\x07", "\u202e"} & set(written)


def test_explain_says_what_cannot_be_read(camket, tmp_path, report):
    assert camket("explain", tmp_path / "none.txt").err == (
        f"camket: no such file or folder: {tmp_path / 'none.txt'}\n"
    )
    assert camket("explain", tmp_path / "none.txt").code == 2
    folder = camket("explain", tmp_path)
    assert (folder.code, folder.err) == (2, f"camket: {tmp_path} is not a file: give one file of reports\n")
    (tmp_path / "empty.txt").touch()
    empty = camket("explain", tmp_path / "empty.txt")
    assert (empty.code, empty.out) == (1, "")
    assert "it is empty" in empty.err
    beyond = camket("explain", report, "--item", "3")
    assert (beyond.code, beyond.out) == (2, "")
    assert "has no report at item 3; it holds 1, counted from 0" in beyond.err


def test_explain_never_writes_over_the_report(camket, report):
    answer = camket("explain", report, "--html", report)
    assert answer.code == 2
    assert "is the report itself" in answer.err
    assert report.read_text(encoding="utf-8") == ASKED
    nowhere = camket("explain", report, "--html", report.parent / "none" / "page.html")
    assert nowhere.code == 2
    assert "cannot be written: No such file or directory" in nowhere.err


def test_a_rule_that_fails_on_a_text_is_told_with_its_place(camket, report, monkeypatch):
    def fail(*_: object) -> None:
        raise AttributeError("no span")

    monkeypatch.setattr("flows.build_in_memory.extractor", lambda: fail)
    answer = camket("explain", report)
    assert (answer.code, answer.out) == (1, "")
    assert "AttributeError: no span" in answer.err
    assert "please report this file" in answer.err


def test_evaluate_prints_figures_and_misses(camket, gold):
    answer = camket("evaluate", gold, "--show", "5")
    assert (answer.code, answer.err) == (0, "")
    rows = [row.split() for row in answer.out.splitlines()]
    assert ["commitments", "1", "1", "0", "1.000", "0.500", "0.667"] in rows
    assert "apec_2027 signed kr" in answer.out
    assert "“Hàn Quốc”" in answer.out
    assert "Lê Hoài Trung (Bộ trưởng, VN)" in answer.out  # found, not labelled
    assert "officials.title_before_name" in answer.out
    assert "1 of 1 labelled reports scored." in answer.out


def test_evaluate_counts_only_the_listed_commitments(camket, gold, tmp_path):
    (tmp_path / "ids.csv").write_text("id\nvkist_phase_2\n", encoding="utf-8")
    figures = json.loads(camket("evaluate", gold, "--ids", tmp_path / "ids.csv", "--json").out)
    assert figures["records"]["commitments"]["missed"] == 0
    assert figures["records"]["commitments"]["hit"] == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"file": "b.txt", ', "gold.jsonl:2: Invalid JSON"),
        ('{"file": "b.txt", "language": "vi", "scored": []}', "gold.jsonl:2: published: Field required"),
        ("[]", "gold.jsonl:2: "),
    ],
)
def test_evaluate_names_the_line_that_is_broken(camket, gold, line, said):
    gold.write_text(gold.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    answer = camket("evaluate", gold)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


def test_evaluate_names_what_is_missing(camket, gold, tmp_path):
    nothing = camket("evaluate", tmp_path / "none.jsonl")
    assert (nothing.code, nothing.err) == (
        2,
        f"camket: {tmp_path / 'none.jsonl'}: No such file or directory\n",
    )
    no_folder = camket("evaluate", gold, "--reports", tmp_path / "none")
    assert (no_folder.code, no_folder.err) == (2, f"camket: no such file or folder: {tmp_path / 'none'}\n")
    (tmp_path / "reports" / "asked.txt").rename(tmp_path / "reports" / "other.txt")
    unknown = camket("evaluate", gold)
    assert unknown.code == 2
    assert "is named asked.txt" in unknown.err
    assert camket("evaluate", gold, "--reports", tmp_path).code == 0


def test_evaluate_a_report_that_cannot_be_read_is_missed(camket, gold, tmp_path):
    (tmp_path / "reports" / "asked.txt").write_bytes(b"")
    answer = camket("evaluate", gold)
    assert answer.code == 2
    assert "it is empty" in answer.err
    assert "none of the 1 labelled reports was found" in answer.err


@pytest.fixture
def warehouse(report, tmp_path) -> Path:
    """A warehouse that holds the report."""
    import datetime as dt

    from warehouse.log import append_arrivals

    build = build_in_memory([report], Limits())
    tables = {name: frame for name, frame in build.tables.items() if name != "arrivals"}
    place = Warehouse(tmp_path / "warehouse")
    now = dt.datetime(2026, 3, 11, tzinfo=dt.UTC)
    append_arrivals(place, "run", build.tables["arrivals"])
    publish(place, tables, rules_version="1", schema_version=SCHEMA_VERSION, now=now, made_from="x")
    return place.root


def test_evaluate_a_warehouse_gives_the_same_figures(camket, gold, warehouse):
    read_now = camket("evaluate", gold, "--json")
    shutil.rmtree(gold.parent / "reports")
    published = camket("evaluate", gold, "--warehouse", warehouse, "--json")
    assert (published.code, published.err) == (0, "")
    assert json.loads(published.out) == json.loads(read_now.out)


def test_evaluate_a_warehouse_without_some_report(camket, gold, warehouse):
    record = gold.read_text(encoding="utf-8")
    gold.write_text(record + record.replace("asked.txt", "b.txt"), encoding="utf-8")
    answer = camket("evaluate", gold, "--warehouse", warehouse)
    assert answer.code == 0
    assert answer.err == "camket: not found, so all their records count as missed: b.txt\n"
    gold.write_text(record.replace("asked.txt", "b.txt"), encoding="utf-8")
    nothing = camket("evaluate", gold, "--warehouse", warehouse)
    assert (nothing.code, nothing.out) == (2, "")


def test_evaluate_without_a_release_says_what_to_do(camket, gold, tmp_path):
    answer = camket("evaluate", gold, "--warehouse", tmp_path / "nothing")
    assert answer.code == 1
    assert "holds no release yet: run `camket run PATHS` first" in answer.err


def test_neither_command_needs_prefect(gold, report):
    program = f"""
import sys
from flows.cli import main
for command in (["explain", {str(report)!r}], ["evaluate", {str(gold)!r}]):
    sys.argv = ["camket", *command]
    try:
        main()
    except SystemExit as end:
        assert not end.code, command
    assert "prefect" not in sys.modules, command
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
