"""The year that a commemoration tells: "nhân dịp kỷ niệm 30 năm thiết lập quan hệ ngoại giao" is 2022."""

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from flows.read.fold import fold
from flows.read.report import Sentence

_COUNT = re.compile(
    r"kỷ niệm (?P<vi>\d\d) năm (?:ngày )?(?:thiết lập )?"
    r"|(?P<en>\d\d)th anniversary of (?:the )?(?:establishment of )?"
)
_CLAUSE_CHARS = 100
_ON_OCCASION = re.compile(r"\b(?:nhân|dịp|năm nay|this year|marking|to mark)\b")
_STILL_AHEAD = re.compile(
    r"\b(?:hướng tới|tiến tới|hướng đến|chuẩn bị|sắp|sẽ|năm tới|upcoming|next year|will)\b"
)
_KOREA = re.compile(r"hàn quốc|\bhàn\b|korea|\brok\b")


@cache
def commemorated() -> tuple[tuple[str, int], ...]:
    """Return what is commemorated and since which year, from `seeds/anniversaries.csv`, the longest first."""
    table = files("seeds").joinpath("anniversaries.csv").read_text("utf-8")
    rows = [
        (fold(row["phrase"]), int(row["since"])) for row in csv.DictReader(io.StringIO(table, newline=""))
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


def find_anniversary_year(folded: str, sentences: Sequence[Sentence]) -> tuple[int, str] | None:
    """Return the year of a commemoration that is going on, and its words; one still ahead tells nothing.

    Nor does one in a text that does not speak of Korea.
    """
    if not _KOREA.search(folded):
        return None
    starts = [sentence.span.start for sentence in sentences]
    for match in _COUNT.finditer(folded):
        since = next(
            (year for phrase, year in commemorated() if folded.startswith(phrase, match.end())), None
        )
        at = bisect_right(starts, match.start()) - 1
        if since is None or at < 0 or sentences[at].span.end <= match.start():
            continue
        before = folded[max(starts[at], match.start() - _CLAUSE_CHARS) : match.start()]
        if _ON_OCCASION.search(before) and not _STILL_AHEAD.search(before):
            return since + int(match["vi"] or match["en"]), match[0].strip()
    return None
