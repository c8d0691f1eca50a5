"""Walk over the words of a title after its noun: "Bộ trưởng | Bộ Công Thương Nguyễn Hồng Diên".

Which words may complete a title is known only in part, so that the walk stops at what cannot: a verb, a
preposition, a comma that starts no field.
"""

from flows.extract.officials.lexicon import Hit
from flows.extract.officials.local_places import end_of_local_place
from flows.extract.officials.names import Name, NameReader
from flows.extract.officials.vocabulary import PUBLIC, Vocabulary
from flows.extract.officials.words import ABBREVIATIONS, Case, Gap, Words

LINKS = frozenset({"của", "thuộc", "nước", "phụ", "trách", "of", "the", "for", "s", "on"})
AT = frozenset({"tại", "ở", "in", "to", "at"})
_LONGEST = 24
_LONGEST_LOWER = 7
_AND = frozenset({"và", "and"})
_BODIES_IN_HEADS = frozenset({"ban", "cục", "vụ"})
_ASSISTANTS = frozenset({"trợ", "thư", "cố", "đặc", "phái", "chánh", "chủ"})
_INSIDE = frozenset({Gap.BLANK, Gap.DASH, Gap.HYPHEN, Gap.AND, Gap.CLOSE, Gap.APOSTROPHE})


class TitleWalk:
    """The reading of one title after its noun: what was found, and how far the title goes.

    `state` is "fresh" right after the noun, "open" inside the name of a body, whose words may be any,
    "field" after a known field, "closed" after a place: then only a name or a link may follow.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        names: NameReader,
        words: Words,
        head: Hit,
        *,
        is_english: bool,
        seeks_name: bool,
    ) -> None:
        self.known, self.names = vocabulary, names
        self.words, self.head, self.is_english, self.seeks_name = words, head, is_english, seeks_name
        self.last = head.last
        self.kinds: list[str] = []
        self.countries: list[tuple[str, bool]] = []
        self.places: set[int] = set()
        self.body_country: str | None = None
        self.name: Name | None = None
        self.short: int | None = None
        self.state = "fresh"
        self.n_lower = 0
        self.has_of = False

    def read(self) -> None:
        """Read until the title is over."""
        at = self.head.last
        if self.words.keys[at - 1] in _BODIES_IN_HEADS:  # "Phó cục quản lý lao động ngoài nước"
            body = self.known.parts.at(self.words, at - 1)
            if body is not None:
                at = self._take_part(body)
        for _ in range(_LONGEST):
            if at >= self.words.n:
                return
            after = self._over_gap(at)
            if after is None:
                return
            if after > at:
                at = after
                continue
            after = self._step(at)
            if after == at:
                return
            at = after

    def _over_gap(self, at: int) -> int | None:
        """Look at what stands before word `at`; None where the title cannot go on there."""
        words, gap = self.words, self.words.gaps[at - 1]
        if gap in _INSIDE:
            return at
        if gap is Gap.DOT:
            return at if words.keys[at - 1] in ABBREVIATIONS else None
        if gap is Gap.OPEN:
            return self._after_acronym(at)
        if gap is Gap.LINE:
            if self.seeks_name and self.head.entry.kind in PUBLIC and at - self.head.last <= 6:
                self._take_name(at)
            return None
        if gap is not Gap.COMMA:
            return None
        after = self.known.after_asides(words, at)
        if after > at:
            if self.seeks_name:
                self._take_name(after, any_shape=True)
            return None
        if self.is_english and self.seeks_name and self._take_name_between_commas(at):
            return None
        part = self.known.parts.at(words, at)
        is_listing = part is not None and part.entry.kind == "field" and self.state in ("field", "open")
        return at if is_listing else None

    def _take_name_between_commas(self, at: int) -> bool:
        """Read the name in "its director general, Kim Min-ho, said"."""
        name = self.names.at(self.words, at, is_english=True)
        if name is None or self.words.gaps[name.last - 1] not in (Gap.COMMA, Gap.DOT, Gap.BREAK):
            return False
        self.name = name
        return True

    def _after_acronym(self, at: int) -> int | None:
        """Skip "(KOICA)", "(RoK)" or "(Bộ Công Thương)"; None where the brackets hold anything else."""
        words = self.words
        is_body = self.known.parts.at(words, at) is not None or self.known.places.at(words, at) is not None
        for last in range(at, min(at + 8, words.n)):
            if words.cases[last] is not Case.UPPER and not is_body:
                return None
            if words.gaps[last] is Gap.CLOSE:
                return last + 1
            if words.gaps[last] not in _INSIDE and words.gaps[last] is not Gap.COMMA:
                return None
        return None

    def _take_name(self, at: int, *, any_shape: bool = False) -> bool:
        name = self.names.at(self.words, at, is_english=self.is_english)
        if name is None and any_shape:
            name = self.names.other_at(self.words, at)
        self.name = name
        return name is not None

    def _step(self, at: int) -> int:
        """Read on from word `at`; return the word after what was read, `at` where the title is over."""
        words = self.words
        part, place = self.known.parts.at(words, at), self.known.places.at(words, at)
        after = at if place is not None else self.known.after_asides(words, at)  # "Thủ tướng Anh", not "anh"
        if after > at:
            if self.seeks_name and not self._take_name(after, any_shape=self.state != "open"):
                self._take_short(after)
            return at
        if self.names.listed_at(words, at) is not None:
            self._take_name(at)
            return at
        if part is not None and self._is_common_word(part):
            part = None
        if place is not None and (part is None or place.n_words > part.n_words):
            return self._take_place(place)
        if part is not None:
            return self._take_part(part)
        if words.cases[at] is Case.LOWER:
            return self._take_lower(at)
        if self.known.heads.at(words, at) is not None:
            return self._take_head(at)
        return self._take_capital(at)

    def _is_common_word(self, part: Hit) -> bool:
        """Tell whether a word that could be a body is part of another: "vụ" in "Dịch vụ việc làm"."""
        words, first = self.words, part.first
        if self.state != "open" or part.n_words > 1 or words.cases[first] is not Case.LOWER:
            return False
        if part.entry.kind == "body.province":
            return False
        return words.keys[first - 1] not in LINKS

    def _take_place(self, place: Hit) -> int:
        before = self.words.keys[place.first - 1]
        if before == "the" and place.first > 1:
            before = self.words.keys[place.first - 2]
        if before in _AND and self.state == "closed" and not any(is_at for _, is_at in self.countries):
            return place.first
        if place.entry.country:
            self.countries.append((place.entry.country, before in AT))
        self.places.update(range(place.first, place.last))
        self.state, self.last, self.n_lower = "closed", place.last, 0
        return place.last

    def _take_part(self, part: Hit) -> int:
        words, kind = self.words, part.entry.kind
        is_lower = words.cases[part.first] is Case.LOWER
        if is_lower and self.state == "closed" and not kind.startswith("body."):
            return part.first
        if kind == "nation" and part.entry.country:
            self.countries.append((part.entry.country, False))
        if kind.startswith("body."):
            self.kinds.append(kind.removeprefix("body."))
            self.body_country = self.body_country or part.entry.country
            self.state = "open"
        elif self.state != "open":
            self.state = "field"
        self.last, self.n_lower = part.last, 0
        if kind == "body.province" and part.n_words == 1:
            return self._over_local_place(part.last)
        return part.last

    def _over_local_place(self, at: int) -> int:
        end = end_of_local_place(self.known, self.names, self.words, at, is_english=self.is_english)
        if end > at:
            self.last, self.state = end, "closed"
        return end

    def _take_lower(self, at: int) -> int:
        words, key = self.words, self.words.keys[at]
        has_next = at + 1 < words.n and words.gaps[at] is Gap.BLANK
        if key in LINKS and not (key == "nước" and self.state == "open"):  # "lao động ngoài nước"
            self.has_of = self.has_of or key == "of"
            self.state = "field" if self.state == "fresh" and key != "nước" else self.state
            if key == "trách":  # "phụ trách chính sách": what one is in charge of may be anything
                self.state = "open"
            return at + 1 if has_next else at
        if key in AT:
            place = at + 2 if has_next and words.keys[at + 1] == "the" else at + 1
            is_at = has_next and place < words.n and self.known.places.at(words, place) is not None
            return place if is_at else at
        if key in _AND:
            return at + 1 if has_next and self._goes_on_after_and(at + 1) else at
        if self.state != "open" or self.n_lower >= _LONGEST_LOWER or self.known.ends_title.at(words, at):
            return at
        self.n_lower += 1
        self.last = at + 1
        return at + 1

    def _goes_on_after_and(self, at: int) -> bool:
        words, known = self.words, self.known
        if self.names.at(words, at, is_english=self.is_english) is not None:
            return False
        if known.places.at(words, at) is not None:
            return any(is_at for _, is_at in self.countries)  # "tại Hàn Quốc và Triều Tiên"
        if self.state not in ("open", "field"):
            return False
        if known.parts.at(words, at) is not None:
            return True
        if words.cases[at] is not Case.LOWER:
            return known.heads.at(words, at) is None and known.asides.at(words, at) is None
        return self.state == "open" and known.ends_title.at(words, at) is None

    def _take_head(self, at: int) -> int:
        """Another office right after this one: part of it only in "Chánh Văn phòng Chủ tịch nước"."""
        inner = self.known.heads.at(self.words, at)
        is_assistant = self.head.entry.kind == "any" and self.words.keys[self.head.first] in _ASSISTANTS
        if inner is None or not is_assistant or self.words.keys[at - 1] in LINKS:
            return at  # "đặc phái viên của Tổng thống A": A is the president
        self.kinds.append(inner.entry.kind)
        self.state, self.last = "field", inner.last
        return inner.last

    def _take_capital(self, at: int) -> int:
        words = self.words
        if self._take_name(at):
            return at
        is_acronym = words.cases[at] is Case.UPPER and words.gaps[at - 1] is not Gap.DASH
        if is_acronym and (body := words.acronyms.get(words.keys[at])):
            self.kinds.append(body[0])
            self.body_country = self.body_country or body[1]
        if self.state == "open" or is_acronym:
            self.last, self.n_lower = at + 1, 0
            self.state = "field" if self.state == "fresh" else self.state
            return at + 1
        if words.gaps[at - 1] in (Gap.DASH, Gap.CLOSE):
            return at
        if self.seeks_name and self._take_name(at, any_shape=True):
            return at
        next_case = words.cases[at + 1] if words.gaps[at] is Gap.BLANK else None
        if next_case is Case.LOWER and self._starts_unknown_field(at):
            self.state, self.last = "open", at + 1
            return at + 1
        if self.head.entry.kind == "province" and self.state == "fresh" and next_case is Case.TITLE:
            return self._over_local_place(at)
        self._take_short(at)
        return at

    def _starts_unknown_field(self, at: int) -> bool:
        """Tell whether a field that is not listed starts here: "Bộ trưởng Cựu chiến binh"."""
        words = self.words
        if self.known.ends_title.at(words, at + 1) is not None:
            return False
        if self.state == "field":
            return words.keys[at - 1] in _AND or words.keys[at - 1] in LINKS
        return self.state == "fresh" and self.head.entry.kind in ("ministry", "agency")

    def _take_short(self, at: int) -> None:
        words = self.words
        if at >= words.n or words.cases[at] is not Case.TITLE:
            return
        is_alone = words.gaps[at] is not Gap.BLANK or words.cases[at + 1] is Case.LOWER
        if is_alone and words.gaps[at] is not Gap.HYPHEN:
            self.short = at
