"""One file of seeds/ as a frame of text, with the line each row stands on, checked against its table."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import pandera.polars as pa
import polars as pl

from flows.reference.faults import SeedFault


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file read: `lines[i]` is the line of the file on which row `i` of `frame` starts.

    `frame` holds text only and no nulls: an empty cell is the empty string.
    """

    file: str
    frame: pl.DataFrame
    lines: tuple[int, ...]

    def fault(self, row: int, column: str | None, value: str | None, problem: str) -> SeedFault:
        """Tell what is wrong in a row of the frame."""
        return SeedFault(self.file, self.lines[row], column, value, problem)


def sheet_of(file: str, columns: Sequence[str], rows: Sequence[Sequence[str]], lines: Sequence[int]) -> Sheet:
    """Put rows of text into a sheet."""
    frame = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")
    return Sheet(file, frame, tuple(lines))


def read_csv(source: Traversable, columns: Sequence[str], faults: list[SeedFault]) -> Sheet:
    """Read a comma-separated file; what cannot be read goes to `faults`.

    A file that is missing or no text yields an empty sheet of the `columns` that it should have.
    """
    empty = sheet_of(source.name, columns, [], [])
    try:
        text = source.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        faults.append(SeedFault(source.name, None, None, None, "the file is missing"))
        return empty
    except UnicodeDecodeError as error:
        faults.append(SeedFault(source.name, None, None, None, f"not UTF-8: {error.reason}"))
        return empty
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    header: list[str] | None = None
    line = 1
    try:
        for row in reader:
            start, line = line, reader.line_num + 1
            if not row:
                continue
            if header is None:
                header = row
            elif len(row) != len(header):
                problem = f"{len(row)} cells where the header has {len(header)}"
                faults.append(SeedFault(source.name, start, None, None, problem))
            else:
                rows.append(row)
                lines.append(start)
    except csv.Error as error:
        faults.append(SeedFault(source.name, line, None, None, f"cannot be read: {error}"))
    if header is None:
        faults.append(SeedFault(source.name, None, None, None, "the file has no header"))
        return empty
    if len(set(header)) < len(header):
        faults.append(SeedFault(source.name, 1, None, ",".join(header), "a column stands twice"))
        return empty
    return sheet_of(source.name, header, rows, lines)


def check_sheet(sheet: Sheet, table: type[pa.DataFrameModel], faults: list[SeedFault]) -> Sheet:
    """Validate a sheet; return its good rows, and put what is wrong with the others into `faults`.

    Where a column is missing or unknown, no row is good.
    """
    try:
        table.validate(sheet.frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        bad: set[int] = set()
        whole = False
        for case in error.failure_cases.iter_rows(named=True):
            check, value = str(case["check"]), case["failure_case"]
            if case["index"] is None:
                whole = True
                faults.append(SeedFault(sheet.file, 1, str(value), None, _COLUMN_FAULTS.get(check, check)))
                continue
            bad.add(case["index"])
            several = check == "multiple_fields_uniqueness"
            column = None if several else str(case["column"])
            faults.append(sheet.fault(case["index"], column, str(value), _problem(check)))
        if whole:
            return sheet_of(sheet.file, list(table.to_schema().columns), [], [])
        keep = [i for i in range(sheet.frame.height) if i not in bad]
        return Sheet(sheet.file, sheet.frame[keep], tuple(sheet.lines[i] for i in keep))
    return sheet


_COLUMN_FAULTS = {
    "column_in_schema": "no such column is known",
    "column_in_dataframe": "the column is missing",
}


def _problem(check: str) -> str:
    """Say in plain words which check a value failed."""
    if check in {"field_uniqueness", "multiple_fields_uniqueness"}:
        return "stands more than once"
    if check.startswith("isin("):
        return f"is not one of {check.removeprefix('isin(').removesuffix(')')}"
    if check.startswith("str_matches("):
        return f"is not of the form {check.removeprefix('str_matches(').removesuffix(')')}"
    return f"fails {check}"
