"""Find the officials that a report names: who, in which post, of which country; and what points back."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.extract.officials.names import NameReader
from flows.extract.officials.namings import COUNTERPART, Found, find_namings
from flows.extract.officials.nearby_bodies import read_acronyms
from flows.extract.officials.people import Someone, gather_people
from flows.extract.officials.read_title import TitleReader
from flows.extract.officials.refer_back import PointingBack, find_pointers
from flows.extract.officials.titles import Title
from flows.extract.officials.vocabulary import Vocabulary
from flows.extract.officials.words import Words, read_words
from flows.extract.records import OfficialMention, Person
from flows.read.report import Report
from flows.reference.model import Reference
from flows.span import Span

LISTED = "officials.listed_name"
SHORT_NAME = "officials.short_name"
TITLE_ALONE = "officials.title_alone"


class FindOfficials:
    """Finds every naming of a person in public office, in text order.

    A person counts where some naming gives a public post, or where `seeds/officials.csv` lists the name and
    the report names some post.
    """

    def __init__(self, reference: Reference) -> None:
        vocabulary = Vocabulary(reference)
        self._titles = TitleReader(vocabulary, NameReader(vocabulary))
        self._of_both = vocabulary.of_both

    def __call__(self, report: Report) -> tuple[Person, ...]:
        """Return the namings of officials: full names, short names, and titles alone."""
        words = read_words(report)
        words = replace(words, acronyms=read_acronyms(words, self._titles.vocabulary))
        is_english = report.language == "en"
        found = find_namings(words, self._titles, is_english=is_english)
        no_country = self._of_both if is_english else frozenset()
        of_naming = gather_people(report.text, words, found.namings, found.aliases, no_country)
        is_political = any(t.kind for t in found.titles) or any(s.is_official for s in of_naming)
        persons = []
        for naming, someone in zip(found.namings, of_naming, strict=True):
            if someone.is_official or (is_political and someone.is_known_official):
                title = naming.title if naming.title and not naming.title.is_private else None
                span = words.span(naming.name.first, naming.name.last)
                persons.append(_person(report, words, someone, span, title, naming.rule if title else LISTED))
        if persons:
            persons += self._pointing_back(report, words, found, of_naming, is_english)
        return tuple(sorted(persons, key=lambda p: (p.span, p.rule)))

    def _pointing_back(
        self, report: Report, words: Words, found: Found, of_naming: Sequence[Someone], is_english: bool
    ) -> Iterator[Person]:
        covered = {i for n in found.namings for i in range(n.name.first, n.name.last)}
        pointers = find_pointers(words, self._titles, found.titles, covered, is_english=is_english)
        sentences = [s.span.start for s in report.sentences]
        back = PointingBack(list(dict.fromkeys(of_naming)))
        n_named = 0
        for pointer in pointers:
            while n_named < len(of_naming) and found.namings[n_named].name.first < pointer.first:
                start = words.starts[found.namings[n_named].name.first]
                back.name(of_naming[n_named], bisect_right(sentences, start))
                n_named += 1
            someone = back.who(words, pointer)
            if someone is None or not (someone.is_official or someone.is_known_official):
                continue
            back.name(someone, bisect_right(sentences, words.starts[pointer.first]))
            span = words.span(pointer.first, pointer.last)
            title = pointer.title if pointer.title and pointer.title.kind else None
            rule = SHORT_NAME if pointer.is_short_name else TITLE_ALONE
            yield _person(report, words, someone, span, title, rule)


def _person(
    report: Report, words: Words, someone: Someone, span: Span, title: Title | None, rule: str
) -> Person:
    role_span = None if title is None else words.span(title.first, title.last)
    return Person(
        span=span,
        key=someone.key,
        name=someone.name,
        name_as_written=" ".join(span.of(report.text).split()),
        role=None if role_span is None else " ".join(role_span.of(report.text).split()),
        role_span=role_span,
        country=someone.country,
        rule=rule,
    )


def official_mentions(persons: Sequence[Person]) -> tuple[OfficialMention, ...]:
    """Return each person once, in text order: at the first full name with a post, else at the first name.

    That one is somebody's counterpart says less than any post.
    """
    best: dict[str, Person] = {}
    for person in persons:
        if person.rule in (SHORT_NAME, TITLE_ALONE):
            continue
        last = best.get(person.key)
        if last is None or _tells_of_post(person) > _tells_of_post(last):
            best[person.key] = person
    mentions = [
        OfficialMention(p.key, p.name, p.name_as_written, p.role, p.country, p.span, p.rule)
        for p in best.values()
    ]
    return tuple(sorted(mentions, key=lambda m: (m.span, m.key)))


def _tells_of_post(person: Person) -> int:
    return 0 if person.role is None else 1 if person.rule == COUNTERPART else 2
