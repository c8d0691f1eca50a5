"""The DuckDB catalog of a release: views over its Parquet files, the log and the SQL files of the project."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import duckdb

from schemas.sql_file import SqlFile, read_sql_folder
from schemas.table import Table
from warehouse.errors import DamagedError, WarehouseError
from warehouse.log import LOG
from warehouse.manifest import Manifest
from warehouse.paths import Warehouse
from warehouse.table_file import describe_file

_HERE = Path(__file__).parent
_NUMBERS = count()


@dataclass(frozen=True, slots=True)
class SqlFolders:
    """The folders of the SQL files that make views and macros, and of those that check a release."""

    views: Path = _HERE / "views"
    checks: Path = _HERE / "checks"


PUBLIC_SQL = SqlFolders()


@dataclass(frozen=True, slots=True)
class CheckFailure:
    """A check that found bad rows: its name and question, how many, and the first of them."""

    check: str
    question: str
    n_rows: int
    columns: tuple[str, ...]
    first: tuple[tuple[Any, ...], ...]

    def __str__(self) -> str:
        row = ", ".join(f"{name} {value}" for name, value in zip(self.columns, self.first[0], strict=True))
        return f"{self.check} ({self.question}): {self.n_rows} bad rows, first: {row}"


def connect(path: Path | None = None, *, read_only: bool = True) -> duckdb.DuckDBPyConnection:
    """Open a DuckDB file (or a database in memory) that never reaches for the network; instants are UTC.

    Raises:
        DamagedError: there is no such file, or it is no DuckDB file.
    """
    options: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
    }
    try:
        if path is None:
            connection = duckdb.connect(config=options)
        else:
            connection = duckdb.connect(str(path), read_only=read_only, config=options)
    except duckdb.IOException as error:
        raise DamagedError(f"{path} cannot be opened; run `camket check --repair` ({error})") from error
    connection.execute("SET TimeZone = 'UTC'")
    return connection


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return connect()


@contextmanager
def attached(path: Path | None = None, *, read_only: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a DuckDB file (or a new database in memory) for a moment, inside a DuckDB that is running already.

    To start a DuckDB takes longer than all that a publish does with it.

    Raises:
        duckdb.Error: there is no such file, or it is no DuckDB file.
    """
    name = f"camket_{next(_NUMBERS)}"
    with _engine().cursor() as cursor:
        cursor.execute(
            f"ATTACH {_text(str(path or ':memory:'))} AS {name}"
            + (" (READ_ONLY)" if path and read_only else "")
        )
        try:
            cursor.execute(f"USE {name}")
            yield cursor
        finally:
            cursor.execute("USE memory")
            cursor.execute(f"DETACH {name}")


@dataclass(frozen=True, slots=True)
class View:
    """A view or table macro to be made: what it and its columns are, and the file it comes from."""

    name: str
    create: str
    says: str
    columns: Mapping[str, str]
    path: Path | None = None
    is_macro: bool = False

    @property
    def comments(self) -> tuple[str, ...]:
        """The statements that describe it and its columns (DuckDB takes none on those of a macro)."""
        if self.is_macro:
            return (f"COMMENT ON MACRO TABLE {_name(self.name)} IS {_text(self.says)}",)
        columns = (
            f"COMMENT ON COLUMN {_name(self.name)}.{_name(column)} IS {_text(says)}"
            for column, says in self.columns.items()
        )
        return (f"COMMENT ON VIEW {_name(self.name)} IS {_text(self.says)}", *columns)


@dataclass(frozen=True, slots=True)
class Catalog:
    """The views of a catalog, each after those it needs."""

    views: tuple[View, ...]

    @property
    def sha256(self) -> str:
        """What tells this catalog from one of another release, another place or other views."""
        statements = [text for view in self.views for text in (view.create, *view.comments)]
        return hashlib.sha256("\0".join(statements).encode()).hexdigest()

    def make(self, connection: duckdb.DuckDBPyConnection, *, describe: bool = True) -> None:
        """Make the views; `camket_release` tells the release, `camket_catalog` the catalog.

        Args:
            connection: a database without views.
            describe: whether to write down the descriptions, which takes longer than all the rest.

        Raises:
            WarehouseError: DuckDB refuses a view, or its header names a column that it does not return;
                the message names the file.
        """
        connection.begin()  # one wait for the disk, not one a statement
        stamp = _constants(
            "camket_catalog",
            "One row: which views these are.",
            {
                "sha256": (
                    self.sha256,
                    "Names the statements that made the views.",
                )
            },
        )
        try:
            for view in (*self.views, stamp):
                _make_view(view, connection, describe=describe)
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _make_view(view: View, connection: duckdb.DuckDBPyConnection, *, describe: bool) -> None:
    try:
        connection.execute(view.create)
        if describe:
            for statement in view.comments:
                connection.execute(statement)
        else:
            _compare_columns(view, connection)  # what could not be described is found before the commit
    except duckdb.Error as error:
        raise WarehouseError(f"{view.path or view.name}: {error}") from error


def _compare_columns(view: View, connection: duckdb.DuckDBPyConnection) -> None:
    if view.is_macro or view.path is None:
        return
    returned = {row[0] for row in connection.execute(f"DESCRIBE {_name(view.name)}").fetchall()}
    if unknown := [column for column in view.columns if column not in returned]:
        raise WarehouseError(f"{view.path}: describes {', '.join(unknown)}, which it does not return")


def catalog_of(
    warehouse: Warehouse, folder: Path, manifest: Manifest, sql: SqlFolders = PUBLIC_SQL
) -> Catalog:
    """Return the catalog of the release in `folder`, pinned to where it and the log now lie."""
    release = _constants(
        "camket_release",
        "One row: which release this is.",
        {
            "release_id": (manifest.release_id, "The release that the views read."),
            "schema_version": (manifest.schema_version, "Version of the tables and their columns."),
            "rules_version": (manifest.rules_version, "Version of the rules and reference data."),
        },
    )
    return Catalog(
        (
            *(_table_view(entry.table, folder / entry.file) for entry in manifest.tables),
            *(_log_view(table, warehouse.log_parts(table.name)) for table in LOG.values()),
            release,
            *(_sql_view(file, sql.views) for file in _sql_files(sql.views)),
        )
    )


def catalog_in(path: Path) -> str | None:
    """Return the `Catalog.sha256` of a DuckDB file; None where it is missing, damaged or not one of ours."""
    if not path.exists():
        return None
    try:
        with attached(path) as connection:
            row = connection.execute("SELECT sha256 FROM camket_catalog").fetchone()
    except duckdb.Error:
        return None
    return str(row[0]) if row else None


def run_checks(
    connection: duckdb.DuckDBPyConnection, folder: Path = PUBLIC_SQL.checks, *, show: int = 3
) -> tuple[CheckFailure, ...]:
    """Run every check on a catalog: queries that return bad rows, so that none passes.

    Raises:
        WarehouseError: DuckDB refuses a check; the message names the file.
    """
    failures = []
    for file in _sql_files(folder):
        try:
            result = connection.execute(file.select)
            columns = tuple(column[0] for column in result.description or ())
            rows = result.fetchall()
        except duckdb.Error as error:
            raise WarehouseError(f"{folder / file.name}.sql: {error}") from error
        if rows:
            failures.append(CheckFailure(file.name, file.question, len(rows), columns, tuple(rows[:show])))
    return tuple(failures)


def _table_view(name: str, path: Path) -> View:
    grain, described = describe_file(path)
    select = f"SELECT * FROM read_parquet({_text(_unglobbed(path))})"  # noqa: S608  (all names are quoted)
    return View(name, f"CREATE VIEW {_name(name)} AS {select}", grain, described)


def _log_view(table: Table, parts: Path) -> View:
    columns = ", ".join(_name(column) for column in table.column_names)
    files = _text(_unglobbed(parts) + "/*.parquet")
    select = f"SELECT {columns} FROM read_parquet({files}, union_by_name = true)"  # noqa: S608
    described = {column.name: column.description for column in table.columns}
    return View(table.name, f"CREATE VIEW {_name(table.name)} AS {select}", table.grain, described)


def _constants(name: str, says: str, columns: Mapping[str, tuple[str, str]]) -> View:
    """Make the view of one row that holds the values of `columns` (value and description)."""
    values = ", ".join(f"{_text(value)} AS {_name(column)}" for column, (value, _) in columns.items())
    described = {column: description for column, (_, description) in columns.items()}
    return View(name, f"CREATE VIEW {_name(name)} AS SELECT {values}", says, described)


def _sql_view(file: SqlFile, folder: Path) -> View:
    says = f"{file.question} {file.grain}".strip()
    path = folder / f"{file.name}.sql"
    return View(file.name, file.statement, says, file.columns, path, is_macro=file.macro is not None)


def _sql_files(folder: Path) -> tuple[SqlFile, ...]:
    try:
        return read_sql_folder(folder)
    except ValueError as error:
        raise WarehouseError(f"{folder}: {error}") from error


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _unglobbed(path: Path) -> str:
    """Return a path in which read_parquet sees no pattern."""
    return re.sub(r"[*\[]", r"[\g<0>]", str(path))
