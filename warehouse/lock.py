"""One writer at a time: the lock that a run holds while it writes to a warehouse."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from filelock import FileLock, Timeout

from warehouse.durable import replace_file
from warehouse.errors import BusyError, WarehouseError
from warehouse.paths import Warehouse


@contextmanager
def locked(warehouse: Warehouse, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the warehouse for one writer; the operating system frees it when the process dies.

    Args:
        warehouse: the warehouse; its folder is made if it is not there.
        wait: how many seconds to wait for another run to end; negative waits for ever.

    Raises:
        BusyError: another run still holds it; the message says which.
        WarehouseError: the folder cannot be written to.
    """
    warehouse.create()
    lock = FileLock(warehouse.lock_file, timeout=wait)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(
            f"{_holder(warehouse)} is writing to {warehouse.root}; wait for it to end, or allow more time"
        ) from None
    except OSError as error:
        raise WarehouseError(f"cannot lock {warehouse.lock_file} ({error.strerror})") from error
    try:
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        replace_file(warehouse.holder_file, json.dumps(holder).encode())
        yield
    finally:
        warehouse.holder_file.unlink(missing_ok=True)
        lock.release()


def _holder(warehouse: Warehouse) -> str:
    """Say who holds the lock, as told by the file beside it (which may not be there yet)."""
    try:
        holder = json.loads(warehouse.holder_file.read_bytes())
        return f"another run (process {holder['pid']} on {holder['host']}, since {holder['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another run"
