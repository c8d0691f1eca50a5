"""Read the name of a body in English text: "the RoK Ministry of Science and ICT", "Hyosung Group"."""

import re
from dataclasses import replace

from flows.extract.bodies.body import Body
from flows.extract.bodies.countries import sounds_vietnamese
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import CAPITAL, POSTS, is_surname
from flows.extract.phrases_at import PhrasesAt
from flows.extract.records import Level
from flows.phrases import expand
from flows.reference.model import Reference
from flows.span import Span

LONGEST_NAME = 130

_TOKEN = re.compile(r"\w+(?:[.&'-]+\w+)*\.?(?=[\s,;:()/]|$)|\w+|[^\w\s]|\n")
_ARTICLE = re.compile(r"(?:the |its |an? )")
_OF = re.compile(r"(?: general)? (?:of|at|from) (?:the )?")
# Words in small letters inside names; those of the first row never end one.
_LINKS = frozenset({"of", "for", "on", "the"})
_SMALL = _LINKS | {
    "provincial", "city", "province", "county", "district", "municipal", "government", "authorities",
    "administration", "people's", "committee", "central", "northern", "southern", "university", "ministry",
    "group", "corporation", "company",
}  # fmt: skip
_PERSON_FOLLOWS = frozenset({
    "chairman", "chairwoman", "president", "mayor", "governor", "minister", "director", "ceo", "deputy", "vice",
    "secretary",
})  # fmt: skip
_LIST = re.compile(r", (?:\w+ ){1,3}?(?:, (?:\w+ ){1,3}?){0,4}and [A-Z]")
_FIELD_FOLLOWS = re.compile(r"(?<!\w)(?:of|for|on) ")
_BRACKETS = re.compile(r"\s?\(([^()\n]{1,60})\)")
_OF_COUNTRY = re.compile(r"(?:,| of| in|'s) (?:the )?(?=\w)")
_DAY = re.compile(
    r"(?:on )?(?:\w+day|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?!\w)"
)
_POSSESSIVE = re.compile(rf"(?:(?<=['’]s)|['’]s) (?=[{CAPITAL}])")
_STATE_RUN = re.compile(rf"(?:[Ss]tate-(?:run|owned)|[Ss]tate) (?=(?!Bank)[{CAPITAL}])")
_BASED = re.compile(rf"[{CAPITAL}][\w-]*-based (?=[{CAPITAL}])")
_OF_FIELD = re.compile(r"(?:deputy |vice )?minister (?:of|for) (?=\w)")
_FIELD = re.compile(r"(?P<field>(?:[A-Z][\w'’-]*(?:,? and |, | & | )){1,6}?)(?:Deputy |Vice )?Minister(?!\w)")
# "South Korea's industry ministry"
_LOWER_MINISTRY = re.compile(r"(?:[\w&-]+,? ){1,5}?ministry(?!\w)")
_FIELD_AND_PERSON = re.compile(r"(?:[A-Z][\w-]*(?:, | and |, and | )?){1,8}")
_PERSON = re.compile(rf" ?((?:[{CAPITAL}][\w-]* ?){{2,5}})")


class ReadEnglishName:
    """Reads English names of bodies; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._levels: dict[str, Level] = {}
        for row in reference.body_heads:
            if row.language == "en":
                (strings,) = expand(row.phrase, reference.terms)
                self._levels.update(dict.fromkeys(strings, row.level))
        words = "|".join(re.escape(w) for w in sorted(self._levels, key=lambda w: (-len(w), w)))
        self._head = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
        offices = [(o.kind, o.phrase) for o in reference.offices if o.language == "en" and o.kind in POSTS]
        posts = [(w.kind, w.phrase) for w in reference.body_words if w.language == "en" and w.kind == "post"]
        self._posts = PhrasesAt([*offices, *posts], reference.terms)
        # "a Vietnamese mining institute"
        self._described = re.compile(rf" (?:[a-z-]+ ){{0,3}}?(?:{words})(?!\w)")

    def at(self, reading: Reading, start: int, limit: int) -> Body | None:
        """Read the name that starts at `start` (an article before it is skipped); None where none does."""
        text, folded = reading.report.text, reading.report.folded
        start = self._after_post(folded, start, limit)
        if start >= limit or not text[start].isupper():
            return None
        if (country := reading.countries.starting_at(start)) and (
            described := self._described.match(text, country.span.end, limit)
        ):
            return self._finish(reading, start, described.end(), limit)
        end = self._end(reading, start, min(limit, start + LONGEST_NAME))
        if end == start or folded.endswith("'s", start, end):
            return None
        return self._finish(reading, start, end, limit)

    def _after_post(self, folded: str, start: int, limit: int) -> int:
        """Return where a name may start after an article and a post: "the Vice Chairman of the …"."""
        if article := _ARTICLE.match(folded, start, limit):
            start = article.end()
        post = self._posts.at(folded, start, limit)
        link = _OF.match(folded, post.span.end, limit) if post else None
        return link.end() if link else start

    def headed(self, reading: Reading, start: int, limit: int) -> Body | None:
        """Read a name that a head noun or a minister's title shows to be one of a body; else None."""
        if body := self.ministry_of(reading, start, limit) or self._governed(reading, start, limit):
            return body
        body = self.at(reading, start, limit)
        if body is None or not self._head.search(reading.report.folded, body.span.start, body.span.end):
            return None
        return body

    @staticmethod
    def _governed(reading: Reading, start: int, limit: int) -> Body | None:
        """Read the place of a mayor or governor: "Busan Mayor Park"."""
        place = reading.countries.starting_at(start)
        if place is None or not place.is_place or place.span.end > limit:
            return None
        if not reading.report.folded.startswith((" mayor", " governor"), place.span.end):
            return None
        return Body(place.span, place.span.end, place.span.of(reading.report.text), "province", place.country)

    def ministry_of(self, reading: Reading, start: int, limit: int) -> Body | None:
        """Read the ministry of a minister: "Korea's Minister of Trade Moon", "Industry Minister Bang"."""
        text, folded, place, country = reading.report.text, reading.report.folded, start, None
        if article := _ARTICLE.match(folded, place, limit):
            place = article.end()
        if first := reading.countries.starting_at(place):
            country, place = first.country, first.span.end
            place += 2 if folded.startswith("'s", place) else 0
            place += 1 if folded.startswith(" ", place) else 0
        if country and (ministry := _LOWER_MINISTRY.match(folded, place, limit)):
            span = Span(*ministry.span())
            return Body(span, span.end, span.of(text), "ministry", country)
        if minister := _OF_FIELD.match(folded, place, limit):
            body = self._ministry(reading, minister.end(), limit)
            return body.of(country) if body else None
        if field := _FIELD.match(text, place, limit):
            name = f"{field['field']}Ministry"
            country = country or _country_of_person(text, field.end(), limit)
            return Body(
                Span(place, field.end("field") - 1), field.end(), name, "ministry", country, is_led=True
            )
        return None

    def _ministry(self, reading: Reading, start: int, limit: int) -> Body | None:
        """Read a minister's field, which the name may follow: "Planning and Investment Nguyen Chi Dung"."""
        text = reading.report.text
        found = _FIELD_AND_PERSON.match(text, start, limit)
        if found is None:
            return None
        end = start
        words = list(re.finditer(r"[\w-]+", found[0]))
        for word, following in zip(words, [*words[1:], None], strict=True):
            if end > start and is_surname(word[0]) and following is not None and following[0] != "and":
                break
            end = start + word.end() if word[0] != "and" else end
        body = self._finish(reading, start, end, limit).of(_country_of_person(text, end, limit))
        return replace(body, name=f"Ministry of {body.name}", level="ministry", is_led=True)

    def _end(self, reading: Reading, start: int, limit: int) -> int:
        text = reading.report.text
        tokens = list(_TOKEN.finditer(reading.report.folded, start, limit))
        end = start
        for found, following in zip(tokens, [*tokens[1:], None], strict=True):
            place, word = found.start(), found[0]
            is_capital = text[place].isupper() or text[place].isdigit()
            before_capital = following is not None and text[following.start()].isupper()
            if word == ",":
                if not (before_capital and _LIST.match(text, place, limit)):
                    break
            elif word == "and":
                if not (following and before_capital and self._is_inside(reading, start, place, following)):
                    break
            elif word in {"&", "-", "'"}:
                continue
            elif end > start and self._is_complete(reading, start, end, found, before_capital=before_capital):
                break
            elif is_capital or word in _SMALL or (end > start and word in self._levels):
                end = end if word in _LINKS and not is_capital else found.end()
            else:
                break
        return end

    def _is_complete(
        self, reading: Reading, start: int, end: int, found: re.Match[str], *, before_capital: bool
    ) -> bool:
        """Tell whether a name has ended before a word: a day, a post, or the family name of who holds it."""
        folded, word = reading.report.folded, found[0]
        if _DAY.match(folded, found.start()) or word in _PERSON_FOLLOWS:
            return True
        ends_in_head = any(h.end() == end for h in self._head.finditer(folded, start, end))
        return before_capital and is_surname(word) and ends_in_head

    def _is_inside(self, reading: Reading, start: int, place: int, following: re.Match[str]) -> bool:
        """Tell whether "and" stands inside a name: "Ministry of Planning and Investment".

        It does not after a place, nor before a country, an article or the head noun of a further name.
        """
        before = reading.report.folded[start:place]
        countries = reading.countries.inside(start, following.end() + 20)
        if following[0] in self._levels or following[0] == "the" or " and " in before:
            return False
        if any(h.span.start == following.start() or place - 10 < h.span.end <= place for h in countries):
            return False
        return _FIELD_FOLLOWS.search(before) is not None

    def _finish(self, reading: Reading, start: int, end: int, limit: int) -> Body:
        countries, folded = reading.countries, reading.report.folded
        country, after = countries.named(start, end), end
        while found := _BRACKETS.match(folded, after, limit):
            country = country or countries.named(found.start(1), found.end(1))
            after = found.end()
        if country is None and (link := _OF_COUNTRY.match(folded, after, limit)):
            near = countries.starting_at(link.end())
            if near and not near.is_pair and near.span.end <= limit:
                country, after = near.country, near.span.end
                after = closed.end() if (closed := _BRACKETS.match(folded, after, limit)) else after
        start = _without_lead(reading, start, end)
        heads = [self._levels[h[0]] for h in self._head.finditer(folded, start, end)]
        level: Level = heads[0] if heads else "company"
        return Body(Span(start, end), after, reading.report.text[start:end], level, country)


def _without_lead(reading: Reading, start: int, end: int) -> int:
    """Return where a name starts after "Vietnam's" or "State-run"; `start` where no name in capitals follows."""
    text, country = reading.report.text, reading.countries.starting_at(start)
    lead = _POSSESSIVE.match(text, country.span.end, end) if country else _STATE_RUN.match(text, start, end)
    if lead and country and text.startswith("Ministry", lead.end()):  # both countries have one of that name
        return start
    based = _BASED.match(text, start, end)
    return lead.end() if lead else based.end() if based else start


def _country_of_person(text: str, place: int, limit: int) -> str | None:
    """Tell from a minister's name, where it can only be Vietnamese."""
    person = _PERSON.match(text, place, limit)
    return "VN" if person and len(person[1].split()) > 2 and sounds_vietnamese(person[1]) else None
