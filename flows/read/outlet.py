"""Find who published a report and which agency wrote it, by the credits of `seeds/outlets.csv`."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from flows.read.bylines import find_header
from flows.read.fold import fold
from flows.read.reader_words import any_of
from flows.read.report import Line
from flows.reference.model import Outlet

_LEAD_CHARS = 60
_DATE = (
    r"(?: ?[,(]? ?(?:(?:[a-z]{3,9}\.?|ngày) \d{1,2}(?:/\d{1,2})?(?:/\d{4})?|\d{1,2}/\d{1,2}(?:/\d{4})?)\)?)?"
)


class Publisher(NamedTuple):
    """The outlet and the agency of a report, as far as the text says."""

    outlet: str | None
    agency: str | None


class _Patterns(NamedTuple):
    names: dict[str, Outlet]
    opening: re.Pattern[str]
    source: re.Pattern[str]
    signature: re.Pattern[str]
    any_name: re.Pattern[str]
    domain: re.Pattern[str] | None


def find_publisher(folded: str, lines: Sequence[Line], outlets: Sequence[Outlet]) -> Publisher:
    """Tell outlet and agency from what stands around the text.

    That is the opening ("VOH -", "(QNO) -", "HÀ NỘI, 23/6 (TTXVN) -"), the source named at the start of a
    sentence of the first paragraphs or after the text ("Theo TTXVN", "Nguồn: TTXVN", "TTXVN/Tin Tức"), and
    web addresses in the furniture. The credit of a photograph says nothing about the text.
    """
    if not outlets:
        return Publisher(None, None)
    patterns = _patterns(tuple(outlets))
    seen: list[Outlet] = []
    header = find_header(folded)
    start = header.span.end if header else 0
    shown = [line for line in lines if line.span.end > start]
    paragraphs = [line for line in shown if line.kind == "body"]
    for line in [line for line in shown[:6] if line.kind in ("body", "furniture")][:4]:
        words = folded[max(line.span.start, start) : line.span.end]
        if found := patterns.opening.match(words[: _LEAD_CHARS + 60].lstrip()):
            seen.append(patterns.names[next(name for name in found.groups() if name)])
    for line in paragraphs[:2]:
        named = (patterns.names[m["name"]] for m in patterns.source.finditer(line.span.of(folded)[:400]))
        seen += [outlet for outlet in named if outlet.is_agency]
    last = paragraphs[-1].span.end if paragraphs else 0
    for line in shown:
        if line.kind == "furniture":
            words = line.span.of(folded)
            if line.span.start > last and (found := patterns.signature.search(words)):
                seen += [patterns.names[n] for n in patterns.any_name.findall(found[0])]
            if patterns.domain and (found := patterns.domain.search(words)):
                seen.append(patterns.names[found[0]])
    outlet = next((o.outlet for o in seen if not o.is_agency), None)
    agency = next((o.outlet for o in seen if o.is_agency), None)
    return Publisher(outlet, agency)


@lru_cache(maxsize=4)
def _patterns(outlets: tuple[Outlet, ...]) -> _Patterns:
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for outlet in outlets:
        for credit in outlet.credits:
            names.setdefault(fold(credit), outlet)
        for domain in outlet.domains:
            domains.setdefault(fold(domain), outlet)
    name = any_of(names)
    source = r"(?:đặc phái viên |phái viên |phóng viên |thông tin từ |hãng (?:tin |thông tấn )?)?"
    return _Patterns(
        names | domains,
        re.compile(
            rf"(?:\((?P<name>{name})\)|(?P<bare>{name}){_DATE}"
            rf"|[^().\n]{{3,30}},? {_DATE} ?\((?P<dated>{name})\)) ?(?:-|:)"
        ),
        re.compile(rf"(?:^|[.!?)] {{1,2}}|ttxvn {{1,2}})theo {source}(?P<name>{name})(?!\w)"),
        re.compile(
            rf"(?:^|\()(?:(?:theo|nguồn(?: tin)?|source) ?:? ?)?{name}(?: ?[/,&+-] ?{name})*(?:\)\.?|\.?$)"
        ),
        re.compile(name),
        re.compile(rf"(?<![\w@]){any_of(domains)}(?!\w)") if domains else None,
    )
