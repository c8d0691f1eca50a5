"""Read from the published tables what became of the analysts' corrections."""

from dataclasses import dataclass

import duckdb

from warehouse.catalog import attached
from warehouse.paths import Warehouse

_CORRECTIONS = """
SELECT state, table_name, record_id, column_name, expected_value, new_value, found_value, who, detail
FROM corrections
ORDER BY state, table_name, record_id, column_name
"""


@dataclass(frozen=True, slots=True)
class CorrectionTold:
    """A correction, and what became of it in the current release: `detail` says why it was not applied."""

    state: str
    table_name: str | None
    record_id: str
    column_name: str
    expected_value: str | None
    new_value: str | None
    found_value: str | None
    who: str
    detail: str | None


def read_corrections(warehouse: Warehouse) -> list[CorrectionTold]:
    """Return what became of each correction; none where no release tells, as those of old do not."""
    if not warehouse.duckdb_file.exists():
        return []
    try:
        with attached(warehouse.duckdb_file) as connection:
            return [CorrectionTold(*row) for row in connection.execute(_CORRECTIONS).fetchall()]
    except duckdb.Error:
        return []  # what is wrong with the file is told by those who look it through
