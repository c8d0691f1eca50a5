"""A folder of reference data, as small as can be, for tests that break it."""

import csv
from collections.abc import Sequence
from pathlib import Path

from flows.reference.load import TABLES, load_reference
from flows.reference.model import Reference

REGISTRY = """\
terms:
  mou: ["(biên )?bản ghi nhớ"]
commitments:
  - id: fish
    name_vi: Bản ghi nhớ nghề cá
    name_en: Fisheries memorandum
    kind: memorandum
    sector: agriculture
    parties: [vn, kr]
    named: ["{mou} … nghề cá"]
"""


class SeedFolder:
    """Files of reference data with nothing in them but one commitment."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for file, table in TABLES.items():
            self.write(file, list(table.to_schema().columns))
        self.write_registry(REGISTRY)

    def write(self, file: str, *rows: Sequence[str]) -> None:
        """Write a table: its header, then its rows."""
        with (self.path / file).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(rows)

    def write_registry(self, text: str) -> None:
        (self.path / "commitments.yml").write_text(text, encoding="utf-8")

    def load(self) -> Reference:
        return load_reference(self.path)
