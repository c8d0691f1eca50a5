"""Analysts' corrections: `seeds/corrections.csv`, and a file of one's own beside it.

A row names a record of the warehouse by its id, a column, the value expected there and the new one, with the
reason, who says so and when. The rules that extract do not know of it: to add a row leads to a new release,
and nothing is read again.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, ClassVar, Final

import polars as pl

from flows.reference.correctable import CORRECTABLE, DELETED, DROP, cell_of, columns_called
from flows.reference.faults import SeedError, SeedFault
from flows.reference.sheet import Sheet, check_sheet, read_csv, sheet_of
from flows.reference.tables import SeedTable
from flows.when import When

FILE: Final = "corrections.csv"
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """One cell to correct; `column` is `*` where the whole record is to be dropped.

    `record` is the key of a row, its parts joined by "/". `expected` and `new` are as written, None where
    the cell is empty; of a record to be dropped, `expected` is its quote.
    """

    record: str
    column: str
    expected: str | None
    new: str | None
    reason: str
    who: str
    made: str


class CorrectionTable(SeedTable):
    """`corrections.csv`, one row a cell to correct or a record to drop; `_faults_of` looks into the cells."""

    record: str
    column: str
    expected: str
    new: str
    reason: str
    who: str
    when: str

    class Config:
        """No cell is corrected twice."""

        strict = True
        unique: ClassVar = ["record", "column"]


def load_corrections(own: Path | None = None, seeds: Traversable | None = None) -> tuple[Correction, ...]:
    """Load the corrections of the project and, where given, the analysts' `own` file; sorted by record.

    Raises:
        SeedError: for anything that is wrong in either file; the message names file, row, column and value
            of every fault.
    """
    faults: list[SeedFault] = []
    sheets = [_sheet((seeds or files("seeds")).joinpath(FILE), FILE, faults)]
    if own is not None:
        sheets.append(_sheet(own, str(own), faults))
    faults += _faults_between(sheets)
    if faults:
        raise SeedError(faults)
    return tuple(sorted(_correction(row) for sheet in sheets for row in sheet.frame.iter_rows(named=True)))


def version_of(corrections: Iterable[Correction]) -> str:
    """Return what tells these corrections from others, in whatever order and file they stand."""
    rows = json.dumps(sorted(map(astuple, corrections), key=str))
    return hashlib.sha256(rows.encode()).hexdigest()[:12]


def _sheet(source: Traversable, name: str, faults: list[SeedFault]) -> Sheet:
    """Read and check one file, which faults call by `name`: both are called corrections.csv."""
    found: list[SeedFault] = []
    columns = list(CorrectionTable.to_schema().columns)
    try:
        read = read_csv(source, columns, found)
    except OSError as error:  # a folder, or a file that may not be read
        faults.append(SeedFault(name, None, None, None, f"cannot be read: {error.strerror}"))
        return sheet_of(name, columns, [], [])
    read = replace(read, file=name, frame=read.frame.with_columns(pl.all().str.strip_chars()))
    faults += (replace(fault, file=name) for fault in found)
    if set(read.frame.columns) >= set(columns) - {"note"}:
        for number, row in enumerate(read.frame.iter_rows(named=True)):
            faults += (read.fault(number, *fault) for fault in _faults_of(row))
    return check_sheet(read, CorrectionTable, faults)


def _correction(row: Mapping[str, str]) -> Correction:
    return Correction(
        record=row["record"],
        column=row["column"],
        expected=row["expected"] or None,
        new=row["new"] or None,
        reason=row["reason"],
        who=row["who"],
        made=row["when"],
    )


def _faults_of(row: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong in one row: column, value and problem."""
    for name in ("record", "reason", "who", "when"):
        if not row[name]:
            yield name, "", "is missing"
    if row["when"] and not _DATE.fullmatch(row["when"]):
        yield "when", row["when"], "is not a date such as 2026, 2026-04 or 2026-04-02"
    elif row["when"] and When.parse(row["when"]).first_day() is None:
        yield "when", row["when"], "no such date"
    if row["column"] == DROP:
        if row["new"] != DELETED:
            yield "new", row["new"], f"a record is dropped by the new value {DELETED}"
        if not row["expected"]:
            yield "expected", "", "a record is dropped by its quote (a participant by the name)"
        return
    if not columns_called(row["column"]):
        known = sorted({name for names in CORRECTABLE.values() for name in names} - {DROP})
        yield "column", row["column"], f"cannot be corrected; what can be: {', '.join(known)}"
        return
    if row["expected"] == row["new"]:
        yield "new", row["new"], "is the value expected: it corrects nothing"
    for name in ("expected", "new"):
        if problem := _problem(row["column"], row[name] or None):
            yield name, row[name], f"{row['column']} {problem}"


def _problem(column: str, text: str | None) -> str | None:
    """Say why no table with this column takes the value; which table it is shows the record alone."""
    problems = []
    for one in columns_called(column):
        try:
            cell_of(one, text)
        except ValueError as error:
            problems.append(str(error))
        else:
            return None
    return " or ".join(dict.fromkeys(problems))


def _faults_between(sheets: Iterable[Sheet]) -> Iterator[SeedFault]:
    """Yield the cells corrected in both files, and those of records that are dropped."""
    seen: dict[tuple[str, str], str] = {}
    columns: dict[str, list[tuple[str, Any]]] = {}
    for sheet in sheets:
        for number, row in enumerate(sheet.frame.iter_rows(named=True)):
            place = f"{sheet.file}, row {sheet.lines[number]}"
            record, column = row["record"], row["column"]
            if (record, column) in seen:
                yield sheet.fault(number, "column", column, f"is corrected in {seen[record, column]} too")
            else:
                columns.setdefault(record, []).append((column, (sheet, number)))
            seen.setdefault((record, column), place)
    for record, told in columns.items():
        if (record, DROP) in seen:
            for column, (sheet, number) in told:
                if column != DROP:
                    problem = f"the record is dropped in {seen[record, DROP]}"
                    yield sheet.fault(number, "column", column, problem)
