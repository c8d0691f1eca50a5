"""Find agreements: instruments between a Vietnamese and a Korean party, each once a report."""

from collections.abc import Iterator, Sequence

from flows.extract.agreements.draft import Draft, topic_words
from flows.extract.agreements.english_titles import ReadEnglishTitle
from flows.extract.agreements.fold_drafts import fold_drafts
from flows.extract.agreements.instruments import FindInstruments, InstrumentHit
from flows.extract.agreements.parties import ReadParties
from flows.extract.agreements.sides import FindSides
from flows.extract.agreements.signing_dates import signed_when
from flows.extract.agreements.telling import Telling, tellings
from flows.extract.agreements.titles import ReadTitle
from flows.extract.bodies.find_bodies import FindBodies
from flows.extract.bodies.reading import Read, Reading
from flows.extract.records import AgreementMention
from flows.read.report import Report, Sentence
from flows.reference.model import Reference
from flows.span import Span


class FindAgreements:
    """Finds the agreements of a report; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._instruments = FindInstruments(reference)
        self._read = Read(reference)
        self._bodies = FindBodies(reference)
        parties = ReadParties(self._bodies)
        self._title = ReadTitle(parties)
        self._english_title = ReadEnglishTitle(parties)
        self._sides = FindSides(parties)

    def __call__(self, report: Report) -> tuple[AgreementMention, ...]:
        """List the agreements in the order of the text."""
        hits = self._instruments(report)
        if not hits:
            return ()
        reading = self._bodies.with_leaders(self._read(report))
        read_title = self._english_title if report.language == "en" else self._title
        drafts = [
            draft
            for sentence, inside in _by_sentence(report, hits)
            for told in tellings(reading, sentence, inside, read_title)
            if (draft := self._draft(reading, told))
        ]
        return tuple(draft.record() for draft in fold_drafts(drafts))

    def _draft(self, reading: Reading, told: Telling) -> Draft | None:
        """Make a draft of what is told; None where no document is meant, or not one of the two countries."""
        hit, title, signing = told.hit, told.title, told.signing
        if hit.is_plural or (hit.needs_signing and not told.is_object(reading.report.folded)):
            return None
        if hit.is_pointing and not signing.is_after:
            return None
        if signing.act == "planned" and not (signing.is_firm and title.has_topic):
            return None
        if signing.act == "referenced" and not (title.has_topic or title.named or signing.verb):
            return None
        sides = self._sides(reading, told)
        if sides is None or not sides.is_pair:
            return None
        words = topic_words(title.name)
        return Draft(
            kind=hit.kind,
            title=title.name,
            words=words,
            vn=sides.vn,
            kr=sides.kr,
            level=sides.level,
            act=signing.act,
            when=signed_when(reading.report, told),
            span=Span(title.span.start, max(title.end, title.span.end)),
            sentence=told.sentence.span,
            line=told.sentence.kind,
            is_general=not (words or sides.vn or sides.kr),
            rule="agreements.list" if told.governing.signing else f"agreements.{signing.act}",
        )


def _by_sentence(
    report: Report, hits: Sequence[InstrumentHit]
) -> Iterator[tuple[Sentence, list[InstrumentHit]]]:
    """Put each instrument to the sentence that it stands in; furniture has no sentences."""
    waiting = list(reversed(hits))
    for sentence in report.sentences:
        while waiting and waiting[-1].span.start < sentence.span.start:
            waiting.pop()
        inside = []
        while waiting and waiting[-1].span.end <= sentence.span.end:
            inside.append(waiting.pop())
        if inside:
            yield sentence, inside
