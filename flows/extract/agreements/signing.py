"""What was done with an instrument: the verb that governs it, before it or after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flows.extract.phrases_at import Found, PhrasesAt
from flows.extract.records import AgreementAct
from flows.reference.model import Reference
from flows.span import Span

_FAR: Final = 200
_LEAD: Final = 60
_WORDS_AFTER: Final = 4
_WORDS_TO_WITNESS: Final = 4

_ACTS: Final[dict[str, AgreementAct]] = {
    "sign": "signed", "initial": "initialled", "exchange": "exchanged", "hand_over": "handed_over",
}  # fmt: skip
_VERBS: Final = frozenset({*_ACTS, "issue", "amend", "draft", "carry_out", "no_verb"})
_BEFORE_VERB: Final = frozenset({"wish", "agree", "plan", "negation", "fact", "witness", "filler", "no_verb"})
_PUT_OFF: Final = frozenset({"put_off"})
_REACH_PUT_OFF: Final = 50

_THE_SIGNING = re.compile(r"(?<!\w)(?:việc|chuyện) $")
# "a record of discussion, worth $10 million, will be inked"
_ASIDE = re.compile(r"(?:\s?,|\s?\()\s?[^,.;()\n]{3,70}(?:,|\))(?=\s)")
_OPENS = re.compile(r"[\s\",]{0,4}\(?")
# "… được Phó Chủ tịch tỉnh và Quận trưởng … ký", "… mà hai tập đoàn trao nhau"
_BY_WHOM = re.compile(
    r"[\s,\"()]{0,4}(?:\S{1,30}\s){0,5}?(?:(?:mà|do)\s(?!(?:không|chưa|vẫn|được|bị)(?!\w))|được\s)"
)
_PASSIVE = re.compile(r"[^.;:\n]*,\s(?:đã |vừa )?được ")
_STOP = re.compile(r"[.;\n]")
# An aside: "Hiệp định … (sửa đổi năm 2003) và Hiệp định …".
_IN_BRACKETS = re.compile(r"[^()\n]{0,60}\)")
_BETWEEN_CUES = re.compile(r"[\s,\"]*")
_WORD_START = re.compile(r"(?<!\w)\w")


@dataclass(frozen=True, slots=True)
class Signing:
    """What was done with an instrument, and the verb that tells it (None where no verb does).

    `is_after` where the verb follows the title; `is_witnessed` where its subject is not who signs;
    `is_firm` where a plan is more than a wish.
    """

    act: AgreementAct
    verb: Span | None = None
    is_after: bool = False
    is_witnessed: bool = True
    is_firm: bool = False


@dataclass(frozen=True, slots=True)
class _Weight:
    """What stands before a verb: nothing, a negation, or a wish or plan, as far as it is not a fact.

    `is_agreed` tells of a plan that both agree to it: "nhất trí ra Tuyên bố chung" tells the issue itself.
    """

    is_negated: bool = False
    is_planned: bool = False
    is_firm: bool = False
    is_agreed: bool = False


class FindAct:
    """Tells what a sentence says was done with an instrument; built once for a language."""

    def __init__(self, reference: Reference, language: str) -> None:
        def listed(kinds: frozenset[str]) -> PhrasesAt:
            rows = (r for r in reference.agreement_cues if r.language == language and r.kind in kinds)
            return PhrasesAt(((r.kind, r.phrase) for r in rows), reference.terms)

        self._verbs = listed(_VERBS)
        self._before_verb = listed(_BEFORE_VERB)
        self._put_off = listed(_PUT_OFF)

    def __call__(
        self,
        folded: str,
        start: int,
        title: Span,
        end: int,
        limit: int,
        *,
        is_statement: bool = False,
        told: Sequence[Span] = (),
    ) -> Signing | None:
        """Tell it; None where the sentence says that nothing was done.

        Args:
            folded: the folded text of the report.
            start: where the sentence, or what governs it, starts.
            title: the instrument's title.
            end: where the title and the parties named with it end.
            limit: where the sentence ends.
            is_statement: whether the instrument is one that is issued rather than signed.
            told: stretches that tell of instruments before it: their verbs are not its own.
        """
        signing = self._found(folded, start, title, end, limit, told, is_statement=is_statement)
        is_done = signing is not None and signing.verb is not None and signing.act in _ACTS.values()
        if is_done and any(self._put_off.within(folded, end, min(limit, end + _REACH_PUT_OFF))):
            return Signing("planned", signing.verb if signing else None)
        return signing

    def _found(
        self,
        folded: str,
        start: int,
        title: Span,
        end: int,
        limit: int,
        told: Sequence[Span],
        *,
        is_statement: bool,
    ) -> Signing | None:
        before = self._governing(folded, start, title.start, told)
        kind = _kind(before)
        after = self._after(folded, end, limit) or self._by_whom(folded, end, limit)
        if after is None and kind in {"", "draft"}:
            after = self._later(folded, end, limit)
        if before is not None and kind in _ACTS and not (after and kind == "initial"):
            return self._told_before(folded, start, before)
        if before is not None and kind == "issue" and is_statement:
            weight, _ = self._weigh(folded, start, before.span.start)
            is_plan = weight.is_planned and not weight.is_agreed
            return None if weight.is_negated else Signing("planned" if is_plan else "signed", before.span)
        if after is not None:
            is_background = before is not None and kind not in {"initial", "draft"}
            return self._told_after(folded, end, after, is_background=is_background)
        if before is not None and kind in {"amend", "draft"}:
            weight, is_witnessed = self._weigh(folded, start, before.span.start)
            is_plan = kind == "draft" or weight.is_planned
            return Signing("planned" if is_plan else "amended", before.span, is_witnessed=is_witnessed)
        return Signing("referenced")

    def _governing(self, folded: str, start: int, head: int, told: Sequence[Span]) -> Found | None:
        """Find the nearest verb before an instrument."""
        last = None
        for found in self._verbs.within(folded, _word_start(folded, max(start, head - _FAR), head), head):
            is_other = any(span.holds(found.span) for span in told)
            if not ("no_verb" in found.kinds or is_other or _IN_BRACKETS.match(folded, found.span.end, head)):
                last = found
        return last

    def _after(self, folded: str, end: int, limit: int) -> Found | None:
        """Find the verb after the title: "… được ký ngày 5/5", "… đã ký tháng 6/2023", "(ký năm 2018)"."""
        aside = _ASIDE.match(folded, end, limit)
        if aside and not any(self._verbs.within(folded, _word_start(folded, end, limit), aside.end())):
            end = aside.end()
        opens = _OPENS.match(folded, end, limit)
        place = opens.end() if opens else end
        for found in self._verbs.within(folded, place, min(limit, end + _LEAD)):
            if len(folded[place : found.span.start].split()) > _WORDS_AFTER:
                return None
            if _kind(found) in _ACTS:
                return found
        return None

    def _later(self, folded: str, end: int, limit: int) -> Found | None:
        """Find the verb of a later clause: "VKFTA khởi động năm 2012, được ký tháng 5/2015"."""
        place = _word_start(folded, end, limit)
        for found in self._verbs.within(folded, place, min(limit, end + _FAR)):
            if _kind(found) == "sign" and _PASSIVE.fullmatch(folded, end, found.span.start):
                return found
        return None

    def _by_whom(self, folded: str, end: int, limit: int) -> Found | None:
        lead = _BY_WHOM.match(folded, end, limit)
        if lead is None:
            return None
        stop = _STOP.search(folded, lead.end(), min(limit, lead.end() + _FAR))
        reach = stop.start() if stop else min(limit, lead.end() + _FAR)
        verb = next(
            (v for v in self._verbs.within(folded, lead.end(), reach) if "no_verb" not in v.kinds), None
        )
        return verb if verb is not None and _kind(verb) in _ACTS else None

    def _told_before(self, folded: str, start: int, verb: Found) -> Signing | None:
        weight, is_witnessed = self._weigh(folded, start, verb.span.start)
        if weight.is_negated:
            return None
        if weight.is_planned:
            return Signing("planned", verb.span, is_witnessed=is_witnessed, is_firm=weight.is_firm)
        return Signing(_ACTS[_kind(verb)], verb.span, is_witnessed=is_witnessed)

    def _told_after(self, folded: str, end: int, verb: Found, *, is_background: bool) -> Signing | None:
        weight, _ = self._weigh(folded, end, verb.span.start)
        if weight.is_negated:
            return None
        if weight.is_planned:
            return Signing("planned", verb.span, is_after=True, is_firm=weight.is_firm)
        return Signing("referenced" if is_background else _ACTS[_kind(verb)], verb.span, is_after=True)

    def _weigh(self, folded: str, start: int, verb: int) -> tuple[_Weight, bool]:
        """Weigh the words before a verb; tell also whether its subject only looks on."""
        clause = folded.rfind(";", start, verb) + 1
        place = _word_start(folded, max(start, verb - _LEAD, clause), verb)
        cues = list(self._before_verb.within(folded, place, verb))
        is_witnessed = any(
            "witness" in c.kinds and len(folded[c.span.end : verb].split()) <= _WORDS_TO_WITNESS for c in cues
        )
        weight = _weight(folded, cues, verb)
        # "đề nghị bạn sớm gỡ vướng cho việc ký"
        if not (weight.is_planned or weight.is_negated) and _THE_SIGNING.search(folded, place, verb):
            is_fact = any("fact" in c.kinds for c in cues)
            weight = _Weight(is_planned=not is_fact and any("wish" in c.kinds for c in cues))
        return weight, is_witnessed


def _weight(folded: str, cues: Sequence[Found], verb: int) -> _Weight:
    """Read back from a verb over the cues that adjoin it and one another: the first that weighs counts."""
    is_planned = is_firm = is_agreed = False
    place = verb
    for cue in reversed(cues):
        if not _BETWEEN_CUES.fullmatch(folded, cue.span.end, place):
            break
        place = cue.span.start
        if "negation" in cue.kinds:
            return _Weight(is_negated=True)
        if cue.kinds & {"fact", "no_verb"}:
            break
        if not is_planned and cue.kinds & {"wish", "agree", "plan"}:
            is_planned, is_firm = True, "plan" in cue.kinds
            is_agreed = "agree" in cue.kinds
    return _Weight(is_planned=is_planned, is_firm=is_firm, is_agreed=is_agreed)


def _kind(verb: Found | None) -> str:
    """Return what a verb tells; empty for none."""
    return min(verb.kinds & _VERBS, default="") if verb else ""


def _word_start(folded: str, place: int, limit: int) -> int:
    found = _WORD_START.search(folded, place, limit)
    return found.start() if found else limit
