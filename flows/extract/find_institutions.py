"""Find the bodies that a report names, each once: the known ones of seeds/, and others by their head noun."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from flows.extract.bodies.body import Body
from flows.extract.bodies.find_bodies import FindBodies
from flows.extract.bodies.reading import KnownHit, Read, Reading
from flows.extract.name_key import name_key
from flows.extract.records import InstitutionMention, Person
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

_MOST_WORDS = 12
_MOSTLY = 0.6
_SMALL_RUN = 2  # "Cơ quan Hợp tác quốc tế Hàn Quốc"; three small words are a sentence going on


class FindInstitutions:
    """Finds institution mentions; built once from the reference data.

    A body whose name begins with that of a known one, such as a department of a ministry, is kept as
    written and not taken for the known one.
    """

    def __init__(self, reference: Reference) -> None:
        self._read = Read(reference)
        self._bodies = FindBodies(reference)

    def __call__(self, report: Report, persons: Sequence[Person]) -> tuple[InstitutionMention, ...]:
        """Return the first naming of each body, in the order of the text; what names a person is none."""
        people = [person.span for person in persons]
        reading = self._bodies.with_leaders(self._read(report))
        first: dict[str, InstitutionMention] = {}
        for sentence in report.sentences:
            for mention in self._named_in(reading, sentence.span, people):
                first.setdefault(mention.institution or name_key(mention.name), mention)
        return tuple(sorted(first.values(), key=lambda m: (m.span, m.name)))

    def _named_in(
        self, reading: Reading, sentence: Span, people: Sequence[Span]
    ) -> Iterator[InstitutionMention]:
        known = list(reading.known_in(sentence.start, sentence.end))
        taken = [*(hit.span for hit in known), *(span for span in people if sentence.holds(span))]
        for hit in known:
            yield _known(reading.report, hit)
        for body in self._bodies.within(reading, sentence.start, sentence.end):
            is_body = _is_proper(body) and not _is_country(reading, body)
            if is_body and not any(body.span.overlaps(span) for span in taken):
                yield _unknown(reading.report, body)


def _is_proper(body: Body) -> bool:
    """Tell whether an unknown body is named, not described: "Viện Dầu khí", not "doanh nghiệp Hàn Quốc"."""
    words = body.name.split()
    is_capital = [word[0].isupper() for word in words]
    small = max((len(list(run)) for large, run in groupby(is_capital) if not large), default=0)
    is_name = 2 <= len(words) <= _MOST_WORDS and words[0][0].isupper() and words[-1][0].isupper()
    return is_name and not body.is_led and small <= _SMALL_RUN and sum(is_capital) >= _MOSTLY * len(words)


def _is_country(reading: Reading, body: Body) -> bool:
    """Tell whether what begins like a body is a country or a place: "Đài Loan", a bare "TP. HCM"."""
    hit = reading.countries.starting_at(body.span.start)
    return hit is not None and (hit.span == body.span or not hit.is_place)


def _known(report: Report, hit: KnownHit) -> InstitutionMention:
    row, words = hit.institution, hit.span.of(report.text)
    name = row.name_en if report.language == "en" else row.name_vi
    return InstitutionMention(
        row.institution_id, name, words, row.country, row.level, hit.span, "institutions.listed"
    )


def _unknown(report: Report, body: Body) -> InstitutionMention:
    words = body.span.of(report.text)
    return InstitutionMention(
        None, words, words, body.country, body.level, body.span, "institutions.head_noun"
    )
