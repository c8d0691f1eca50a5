"""One place of a report that tells of an instrument, with what governs it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flows.extract.agreements.governing import Governing, governing_sentence
from flows.extract.agreements.instruments import InstrumentHit
from flows.extract.agreements.signing import Signing, act_of
from flows.extract.agreements.title import Title
from flows.extract.bodies.reading import Reading
from flows.read.report import Sentence
from flows.span import Span

_FAR = 800

# Between two instruments that one verb governs: "ký Bản ghi nhớ …; Thỏa thuận … và Nghị định thư …".
_JOINT = re.compile(
    r"(?:[^;.\n]{0,80};)?[\s,;:\"\-–•+*\d.]*(?:(?:và|cùng|cùng với|với|and|as well as|an?|the|another|bản|một)[\s\"]*){0,3}"
)
# What may stand between "ký" and its object.
_BEFORE_OBJECT = re.compile(
    r"\s?(?:(?:các|những|một|một số|nhiều|hai|ba|\d+|bản|văn bản|an?|the|new|two|several) ){0,3}\"?"
    r"|\s(?:với|cùng|cho|with) [^;:]{2,110}?\s|\s\S{1,30}(?: \S{1,30}){0,2} "
    r"|[^.;]{0,20}(?:documents|agreements|deals)[^.;]{0,60}(?:among them|including)[^.;]{0,160} "
)
_OF_IT = re.compile(r"(?: \w+){0,3} \"?")
# A title that says what it is about, or whom it is with.
_ABOUT = re.compile(r"(?<!\w)(?:về|hợp tác|giữa|với|on|between|with)(?!\w)")
DONE = frozenset({"signed", "exchanged", "handed_over", "initialled"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An instrument named in a sentence.

    `governing` is the sentence whose verb governs it: its own, or the one that introduces its list;
    `is_joined` where it shares the verb of the instrument before it.
    """

    sentence: Sentence
    hit: InstrumentHit
    title: Title
    signing: Signing
    governing: Governing
    is_joined: bool = False

    @property
    def around(self) -> Span:
        """The sentence, as far as it is near: a line without end must not be read again for every title."""
        start, end = self.title.span.start - _FAR, self.title.end + _FAR
        return Span(max(self.sentence.span.start, start), min(self.sentence.span.end, end))

    def is_object(self, folded: str) -> bool:
        """Tell whether something is said to be done with it, right before or after its name."""
        verb = self.signing.verb
        if self.signing.act == "amended" and verb and not self.signing.is_after:
            return _OF_IT.fullmatch(folded, verb.end, self.title.span.start) is not None
        is_plan = self.signing.act == "planned" and self.signing.is_firm
        if verb is None or not (is_plan or self.signing.act in DONE):
            return False
        if self.is_joined or self.governing.signing:
            return True
        if self.signing.is_after:
            return self.title.named is not None or bool(_ABOUT.search(folded, *self._reach))
        return _BEFORE_OBJECT.fullmatch(folded, verb.end, self.title.span.start) is not None

    @property
    def _reach(self) -> tuple[int, int]:
        return self.hit.span.start, min(self.title.end + 60, self.sentence.span.end)


def tellings(
    reading: Reading,
    sentence: Sentence,
    hits: Sequence[InstrumentHit],
    read_title: Callable[[Reading, InstrumentHit, int], Title],
) -> Iterator[Telling]:
    """Read the instruments of a sentence; none inside the title or the parties of another."""
    folded, reached, first, last = reading.report.folded, sentence.span.start, None, None
    for hit in hits:
        if hit.span.start < reached:
            continue
        title = read_title(reading, hit, sentence.span.end)
        if last and _JOINT.fullmatch(folded, reached, title.span.start):
            own = act_of(folded, title.span.start, title.span, title.end, sentence.span.end)
            shared = first if first and ";" in folded[reached : title.span.start] else last
            signing = own if own and own.verb else shared.signing
            last = Telling(sentence, hit, title, signing, last.governing, is_joined=True)
        else:
            first = last = _telling(reading, sentence, hit, title)
        reached = max(title.end, title.span.end)
        if last:
            yield last


def _telling(reading: Reading, sentence: Sentence, hit: InstrumentHit, title: Title) -> Telling | None:
    report, span = reading.report, sentence.span
    signing = act_of(report.folded, span.start, title.span, title.end, span.end,
                     is_statement=hit.kind == "joint_statement")  # fmt: skip
    if signing is None or signing.verb is None:
        governing = governing_sentence(report, sentence, title.span.start)
        if governing.signing:
            return Telling(sentence, hit, title, governing.signing, governing)
    if title.signed and (signing is None or signing.act == "referenced"):
        signing = Signing("signed", title.signed, is_after=True)
    return Telling(sentence, hit, title, signing, Governing(sentence)) if signing else None
