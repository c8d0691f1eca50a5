"""Short ways to a report and its records, for tests that show the text."""

from functools import cache

from flows.extract.extract_report import Extractor
from flows.extract.records import CommitmentMention, Extraction
from flows.read.limits import Limits
from flows.read.read_report import read_bytes
from flows.read.report import Report
from flows.reference.load import load_reference


@cache
def extractor() -> Extractor:
    """The finders, built once a test session."""
    return Extractor(load_reference())


def report(text: str, path: str = "report.txt") -> Report:
    """Read a text as if it were a file's."""
    (read,) = read_bytes(text.encode(), path, load_reference().outlets, Limits())
    assert isinstance(read, Report), read
    return read


def extract(text: str) -> Extraction:
    """Read and extract a text."""
    return extractor()(report(text))


def mentions(text: str) -> tuple[CommitmentMention, ...]:
    """The commitment mentions of a text."""
    return extract(text).commitments
