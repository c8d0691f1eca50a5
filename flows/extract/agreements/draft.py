"""An agreement as one place of a report tells it, before what tells of the same one is put together."""

import re
from dataclasses import dataclass

from flows.extract.records import AgreementAct, AgreementKind, AgreementMention, Level
from flows.read.fold import fold
from flows.read.report import LineKind
from flows.span import Span
from flows.when import When

# Words that most titles have: they do not tell one instrument from another.
_COMMON = re.compile(
    r"biên|bản|văn|ghi|nhớ|thỏa|thuận|hiệp|định|nghị|thư|hợp|đồng|tác|về|việc|giữa|và|trong|lĩnh|vực|ký"
    r"|kết|việt"
    r"|nam|hàn|quốc|hai|mới|đầu|tiên|cơ|quan|bên|nước|bộ|của|với|cho|các|theo|sửa|đổi|bổ|sung|kế|hoạch|chương|trình|hành|động"
    r"|chung|fta|tỉnh|thành|phố|địa|phương|đơn|vị|cả"
    r"|tăng|cường|thúc|đẩy|mou|tại|song|phương|năm|giai|đoạn|hữu|\d+"
    r"|memorandum|memoranda|of|understanding|on|cooperation|agreement|between|the|and|for|in|to|vietnam"
    r"|viet|korea"
    r"|korean|rok|republic|south|bilateral|an?|signed|action|plan|program|programme|protocol|joint"
    r"|mous|memo|agreements|deals?|pacts?|accords?|contracts?|treaty|treaties|arrangements?"
)
_WORD = re.compile(r"\w+")
_IN_MOST_NAMES = frozenset({
    "việt", "nam", "hàn", "quốc", "bộ", "vietnam", "korea", "korean", "the", "of", "and", "và", "province",
    "provincial", "northern", "central", "southern", "rok", "republic", "south", "people", "s", "committee",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of an instrument.

    `year` is that of `when`, where it gives one or the day of publication does.
    `words` are those of the title that tell it from others; `is_general` where there are none and no party,
    `is_loose` where its word for the document may mean one of another kind ("thỏa thuận"),
    `is_earlier` where it is told as something that went before, `is_pointed` where its words only point at
    the parties. `vn_words` and `kr_words` are those by which the parties are compared.
    """

    kind: AgreementKind
    title: str
    words: frozenset[str]
    vn: str | None
    kr: str | None
    level: Level | None
    act: AgreementAct
    when: When | None
    year: int | None
    span: Span
    sentence: Span
    line: LineKind
    is_general: bool
    is_earlier: bool
    is_pointed: bool
    is_loose: bool
    vn_words: frozenset[str]
    kr_words: frozenset[str]
    rule: str

    @property
    def rank(self) -> tuple[int, bool, bool, bool, int]:
        """How much it tells: what ranks highest stands for all that tell the same."""
        n_parties = (self.vn is not None) + (self.kr is not None)
        return (
            n_parties,
            not self.is_pointed,
            self.line == "body",
            not self.is_general,
            min(len(self.title), 200),
        )

    def record(self) -> AgreementMention:
        """Make the record."""
        when = str(self.when) if self.when else None
        return AgreementMention(
            self.kind, self.title, self.vn, self.kr, self.level, self.act, when, self.span, self.rule
        )


def party_words(name: str) -> frozenset[str]:
    """Return the words of a party's name that tell it from others, folded, without what most names have."""
    return frozenset(_WORD.findall(fold(name))) - _IN_MOST_NAMES


def topic_words(title: str) -> frozenset[str]:
    """Return the words of a title that tell it from others, folded."""
    return frozenset(w for w in _WORD.findall(fold(title)) if not _COMMON.fullmatch(w))
