"""Titles: an office as the text writes it, with its body, its country and the name that follows."""

from dataclasses import dataclass, replace

from flows.extract.officials.names import Name


@dataclass(frozen=True, slots=True)
class Title:
    """An office as written: words `first` to `last` (exclusive).

    `heads` are its nouns (("bộ", "trưởng"),), several where titles of one person follow each other; `kind`
    is the kind of public office, None where it is none, and `is_private` says that it surely is none;
    `own_country` is the country of the noun itself, `countries` are those named, in order, each with
    whether it stands after "tại"; `details` are its other words but those of places.  `name` is the name that
    follows, `short` the one capitalised word that follows instead ("Tổng thống Moon"); `is_counterpart` says
    that it names no office but one's like ("người đồng cấp Hàn Quốc"), `needs_body` that it
    depends on a body named elsewhere ("Phó Tổng Giám đốc").
    """

    first: int
    head_first: int
    last: int
    heads: tuple[tuple[str, ...], ...]
    kind: str | None
    own_country: str | None
    countries: tuple[tuple[str, bool], ...]
    details: frozenset[str]
    is_private: bool = False
    name: Name | None = None
    short: int | None = None
    is_plural: bool = False
    is_person: bool = True
    is_counterpart: bool = False
    needs_body: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a noun and nothing else."""
        return not self.details

    @property
    def is_diplomatic(self) -> bool:
        """Whether the place after "tại" is where the office is held, not whose it is."""
        return self.kind == "diplomatic"

    def after(self, first: "Title") -> "Title":
        """Put two titles of one person together: "Phó Thủ tướng, Bộ trưởng Ngoại giao"."""
        return replace(
            self,
            first=first.first,
            head_first=first.head_first,
            heads=first.heads + self.heads,
            kind=self.kind or first.kind,
            own_country=first.own_country or self.own_country,
            countries=first.countries + self.countries,
            details=first.details | self.details,
            is_plural=first.is_plural,
            is_person=first.is_person,
        )
