"""Collect what names a person: names with a title, names without, titles with no name."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.extract.officials.names import Name
from flows.extract.officials.nearby_bodies import with_body_before
from flows.extract.officials.read_title import TitleReader
from flows.extract.officials.titles import Title
from flows.extract.officials.words import Case, Gap, Words

_TITLE_FOLLOWS = frozenset({Gap.COMMA, Gap.DASH, Gap.OPEN})
_IS = frozenset(
    {"là", "hiện", "nay", "khi", "lúc", "đó", "ấy", "bấy", "giờ", "the", "a", "at", "that", "time", "then"}
)
_INTO_OFFICE = frozenset({"làm", "chức", "vụ", "as"})
_APPOINTS = frozenset({"nhiệm", "cử", "bầu", "định", "appointed", "named", "nominated"})
_HIGH = frozenset({"state", "party", "ministry"})
_FAR = 45
COUNTERPART = "officials.counterpart"


@dataclass(frozen=True, slots=True)
class Naming:
    """A full name in the text, with the title that it has there; `rule` says where the title stands."""

    name: Name
    title: Title | None
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """All of a report: namings in text order, titles without a name, and pairs "X (Y)" of one person."""

    namings: tuple[Naming, ...]
    titles: tuple[Title, ...]
    aliases: tuple[tuple[Name, Name], ...]


def find_namings(words: Words, reader: TitleReader, *, is_english: bool) -> Found:
    """Find every full name and every title of a report."""
    titles = _with_rank_of_counterparts(_titles(words, reader, is_english))
    titles = [with_body_before(words, reader.vocabulary, t) for t in titles]
    named = [t for t in titles if t.name is not None]
    namings = [Naming(t.name, t, _rule(t)) for t in named if t.name is not None]
    for title in named:
        if title.is_plural:
            namings += _listed_after(words, reader, title, is_english)
    taken = {i for n in namings for i in range(n.name.first, n.name.last)}
    covered = taken | {i for t in titles for i in range(t.first, t.last)}
    free = _names(words, reader, covered, is_english)
    aliases = [pair for n in namings if (pair := _alias(words, reader, n.name))]
    aliases += [pair for name in free if (pair := _alias(words, reader, name))]
    ending_at = {name.last: name for name in free}
    unnamed = []
    titled: dict[Name, Title] = {}
    for title in titles:
        if title.name is not None:
            continue
        name = _name_before(words, title, ending_at) or _appointed(words, title, free)
        if name is not None and name not in titled:
            titled[name] = title
        else:
            unnamed.append(title)
    for name in free:
        after = titled.get(name)
        rule = "officials.listed_name" if after is None else _rule(after, "officials.title_after_name")
        namings.append(Naming(name, after, rule))
    namings.sort(key=lambda n: n.name.first)
    return Found(tuple(namings), tuple(unnamed), tuple(aliases))


def _rule(title: Title, rule: str = "officials.title_before_name") -> str:
    return COUNTERPART if title.is_counterpart else rule


def _with_rank_of_counterparts(titles: Sequence[Title]) -> list[Title]:
    """Give "người đồng cấp Hàn Quốc" the rank of the office told before it, if that is a public one."""
    ranked: list[Title] = []
    last: Title | None = None
    for title in titles:
        if title.is_counterpart and last is not None and title.first - last.last <= _FAR:
            ranked.append(replace(title, kind=last.kind))
            continue
        ranked.append(title)
        last = title if title.is_person else last
    return ranked


def _titles(words: Words, reader: TitleReader, is_english: bool) -> list[Title]:
    """Read all titles; those of one person that follow each other become one."""
    titles: list[Title] = []
    heads = reader.vocabulary.heads.first_words
    head_ends = 0
    for at in [at for at, key in enumerate(words.keys) if key in heads]:
        if at < head_ends or (title := reader.at(words, at, is_english=is_english)) is None:
            continue
        head_ends = at + len(title.heads[0])
        last = titles[-1] if titles else None
        if last is not None and last.last > title.head_first:
            continue
        if (
            last is not None
            and last.name is None
            and last.short is None
            and _is_joined(words, last, title, is_english)
        ):
            titles[-1] = title.after(last)
        else:
            titles.append(title)
    return titles


def _is_joined(words: Words, first: Title, second: Title, is_english: bool) -> bool:
    """Tell whether two titles are one person's; a country in the first alone makes them two persons'."""
    if not first.is_person or (first.countries and first.countries[0] not in second.countries):
        return False
    if first.kind != "party" and (first.kind == "diplomatic") != (second.kind == "diplomatic"):
        return False
    if words.follows(first.first) and words.keys[first.first - 1] == "theo":
        return False  # "Theo Thủ tướng, Chủ tịch nước …": who says it is another one
    if first.last == second.first:
        return words.gaps[first.last - 1] is Gap.BLANK or (
            words.follows(second.first, Gap.COMMA) and not is_english
        )
    between = words.keys[first.last] if first.last + 1 == second.first else ""
    is_after_name = words.follows(first.first, Gap.COMMA) and words.cases[first.first - 1] is not Case.LOWER
    return between == "kiêm" or (between == "and" and (second.name is not None or is_after_name))


def _listed_after(words: Words, reader: TitleReader, title: Title, is_english: bool) -> list[Naming]:
    """Read on in "các Phó Thủ tướng Trần Hồng Hà, Lê Thành Long và Hồ Đức Phớc"."""
    found: list[Naming] = []
    last = title.name.last if title.name else words.n
    while last < words.n:
        at = last
        if words.follows(at) and words.keys[at] in ("và", "and") and words.gaps[at] is Gap.BLANK:
            at += 1
        elif not words.follows(at, Gap.COMMA):
            break
        name = reader.names.at(words, at, is_english=is_english) if at < words.n else None
        if name is None:
            break
        found.append(Naming(name, title, "officials.title_before_name"))
        last = name.last
    return found


def _names(words: Words, reader: TitleReader, covered: set[int], is_english: bool) -> list[Name]:
    names: list[Name] = []
    ended = 0
    for at in words.capitals:
        if at < ended or at in covered:
            continue
        name = reader.names.at(words, at, is_english=is_english)
        if name is None and _after_honorific(words, reader, at):
            name = reader.names.other_at(words, at)
        if name is not None and name.last - 1 not in covered:
            names.append(name)
            ended = name.last
    return names


def _after_honorific(words: Words, reader: TitleReader, at: int) -> bool:
    return words.follows(at) and reader.vocabulary.asides.at(words, at - 1, end=at) is not None


def _name_before(words: Words, title: Title, ending_at: dict[int, Name]) -> Name | None:
    """Find the name that a title follows: "ông Bùi Thế Duy, Viện trưởng VKIST"."""
    first = title.first
    while first > 0 and words.follows(first) and words.keys[first - 1] in _IS:
        first -= 1
    name = ending_at.get(first)
    if name is None:
        return None
    is_glued = words.follows(first) and words.cases[title.head_first] is Case.LOWER and bool(title.countries)
    if words.gaps[first - 1] not in _TITLE_FOLLOWS and first == title.first and not is_glued:
        return None  # but for "ông Kim Min Ho đại sứ Hàn Quốc tại Việt Nam"
    is_plain = title.is_bare and not title.countries and title.kind in _HIGH
    if (
        is_plain
        and words.cases[title.head_first] is not Case.LOWER
        and words.gaps[title.last - 1] in (Gap.BLANK, Gap.LINE)
    ):
        return None  # "Theo ông Han Duck-soo, Tổng thống đã …"
    return name


def _appointed(words: Words, title: Title, names: list[Name]) -> Name | None:
    """Find who is appointed: "bổ nhiệm ông Kim Do Sun … làm tân Đại sứ"."""
    if not words.follows(title.first) or words.keys[title.first - 1] not in _INTO_OFFICE:
        return None
    index = bisect_right(names, title.first, key=lambda n: n.last)
    for name in reversed(names[max(0, index - _FAR) : index]):
        if title.first - name.first > _FAR:
            return None
        start = max(0, name.first - 3)
        if any(words.keys[i] in _APPOINTS for i in range(start, name.first)):
            inside = words.gaps[name.last - 1 : title.first - 1]
            return name if Gap.LINE not in inside and Gap.DOT not in inside else None
    return None


def _alias(words: Words, reader: TitleReader, name: Name) -> tuple[Name, Name] | None:
    """Read the other spelling in "Châng Ưi I-ông (Chung Eui Yong)"."""
    if name.last >= words.n or words.gaps[name.last - 1] is not Gap.OPEN:
        return None
    other = reader.names.at(words, name.last, is_english=True)
    if other is None or words.gaps[other.last - 1] not in (Gap.CLOSE, Gap.BREAK):
        return None
    return name, other
