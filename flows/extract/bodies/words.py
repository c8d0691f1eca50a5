"""Words around names of bodies: posts that stand before one, and words at which a name has ended."""

import re
from typing import Final

from flows.extract.phrases_at import PhrasesAt
from flows.read.fold import strip_diacritics
from flows.reference.model import Reference

# The capital letters of Vietnamese and English, for a character class.
CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))

# The kinds of seeds/offices.csv that are posts, forms of address or degrees.
POSTS: Final = frozenset({
    "party", "state", "president", "parliament", "ministry", "agency", "diplomatic", "province", "academic",
    "company", "any", "honorific", "scholar", "leader",
})  # fmt: skip
_NUMBER = re.compile(r"\s\d")
_BETWEEN_POSTS = re.compile(r"[.\s]+")
_MOST_POSTS: Final = 6
_SURNAMES = re.compile(
    r"nguyen|tran|le|pham|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|luong|truong|doan|trinh|to|ta|quach|mai"
    r"|thai|chau|luu|hoang|huynh|dao|cao|ha|vuong|tong|lam|kim|lee|park|choi|jung|jeong|kang|cho|yoon|yun"
    r"|jang|lim|im|han|oh|seo|shin|kwon|hwang|ahn|an|song|ryu|yoo|hong|moon|yang|bae|baek|woo|chung|chang|bang"
    r"|phang|ban|sung"
)


class BodyWords:
    """The words around Vietnamese names of bodies; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        offices = [(o.kind, o.phrase) for o in reference.offices if o.language == "vi"]
        words = [(w.kind, w.phrase) for w in reference.body_words if w.language == "vi"]
        ends = [(kind, phrase) for kind, phrase in words if kind in {"ends", "ends_number"}]
        posts = [("post", phrase) for kind, phrase in offices if kind in POSTS]
        posts += [(kind, phrase) for kind, phrase in words if kind == "post"]
        self._ends = PhrasesAt(ends, reference.terms)
        self._posts = PhrasesAt(posts, reference.terms)
        self._abroad = PhrasesAt((w for w in words if w[0] == "abroad"), reference.terms)
        self._of_fields = PhrasesAt((w for w in words if w[0] == "of_fields"), reference.terms)

    def ends_at(self, folded: str, place: int, limit: int) -> bool:
        """Tell whether a sentence goes on with the word at `place`, so that a name before it has ended."""
        found = self._ends.at(folded, place, limit)
        if found is None:
            return False
        return "ends" in found.kinds or _NUMBER.match(folded, found.span.end, limit) is not None

    def is_abroad(self, folded: str, place: int, limit: int) -> bool:
        """Tell whether a name at `place` is that of what one country keeps in another: "Đại sứ quán"."""
        return self._abroad.at(folded, place, limit) is not None

    def joins_fields(self, folded: str, place: int, limit: int) -> bool:
        """Tell whether "và" joins fields in a name at `place` before it joins names: "Bộ Khoa học và ICT"."""
        return self._of_fields.at(folded, place, limit) is not None

    def posts_at(self, folded: str, place: int, limit: int) -> int | None:
        """Return where the name of a body may start after the posts at `place`; None where no post stands there."""
        after = None
        for _ in range(_MOST_POSTS):
            post = self._posts.at(folded, place if after is None else after, limit)
            blank = _BETWEEN_POSTS.match(folded, post.span.end, limit) if post else None
            if blank is None:
                break
            after = blank.end()
        return after


def is_surname(word: str) -> bool:
    """Tell whether a word is a usual Vietnamese or Korean family name."""
    return _SURNAMES.fullmatch(strip_diacritics(word.lower())) is not None
