"""Extract every record of a report: the finders, in the order in which they need one another."""

from flows.extract.find_agreements import FindAgreements
from flows.extract.find_candidates import FindCandidates
from flows.extract.find_commitments import FindCommitments
from flows.extract.find_institutions import FindInstitutions
from flows.extract.find_meetings import FindMeetings
from flows.extract.find_officials import FindOfficials, official_mentions
from flows.extract.find_targets import FindTargets
from flows.extract.read_sentences import ReadSentences
from flows.extract.records import Extraction
from flows.read.report import Report
from flows.reference.model import Reference


class Extractor:
    """All finders, built once from the reference data and then called with one report after the other."""

    def __init__(self, reference: Reference) -> None:
        self._officials = FindOfficials(reference)
        self._institutions = FindInstitutions(reference)
        self._read_sentences = ReadSentences(reference)
        self._commitments = FindCommitments(reference)
        self._agreements = FindAgreements(reference)
        self._targets = FindTargets(reference)
        self._meetings = FindMeetings(reference)
        self._candidates = FindCandidates(reference)

    def __call__(self, report: Report) -> Extraction:
        """Return the records of one report; a report in a language without cues has none."""
        if report.language not in ("vi", "en"):
            return Extraction(report, (), (), (), (), (), ())
        persons = self._officials(report)
        agreements = self._agreements(report)
        institutions = self._institutions(report, persons)
        sentences = self._read_sentences(report, persons)
        return Extraction(
            report=report,
            commitments=self._commitments(sentences),
            agreements=agreements,
            targets=self._targets(report),
            meetings=self._meetings(report, persons),
            officials=official_mentions(persons),
            institutions=institutions,
            candidates=self._candidates(sentences, agreements, institutions),
        )
