"""The labelled reports, where they are at hand: dates, languages, titles."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from flows.read.limits import Limits
from flows.read.read_report import read_bytes
from flows.read.report import Report
from tests.read.reading import outlets

SHARED = Path(__file__).parents[3] / "shared"
LABELS = [
    (name, SHARED / "gold" / f"{name}.jsonl", SHARED / "reports" / name) for name in ("seeds", "rewritten")
]

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports are not at hand")


def _labelled() -> list[tuple[dict[str, Any], Report]]:
    found = []
    for _, labels, folder in LABELS:
        for line in labels.read_text("utf-8").splitlines():
            label = json.loads(line)
            (read,) = read_bytes((folder / label["file"]).read_bytes(), label["file"], outlets(), Limits())
            assert isinstance(read, Report)
            found.append((label, read))
    return found


def _is_right(label: dict[str, Any], got: str | None) -> bool:
    answers = [label["on"], *label["accept"]]
    if got in answers:
        return True
    days = [dt.date.fromisoformat(a) for a in answers if a and len(a) == 10]
    late = [(dt.date.fromisoformat(got) - day).days for day in days] if got and len(got) == 10 else []
    return label["basis"] == "inferred" and any(0 <= n <= 3 for n in late)


def test_dates_languages_and_titles() -> None:
    wrong = []
    for label, read in _labelled():
        when = read.published.when
        got = str(when) if when and when.is_complete else None
        right = _is_right(label["published"], got)
        assert right or read.published.basis != "stated", f"{label['file']}: {got} is said to be stated"
        # A day without a year may still find it in another report.
        if not right and not (when and str(when)[1:] == (label["published"]["on"] or "")[4:]):
            wrong.append(f"{label['file']}: {got}")
        assert read.language == label["language"], label["file"]
        assert read.title == label["title"], label["file"]
    assert wrong == []
