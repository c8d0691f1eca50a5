"""Walk over the words of a Vietnamese name of a body, to where the sentence goes on."""

import re
from dataclasses import dataclass

from flows.extract.bodies.countries import sounds_vietnamese
from flows.extract.bodies.heads import Heads
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import BodyWords, is_surname
from flows.read.report import Report

LONGEST_NAME = 110

# "TP.HCM", "VH,TT&DL"
TOKEN = re.compile(r"tp\.(?= ?\w)|\w+(?:[.&'](?=\w)\w+|,(?=\w{1,4}[&,.\s])\w+)*|[^\w\s]|\n")
MINISTER = re.compile(r"(?:bộ|thứ) trưởng (?:thường trực )?(?:bộ )?(?=\w)")
GOVERNOR = re.compile(r"(?:phó )?(tỉnh|thị|quận|huyện) trưởng (?=\w)")
_LEADS_OUT = frozenset({"với", "cùng"})
_BEFORE_COUNTRY = frozenset({"tại", "ở"})
# After a comma, the larger body that the one before belongs to: "Viện Luyện kim, Bộ Công Thương".
_RANK = re.compile(
    r"(?P<two>tỉnh|thành phố|tp|thủ đô|đại học|tập đoàn|tổng công ty)(?!\w)|(?P<three>bộ)(?!\w)"
    r"|(?P<four>chính phủ)"
)
_RANKS = {"two": 2, "three": 3, "four": 4}
_LIST = re.compile(
    r",\s(?:[^\s,.;:()\"]+\s){1,7}?(?:[^\s,.;:()\"]+,\s(?:[^\s,.;:()\"]+\s){1,7}?){0,3}(?:và|&)\s"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a name starts, where its head noun ends, and whether a person's name may follow it."""

    name: int
    words: int
    person_follows: bool


class NameEnd:
    """Tells where names of bodies end; built once."""

    def __init__(self, heads: Heads, words: BodyWords) -> None:
        self._heads = heads
        self._words = words

    def __call__(self, reading: Reading, start: Start, limit: int) -> int:
        """Return where the name ends; `start.words` where no word of it follows the head noun."""
        report, folded = reading.report, reading.report.folded
        tokens = list(TOKEN.finditer(folded, start.words, min(limit, start.name + LONGEST_NAME)))
        end, rank, skip_to = start.words, _rank(folded, start.name), start.words
        is_office = start.name == start.words or self._words.joins_fields(folded, start.name, limit)
        for found, following in zip(tokens, [*tokens[1:], None], strict=False):
            place, mark = found.start(), found[0]
            if place < skip_to:
                continue
            if mark == ",":
                next_place = following.start() if following else place
                outer = self._heads.at(report.text, folded, next_place)
                if outer and _rank(folded, next_place) > rank:
                    rank, end, skip_to = _rank(folded, next_place), outer[0], outer[0]
                elif outer or reading.known_at(next_place) or not self._is_list(report, place):
                    break
            elif not mark[0].isalnum():
                if mark == "-" and following and self._heads.at(report.text, folded, following.start()):
                    break
                if not _is_inside(found, following, at_head=end == start.words):
                    break
            elif self._stops(reading, start, found, following, is_office=is_office):
                break
            else:
                end = found.end()
                if start.person_follows and reading.countries.ending_at(end, since=start.name):
                    break
        return end

    def starts_at(self, report: Report, place: int) -> bool:
        """Tell whether a body, or somebody who leads one, is named at `place`."""
        return bool(
            self._heads.at(report.text, report.folded, place)
            or MINISTER.match(report.folded, place)
            or GOVERNOR.match(report.folded, place)
            or self._words.posts_at(report.folded, place, len(report.folded))
        )

    def _stops(
        self,
        reading: Reading,
        start: Start,
        found: re.Match[str],
        following: re.Match[str] | None,
        *,
        is_office: bool,
    ) -> bool:
        """Tell whether the name has ended before the word `found`."""
        report, text, word = reading.report, reading.report.text, found[0]
        written = text[found.start() : found.end()]
        next_place = following.start() if following else found.end()
        next_capital = text[next_place : next_place + 1].isupper()
        if written[0].isupper() and not written.isupper():
            is_country = reading.countries.starting_at(found.start())
            return start.person_follows and next_capital and is_surname(word) and not is_country
        if start.words < found.start() and self._has_ended(reading, start, found.start()):
            return True
        if word == "và":
            return self._joins_another(reading, found, following, is_office=is_office)
        if word in _LEADS_OUT:
            return True
        if word in _BEFORE_COUNTRY:
            hit = reading.countries.starting_at(next_place)
            is_abroad = self._words.is_abroad(report.folded, start.name, len(report.folded))
            return not (hit and not hit.is_place and is_abroad)
        if word == "ký" and report.folded.endswith("thư ", 0, found.start()):
            return False
        if written.isupper() and not next_capital:
            return False
        return self._words.ends_at(report.folded, found.start(), len(report.folded))

    @staticmethod
    def _has_ended(reading: Reading, start: Start, place: int) -> bool:
        """Tell whether a country ends the name before a word in small letters: "… Hàn Quốc cần"."""
        text = reading.report.text
        if not text[place].islower() or text.startswith(("và ", "tại ", "ở "), place):
            return False
        country = reading.countries.ending_at(place - 1, since=start.name)
        return country is not None and not country.is_place

    def _joins_another(
        self, reading: Reading, found: re.Match[str], following: re.Match[str] | None, *, is_office: bool
    ) -> bool:
        """Tell whether "và" leads to a further name, not to a further part of this one."""
        if following is None:
            return True
        report, place = reading.report, following.start()
        if self.starts_at(report, place) or reading.countries.starting_at(place):
            return True
        if reading.known_at(place):
            return True
        if not report.text[place].isupper():
            return self._words.ends_at(report.folded, place, len(report.folded))
        has_country = reading.countries.ending_at(found.start() - 1, since=found.start() - 40)
        is_foreign = not sounds_vietnamese(report.text[place : following.end()])
        return is_foreign and bool(has_country or not is_office)

    def _is_list(self, report: Report, comma: int) -> bool:
        """Tell whether a comma stands inside a name: "Bộ Văn hóa, Thể thao và Du lịch"."""
        found = _LIST.match(report.folded, comma, comma + LONGEST_NAME)
        if not found or self.starts_at(report, found.end()):
            return False
        return not any(
            report.text[word.start()].islower()
            and self._words.ends_at(report.folded, word.start(), found.end())
            for word in _WORD.finditer(report.folded, comma, found.end())
        )


def _is_inside(found: re.Match[str], following: re.Match[str] | None, *, at_head: bool) -> bool:
    """Tell whether a mark stands inside a name: "Mỏ - Luyện kim", "TP.HCM", "Kế hoạch & Đầu tư"."""
    if following is None:
        return False
    if found[0] in {"-", "/"}:
        return following[0] not in {"ảnh", "nguồn"}
    return found[0] == "&" or (found[0] == "." and at_head and found.end() == following.start())


def _rank(folded: str, place: int) -> int:
    found = _RANK.match(folded, place)
    return _RANKS[found.lastgroup or ""] if found else 1
