"""One place of a report that tells of an instrument, with what governs it."""

import re
from dataclasses import dataclass

from flows.extract.agreements.governing import Governing
from flows.extract.agreements.instruments import InstrumentHit
from flows.extract.agreements.parties import Named
from flows.extract.agreements.signing import Signing
from flows.extract.agreements.title import Title
from flows.read.report import Sentence
from flows.span import Span

_FAR = 800

# What may stand between "ký" and its object.
_BEFORE_OBJECT = re.compile(
    r"\s?(?:(?:các|những|một|một số|nhiều|hai|ba|\d+|bản|văn bản|an?|the|new|two|several) ){0,3}\"?"
    r"|\s(?:với|cùng|cho|with) [^;:]{2,110}?\s|\s\S{1,30}(?: \S{1,30}){0,2} "
    r"|[^.;]{0,60}(?:documents|agreements|deals)[^.;]{0,60}(?:among them|including)[^.;]{0,160} "
)
_OF_IT = re.compile(r"(?: \w+){0,3} \"?")
# A title that says what it is about, or whom it is with.
_ABOUT = re.compile(r"(?<!\w)(?:về|hợp tác|giữa|với|on|between|with|under|for)(?!\w)")
DONE = frozenset({"signed", "exchanged", "handed_over", "initialled"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An instrument named in a sentence.

    `governing` is the sentence whose verb governs it: its own, or the one that introduces its list;
    `is_joined` where it shares the verb of the instrument before it; `listed` are the parties that open the
    entry of a list it stands in, `partner` whom "với" names right after a paper that is only named. `own` is
    the part of the sentence between the instruments before and after it.
    """

    sentence: Sentence
    hit: InstrumentHit
    title: Title
    signing: Signing
    governing: Governing
    is_joined: bool = False
    listed: Named | None = None
    partner: Named | None = None
    own: Span | None = None

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
        is_background = self.signing.act == "referenced" and self.signing.is_after
        if verb is None or not (is_plan or is_background or self.signing.act in DONE):
            return False
        if self.is_joined or self.governing.signing:
            return True
        if self.signing.is_after:
            return self.title.named is not None or bool(_ABOUT.search(folded, *self._reach))
        return _BEFORE_OBJECT.fullmatch(folded, verb.end, self.title.span.start) is not None

    @property
    def is_between_two(self) -> bool:
        """Whether it names two bodies that it is between, and is a paper or says what it is about."""
        return self.title.names_two and (self.title.has_topic or self.hit.kind == "mou")

    @property
    def _reach(self) -> tuple[int, int]:
        return self.hit.span.start, min(self.title.end + 60, self.sentence.span.end)
