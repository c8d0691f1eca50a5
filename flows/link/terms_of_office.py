"""Terms of office: whether a person could be called by a post on a day."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from flows.extract.name_key import name_key
from flows.read.fold import fold
from flows.reference.model import Official
from flows.when import When

_POST = re.compile(r"(?P<office>.+?) (?P<first>\d{4}(?:-\d\d)?)(?: (?P<last>\d{4}(?:-\d\d)?))?")
_FORMER = re.compile(r"\b(?:nguyên|cựu|cố|former|late|ex)\b")
_MONTH: Final = dt.timedelta(days=31)


@dataclass(frozen=True, slots=True)
class _Term:
    office: str
    first: dt.date
    last: dt.date


class TermsOfOffice:
    """The posts of `seeds/officials.csv`, to ask who held which when."""

    def __init__(self, officials: Iterable[Official]) -> None:
        self._terms = {
            name_key(official.name): [
                _term(found["office"], found["first"], found["last"])
                for found in map(_POST.fullmatch, official.posts)
                if found
            ]
            for official in officials
        }

    def rules_out(self, key: str, role: str | None, day: dt.date) -> bool:
        """Whether the person cannot have been called by `role`, as its holder, on that day.

        Only a listed post that the role names and that was held at other times rules a day out: not what
        the list leaves open, and not the post of one who is called a former holder.
        """
        folded = fold(role or "")
        if _FORMER.search(folded):
            return False
        named = [term for term in self._terms.get(key, ()) if _names(folded, term.office)]
        return bool(named) and not any(term.first <= day <= term.last for term in named)


def _names(role: str, office: str) -> bool:
    """Whether a role names an office; that of a deputy ("Phó Thủ tướng") is another office."""
    at = role.find(office)
    return at >= 0 and not role[:at].endswith(("phó ", "quyền "))


def _term(office: str, first: str, last: str | None) -> _Term:
    """Read a term, a month longer at both ends: lists give months, and news runs ahead of them."""
    begins = When.parse(first).first_day() or dt.date.min + _MONTH
    ends = When.parse(last if len(last) > len("2025") else f"{last}-12").first_day() if last else None
    return _Term(fold(office), begins - _MONTH, ends + 2 * _MONTH if ends else dt.date.max)
