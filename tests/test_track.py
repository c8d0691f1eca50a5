"""The flow, end to end: what it publishes, when it publishes nothing, what it leaves when it fails."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.read.discover import MissingPathsError
from flows.reference.load import load_reference
from flows.settings import Settings
from schemas.frame import TableFault
from warehouse.catalog import CheckFailure
from warehouse.errors import BusyError, CheckFailedError, LostRowsError
from warehouse.lock import locked
from warehouse.log import read_log
from warehouse.manifest import read_current
from warehouse.paths import Warehouse
from warehouse.read_status import read_status
from warehouse.repair import repair

SHARED_SEEDS = Path(__file__).parents[2] / "shared" / "reports" / "seeds"

SIGNED = """\
Chiều 10/3/2026, tại Seoul, Bộ trưởng Ngoại giao Lê Hoài Trung hội đàm với Bộ trưởng Ngoại giao Cho Hyun.

Hai bên nhất trí sớm khởi động giai đoạn 2 của dự án VKIST.
"""
ASKED = """\
Ngày 2/4/2026, Bộ trưởng Ngoại giao Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ Việt Nam đăng cai APEC 2027.
"""

Run = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("prefect_api")


@pytest.fixture
def run() -> Run:
    """Run the flow on paths; settings by name."""
    from flows.track import track

    def call(warehouse: Warehouse, *paths: Path, **settings: Any) -> Any:
        return track([str(path) for path in paths], Settings(warehouse=warehouse.root, **settings))

    return call


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path / "warehouse")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "signed.txt").write_text(SIGNED, encoding="utf-8")
    return folder


def files_of(warehouse: Warehouse) -> dict[str, bytes]:
    """All that readers see: current.json, the DuckDB file, releases, and the Parquet files."""
    paths = [warehouse.current_json, warehouse.duckdb_file]
    paths += [path for folder in (warehouse.releases, warehouse.parquet) for path in folder.rglob("*.*")]
    return {str(p.relative_to(warehouse.root)): p.read_bytes() for p in paths if p.is_file()}


def rows_of(warehouse: Warehouse) -> dict[str, list[dict[str, Any]]]:
    return {
        path.stem: pl.read_parquet(path).to_dicts() for path in sorted(warehouse.parquet.glob("*.parquet"))
    }


def outcomes(warehouse: Warehouse) -> list[str]:
    return read_log(warehouse, "runs")["outcome"].to_list()


@pytest.fixture(scope="module")
def published(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Warehouse, Any]:
    """The sample reports, published, and the summary of that run."""
    from flows.track import track

    warehouse = Warehouse(tmp_path_factory.mktemp("published") / "warehouse")
    return warehouse, track([str(samples)], Settings(warehouse=warehouse.root))


@pytest.fixture
def copy(published: tuple[Warehouse, Any], tmp_path: Path) -> Warehouse:
    """A copy of the published warehouse, to be changed."""
    copied = Warehouse(shutil.copytree(published[0].root, tmp_path / "copy"))
    repair(copied)
    return copied


def test_the_sample_reports_show_where_the_headline_commitments_stand(published):
    warehouse, summary = published
    n_samples = len(list((Path(__file__).parents[1] / "seeds" / "reports").glob("*.txt")))
    assert (summary.outcome, summary.n_files, summary.n_new) == ("published", n_samples, n_samples)
    assert summary.release_id == read_current(warehouse)
    stages = {row.commitment_id: row.current_stage for row in read_status(warehouse)}
    assert stages["vkist_phase_2"] == "agreed"
    assert stages["apec_2027"] == "agreed"
    assert stages["eps_labour_mou"] == "signed"
    assert outcomes(warehouse)[0] == "published"


def test_prefect_shows_the_run_by_name_with_counts_and_the_status_as_an_artifact(published):
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import (
        ArtifactFilter,
        ArtifactFilterFlowRunId,
        FlowRunFilter,
        FlowRunFilterId,
        LogFilter,
        LogFilterFlowRunId,
    )
    from prefect.logging.handlers import APILogHandler

    _, summary = published
    APILogHandler().flush()
    here = [summary.run_id]
    with get_client(sync_client=True) as client:
        (flow_run,) = client.read_flow_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=here)))
        artifacts = client.read_artifacts(
            artifact_filter=ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=here))
        )
        answer = client._client.post(  # the synchronous client reads no logs
            "/logs/filter",
            json={"logs": LogFilter(flow_run_id=LogFilterFlowRunId(any_=here)).model_dump(mode="json")},
        )
    said = [line["message"] for line in answer.json()]
    assert flow_run.name == "track reports"
    assert f"published: {summary.n_files} files, {summary.n_new} new reports, 0 rejected" in said
    assert [artifact.key for artifact in artifacts] == ["commitment-status"]
    assert "vkist_phase_2" in str(artifacts[0].data)


def test_the_same_command_again_publishes_nothing_and_changes_no_byte(run, published, samples):
    warehouse, _ = published
    before = files_of(warehouse)
    summary = run(warehouse, samples)
    assert (summary.outcome, summary.n_new, summary.n_rejected) == ("nothing_new", 0, 0)
    assert files_of(warehouse) == before
    assert outcomes(warehouse)[-1] == "nothing_new"


def test_a_known_report_at_another_path_is_logged_and_nothing_is_published(run, copy, samples, tmp_path):
    before = files_of(copy)
    known = sorted(samples.glob("*.txt"))[0]
    summary = run(copy, Path(shutil.copy(known, tmp_path / "again.txt")))
    assert (summary.outcome, summary.n_files, summary.n_new) == ("nothing_new", 1, 0)
    after = files_of(copy)
    assert {name for name in after if after[name] != before[name]} <= {"current.json"}
    paths = read_log(copy, "arrivals")["source_path"].to_list()
    assert {str(known), str(tmp_path / "again.txt")} <= set(paths)


def test_reports_in_parts_and_in_another_order_give_the_same_rows(run, published, samples, warehouse):
    everything, _ = published
    files = sorted(samples.glob("*.txt"), reverse=True)
    for part in (files[:4], files[4:]):
        assert run(warehouse, *part, chunk_reports=3).outcome == "published"
    assert rows_of(warehouse) == rows_of(everything)
    assert files_of(warehouse)["parquet/reports.parquet"] == files_of(everything)["parquet/reports.parquet"]


@pytest.mark.skipif(not SHARED_SEEDS.is_dir(), reason="the seed reports are not here")
def test_the_seed_reports_one_by_one_give_the_same_rows_as_all_at_once(run, tmp_path):
    files = sorted(SHARED_SEEDS.glob("*.txt"))
    together, alone = Warehouse(tmp_path / "together"), Warehouse(tmp_path / "alone")
    assert run(together, SHARED_SEEDS).n_new == len(files) == 5
    for file in (files[i] for i in (3, 0, 4, 2, 1)):
        assert run(alone, file).n_new == 1
    assert rows_of(alone) == rows_of(together)


def test_bad_files_are_refused_each_with_a_reason_and_the_others_go_through(run, inbox, warehouse):
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (inbox / "empty.txt").touch()
    (inbox / "blank.txt").write_text(" \n\n\t\n", encoding="utf-8")
    (inbox / "large.txt").write_text("ký kết " * 500_000, encoding="utf-8")
    (inbox / "line.txt").write_text("ký kết " * 50_000, encoding="utf-8")
    (inbox / "loose.txt").symlink_to(inbox / "nowhere.txt")
    limits = {"most_file_bytes": 4_000_000, "most_line_chars": 200_000}

    summary = run(warehouse, inbox, **limits)
    assert (summary.outcome, summary.n_files, summary.n_new, summary.n_rejected) == ("published", 7, 1, 6)
    rejects = read_log(warehouse, "rejects")
    assert dict(rejects.select("source_path", "reason").iter_rows()) == {
        str(inbox / "binary.txt"): "binary",
        str(inbox / "empty.txt"): "empty_file",
        str(inbox / "blank.txt"): "empty_file",
        str(inbox / "large.txt"): "too_large",
        str(inbox / "line.txt"): "line_too_long",
        str(inbox / "loose.txt"): "missing",
    }
    again = run(warehouse, inbox, **limits)
    assert (again.outcome, again.n_new, again.n_rejected) == ("nothing_new", 0, 6)
    assert again.rejects == summary.rejects
    assert read_log(warehouse, "rejects").equals(rejects)


def test_an_empty_folder_and_one_with_nothing_readable_publish_nothing(run, tmp_path, warehouse):
    (tmp_path / "inbox").mkdir()
    assert run(warehouse, tmp_path / "inbox").outcome == "nothing_new"
    (tmp_path / "inbox" / "empty.txt").touch()
    summary = run(warehouse, tmp_path / "inbox")
    assert (summary.outcome, summary.n_rejected) == ("nothing_new", 1)
    assert not warehouse.current_json.exists()
    assert outcomes(warehouse) == ["nothing_new", "nothing_new"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_refused(run, inbox, warehouse):
    (inbox / "closed").mkdir(mode=0)
    try:
        summary = run(warehouse, inbox)
    finally:
        (inbox / "closed").chmod(0o700)
    assert (summary.n_new, [reject["reason"] for reject in summary.rejects]) == (1, ["unreadable"])


def without_meetings(*given: Any) -> dict[str, pl.DataFrame]:
    from flows.link.link import link

    tables = link(*given)
    gone = ("meetings", "meeting_mentions", "meeting_participants")
    return tables | {name: tables[name].clear() for name in gone}


def a_table_fault(*_: object) -> None:
    raise TableFault("reports", "the column title is missing")


def a_failed_check(*_: object) -> tuple[CheckFailure, ...]:
    return (CheckFailure("quotes_are_cut_from_texts", "Is it?", 1, ("mention_id",), (("m1",),)),)


def test_a_run_that_fails_leaves_the_last_release_and_the_next_one_goes_on(run, copy, inbox, monkeypatch):
    before = files_of(copy)
    for where, fault, error in (
        ("flows.track.validate", a_table_fault, TableFault),
        ("flows.track.link", without_meetings, LostRowsError),
        ("warehouse.release.run_checks", a_failed_check, CheckFailedError),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(where, fault)
            with pytest.raises(error):
                run(copy, inbox)
        assert files_of(copy) == before
    assert run(copy, inbox).outcome == "published"
    assert outcomes(copy)[-4:] == ["failed", "failed", "failed", "published"]


def test_a_scheduled_run_on_a_missing_folder_fails_and_is_logged(run, warehouse, tmp_path):
    with pytest.raises(MissingPathsError, match="nowhere"):
        run(warehouse, tmp_path / "nowhere")
    assert outcomes(warehouse) == ["failed"]


def test_a_second_run_waits_for_the_lock_and_then_says_who_holds_it(run, inbox, warehouse):
    with locked(warehouse), pytest.raises(BusyError, match=f"process {os.getpid()}"):
        run(warehouse, inbox, lock_wait_seconds=0.2)


def test_new_rules_read_the_kept_texts_again_though_the_files_are_gone(run, inbox, warehouse, monkeypatch):
    (inbox / "asked.txt").write_text(ASKED, encoding="utf-8")
    run(warehouse, inbox)
    before = rows_of(warehouse)
    (inbox / "asked.txt").unlink()
    changed = replace(load_reference(), rules_version="changed")
    for module in ("track", "extract_chunk"):
        monkeypatch.setattr(f"flows.{module}.load_reference", lambda: changed)

    summary = run(warehouse, inbox)
    assert (summary.outcome, summary.n_files, summary.n_new) == ("published", 1, 2)
    assert rows_of(warehouse) == before
    assert [path.name for path in warehouse.extracted.iterdir()] == ["changed"]
    assert run(warehouse, inbox).outcome == "nothing_new"


def test_new_ways_of_linking_are_applied_without_a_new_file(run, copy, samples, monkeypatch):
    monkeypatch.setattr("flows.track.link", without_meetings)
    assert run(copy, samples, most_rows_lost=1).outcome == "nothing_new", "as if no code had changed"
    monkeypatch.setattr("flows.track._link_version", lambda: "changed")
    assert run(copy, samples, most_rows_lost=1).outcome == "published"
    assert rows_of(copy)["meetings"] == []


def test_telemetry_is_off_unless_somebody_turns_it_on():
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
