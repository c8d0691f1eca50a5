"""Where everything lies in a warehouse folder."""

import os
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import WarehouseError

# Whatever is being written has a name with this prefix until it is whole: readers never match it, and a
# killed run's leftovers are known by it.
TEMPORARY = ".tmp-"


@dataclass(frozen=True, slots=True)
class Warehouse:
    """A warehouse folder; `root` is made absolute, since the views of the DuckDB file are pinned to it."""

    root: Path

    def __post_init__(self) -> None:
        root = self.root.expanduser().absolute()
        if "?" in str(root):  # DuckDB cuts a file name there and writes its log somewhere else.
            raise WarehouseError(f"{root}: DuckDB cannot write below a folder with a '?' in its name")
        object.__setattr__(self, "root", root)

    @property
    def current_json(self) -> Path:
        """The file that names the current release; replacing it is the commit."""
        return self.root / "current.json"

    @property
    def releases(self) -> Path:
        """The folder of releases, one folder each."""
        return self.root / "releases"

    def release(self, release_id: str) -> Path:
        """The folder of one release."""
        return self.releases / release_id

    @property
    def parquet(self) -> Path:
        """The folder of the Parquet files whose paths never move."""
        return self.root / "parquet"

    def parquet_file(self, table: str) -> Path:
        """The file of one table whose path never moves."""
        return self.parquet / f"{table}.parquet"

    @property
    def duckdb_file(self) -> Path:
        """The DuckDB file: views over the current release and the log."""
        return self.root / "camket.duckdb"

    @property
    def log(self) -> Path:
        """The folder of the append-only log."""
        return self.root / "log"

    def log_parts(self, table: str) -> Path:
        """The folder of the parts of one log table."""
        return self.log / table

    @property
    def extracted(self) -> Path:
        """The folder of what was extracted, by rules version."""
        return self.root / "extracted"

    def extracted_under(self, rules_version: str) -> Path:
        """The folder of the parts that were extracted under one version of the rules."""
        return self.extracted / rules_version

    @property
    def lock_file(self) -> Path:
        """The file whose lock the writing run holds."""
        return self.root / "camket.lock"

    @property
    def holder_file(self) -> Path:
        """The file in which the run that holds the lock says who it is."""
        return self.root / "camket.lock.json"

    def create(self) -> None:
        """Make the folder if it is not there.

        Raises:
            WarehouseError: the folder cannot be made or written to.
        """
        try:
            for folder in (self.root, self.releases, self.parquet, self.log, self.extracted):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WarehouseError(
                f"cannot write to {self.root} ({error.strerror}); "
                "name a folder that you may write to with --warehouse"
            ) from error
        if not os.access(self.root, os.W_OK):
            raise WarehouseError(
                f"cannot write to {self.root} (read-only); name another folder with --warehouse"
            )
