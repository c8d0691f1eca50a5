"""Walk over the words of a Vietnamese name of a thing, from its head noun to where the sentence goes on."""

import re
from dataclasses import dataclass, field
from typing import Final

from flows.extract.bodies.countries import Countries
from flows.extract.bodies.words import CAPITAL
from flows.extract.candidates.vocabulary import Vocabulary
from flows.read.report import Report
from flows.span import Span

LONGEST: Final = 120
TOKEN: Final = re.compile(r"\w+(?:[.,/&'](?=\w)\w+)*|[^\w\s]|\n")
UNITS: Final = re.compile(
    r" (?:(?:nghìn|ngàn|triệu|tỷ|tỉ) ?)?(?:usd|đô la|đôla|won|đồng|euro|mw|gw|kw|ha|hecta|héc-ta|giường|km"
    r"|tấn"
    r"|m2|m³|ngày đêm|suất|người|lao động|chỗ|sinh viên|kỹ sư)(?:(?:/| mỗi )(?:năm|ngày))?(?!\w)"
)
_WORD = r"\w*(?:\.\w+)*"
_RUN = rf"[{CAPITAL}]{_WORD}(?:(?: ?[-–] ?| )[{CAPITAL}\d]{_WORD}){{0,5}}"
_PLACE = re.compile(_RUN)
_OWNER = re.compile(rf"(?:của|do) ({_RUN})")
_NUMBERED = re.compile(r"(?:số|giai đoạn|lần thứ) (?:\d[\w.-]*|[ivx]+(?!\w)|một|hai|ba|nhất|tư|năm)(?!\w)")
_PERIOD = re.compile(r"(?:giai đoạn )?\d{4} ?[-–] ?\d{4}")
_TOGETHER = re.compile(
    r"(?:nghiên cứu|thiết kế|đào tạo|sản xuất) và (?:phát triển|chuyển giao|chế tạo|ứng dụng)"
)
# Words inside a name at which it does not end.
_LEADS_ON = frozenset({"về", "số"})
_STOP: Final = -1
_UNREAD: Final = -2


@dataclass(slots=True)
class Walk:
    """A walk over one name: where it has come to, and what it has met.

    `end` is where the last word of the name ends, `is_closed` whether a name in capitals is over with the
    word before, `has_ended` whether the end of the name was found.
    """

    report: Report
    countries: Countries
    words: Vocabulary
    start: int
    limit: int
    starts: frozenset[int]
    end: int = 0
    places: list[Span] = field(default_factory=list)
    has_amount: bool = False
    has_ended: bool = False
    is_closed: bool = False
    _n_capitals: int = 0

    def walk(self) -> "Walk":
        """Walk to the end of the name."""
        self.end = goes_from = self.start
        reach = min(self.limit, self.start + LONGEST)
        tokens = list(TOKEN.finditer(self.report.folded, self.start, reach))
        for token, following in zip(tokens, [*tokens[1:], None], strict=False):
            if token.start() < goes_from:
                continue
            goes_from = self._read(token, following)
            if goes_from == _STOP:
                self.has_ended = True
                return self
        self.has_ended = not tokens or tokens[-1].end() >= self.limit - 1
        return self

    def _read(self, token: re.Match[str], following: re.Match[str] | None) -> int:
        """Read one word; return where to go on from, or that the name has ended before it."""
        if not token[0][0].isalnum():
            return token.end() if _joins(self.report.text, token, following) else _STOP
        for read in (self._number, self._capital, self._place, self._owner, self._together):
            if (after := read(token)) != _UNREAD:
                return after
        return self._small(token, following)

    def _number(self, token: re.Match[str]) -> int:
        """Read "2", "giai đoạn 2", "2026 - 2030", "500 triệu USD"."""
        folded, place = self.report.folded, token.start()
        found = _NUMBERED.match(folded, place, self.limit)
        if token[0][0].isdigit():
            found = _PERIOD.match(folded, place, self.limit)
            if found is None:
                found = UNITS.match(folded, token.end(), self.limit)
                self.has_amount |= found is not None
            found = found or token
        return _UNREAD if found is None else self._take(found.end(), closes=True)

    def _capital(self, token: re.Match[str]) -> int:
        """Read a word in capitals; two, a country or a short form close a name: "Vũng Áng đúng tiến độ"."""
        text, place = self.report.text, token.start()
        if not text[place].isupper() or token[0] in ("tại", "ở"):
            return _UNREAD
        if self.words.is_actor(self.report.folded, place):
            return _STOP
        hit = self.countries.starting_at(place)
        end = hit.span.end if hit else token.end()
        n_capitals = 0 if place in self.starts else self._n_capitals + 1
        closes = n_capitals > 1 or hit is not None or text[place:end].isupper()
        after = self._take(end, closes=closes)
        self._n_capitals = n_capitals
        return after

    def _place(self, token: re.Match[str]) -> int:
        """Read "tại Bắc Ninh", after which a name is over, and "tỉnh Bắc Ninh", after which it may go on."""
        text, folded, place = self.report.text, self.report.folded, token.start()
        if at := self.words.at(folded, place):
            found = _PLACE.match(text, self.words.area(folded, at), self.limit)
            if found and found.start() not in self.starts:  # "tại Đại học …" is no place
                self.places.append(Span(at, found.end()))
                self.end = found.end()
            return _STOP
        area = self.words.area(folded, place)
        found = _PLACE.match(text, area, self.limit) if area > place else None
        if found is None:
            return _UNREAD
        self.places.append(Span(*found.span()))
        return self._take(found.end(), closes=True)

    def _owner(self, token: re.Match[str]) -> int:
        """Read "của Hyosung"; a country is no owner that tells a thing from others."""
        if token[0] not in ("của", "do"):
            return _UNREAD
        owner = _OWNER.match(self.report.text, token.start(), self.limit)
        if owner is None or self.countries.starting_at(owner.start(1)) or self.end == self.start:
            return _STOP
        return self._take(owner.end(), closes=True)

    def _together(self, token: re.Match[str]) -> int:
        found = _TOGETHER.match(self.report.folded, token.start(), self.limit)
        return _UNREAD if found is None or self.is_closed else self._take(found.end(), closes=False)

    def _small(self, token: re.Match[str], following: re.Match[str] | None) -> int:
        """Read a word in small letters, or stop before it."""
        folded, place, word = self.report.folded, token.start(), token[0]
        if word == "và":
            return token.end() if following and self._goes_on_after_and(place, following.start()) else _STOP
        is_named = self.end > self.start
        if word in _LEADS_ON:
            has_ended = self.words.ends(folded, place, is_named=is_named)
        else:
            follows_and = folded.endswith(" và ", 0, place)
            verb = self.words.goes_on(folded, place) and not follows_and
            has_ended = self.is_closed or verb or self.words.ends(folded, place, is_named=is_named)
        if has_ended or (is_named and self.words.ends_title(folded, place)):
            return _STOP
        return token.end() if word in _LEADS_ON else self._take(token.end(), closes=False)

    def _goes_on_after_and(self, place: int, following: int) -> bool:
        """Tell whether "và" leads to a further part of this name, not to a further thing or act."""
        folded = self.report.folded
        return not (
            following in self.starts
            or self.words.ends(folded, following, is_named=True)
            or self.words.makes(folded, following)
            or self.countries.starting_at(following)
            or (self.is_closed and not self.report.text[following].isupper())
            or self.words.ends_title(folded, place)
        )

    def _take(self, end: int, *, closes: bool) -> int:
        """Take the words up to `end` into the name."""
        self.end, self.is_closed, self._n_capitals = end, closes, 0
        return end


def _joins(text: str, token: re.Match[str], following: re.Match[str] | None) -> bool:
    """Tell whether a mark stands inside a name: "Nhổn - ga Hà Nội", "Bà Rịa - Vũng Tàu", "TP. HCM"."""
    if following is None or not following[0][0].isalnum():
        return False
    place = following.start()
    if token[0] in {"-", "/", "&"}:
        tight = text[token.start() - 1].isalnum() and place == token.end()
        return tight or text[place].isupper() or text[place].isdigit() or text.startswith("ga ", place)
    return token[0] == "." and text[token.start() - 2 : token.start()] == "TP"
