"""The SQL files of the warehouse: what each says in its header, and the statement that it becomes.

A file holds one SELECT (a table macro: the SELECT that is its body). Its header is the block of comment
lines at its top::

    -- question: Where does each commitment stand?
    -- grain: One row a commitment.
    -- needs: stage_changes, acts
    -- macro: as_of(d)
    -- columns:
    --   commitment_id: The commitment.
    --   since_on: The day on which it came to
    --     its current stage.

`needs` names the views and macros that it reads (public tables need not be named); `macro` stands only in
a table macro. Checks say `wrong` (what is wrong where a row comes back) instead of `question`; worked
questions say `vi` and `en`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

_FIELD = re.compile(r"-- (?P<name>[a-z]+):(?: (?P<text>.*))?")
_COLUMN = re.compile(r"--   (?P<name>[a-z_][a-z0-9_]*): (?P<text>.+)")
_MORE = re.compile(r"--  {2,}(?P<text>\S.*)")


@dataclass(frozen=True, slots=True)
class SqlFile:
    """One SQL file: its name without `.sql`, its header, its columns with descriptions, and its SELECT.

    `macro` is the signature of a table macro (`as_of(d)`), None for anything else.
    """

    name: str
    header: dict[str, str]
    columns: dict[str, str]
    select: str

    @property
    def question(self) -> str:
        """What it answers; what is wrong, for a check."""
        return self.header.get("question") or self.header.get("wrong") or self.header.get("en", "")

    @property
    def grain(self) -> str:
        """What one row of it is."""
        return self.header.get("grain", "")

    @property
    def macro(self) -> str | None:
        """The signature of the table macro, if it is one."""
        return self.header.get("macro")

    @property
    def needs(self) -> tuple[str, ...]:
        """The views and macros that it reads."""
        return tuple(name.strip() for name in self.header.get("needs", "").split(",") if name.strip())

    @property
    def statement(self) -> str:
        """The statement that creates the view or the table macro."""
        if self.macro is not None:
            return f"CREATE MACRO {self.macro} AS TABLE\n{self.select}"
        return f"CREATE VIEW {self.name} AS\n{self.select}"


def read_sql_file(path: Path) -> SqlFile:
    """Read one SQL file.

    Raises:
        ValueError: where a line of the header is not of the form above, or no SELECT follows.
    """
    header: dict[str, str] = {}
    columns: dict[str, str] = {}
    filling: tuple[dict[str, str], str] | None = None
    lines = path.read_text(encoding="utf-8").splitlines()
    body_at = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    for number, line in enumerate(lines[:body_at], start=1):
        if found := _FIELD.fullmatch(line):
            filling = (header, found["name"])
            header[found["name"]] = found["text"] or ""
        elif (found := _COLUMN.fullmatch(line)) and "columns" in header:
            filling = (columns, found["name"])
            columns[found["name"]] = found["text"]
        elif (found := _MORE.fullmatch(line)) and filling is not None:
            into, name = filling
            into[name] = f"{into[name]} {found['text']}".strip()
        else:
            raise ValueError(f"{path.name}, line {number}: not a header line: {line}")
    select = "\n".join(lines[body_at:]).strip().removesuffix(";").rstrip()
    if not re.match(r"(?i)(with|select|from)\b", select):
        raise ValueError(f"{path.name}: no SELECT below the header")
    return SqlFile(path.stem, header, columns, select)


def read_sql_folder(folder: Path) -> tuple[SqlFile, ...]:
    """Read all SQL files of a folder, each after those that it needs, otherwise by name.

    Raises:
        ValueError: where a file needs one that is not there, or two need each other.
    """
    return in_order(read_sql_file(path) for path in sorted(folder.glob("*.sql")))


def in_order(files: Iterable[SqlFile]) -> tuple[SqlFile, ...]:
    """Put `files` in an order in which each stands after those that it needs."""
    by_name = {file.name: file for file in files}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name, file in sorted(by_name.items()):
        if missing := sorted(set(file.needs) - set(by_name)):
            raise ValueError(f"{name}.sql needs {missing[0]}, which is not there")
        sorter.add(name, *sorted(file.needs))
    try:
        return tuple(by_name[name] for name in sorter.static_order())
    except CycleError as error:
        raise ValueError(f"views that need each other: {' → '.join(error.args[1])}") from error
