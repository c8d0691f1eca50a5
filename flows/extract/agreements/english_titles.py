"""Read the title of an instrument in English: "MoU on labour", "Mekong-RoK Action Plan for 2017-2020"."""

import re
from typing import Final

from flows.extract.agreements.instruments import InstrumentHit
from flows.extract.agreements.parties import Named, ReadParties
from flows.extract.agreements.title import LONGEST_TITLE, Title, trimmed
from flows.extract.agreements.title_ends import TitleEnds
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import CAPITAL
from flows.span import Span

_TOKEN = re.compile(r"\w+(?:[./&'-]+\w+)*|[^\w\s]|\n")
_SHORT_FORM = re.compile(r"\s?\([^()\s\d][^()\s]{1,14}\)")
_CAPITALS = re.compile(rf"(?:[{CAPITAL}][\w'’-]*(?: ?[–-] ?[{CAPITAL}]\w*)* (?:and )?){{0,7}}$")
# "a food safety agreement", "its Vietnam-Korea free trade agreement": what an article or pronoun opens.
_OPENED = re.compile(
    r"(?<!\w)(?i:an?|the|its|their|this|that|another|first|other|of) (?P<described>(?:[\w'-]+ (?:[–-] )?){1,5})$"
)
# "signed friendship cooperation agreement in 2005"
_OBJECT = re.compile(r"(?<!\w)(?:signed|inked|sign|exchanged) (?P<described>(?:[a-z][a-z-]+ ){1,4})$")
_NO_DESCRIPTION: Final = re.compile(
    r"(?<!\w)(?:on|in|to|for|with|by|under|and|or|at|from|is|was|were|be|an?|the|several|many|number|series"
    r"|of|that|said|signed|countries|nations|sides|two|three|four|five|six|such|similar|new|key|major|important|separate|landmark)(?!\w)"
)
_NO_TITLE = re.compile(r"(?:The|A|An|This|Its|Under|In|On|At|Two|Both|And|Sign|Signed|Of|Mr|Ms) ")
_BETWEEN = re.compile(r"\s?,?\s?(?P<signed>signed )?(?:between|by)(?= )")
_WITH = re.compile(r"\s?with(?= )")
_TOPIC = re.compile(r"\s(?P<word>on|for|to|about|regarding|in)(?= )")
# What may follow the word for a document in its title; a verb may not: "The MoU reaffirms …".
_LEAD = re.compile(
    r"\s?(?:[,(&–-]|\s(?:and|on|for|to|about|in|of|under|from|as|with|within|against|towards?|concerning|\w+ing|amended"
    rf"|related)(?!\w)|\s[{CAPITAL}])"
)
# "amendment to the …", "agreement amending the …"
_OPEN = re.compile(r"(?: to| of|ing)$")
_ARTICLE = re.compile(r"(?:the |an? )?")
# "between RoK firms and Vietnamese localities": no bodies, but what it is about.
_KINDS_OF = re.compile(
    r" (?!(?:and|or|on|in|for|to|signed|was|were|is|at|during|about|regarding|under)(?!\w))[a-z]+"
)
_YEARS = re.compile(r"(?:(?P<lead>for|by|until|in|from) )?(?:the )?(?:period )?\d{4}(?:\s?[-–]\s?\d{2,4})?")
_LIST = re.compile(r", (?:[\w&-]+ ){1,3}(?:, (?:[\w&-]+ ){1,3}){0,5},?(?:and|&) ")
_DESCRIBED_WITHIN: Final = 70


class ReadEnglishTitle:
    """Reads the titles of instruments in English."""

    def __init__(self, parties: ReadParties, ends: TitleEnds) -> None:
        self._parties = parties
        self._ends = ends

    def __call__(self, reading: Reading, hit: InstrumentHit, limit: int) -> Title:
        """Read the words before and after the word for the instrument, not past `limit`."""
        folded, text = reading.report.folded, reading.report.text
        limit = min(limit, hit.span.start + LONGEST_TITLE)
        start = _start(text, hit)
        short = _SHORT_FORM.match(folded, hit.span.end, limit)
        first = short.end() if short else hit.span.end
        has_lead = _LEAD.match(text, first, limit) or _OPEN.search(folded, hit.span.start, hit.span.end)
        end, stop = self._topic(reading, first, limit) if has_lead else (first, first)
        own = trimmed(reading, start, max(end, hit.span.end))
        has_topic = end > first or start < hit.span.start
        if between := _BETWEEN.match(folded, stop, limit):
            signed = Span(*between.span("signed")) if between["signed"] else None
            named = self._parties.after(reading, between.end(), limit)
            if named and _is_of_kinds(reading, named):
                end, stop = self._topic(reading, between.end(), limit)
                own = trimmed(reading, start, end)
                return Title(own, own.of(text), end, None, has_topic=True)
            if named:
                whole, after = own, named.end
                topic_end = None if signed or end > first else self._topic_after(reading, after, limit)
                if topic_end:
                    after, has_topic = topic_end, True
                    whole = trimmed(reading, start, after)
                return Title(whole, whole.of(text), after, named, has_topic, signed)
        if end <= first and (partner := _WITH.match(folded, stop, limit)):
            named = self._parties.after(reading, partner.end(), limit)
            if named and (after_topic := self._topic_after(reading, named.end, limit)):
                topic = trimmed(reading, named.end, after_topic).of(text).strip()
                return Title(own, f"{own.of(text)} {topic}", stop, None, True)
        return Title(own, own.of(text), max(end, first), None, has_topic)

    def _topic_after(self, reading: Reading, place: int, limit: int) -> int | None:
        """Return where a topic that starts right at `place` ends; None where none does."""
        folded = reading.report.folded
        lead = _TOPIC.match(folded, place, limit)
        if lead is None or self._ends.ends_at(folded, lead.start("word"), limit):
            return None
        end, _ = self._topic(reading, place, limit)
        return end if end > lead.end() else None

    def _topic(self, reading: Reading, start: int, limit: int) -> tuple[int, int]:
        """Walk over the words of a topic; return where it ends, and where the text goes on."""
        folded, end, skip_to = reading.report.folded, start, start
        for found in _TOKEN.finditer(folded, start, limit):
            place, mark = found.start(), found[0]
            if place < skip_to:
                continue
            if years := _YEARS.match(folded, place, limit):
                if years["lead"] == "in":
                    return end, place
                end = skip_to = years.end()
            elif self._stops(reading, found, limit):
                return end, place
            elif mark == ",":
                if not _LIST.match(folded, place, limit):
                    return end, place
            elif mark == "(" and (short := _SHORT_FORM.match(folded, place, limit)):
                end = skip_to = short.end()
            elif not mark[0].isalnum() and mark not in {"-", "/", "&", "'"}:
                return end, place
            else:
                end = found.end()
        return end, end

    def _stops(self, reading: Reading, found: re.Match[str], limit: int) -> bool:
        """Tell whether a topic has ended before the word `found`."""
        if found[0] == "between" or self._ends.ends_at(reading.report.folded, found.start(), limit):
            return True
        return found[0] == "with" and self._is_partner(reading, found.end(), limit)

    def _is_partner(self, reading: Reading, after_with: int, limit: int) -> bool:
        """Tell whether "with" leads to whom it is signed with: a country or a body."""
        article = _ARTICLE.match(reading.report.folded, after_with + 1, limit)
        place = article.end() if article else after_with + 1
        is_country = reading.countries.starting_at(place) is not None
        return is_country or self._parties.bodies.english.headed(reading, place, limit) is not None


def _is_of_kinds(reading: Reading, named: Named) -> bool:
    """Tell whether "between" joins kinds of bodies: "RoK firms and Vietnamese localities"."""
    if not named.bodies or named.implied:
        return False
    first = named.bodies[0]
    return first.level == "state" and _KINDS_OF.match(reading.report.text, first.end) is not None


def _start(text: str, hit: InstrumentHit) -> int:
    """Take in what describes it: "Vietnam - Korea Free Trade Agreement", "a food safety agreement"."""
    start = hit.span.start
    if not text[start].isupper():
        since = max(0, start - _DESCRIBED_WITHIN)
        found = _OPENED.search(text, since, start) or _OBJECT.search(text, since, start)
        if found is None:
            return start
        described = found.start("described")
        while no := _NO_DESCRIPTION.search(text.lower(), described, start):
            described = no.end() + 1
        return min(described, start)
    found = _CAPITALS.search(text, max(0, start - 80), start)
    start = found.start() if found else start
    while lead := _NO_TITLE.match(text, start, hit.span.start):
        start = lead.end()
    return start
