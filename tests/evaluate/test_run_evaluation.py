"""Both ways into an evaluation give the figures of the shared scorer."""

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from flows.evaluate.collect_found import COLUMNS
from flows.evaluate.gold import GoldError, read_gold
from flows.evaluate.open_build import tables_of_reports
from flows.evaluate.run_evaluation import run_evaluation

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parents[1] / "shared"
SCORER = SHARED / "score" / "score.py"
OWN = TESTS / "gold" / "h.jsonl"
SETS = [
    (OWN, TESTS / "gold" / "reports"),
    (SHARED / "gold" / "seeds.jsonl", SHARED / "reports" / "seeds"),
    (SHARED / "gold" / "rewritten.jsonl", SHARED / "reports" / "rewritten"),
]


def database(gold: Path, reports: Path, at: Path) -> Path:
    """Write what was found in labelled reports into a DuckDB file, as a warehouse has it."""
    names = {report.key[0] for report in read_gold([gold])}
    tables = tables_of_reports([reports], names)
    with duckdb.connect(str(at)) as connection:
        for table in COLUMNS:
            connection.register("frame", tables[table].to_arrow())
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM frame")  # noqa: S608
    return at


@pytest.mark.parametrize(("gold", "reports"), SETS, ids=[gold.stem for gold, _ in SETS])
def test_figures_are_those_of_the_shared_scorer(gold, reports, tmp_path):
    if not SCORER.exists() or not gold.exists() or not reports.exists():
        pytest.skip("the shared scorer and labels are not here")
    build = database(gold, reports, tmp_path / "build.duckdb")
    command = [sys.executable, SCORER, "--db", build, "--gold", gold, "--json", tmp_path / "out.json"]
    subprocess.run(command, check=True, capture_output=True)
    expected = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert run_evaluation([gold], build).figures() == expected
    assert run_evaluation([gold], [reports]).figures() == expected


@pytest.fixture
def labelled(tmp_path):
    text = "Bộ trưởng Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ VKIST giai đoạn 2."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    record = {
        "file": "a.txt",
        "language": "vi",
        "published": {"on": None},
        "commitments": [
            {"id": "vkist_phase_2", "stage": "proposed", "side": "vn", "quote": text[:-1]},
            {"id": "apec_2027", "stage": "signed", "side": "kr", "quote": "Hàn Quốc"},
        ],
        "scored": ["commitments"],
    }
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(record), encoding="utf-8")
    return gold


def test_only_listed_commitments_count(labelled):
    ids = labelled.with_name("commitment_ids.csv")
    ids.write_text("id,definition\nvkist_phase_2,second phase\n", encoding="utf-8")
    counts = run_evaluation([labelled], [labelled.parent]).records["commitments"]
    assert (counts.hit, counts.missed) == (1, 0)


def test_list_of_commitments_without_ids(labelled, tmp_path):
    ids = tmp_path / "names.csv"
    ids.write_text("name\nVKIST\n", encoding="utf-8")
    with pytest.raises(GoldError, match="column `id`"):
        run_evaluation([labelled], [labelled.parent], ids=ids)
