"""Read the title of an instrument in English: "MoU on labour", "Mekong-RoK Action Plan for 2017-2020"."""

import re

from flows.extract.agreements.instruments import InstrumentHit
from flows.extract.agreements.parties import ReadParties
from flows.extract.agreements.title import LONGEST_TITLE, Title, trimmed
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import CAPITAL
from flows.span import Span

_TOKEN = re.compile(r"\w+(?:[./&'-]+\w+)*|[^\w\s]|\n")
_SHORT_FORM = re.compile(r"\s?\([^()\s\d][^()\s]{1,14}\)")
_CAPITALS = re.compile(rf"(?:[{CAPITAL}][\w'’-]*(?: ?[–-] ?[{CAPITAL}]\w*)* (?:and )?){{0,7}}$")
_ADJECTIVES = re.compile(
    r"(?<!\w)(?:(?:special|new|renewed|revised|regular|preliminary|project|joint|bilateral|landmark|initial) ){1,2}$"
)
_NO_TITLE = re.compile(r"(?:The|A|An|This|Its|Under|In|On|At|Two|Both|And|Sign|Signed|Of|Mr|Ms) ")
_BETWEEN = re.compile(r"\s?,?\s?(?P<signed>signed )?(?:between|by)(?= )")
_WITH = re.compile(r"\s?with(?= )")
_TOPIC = re.compile(r"\s(?P<word>on|for|to|about|regarding|in)(?= )")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_ENDS = re.compile(
    r"(?:signed|inked|sealed|exchanged|concluded|was|were|is|are|has|have|had|will|would|that|which|who"
    r"|when|while|where|after"
    r"|before|during|at (?:the|a)|as well|following|worth|valued|also|reached|last|this|earlier|thereby|so"
    r"|but|to be|took|entered"
    r"|expire[sd]?|(?:replac|provid|includ|outlin)es|covers|aims|calls|sets|allows|helps|came|by (?:the|their|vietnam|korea|minister)"
    r"|under (?:the (?:deal|agreement|mou|memorandum|document|pact)|which)"
    r"|and (?:an?|the|another|two|agreed|said|pledged|witnessed)"
    r"|with(?= (?:its|the|his|their|an?|vietnam|korea|south|rok|\w+'s|\w+ (?:university|group|corporation"
    r"|bank|ministry)))"
    rf"|on (?:{_MONTH}|\w+day|\d)|in (?:{_MONTH}|\d{{4}}|seoul|busan|incheon|daegu|hanoi|ha noi|hà nội|the presence))(?!\w)"
)
_YEARS = re.compile(r"(?:(?P<lead>for|by|until|in|from) )?(?:the )?(?:period )?\d{4}(?:\s?[-–]\s?\d{2,4})?")
_LIST = re.compile(r", (?:[\w&-]+ ){1,3}(?:, (?:[\w&-]+ ){1,3}){0,5},?(?:and|&) ")


class ReadEnglishTitle:
    """Reads the titles of instruments in English."""

    def __init__(self, parties: ReadParties) -> None:
        self._parties = parties

    def __call__(self, reading: Reading, hit: InstrumentHit, limit: int) -> Title:
        """Read the words before and after the word for the instrument, not past `limit`."""
        folded, text = reading.report.folded, reading.report.text
        limit = min(limit, hit.span.start + LONGEST_TITLE)
        start = _start(text, hit)
        short = _SHORT_FORM.match(folded, hit.span.end, limit)
        first = short.end() if short else hit.span.end
        end, stop = _topic(folded, first, limit)
        own = trimmed(reading, start, max(end, hit.span.end))
        has_topic = end > first or start < hit.span.start
        if between := _BETWEEN.match(folded, stop, limit):
            signed = Span(*between.span("signed")) if between["signed"] else None
            if named := self._parties.after(reading, between.end(), limit):
                whole, after = own, named.end
                topic_end = None if signed or end > first else _topic_after(folded, after, limit)
                if topic_end:
                    after, has_topic = topic_end, True
                    whole = trimmed(reading, start, after)
                return Title(whole, whole.of(text), after, named, has_topic, signed)
        if end <= first and (partner := _WITH.match(folded, stop, limit)):
            named = self._parties.after(reading, partner.end(), limit)
            if named and (after_topic := _topic_after(folded, named.end, limit)):
                topic = trimmed(reading, named.end, after_topic).of(text).strip()
                return Title(own, f"{own.of(text)} {topic}", stop, None, True)
        return Title(own, own.of(text), max(end, first), None, has_topic)


def _start(text: str, hit: InstrumentHit) -> int:
    """Take in the capitals before the word, "Vietnam - Korea Free Trade Agreement"."""
    if not text[hit.span.start].isupper():
        described = _ADJECTIVES.search(text, max(0, hit.span.start - 40), hit.span.start)
        return described.start() if described else hit.span.start
    found = _CAPITALS.search(text, max(0, hit.span.start - 80), hit.span.start)
    start = found.start() if found else hit.span.start
    while lead := _NO_TITLE.match(text, start, hit.span.start):
        start = lead.end()
    return start


def _topic_after(folded: str, place: int, limit: int) -> int | None:
    """Return where a topic that starts right at `place` ends; None where none does."""
    lead = _TOPIC.match(folded, place, limit)
    if lead is None or _ENDS.match(folded, lead.start("word"), limit):
        return None
    end, _ = _topic(folded, place, limit)
    return end if end > lead.end() else None


def _topic(folded: str, start: int, limit: int) -> tuple[int, int]:
    """Walk over the words of a topic; return where it ends, and where the text goes on."""
    end, skip_to = start, start
    for found in _TOKEN.finditer(folded, start, limit):
        place, mark = found.start(), found[0]
        if place < skip_to:
            continue
        if years := _YEARS.match(folded, place, limit):
            if years["lead"] == "in":
                return end, place
            end = skip_to = years.end()
        elif mark == "between" or _ENDS.match(folded, place, limit):
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
