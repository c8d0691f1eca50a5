"""The persons of a report: their namings put together, with their country."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from flows.extract.name_key import name_key
from flows.extract.officials.name_spelling import country_of_spelling
from flows.extract.officials.names import Name, Shape
from flows.extract.officials.namings import Naming
from flows.extract.officials.titles import Title
from flows.extract.officials.words import Gap, Words

_OTHER_SIDE = {"VN": "KR", "KR": "VN"}
_OF_SHAPE = {"vn": "VN", "kr": "KR"}
_DASHES = frozenset({Gap.HYPHEN, Gap.DASH})


@dataclass(slots=True, eq=False)
class Someone:
    """A person in a report: `words` are those of the name, `titles` all that are given, in text order."""

    key: str
    name: str
    shape: Shape
    words: tuple[str, ...]
    is_listed: bool
    country: str | None = None
    titles: list[Title] = field(default_factory=list)

    @property
    def is_official(self) -> bool:
        """Whether some naming gives a public office."""
        return any(t.kind is not None for t in self.titles)

    @property
    def is_known_official(self) -> bool:
        """Whether the person counts without a post: listed, of either country, and not in private office."""
        is_private = any(t.is_private for t in self.titles)
        return self.is_listed and not is_private and self.country in _OTHER_SIDE

    @property
    def called(self) -> frozenset[str]:
        """The single words that name the person: a Vietnamese given name, a Korean family name or syllable.

        English writes the former without marks.
        """
        if self.shape == "kr":
            return frozenset({self.words[0], self.words[-1]})
        return frozenset({self.words[-1], name_key(self.words[-1])})


def gather_people(
    text: str,
    words: Words,
    namings: Sequence[Naming],
    aliases: Sequence[tuple[Name, Name]],
    no_country: frozenset[str],
) -> list[Someone]:
    """Put namings together by the key of the name; return the person of each naming, in their order.

    `aliases` are pairs "X (Y)" of names of one person; `no_country` are family names that tell no country.
    """
    same = _same_person(text, words, aliases)
    people: dict[str, Someone] = {}
    of_naming = []
    for naming in namings:
        name, listed = naming.name, naming.name.listed
        key, canonical = _identify(text, words, name, same)
        someone = people.get(key)
        if someone is None:
            spelt = tuple(words.keys[name.first : name.last])
            someone = people[key] = Someone(key, canonical, name.shape, spelt, listed is not None)
        if naming.title is not None:
            someone.titles.append(naming.title)
        if listed is not None:
            someone.country = listed.country
        of_naming.append(someone)
    for someone in people.values():
        someone.country = someone.country or _country(someone, no_country)
    return of_naming


def written(text: str, words: Words, name: Name) -> str:
    """Return a name as written, with no blanks beside its dashes and single ones elsewhere."""
    parts = [text[words.starts[name.first] : words.ends[name.first]]]
    for at in range(name.first + 1, name.last):
        parts.append("-" if words.gaps[at - 1] in _DASHES else " ")
        parts.append(text[words.starts[at] : words.ends[at]])
    whole = "".join(parts)
    return whole.title() if whole.isupper() else whole


def _same_person(text: str, words: Words, aliases: Sequence[tuple[Name, Name]]) -> dict[str, tuple[str, str]]:
    """For the key of a name, the key and the form of the name that "X (Y)" says is the same person's.

    Where neither is listed, the spelling in Latin letters without marks stands for a transcription.
    """
    same: dict[str, tuple[str, str]] = {}
    for first, second in aliases:
        if first.listed is not None and second.listed is not None:
            continue
        better, other = (first, second) if first.listed is not None else (second, first)
        is_plain = all(words.keys[i].isascii() for i in range(better.first, better.last))
        if better.listed is None and not is_plain:
            better, other = other, better
        canonical = better.listed.name if better.listed else written(text, words, better)
        same[name_key(written(text, words, other))] = (name_key(canonical), canonical)
    return same


def _identify(text: str, words: Words, name: Name, same: dict[str, tuple[str, str]]) -> tuple[str, str]:
    if name.listed is not None:
        return name_key(name.listed.name), name.listed.name
    form = written(text, words, name)
    key = name_key(form)
    return same.get(key, (key, form))


def country_of_title(title: Title) -> str | None:
    """Return the country that the words of a title give; None where they give none.

    An ambassador is of the country that sends: "Đại sứ Việt Nam tại Hàn Quốc" of Viet Nam, and "Đại sứ tại
    Việt Nam" of the other of the two.
    """
    own = _first(country for country, is_at in title.countries if not is_at)
    if own is not None or not title.countries:
        return own
    host = title.countries[0][0]
    if title.kind == "diplomatic":
        return _OTHER_SIDE.get(host)
    return host if title.own_country is None else None


def _country(someone: Someone, no_country: frozenset[str]) -> str | None:
    of_shape = _OF_SHAPE.get(someone.shape)
    if someone.words[0] in no_country or of_shape is None:
        of_shape = country_of_spelling(someone.name)
    said = _first(country_of_title(t) for t in someone.titles)
    if said is not None and any(t.kind == "diplomatic" for t in someone.titles):
        return said
    if said is not None:
        return "KR" if said == "VN" and of_shape == "KR" else said  # "Giám đốc KOICA Việt Nam Lee Byung-hwa"
    return _first(t.own_country for t in someone.titles) or of_shape


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v is not None), None)
