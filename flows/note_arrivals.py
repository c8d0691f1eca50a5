"""Note in the log which file held which report, and what was refused."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

import polars as pl

from flows.read.refusal import Refusal
from flows.take_stock import Input
from warehouse.log import append_arrivals, append_rejects, read_log
from warehouse.paths import Warehouse
from warehouse.store import known_inputs


def note_arrivals(
    warehouse: Warehouse, run_id: str, files: Sequence[Input], rules_version: str, now: dt.datetime
) -> int:
    """Log every file that holds a report and was not seen before at its path; return how many those are."""
    seen = pl.DataFrame(
        [(file.path, file.raw_sha256) for file in files],
        schema={"source_path": pl.String, "raw_sha256": pl.String},
        orient="row",
    )
    held = known_inputs(warehouse, rules_version).drop_nulls("report_id")
    arrivals = seen.join(held, on="raw_sha256").with_columns(source_item=pl.lit(0), first_seen_at=pl.lit(now))
    return append_arrivals(warehouse, run_id, arrivals)


def note_refusals(
    warehouse: Warehouse,
    run_id: str,
    refusals: Iterable[tuple[Input | None, Refusal]],
    rules_version: str,
    now: dt.datetime,
) -> int:
    """Log what could not be read, once for the same bytes, path and rules; return how many are new."""
    rows = [
        {
            "source_path": refusal.source_path,
            "source_item": refusal.source_item,
            "table_name": None,
            "reason": refusal.reason,
            "detail": refusal.detail,
            "raw_sha256": None if file is None else file.raw_sha256,
        }
        for file, refusal in refusals
    ]
    if not rows:
        return 0
    frame = pl.DataFrame(rows, schema_overrides={"table_name": pl.String, "raw_sha256": pl.String})
    return append_rejects(warehouse, run_id, frame, rules_version=rules_version, now=now)


def refusals_of(warehouse: Warehouse, paths: Collection[str], rules_version: str) -> list[dict[str, str]]:
    """Return what of `paths` was refused under these rules, now or in an earlier run: `reason`, `detail`."""
    rejects = read_log(warehouse, "rejects").filter(
        pl.col("rules_version") == rules_version, pl.col("source_path").is_in(list(paths))
    )
    return rejects.select("reason", "detail").unique(maintain_order=True).to_dicts()
