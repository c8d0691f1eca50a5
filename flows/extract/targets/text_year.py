"""The year that a report speaks from, as far as one report alone tells it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from flows.phrases import PhraseBook
from flows.read.fold import fold
from flows.read.report import Report
from flows.reference.model import Official

_POST = re.compile(r"(?P<office>.+?) (?P<since>(?:19|20)\d\d)(?:-\d\d)*(?: |$)")
_BETWEEN = re.compile(r"(?: (?:chính phủ|nước|hàn quốc|việt nam|đại hàn dân quốc|ông|bà|đồng chí|,))* ?")
TITLE_REACH = 60


@dataclass(frozen=True, slots=True)
class SpokenFrom:
    """`published` is the year of publication, if known; `earliest` the year it cannot be before.

    `earliest` rests on `published`, on offices that persons are named with, or on dates told; a date told
    may lie ahead, so that `is_firm` is false where it decides.
    """

    published: int | None
    earliest: int | None
    is_firm: bool


class TextYear:
    """Tells the year that reports speak from, by the terms of office in `officials`."""

    def __init__(self, officials: Sequence[Official]) -> None:
        self._since: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for official in officials:
            for post in official.posts:
                if held := _POST.match(post):
                    self._since[official.name].append((fold(held["office"]), int(held["since"])))
        self._names = PhraseBook({o.name: [o.name, *o.aliases] for o in officials if o.name in self._since})

    def __call__(self, report: Report) -> SpokenFrom:
        """Tell it for one report."""
        when = report.published.when
        if when is not None and when.year is not None:
            return SpokenFrom(when.year, when.year, is_firm=True)
        terms = [
            since
            for hit in self._names.find(report.folded)
            for office, since in self._since[hit.key]
            if _stands_before(office, report.folded, hit.span.start)
        ]
        told = [d.when.year for d in report.dates if d.when.year is not None and d.when.month is not None]
        firm, latest = max(terms, default=None), max([*terms, *told], default=None)
        return SpokenFrom(None, latest, is_firm=firm is not None and firm == latest)


def _stands_before(office: str, folded: str, name: int) -> bool:
    """Tell whether an office stands right before a name: "Tổng thống Hàn Quốc Yoon Suk Yeol"."""
    at = folded.rfind(office, max(0, name - TITLE_REACH), name)
    return at >= 0 and _BETWEEN.fullmatch(folded, at + len(office), name) is not None
