"""Find the tellings of instruments in a sentence: each with its verb, or the verb of the list it stands in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from flows.extract.agreements.governing import FindGoverning, Governing
from flows.extract.agreements.instruments import InstrumentHit
from flows.extract.agreements.parties import Named, ReadParties
from flows.extract.agreements.signing import FindAct, Signing
from flows.extract.agreements.telling import Telling
from flows.extract.agreements.title import Title
from flows.extract.bodies.reading import Reading
from flows.read.report import Sentence
from flows.reference.model import Reference
from flows.span import Span

# Between two instruments that one verb governs: "ký Bản ghi nhớ …; Thỏa thuận … và Nghị định thư …".
_JOINT = re.compile(
    r"(?:[^;.\n]{0,80};)?[\s,;:\"\-–•+*\d.]*(?:(?:và|cùng|cùng với|với|and|as well as|an?|the|another|bản|một)[\s\"]*){0,3}"
)
_LONGEST_OPENING = 300
_WITH = re.compile(r"\s(?:với|with)\s")
_BULLET = re.compile(r"[\s\"\-–•+*·>:]*(?:\(?\d{1,2}[.)/]\s*)?(?:(?:giữa|between)\s)?")
_OPENING_END = re.compile(r"(?:\s?\([^()\n]{1,40}\))?\s?[:,]\s(?:(?:an?|the|một|bản)\s)?$")

ReadTitleOf = Callable[[Reading, InstrumentHit, int], Title]


class FindTellings:
    """Finds the tellings of instruments in a sentence; built once for a language."""

    def __init__(
        self, read_title: ReadTitleOf, find_act: FindAct, parties: ReadParties, reference: Reference
    ) -> None:
        self._read_title = read_title
        self._find_act = find_act
        self._parties = parties
        self._find_governing = FindGoverning(reference, find_act)

    def __call__(self, reading: Reading, sentence: Sentence, hits: Sequence[InstrumentHit]) -> list[Telling]:
        """Read the instruments of a sentence; none inside the title or the parties of another."""
        folded, reached = reading.report.folded, sentence.span.start
        found: list[Telling] = []
        first: Telling | None = None
        told: list[Span] = []
        is_open = False  # whether the instrument right before was told of
        for number, hit in enumerate(hits):
            if hit.span.start < reached:
                continue
            since = reached
            title = self._read_title(reading, hit, sentence.span.end)
            reached = max(title.end, title.span.end)
            until = next(
                (h.span.start for h in hits[number + 1 :] if h.span.start >= reached), sentence.span.end
            )
            last = found[-1] if is_open else None
            if last and _JOINT.fullmatch(folded, since, title.span.start):
                own = self._find_act(folded, title.span.start, title.span, title.end, until, told=told)
                shared = first if first and ";" in folded[since : title.span.start] else last
                signing = own if own and own.verb else shared.signing
                telling: Telling | None = Telling(
                    sentence, hit, title, signing, last.governing, is_joined=True
                )
            else:
                telling = first = self._telling(reading, sentence, hit, title, until, told)
            told.append(title.span)
            is_open = telling is not None
            if telling:
                if telling.signing.is_after and telling.signing.verb and _has_own_verb(folded, telling):
                    told.append(telling.signing.verb)
                found.append(replace(telling, own=Span(since, max(until, reached))))
        return _sharing_what_follows(found)

    def _telling(
        self,
        reading: Reading,
        sentence: Sentence,
        hit: InstrumentHit,
        title: Title,
        until: int,
        told: Sequence[Span],
    ) -> Telling | None:
        report, span = reading.report, sentence.span
        signing = self._find_act(report.folded, span.start, title.span, title.end, until,
                                 is_statement=hit.kind == "joint_statement", told=told)  # fmt: skip
        listed = self._entry(reading, sentence, title.span.start)
        if not title.is_subject and (signing is None or signing.verb is None):
            start = span.start if listed else title.span.start
            governing = self._find_governing(report, sentence, start)
            if governing.signing:
                return Telling(sentence, hit, title, governing.signing, governing, listed=listed)
        if title.signed and (signing is None or signing.act == "referenced"):
            signing = Signing("signed", title.signed, is_after=True)
        if signing is None:
            return None
        partner = None
        if signing.verb is None and not (title.has_topic or title.named):
            lead = _WITH.match(report.folded, title.end, until)
            partner = self._parties.after(reading, lead.end(), until) if lead else None
            if partner and partner.bodies:
                title = title.until(partner.end, report.text)
        return Telling(sentence, hit, title, signing, Governing(sentence), listed=listed, partner=partner)

    def _entry(self, reading: Reading, sentence: Sentence, title: int) -> Named | None:
        """Read the parties that open an entry: "- Đại học Huế và Đại học Dong-A: thỏa thuận …"."""
        folded, start = reading.report.folded, sentence.span.start
        if title - start > _LONGEST_OPENING or not _OPENING_END.search(folded, start, title):
            return None
        bullet = _BULLET.match(folded, start, title)
        named = self._parties.after(reading, bullet.end() if bullet else start, title)
        if named is None or len(named.bodies) < 2:
            return None
        return named if _OPENING_END.fullmatch(folded, named.end, title) else None


def _has_own_verb(folded: str, telling: Telling) -> bool:
    """Tell whether the verb behind a word for a document is its own, so that no later one has it too."""
    return not telling.hit.needs_signing or telling.is_object(folded)


def _sharing_what_follows(found: list[Telling]) -> list[Telling]:
    """Give those that are joined to one whose verb follows it that verb: "Bản ghi nhớ … và Thỏa thuận … được ký"."""
    for at in range(len(found) - 2, -1, -1):
        here, following = found[at], found[at + 1]
        if following.is_joined and following.signing.is_after and here.signing.verb is None:
            found[at] = replace(here, signing=following.signing)
    return found
