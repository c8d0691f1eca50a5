"""What several finders need of one report: its namings of commitments, and its sentences with their verbs.

Each part is read when it is first asked for, and once.
"""

from collections.abc import Sequence
from functools import cached_property

from flows.extract.find_actors import FindActors
from flows.extract.find_cues import FindCues
from flows.extract.find_namings import FindNamings
from flows.extract.naming import Naming
from flows.extract.read_clauses import Clause, read_clauses
from flows.extract.records import Person
from flows.read.report import Report
from flows.reference.model import Reference


class ReadSentences:
    """Makes the readings; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self.find_namings = FindNamings(reference)
        self.find_cues = FindCues(reference)
        self.find_actors = FindActors(reference)

    def __call__(self, report: Report, persons: Sequence[Person]) -> "Sentences":
        """Return what can be read of a report in which these persons were found."""
        return Sentences(self, report, persons)


class Sentences:
    """One report, read as far as somebody asked."""

    def __init__(self, read: ReadSentences, report: Report, persons: Sequence[Person]) -> None:
        self._read = read
        self.report = report
        self.persons = persons

    @cached_property
    def namings(self) -> list[Naming]:
        """Where commitments are named, in the order of the text."""
        return self._read.find_namings(self.report, self.persons)

    @cached_property
    def clauses(self) -> list[Clause]:
        """Every sentence that may hold a record, in order."""
        cues, oblique = self._read.find_cues(self.report)
        actors = self._read.find_actors(self.report, cues, self.persons)
        return list(read_clauses(self.report, cues, oblique, actors))
