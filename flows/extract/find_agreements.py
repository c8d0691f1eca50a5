"""Find agreements: instruments between a Vietnamese and a Korean party, each once a report."""

import re
from collections.abc import Iterator, Sequence

from flows.extract.agreements.choose_sides import Sides
from flows.extract.agreements.draft import Draft, party_words, topic_words
from flows.extract.agreements.english_titles import ReadEnglishTitle
from flows.extract.agreements.find_tellings import FindTellings
from flows.extract.agreements.fold_drafts import fold_drafts
from flows.extract.agreements.instruments import FindInstruments, InstrumentHit
from flows.extract.agreements.parties import ReadParties
from flows.extract.agreements.sides import FindSides
from flows.extract.agreements.signing import FindAct
from flows.extract.agreements.signing_dates import SigningDates
from flows.extract.agreements.telling import Telling
from flows.extract.agreements.title_ends import TitleEnds
from flows.extract.agreements.titles import ReadTitle
from flows.extract.bodies.countries import PAIR
from flows.extract.bodies.find_bodies import FindBodies
from flows.extract.bodies.reading import Read, Reading
from flows.extract.records import AgreementMention
from flows.read.report import Report, Sentence
from flows.reference.model import Reference
from flows.span import Span
from flows.when import When

_CUT = re.compile(r"\d\. \d")
_TOPIC = re.compile(r"\s(?:\(\S+\) )?(?:về|trong|hợp tác|song phương|khung|thương mại|đặc biệt|eps)(?!\w)")


class FindAgreements:
    """Finds the agreements of a report; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._instruments = FindInstruments(reference)
        self._read = Read(reference)
        self._bodies = FindBodies(reference)
        parties = ReadParties(self._bodies, reference)
        self._tellings = FindTellings(
            ReadTitle(parties, TitleEnds(reference, "vi")), FindAct(reference, "vi"), parties, reference
        )
        self._english_tellings = FindTellings(
            ReadEnglishTitle(parties, TitleEnds(reference, "en")),
            FindAct(reference, "en"),
            parties,
            reference,
        )
        self._sides = FindSides(parties, reference)
        self._dates = SigningDates(reference)

    def __call__(self, report: Report) -> tuple[AgreementMention, ...]:
        """List the agreements in the order of the text."""
        hits = self._instruments(report)
        if not hits:
            return ()
        reading = self._bodies.with_leaders(self._read(report))
        tellings = self._english_tellings if report.language == "en" else self._tellings
        drafts = [
            draft
            for sentence, inside in _by_sentence(report, hits)
            for told in tellings(reading, sentence, inside)
            for draft in self._drafts(reading, told)
        ]
        return tuple(draft.record() for draft in fold_drafts(drafts))

    def _drafts(self, reading: Reading, told: Telling) -> Iterator[Draft]:
        """Make a draft of what is told, one a date of "hai bản ghi nhớ … ký tháng 12/2013 và tháng 4/2015".

        There is none where no document is meant, or not one of the two countries.
        """
        hit, report = told.hit, reading.report
        whens = self._dates.of_several(report, told) if hit.is_plural else [self._dates.of(report, told)]
        if not whens or not (_is_meant(report, told) or _is_named(reading, told)):
            return
        sides = self._sides(reading, told)
        if sides is None or not sides.is_pair:
            return
        for when in whens:
            yield self._draft(reading, told, sides, when)

    def _party_words(self, reading: Reading, party: str | None) -> frozenset[str]:
        """Return the words that tell a party from others: those of its full name, without head nouns."""
        if party is None:
            return frozenset()
        full = self._bodies.full_name(reading, party)
        return party_words(self._bodies.name.heads.without(full)) or party_words(full)

    def _draft(self, reading: Reading, told: Telling, sides: Sides, when: When | None) -> Draft:
        report = reading.report
        title, words = told.title, topic_words(told.title.name)
        is_earlier = self._dates.is_earlier(report.folded, told.around.start, title.span.start)
        return Draft(
            kind=told.hit.kind,
            title=title.name,
            words=words,
            vn=sides.vn,
            kr=sides.kr,
            level=sides.level,
            act=told.signing.act,
            when=when,
            year=_year(report, when),
            span=Span(title.span.start, max(title.end, title.span.end)),
            sentence=told.sentence.span,
            line=told.sentence.kind,
            is_general=not (words or sides.vn or sides.kr),
            is_earlier=is_earlier,
            is_pointed=sides.is_pointed,
            is_loose=told.hit.needs_signing or told.hit.is_paper,
            vn_words=self._party_words(reading, sides.vn),
            kr_words=self._party_words(reading, sides.kr),
            rule="agreements.list" if told.governing.signing else f"agreements.{told.signing.act}",
        )


def _year(report: Report, when: When | None) -> int | None:
    """Return the year of a date, "năm ngoái" counted from the day of publication."""
    if when is None or when.year is not None:
        return when.year if when else None
    published = report.published.when.year if report.published.when else None
    if published is None or when.shift is None:
        return published if when.weekday is not None else None
    return published + (when.shift if when.unit == "y" else 0)


def _is_meant(report: Report, told: Telling) -> bool:
    """Tell whether a certain document is meant, which exists or is firmly planned."""
    hit, title, signing = told.hit, told.title, told.signing
    if (hit.is_loose and not title.named) or ((hit.is_pointing or title.is_subject) and not signing.is_after):
        return False
    if hit.needs_signing and not (told.is_object(report.folded) or told.is_between_two):
        return False
    if hit.is_draft and signing.act != "initialled":
        return False
    if signing.act == "planned" and not _is_proper(told):
        return signing.is_firm and (title.has_topic or title.names_two)
    if signing.act in {"referenced", "planned"}:
        is_told = title.has_topic or title.named or signing.verb or told.partner
        return bool(is_told) and _is_specific(report, told)
    return True


def _is_named(reading: Reading, told: Telling) -> bool:
    """Tell whether a document goes by a full name with both countries in it: "Vietnam-Korea … Agreement"."""
    title, is_capital = told.title.span, reading.report.text[told.hit.span.start].isupper()
    is_paper = told.hit.kind == "agreement" and not (
        told.hit.is_draft or told.hit.is_plural or told.hit.is_pointing
    )
    return is_capital and is_paper and reading.countries.all_in(title.start, title.end) >= PAIR


def _is_proper(told: Telling) -> bool:
    """Tell whether a document has a name of its own ("VKFTA"): it exists whatever is planned with it."""
    return told.hit.kind == "agreement" and told.title.name.isupper() and told.title.name.isascii()


def _is_specific(report: Report, told: Telling) -> bool:
    """Tell whether a document that is only referred to is a certain one, not "hiệp định tiếp sức cho hai nước"."""
    if told.title.named or told.signing.verb or told.partner or report.text[told.hit.span.start].isupper():
        return True
    return report.language == "en" or _TOPIC.match(report.folded, told.hit.span.end) is not None


def _by_sentence(
    report: Report, hits: Sequence[InstrumentHit]
) -> Iterator[tuple[Sentence, list[InstrumentHit]]]:
    """Put each instrument to the sentence that it stands in; furniture has no sentences."""
    waiting = list(reversed(hits))
    for sentence in _whole_sentences(report):
        while waiting and waiting[-1].span.start < sentence.span.start:
            waiting.pop()
        inside = []
        while waiting and waiting[-1].span.end <= sentence.span.end:
            inside.append(waiting.pop())
        if inside:
            yield sentence, inside


def _whole_sentences(report: Report) -> Iterator[Sentence]:
    """Put together again what a number with a blank in it has cut: "Cách mạng công nghiệp 4. 0"."""
    open_: Sentence | None = None
    for sentence in report.sentences:
        if open_ and _CUT.fullmatch(report.text, open_.span.end - 2, sentence.span.start + 1):
            open_ = Sentence(open_.span.until(sentence.span), open_.kind)
            continue
        if open_:
            yield open_
        open_ = sentence
    if open_:
        yield open_
