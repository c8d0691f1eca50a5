"""What was extracted, kept by rules version: each report is read once, and finished work survives a kill.

A part is one chunk of inputs with the tables that were extracted from it, in a folder of its own:
`extracted/<rules_version>/<part_id>/`. Its `inputs.parquet` lists what went in, refused inputs too.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from warehouse.durable import move_over, remove, sync
from warehouse.errors import DamagedError, WarehouseError
from warehouse.log import read_log
from warehouse.paths import TEMPORARY, Warehouse

INPUTS = "inputs"
# What went in, by the SHA-256 of its bytes, and which report it held; None where it was refused.
INPUTS_SCHEMA: dict[str, pl.DataType] = {"raw_sha256": pl.String(), "report_id": pl.String()}

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*")


def part_id_of(raw_sha256: Iterable[str]) -> str:
    """Return the id of the part that is made from these inputs, in whatever order."""
    return hashlib.sha256("\n".join(sorted(set(raw_sha256))).encode()).hexdigest()[:16]


def write_part(
    warehouse: Warehouse, rules_version: str, inputs: pl.DataFrame, tables: Mapping[str, pl.DataFrame]
) -> str:
    """Write what was extracted from one chunk, whole or not at all; return the id of the part.

    Needs no lock: chunks may be written by several processes at once. A part that is already there is left.

    Args:
        warehouse: where to.
        rules_version: the version of the rules and reference data that extracted it.
        inputs: `raw_sha256` and `report_id` of every input, refused ones too.
        tables: the extracted tables; a report stands in each as often as in `inputs`, so give a report
            once, however many inputs of the chunk hold it.

    Raises:
        ValueError: a report stands twice in `reports`.
        WarehouseError: the disk refused.
    """
    if "reports" in tables and tables["reports"]["report_id"].is_duplicated().any():
        raise ValueError("a chunk holds a report twice: extract equal texts once")
    inputs = (
        inputs.select(pl.col(name).cast(dtype) for name, dtype in INPUTS_SCHEMA.items())
        .unique()
        .sort(*INPUTS_SCHEMA)
    )
    part_id = part_id_of(inputs["raw_sha256"])
    folder = _under(warehouse, rules_version) / part_id
    if folder.exists():
        return part_id
    # Two processes may write the same part after a killed run: each in a folder of its own.
    temporary = folder.with_name(f"{TEMPORARY}{part_id}-{os.getpid()}")
    try:
        remove(temporary)
        temporary.mkdir(parents=True)
        for name, frame in (*tables.items(), (INPUTS, inputs)):
            frame.write_parquet(temporary / f"{name}.parquet", compression="zstd", compression_level=1)
            sync(temporary / f"{name}.parquet")
        move_over(temporary, folder)
    except OSError as error:
        remove(temporary)
        if not folder.exists():
            raise WarehouseError(f"cannot write to {folder.parent} ({error.strerror})") from error
    return part_id


def known_inputs(warehouse: Warehouse, rules_version: str) -> pl.DataFrame:
    """Return every input read under these rules: `raw_sha256`, `report_id` (null: refused), sorted."""
    frames = [_read(part / f"{INPUTS}.parquet") for part in _parts(warehouse, rules_version)]
    return pl.concat([pl.DataFrame(schema=INPUTS_SCHEMA), *frames]).unique().sort(*INPUTS_SCHEMA)


def known_hashes(warehouse: Warehouse, rules_version: str) -> frozenset[str]:
    """Return the SHA-256 of every input that need not be read again under these rules."""
    return frozenset(known_inputs(warehouse, rules_version)["raw_sha256"])


def read_parts(warehouse: Warehouse, rules_version: str) -> dict[str, pl.DataFrame]:
    """Return all that was extracted under these rules, by table; empty where nothing was.

    A report that several inputs held is given once. Rows are sorted by `report_id` and keep the order they
    were extracted in, so that the same reports give the same frames however they were cut into chunks.

    Raises:
        DamagedError: a file cannot be read; the message names it.
    """
    taken: set[str] = set()
    tables: dict[str, list[pl.DataFrame]] = {}
    for part in _parts(warehouse, rules_version):
        reports = set(_read(part / f"{INPUTS}.parquet")["report_id"].drop_nulls())
        again = sorted(reports & taken)
        taken |= reports
        for path in sorted(part.glob("*.parquet")):
            if path.stem != INPUTS:
                frame = _read(path)
                if again:
                    frame = frame.filter(~pl.col("report_id").is_in(again))
                tables.setdefault(path.stem, []).append(frame)
    return {
        name: pl.concat(frames).sort("report_id", maintain_order=True)
        for name, frames in sorted(tables.items())
    }


def inputs_sha256(warehouse: Warehouse, rules_version: str) -> str:
    """Return what tells whether there is anything to publish: it names what was read, and where seen.

    Hand it to `publish` as `made_from`; while `published_from` says the same, a run need not link at all.
    """
    digest = hashlib.sha256(rules_version.encode())
    seen = read_log(warehouse, "arrivals").sort(pl.all())
    for frame in (known_inputs(warehouse, rules_version), seen):
        digest.update(frame.write_csv().encode())
    return digest.hexdigest()


def rules_versions(warehouse: Warehouse) -> tuple[str, ...]:
    """Return the rules versions under which something was extracted, the one last written to first."""
    folders = [path for path in warehouse.extracted.glob("[!.]*") if path.is_dir()]
    return tuple(p.name for p in sorted(folders, key=lambda p: (-p.stat().st_mtime_ns, p.name)))


def prune_parts(warehouse: Warehouse, rules_version: str) -> tuple[str, ...]:
    """Remove what was extracted under other rules and was read again under these.

    Parts with an input that these rules have not read stay: the original may be gone, and their text may
    be the last copy. Call it after a release under these rules was published; the caller holds the lock.

    Returns:
        The removed parts, as `rules_version/part_id`.
    """
    known = known_hashes(warehouse, rules_version)
    removed = []
    for other in sorted(set(rules_versions(warehouse)) - {rules_version}):
        for part in _parts(warehouse, other):
            if known.issuperset(_read(part / f"{INPUTS}.parquet")["raw_sha256"]):
                leaving = part.with_name(TEMPORARY + part.name)
                move_over(part, leaving)
                remove(leaving)
                removed.append(f"{other}/{part.name}")
        if not any(_under(warehouse, other).iterdir()):
            _under(warehouse, other).rmdir()
    return tuple(removed)


def _under(warehouse: Warehouse, rules_version: str) -> Path:
    if not _NAME.fullmatch(rules_version):
        raise WarehouseError(f"{rules_version!r}: a rules version is made of letters, digits and . _ + -")
    return warehouse.extracted_under(rules_version)


def _parts(warehouse: Warehouse, rules_version: str) -> list[Path]:
    return sorted(_under(warehouse, rules_version).glob("[!.]*"))


def _read(path: Path) -> pl.DataFrame:
    try:
        return pl.read_parquet(path, glob=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise DamagedError(
            f"{path} is missing or damaged; remove the folder {path.parent}, then run again"
        ) from error
