"""Find where people met that no list of places holds: "tại trụ sở Bộ Công an", "at the Government Office"."""

import re

from flows.extract.meetings.scene import PlaceFound
from flows.read.report import Report
from flows.span import Span

_SEAT = re.compile(
    r"\b(?:tại|ở)\s+(?P<vi>(?:trụ sở|nhà khách|tòa nhà|văn phòng|khách sạn|trung tâm hội nghị|dinh|bộ|sở|"
    r"ubnd|"
    r"ủy ban|đại sứ quán)\b(?:\s+(?!sáng\b|trưa\b|chiều\b|tối\b|ngày\b|hôm\b|đã\b|sẽ\b|vừa\b|có\b|do\b|"
    r"để\b|nhân\b|"
    r"trong\b|vào\b|với\b|của\b|thông\b|cho\b)[\w&-]+){0,7})"
    r"|\bat\s+(?:the\s+)?(?P<en>(?:[\w-]+\s+){0,4}(?:headquarters|office|palace|house|hotel))\b"
)
_SHORTEST = 4


def find_seats(report: Report) -> list[PlaceFound]:
    """Return the buildings and offices named after "tại" or "at", as written, in text order."""
    found = []
    for match in _SEAT.finditer(report.folded):
        span = Span(*match.span("vi" if match["vi"] else "en"))
        if len(span) > _SHORTEST:
            found.append(PlaceFound(" ".join(span.of(report.text).split()), None, span))
    return found
