"""Where a title that is not in quotation marks ends: the sentence goes on with a verb, a date, an aim."""

import re
from typing import Final

from flows.extract.agreements.documents import Documents
from flows.extract.phrases_at import PhrasesAt
from flows.reference.model import Reference

# "Nghị định thư trong Hiệp định …", "Bản ghi nhớ … và hai thỏa thuận": another document follows.
_TO_ANOTHER = re.compile(r"(?:từ|theo|trên cơ sở|thuộc|trong|và|cùng) (?=\w)")
_NUMBER = re.compile(r"\s\d")
# A further member of a list inside a title, "năng lượng, công nghiệp và thương mại"; not a new clause.
_LIST_ITEM = re.compile(
    r",\s(?!(?:qua|gọi|mở|góp|đây|đồng|tiếp (?:tục|theo|đó)|thể hiện|hai|phía|bên|đánh|giúp|hướng|nền|cơ sở"
    r"|(?:theo|trong|với|tạo|cùng|trước|dưới|nhân|và|có))(?!\w))"
    r"(?:(?:[^\s,.;:()\"]+\s){1,16}?(?=(?:và|giữa) )|(?:[^\s,.;:()\"]+\s?){1,12}?(?=,|[.;\n]|\(|$))"
)
_BETWEEN_GENERAL = re.compile(r"(?:[\s,]|\(\S+\))*")
_KINDS: Final = frozenset({"title_end", "title_end_number", "no_title_end", "predicate"})


class TitleEnds:
    """Tells at which words titles end; built once for a language."""

    def __init__(self, reference: Reference, language: str) -> None:
        def listed(kinds: frozenset[str]) -> PhrasesAt:
            rows = (r for r in reference.agreement_cues if r.language == language and r.kind in kinds)
            return PhrasesAt(((r.kind, r.phrase) for r in rows), reference.terms)

        self._cues = listed(_KINDS)
        self._general = listed(frozenset({"general"}))
        self._partners = listed(frozenset({"partner"}))
        self._documents = Documents(reference)

    def ends_at(self, folded: str, place: int, limit: int) -> bool:
        """Tell whether a title has ended before the word at `place`."""
        return self._read(folded, place, limit)[0]

    def is_predicate(self, folded: str, place: int, limit: int) -> bool:
        """Tell whether the word at `place` tells something of a document that is named without a topic."""
        cue = self._cues.at(folded, place, limit)
        return cue is not None and "predicate" in cue.kinds

    def is_partner(self, folded: str, place: int, limit: int) -> bool:
        """Tell whether the word at `place` means who signs: the "đối tác" of "với đối tác"."""
        return self._partners.at(folded, place, limit) is not None

    def is_general(self, folded: str, start: int, end: int) -> bool:
        """Tell whether the topic `[start, end)` says nothing: "hợp tác hữu nghị"."""
        place = start
        while True:
            blank = _BETWEEN_GENERAL.match(folded, place, end)
            place = blank.end() if blank else place
            found = self._general.at(folded, place, end)
            if found is None:
                return place == end
            place = found.span.end

    def hidden(self, folded: str, place: int, limit: int) -> int | None:
        """Return where words at `place` end that hold one of those and end no title: "tự do"; None for none."""
        return self._read(folded, place, limit)[1]

    def list_item(self, folded: str, comma: int, limit: int) -> re.Match[str] | None:
        """Match the member of a list that a comma leads to; None where the sentence goes on instead."""
        item = _LIST_ITEM.match(folded, comma, limit)
        if item is None:
            return None
        for cue in self._cues.within(folded, item.start(), item.end()):
            if self.ends_at(folded, cue.span.start, limit):
                return None
        return item

    def _read(self, folded: str, place: int, limit: int) -> tuple[bool, int | None]:
        cue = self._cues.at(folded, place, limit)
        if cue is not None:
            if "no_title_end" in cue.kinds:
                return False, cue.span.end
            is_number = "title_end_number" in cue.kinds and _NUMBER.match(folded, cue.span.end, limit)
            if "title_end" in cue.kinds or is_number:
                return True, None
        another = _TO_ANOTHER.match(folded, place, limit)
        return another is not None and self._documents.at(folded, another.end(), limit), None
