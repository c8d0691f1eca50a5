"""Apply analysts' corrections to the tables of a release, one table after the other.

A correction is applied where the value that it expects still stands, and the new value can stand in its
place; else the row stays as it is, and the table `corrections` says why.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from flows.reference.correctable import CORRECTABLE, DROP, Cell, cell_of, precision_of, written
from flows.reference.corrections import Correction
from flows.when import When
from schemas.frame import polars_schema
from schemas.tables import TABLES
from schemas.tables.corrections import CORRECTIONS

log = logging.getLogger(__name__)

Row = dict[str, Any]
Known = Mapping[str, Collection[str]]
_RECORD: Final = "correction_record"
_UNKNOWN: Final = (
    "no record of this release has this id: its report is gone or was read otherwise, or another correction"
    " changed what the id hangs on; look the record up again, or remove the correction"
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A table with its corrections: all `rows`, the corrected ones last; and the rows concerned.

    `before` are the rows that were changed or dropped, as they were; `after` those changed, as they are.
    """

    rows: pl.DataFrame
    before: pl.DataFrame
    after: pl.DataFrame

    @property
    def changed(self) -> bool:
        """Whether any row is another one now."""
        return not self.before.is_empty()


class ApplyCorrections:
    """Applies corrections, and remembers what became of each; made anew for every release.

    `has_dropped` tells whether any record was dropped so far.
    """

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._waiting: dict[str, list[Correction]] = defaultdict(list)
        for correction in sorted(corrections):
            self._waiting[correction.record].append(correction)
        self._told: list[Row] = []
        self.has_dropped = False

    def __bool__(self) -> bool:
        """Whether there is a correction that no table had a record for so far."""
        return bool(self._waiting)

    def __call__(
        self,
        table: str,
        rows: pl.DataFrame,
        columns: Collection[str] | None = None,
        known: Known | None = None,
    ) -> Corrected:
        """Correct the rows of a table.

        Args:
            table: its public name.
            rows: with its key, the columns to correct and, where records can be dropped, the quote (of a
                participant, the name); other columns stay as they are.
            columns: the columns to correct now, where others are corrected at another point; by default all.
            known: for a column of ids, the ids that may stand in it.
        """
        nothing = rows.clear()
        if not self._waiting:
            return Corrected(rows, nothing, nothing)
        marked = rows.with_columns(pl.concat_str(TABLES[table].key, separator="/").alias(_RECORD))
        meant = pl.col(_RECORD).is_in(list(self._waiting))
        found = marked.filter(meant).sort(_RECORD)
        before, after = [], []
        for row in found.iter_rows(named=True):
            record = row.pop(_RECORD)
            now = self._correct(table, row, self._take(table, record, columns), known or {})
            if now != row:
                before.append(row)
                after += [now] if now is not None else []
        if not before:
            return Corrected(rows, nothing, nothing)
        was, is_now = (pl.DataFrame(part, schema=rows.schema, orient="row") for part in (before, after))
        stay = rows.join(
            was.select(TABLES[table].key), on=TABLES[table].key, how="anti", maintain_order="left"
        )
        return Corrected(pl.concat([stay, is_now]), was, is_now)

    def told(self) -> pl.DataFrame:
        """Return the public table `corrections`; call it when all tables are corrected."""
        unknown = [
            _told(one, None, "unknown_record", None, _UNKNOWN)
            for waiting in self._waiting.values()
            for one in waiting
        ]
        table = pl.DataFrame([*self._told, *unknown], schema=polars_schema(CORRECTIONS), orient="row")
        if not table.is_empty():
            states = Counter(table["state"])
            log.info("corrections: %s", ", ".join(f"{n} {state}" for state, n in sorted(states.items())))
        return table.sort(CORRECTIONS.key)

    def _take(self, table: str, record: str, columns: Collection[str] | None) -> list[Correction]:
        """Return the corrections of a record that are due now; one of a wrong column is due at once."""
        can = set(CORRECTABLE[table])
        waiting = self._waiting.pop(record)
        due = [one for one in waiting if columns is None or one.column in columns or one.column not in can]
        if later := [one for one in waiting if one not in due]:
            self._waiting[record] = later
        return due

    def _correct(self, table: str, row: Row, due: Sequence[Correction], known: Known) -> Row | None:
        """Return the row as it is to be; None where it is dropped."""
        now, taken = dict(row), []
        for one in due:
            found, cell = _found(table, row, one.column), None
            state, detail = "refused", None
            try:
                cell = _cell(table, one, known)
            except ValueError as error:
                detail = str(error)
            else:
                state, detail = _judge(table, one, found)
            told = _told(one, table, state, found, detail)
            self._told.append(told)
            if state == "applied":
                taken.append(told)
                if cell is None:
                    self.has_dropped = True
                    return None
                now[one.column] = cell.value
                if precision := precision_of(one.column):
                    now[precision] = cell.precision
        if broken := _broken_rule(table, now) if taken else None:
            for told in taken:
                told |= {"state": "refused", "detail": f"{table}: {broken}"}
            return row
        return now


def _cell(table: str, one: Correction, known: Known) -> Cell | None:
    """Return the new value; None where the row is to be dropped.

    Raises:
        ValueError: it cannot be the value of this column of this table.
    """
    if one.column not in CORRECTABLE[table]:
        can = ", ".join(CORRECTABLE[table])
        raise ValueError(f"{one.column} cannot be corrected in {table}; what can be: {can}")
    if one.column == DROP:
        return None
    try:
        cell = cell_of(TABLES[table].column(one.column), one.new)
    except ValueError as error:
        raise ValueError(f"{one.column} of {table} {error}: {one.new!r}") from error
    if one.new is not None and one.column in known and one.new not in known[one.column]:
        raise ValueError(f"no {one.column} of this release is {one.new!r}")
    return cell


def _found(table: str, row: Row, column: str) -> str | None:
    """Return the value that stands in the cell, as a correction would write it."""
    if column == DROP:
        return written(row["quote" if TABLES[table].quotes_text else "name"])
    if column not in CORRECTABLE[table]:
        return None
    precision = precision_of(column)
    return written(row[column], row[precision] if precision else None)


def _judge(table: str, one: Correction, found: str | None) -> tuple[str, str | None]:
    """Return the state of a correction whose new value may stand, and why it is not applied."""
    if found == _normal(table, one, one.expected):
        return "applied", None
    if found == _normal(table, one, one.new):
        return "stale", "it says so already: the correction can be removed"
    shown = "empty" if found is None else repr(found)
    return "stale", f"it is {shown}, not what the correction expects: look at the record again"


def _normal(table: str, one: Correction, text: str | None) -> str | None:
    """Write an expected value the one way that a value found is written; as it is where it can be none."""
    if one.column == DROP:
        return written(text)
    try:
        return cell_of(TABLES[table].column(one.column), text).text
    except ValueError:
        return text


def _broken_rule(table: str, row: Row) -> str | None:
    """Return what a row breaks of the rules of its table, as far as its columns are there."""
    rules = {rule.says: pl.sql_expr(rule.holds) for rule in TABLES[table].rules}
    rules = {says: holds for says, holds in rules.items() if set(holds.meta.root_names()) <= set(row)}
    schema = {name: dtype for name, dtype in polars_schema(TABLES[table]).items() if name in row}
    frame = pl.DataFrame([{name: row[name] for name in schema}], schema=schema)
    return next((says for says, holds in rules.items() if not frame.select(holds).item()), None)


def _told(one: Correction, table: str | None, state: str, found: str | None, detail: str | None) -> Row:
    made = When.parse(one.made)
    return {
        "record_id": one.record,
        "table_name": table,
        "column_name": one.column,
        "expected_value": one.expected,
        "new_value": one.new,
        "reason": one.reason,
        "who": one.who,
        "made_on": made.first_day(),
        "made_precision": made.precision,
        "state": state,
        "found_value": found,
        "detail": detail,
    }
