"""Parties that are not named but pointed at: "hai bộ", "lãnh đạo hai nước", "the two ministries"."""

import re

from flows.extract.records import Level

_LEVELS: dict[str, Level] = {
    "bộ trưởng": "ministry", "bộ": "ministry", "nước": "state", "quốc gia": "state", "chính phủ": "state",
    "nhà lãnh đạo": "state", "nguyên thủ": "state", "thủ tướng": "state", "phó thủ tướng": "state",
    "lãnh đạo": "state", "chủ tịch quốc hội": "state", "ngoại trưởng": "ministry",
    "bộ trưởng ngoại giao": "ministry", "bộ trưởng quốc phòng": "ministry", "quốc hội": "state", "địa phương": "province", "tỉnh": "province",
    "thành phố": "province", "quận": "province", "huyện": "province", "trường": "university",
    "đại học": "university", "công ty": "company", "tập đoàn": "company", "doanh nghiệp": "company",
    "ngân hàng": "company", "ministries": "ministry", "ministers": "ministry", "countries": "state",
    "governments": "state", "nations": "state", "leaders": "state", "localities": "province",
    "provinces": "province", "cities": "province", "universities": "university", "companies": "company",
    "firms": "company",
}  # fmt: skip
# These point at bodies of any level.
_ANY_LEVEL = ("bên", "phía", "đơn vị", "cơ quan", "viện", "tổ chức", "hiệp hội", "ủy ban", "sides", "parties",
              "bodies", "agencies", "institutions")  # fmt: skip
_NOUN = "|".join(sorted([*_LEVELS, *_ANY_LEVEL], key=len, reverse=True))
_AT = re.compile(
    r"(?:(?:đại diện|lãnh đạo|người đứng đầu|các nhà lãnh đạo|chính phủ|the) )?(?:cấp cao )?"
    rf"(?:cả hai|hai|ba|2|đôi|two|both|three) (?P<noun>{_NOUN})(?!\w)"
)
_IN = re.compile(
    rf"(?<!\w)(?:(?:hai|ba|2|đôi|two|both|three) (?P<noun>{_NOUN})(?!\w)"
    r"|(?P<they>they)(?= (?:have |had )?(?:sign|conclud|ink|exchang)))"
)


def pointed_at(folded: str, start: int, limit: int) -> re.Match[str] | None:
    """Match words that point at two parties and start at `start`; their group "noun" says what these are."""
    return _AT.match(folded, start, limit)


def pointed_at_in(folded: str, start: int, limit: int) -> str | None:
    """Return the noun of the first such words in a stretch of text."""
    found = _IN.search(folded, start, limit)
    return found["noun"] or found["they"] if found else None


def is_a_kind(noun: str) -> bool:
    """Tell whether a noun says what the two are, and more words may say which: "hai bộ công thương"."""
    return noun not in {"bên", "phía", "nước", "quốc gia", "sides", "parties", "countries", "nations"}


def level_of(noun: str) -> Level | None:
    """Return the level of the bodies that a noun points at; None for any."""
    return _LEVELS.get(noun)
