"""The nouns that names of bodies start with in Vietnamese: "Bộ", "Viện", "Tập đoàn"."""

import re
from collections.abc import Iterable

from flows.extract.records import Level
from flows.phrases import expand
from flows.reference.model import Reference

# "hội đàm", "bộ trưởng", "cơ quan chức năng" start with such a noun and name no body.
_NO_BODY = re.compile(
    r"(?:bộ (?:trưởng|đội|phận|chính trị|máy|ngành|luật|môn|phim|ba|sưu|quy|tiêu)"
    r"|hội (?:đàm|nghị|kiến|thảo|chợ|nhập|viên|trường|tụ)|hội đồng bảo an"
    r"|(?:cơ quan|lực lượng|doanh nghiệp|nhà nước|chính phủ) (?:chức năng|liên quan|điện tử|kiến tạo|của|và)"
    r"|viện (?:trợ|phí|dẫn|trưởng)|quỹ (?:đất|đạo)|vụ (?:việc|án|mùa|trưởng)|cục (?:diện|bộ|trưởng)"
    r"|sở (?:hữu|thích|tại)|hãng tin|trường (?:hợp|quay|phái)|trung tâm (?:của|trong)|tỉnh (?:trưởng|táo)"
    r"|ban (?:hành|đầu|ngày|đêm|bố|cho|tặng|lãnh đạo)|công an (?:đã|đang|tỉnh này)|cảng (?:biển|hàng)"
    r"|thành phố (?:thông minh|lớn)|quận trưởng|văn phòng (?:phẩm)|liên minh châu âu)(?!\w)"
)
# "trụ sở Bộ Y tế", "cán bộ", "xã hội": the noun is part of a longer word.
_IN_WORD = re.compile(r"(?:(?:trụ|cơ) sở|(?:cán|nội|toàn|đồng|tiến) bộ|(?:xã|lễ|cơ) hội)(?!\w)")


class Heads:
    """The head nouns of one language, to be asked at a place of a folded text."""

    def __init__(self, reference: Reference, language: str) -> None:
        self._levels: dict[str, Level] = {}
        for row in reference.body_heads:
            if row.language == language:
                (strings,) = expand(row.phrase, reference.terms)
                self._levels.update(dict.fromkeys(strings, row.level))
        self.alternatives = _alternatives(self._levels)
        self._pattern = re.compile(rf"tp\.(?=\w)|(?:{self.alternatives})(?!\w)") if self._levels else None

    def at(self, text: str, folded: str, start: int) -> tuple[int, Level] | None:
        """Return where a head noun that starts a name at `start` ends, and its level; None where none does.

        A noun in small letters starts a name only before a word in capitals or another such noun: "tỉnh
        Quảng Nam", "trường Đại học", not "cơ quan chức năng".
        """
        found = self._pattern.match(folded, start) if self._pattern else None
        if found is None or _NO_BODY.match(folded, start):
            return None
        end = found.end()
        level = self._levels[found[0]]
        if text[start].isupper():
            return end, level
        if _IN_WORD.match(folded, folded.rfind(" ", 0, max(0, start - 1)) + 1):
            return None
        if found[0] == "tp.":
            return end, level
        following = end + 1
        if folded[end : end + 1] not in {" ", ""} or following >= len(text):
            return None
        if text[following].isupper() or text[following].isdigit():
            return end, level
        return (end, level) if self.at(text, folded, following) else None


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
