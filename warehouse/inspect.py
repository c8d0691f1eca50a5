"""`camket check`: diagnose the warehouse, set right what can be set right, run every check."""

from warehouse.catalog import connect, run_checks
from warehouse.lock import locked
from warehouse.paths import Warehouse
from warehouse.repair import repair as set_right
from warehouse.verify import verify


def inspect(warehouse: Warehouse, *, repair: bool, wait: float) -> tuple[list[str], list[str]]:
    """Return what is wrong with the warehouse, and what was set right.

    Args:
        warehouse: the warehouse.
        repair: whether to set right what can be; takes the lock.
        wait: seconds to wait for the lock.

    Raises:
        BusyError: a run holds the warehouse.
    """
    done: list[str] = []
    if repair:
        with locked(warehouse, wait=wait):
            done += set_right(warehouse, thorough=True)
    problems = verify(warehouse)
    if not problems and warehouse.duckdb_file.exists():
        with connect(warehouse.duckdb_file) as connection:
            problems += [str(failure) for failure in run_checks(connection)]
    return problems, done
