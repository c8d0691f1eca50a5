"""Read the title of an instrument in Vietnamese: its word, its topic, and the parties named with it."""

import re

from flows.extract.agreements.instruments import InstrumentHit
from flows.extract.agreements.parties import Named, ReadParties
from flows.extract.agreements.title import LONGEST_TITLE, Title, trimmed
from flows.extract.agreements.title_ends import TitleEnds
from flows.extract.bodies.reading import Reading
from flows.span import Span

_TOKEN = re.compile(r"\w+(?:[./&'](?=\w)\w+)*|[^\w\s]|\n")
_SHORT_FORM = re.compile(r"\s?\([^()\s\d][^()\s]{1,14}\)")
_BETWEEN = re.compile(
    r"[\s,(]{0,3}(?:(?:ngày|tháng|năm) [\d./-]{1,10} ){0,3}(?:được )?(?P<signed>ký (?:kết )?)?giữa(?= )"
)
# "… (chương trình …, ký giữa A và B)"
_OF_SEVERAL = re.compile(r"\s?của(?= )")
_BRACKETED = re.compile(r"\s?\([^()\n]{0,160}?(?P<signed>ký (?:kết )?)giữa(?= )")
_WITH = re.compile(r"\s?(?:với|cùng với|cùng)(?= )")
_GIVEN_TO = re.compile(r"\s(?:dành cho|cho|đối với)\s")
_LEADS_OUT = re.compile(r"(?:với|cùng với|cùng) ")
_TOPIC = re.compile(
    r"\s?,?\s?(?:về(?: việc)?|trong (?:lĩnh vực|việc)|liên quan|đối với|cho|hợp tác|thúc đẩy|triển khai"
    r"|tăng cường|phát triển|thực hiện)\s"
)
# "4. 0" in texts put together from their words
_DECIMAL = re.compile(r"\d\.\s?\d")
_OF_AN_AIM = re.compile(r"mục tiêu|kim ngạch|usd")
_IN_YEAR = re.compile(r"vào (?:năm )?\d{4}")
_PERIOD = re.compile(r"(?:đến|tới|giai đoạn)[\s:]{1,3}(?:năm )?\d{4}(?:\s?[-/]\s?\d{2,4})?")


class ReadTitle:
    """Reads the titles of instruments in Vietnamese."""

    def __init__(self, parties: ReadParties, ends: TitleEnds) -> None:
        self._parties = parties
        self._ends = ends

    def __call__(self, reading: Reading, hit: InstrumentHit, limit: int) -> Title:
        """Read on from the word for the instrument, not past `limit`."""
        report, start = reading.report, hit.span.start
        limit = min(limit, start + LONGEST_TITLE)
        if report.folded.startswith('"', start - 1):
            close = report.folded.find('"', hit.span.end, limit)
            if close > 0:
                name = report.text[start:close]
                between = report.folded.find(" giữa ", hit.span.end, close)
                named = self._parties.after(reading, between + 6, close) if between >= 0 else None
                return Title(Span(start, close), name, close + 1, named, close > hit.span.end)
        short = _SHORT_FORM.match(report.folded, hit.span.end, limit)
        return self._unquoted(reading, hit, short.end() if short else hit.span.end, limit)

    def _unquoted(self, reading: Reading, hit: InstrumentHit, start: int, limit: int) -> Title:
        folded, text = reading.report.folded, reading.report.text
        # "Thỏa thuận khung Petrovietnam - KEXIM"
        pair = self._parties.after(reading, start + 1, limit) if reading.known_at(start + 1) else None
        if pair and len(pair.bodies) > 1:
            whole = trimmed(reading, hit.span.start, pair.end)
            return Title(whole, whole.of(text), pair.end, pair, True)
        end, stop = self._topic(reading, start, limit)
        is_general = self._ends.is_general(folded, start, end)
        is_subject = is_general and self._ends.is_predicate(folded, _next_word(folded, end, limit), limit)
        own = trimmed(reading, hit.span.start, max(end, hit.span.end))
        if between := _BETWEEN.match(folded, stop, limit) or _BRACKETED.match(folded, stop, limit):
            signed = Span(*between.span("signed")) if between["signed"] else None
            if named := self._parties.after(reading, between.end(), limit):
                whole, after = own, named.end
                if named.implied and is_general and named.implied.is_a_kind and not signed:
                    after, _ = self._topic(reading, after, limit)
                    after = max(after, named.end)
                    whole, is_general = trimmed(reading, hit.span.start, after), False
                elif is_general and not signed and _TOPIC.match(folded, after, limit):
                    after, _ = self._topic(reading, after, limit)
                    whole, is_general = trimmed(reading, hit.span.start, after), False
                return Title(whole, whole.of(text), after, named, not is_general, signed)
        if several := _OF_SEVERAL.match(folded, stop, limit):
            named = self._of_several(reading, several.end(), limit)
            return Title(own, own.of(text), named.end if named else end, named, not is_general)
        if is_general and (partner := _WITH.match(folded, stop, limit)):
            named = self._parties.after(reading, partner.end(), limit)
            if named and _TOPIC.match(folded, named.end, limit):
                after, _ = self._topic(reading, named.end, limit)
                name = f"{own.of(text)} {trimmed(reading, named.end, after).of(text).strip()}"
                return Title(own, name, stop, None, True)
        return Title(own, own.of(text), end, None, not is_general, is_subject=is_subject)

    def _of_several(self, reading: Reading, place: int, limit: int) -> Named | None:
        """Read whose it is: "của Vietcombank và KDB", "của KEXIM cho Vietnam Airlines"."""
        named = self._parties.after(reading, place, limit)
        given = _GIVEN_TO.match(reading.report.folded, named.end, limit) if named else None
        other = self._parties.after(reading, given.end(), limit) if given else None
        return Named((*named.bodies, *other.bodies), other.end) if named and other else named

    def _topic(self, reading: Reading, start: int, limit: int) -> tuple[int, int]:
        """Walk over the words of a topic; return where it ends, and where the text goes on."""
        folded, end, skip_to = reading.report.folded, start, start
        for found in _TOKEN.finditer(folded, start, limit):
            place, mark = found.start(), found[0]
            if place < skip_to:
                continue
            if mark == '"':
                close = folded.find('"', place + 1, limit)
                return (close + 1, close + 1) if close > 0 else (end, place)
            if period := _period(folded, start, place, limit):
                end = skip_to = period.end()
            elif mark == "nhằm" and end == start:
                end = found.end()
            elif mark[0].isalnum():
                if hidden := self._ends.hidden(folded, place, limit):
                    end = skip_to = hidden
                    continue
                if (
                    mark == "giữa"
                    or (end == start and self._ends.is_predicate(folded, place, limit))
                    or self._ends.ends_at(folded, place, limit)
                    or self._leads_out(reading, place, limit)
                ):
                    return end, place
                end = found.end()
            elif (goes_to := self._after_mark(folded, found, limit)) is None:
                return end, place
            elif goes_to:
                end = skip_to = goes_to
        return end, end

    def _leads_out(self, reading: Reading, place: int, limit: int) -> bool:
        """Tell whether a "với" or "cùng" at `place` names a partner, so that the title has ended."""
        folded = reading.report.folded
        if several := _OF_SEVERAL.match(folded, place, limit):
            named = self._of_several(reading, several.end() + 1, limit)
            return named is not None and len(named.bodies) > 1
        if (lead := _LEADS_OUT.match(folded, place, limit)) is None:
            return False
        following = lead.end()
        return (
            reading.countries.starting_at(following) is not None
            or self._ends.is_partner(folded, following, limit)
            or self._parties.bodies.at(reading, following, limit) is not None
        )

    def _after_mark(self, folded: str, found: re.Match[str], limit: int) -> int | None:
        """Return where a title goes on after a mark, 0 for right after it; None where it ends before it."""
        mark, place = found[0], found.start()
        if mark == ",":
            return found.end() if self._ends.list_item(folded, place, limit) else None
        if mark == "(":
            short = _SHORT_FORM.match(folded, place, limit)
            return short.end() if short else None
        if mark == "." and _DECIMAL.match(folded, place - 1, limit):
            return 0
        if mark in {"-", "/", "&", "%", "'"}:
            return None if folded.startswith("ảnh", found.end() + 1) else 0
        return None


def _next_word(folded: str, place: int, limit: int) -> int:
    while place < limit and not folded[place].isalnum():
        place += 1
    return place


def _period(folded: str, start: int, place: int, limit: int) -> re.Match[str] | None:
    """Match the years that are part of a title: "giai đoạn 2026-2030", "150 tỷ USD vào năm 2030"."""
    year = _IN_YEAR.match(folded, place, limit)
    if year and _OF_AN_AIM.search(folded, start, place):
        return year
    return _PERIOD.match(folded, place, limit)
