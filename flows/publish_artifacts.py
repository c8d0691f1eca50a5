"""What a run leaves in the Prefect UI: the status of every commitment as a table."""

from prefect.artifacts import create_table_artifact

from flows.terminal import as_precise
from warehouse.paths import Warehouse
from warehouse.read_status import read_status

KEY = "commitment-status"


def publish_status_artifact(warehouse: Warehouse) -> None:
    """Show where each commitment stands as a table artifact of the current run."""
    rows = [
        {
            "commitment": row.commitment_id,
            "stage": row.current_stage or "",
            "since": as_precise(row.since_on, row.since_precision),
            "reports": row.n_reports,
            "quote": row.quote or "",
        }
        for row in read_status(warehouse)
    ]
    create_table_artifact(table=rows, key=KEY, description="Where each commitment stands.")
