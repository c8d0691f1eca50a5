"""Short reports read and searched for officials and meetings, for the tests beside."""

from dataclasses import replace
from functools import cache

from flows.extract.find_meetings import FindMeetings
from flows.extract.find_officials import FindOfficials, official_mentions
from flows.read.limits import Limits
from flows.read.read_report import read_bytes
from flows.read.report import Report
from flows.reference.load import load_reference


@cache
def _officials() -> FindOfficials:
    return FindOfficials(load_reference())


@cache
def _meetings() -> FindMeetings:
    return FindMeetings(load_reference())


def read(text, language="vi"):
    """Read one report; its language is given, since a sentence alone may be too short to tell."""
    (report,) = read_bytes(text.encode(), "report.txt", load_reference().outlets, Limits())
    assert isinstance(report, Report)
    return replace(report, language=language)


def find(report):
    """Find every naming in a report."""
    return _officials()(report)


def find_meetings(report, found):
    """Find the meetings of a report in which these persons were found."""
    return _meetings()(report, found)


def persons(text, language="vi"):
    """Find every naming, each checked to be a cut of the text."""
    report = read(text, language)
    found = find(report)
    for person in found:
        assert " ".join(person.span.of(report.text).split()) == person.name_as_written
        if person.role_span is not None:
            assert " ".join(person.role_span.of(report.text).split()) == person.role
    return found


def officials(text, language="vi"):
    """List name, role and country of every official named."""
    return [(m.name, m.role, m.country) for m in official_mentions(persons(text, language))]


def pointing_back(text, language="vi"):
    """List what points back to a person, with the person's name, in text order."""
    rules = ("officials.short_name", "officials.title_alone")
    return [(p.name_as_written, p.name) for p in persons(text, language) if p.rule in rules]


def meetings(text, language="vi"):
    """List kind, date and the participants' names of every meeting."""
    report = read(text, language)
    found = find(report)
    names = {p.key: p.name for p in found}
    return [(m.kind, m.when, [names[k] for k in m.participants]) for m in find_meetings(report, found)]
