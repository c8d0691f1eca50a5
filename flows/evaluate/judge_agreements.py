"""Judge agreements by title, parties and place; of those found, the parties, the kind and the date."""

from collections.abc import Iterator, Sequence
from typing import Final

from flows.evaluate.alike import plain_words, same_date, shared_words
from flows.evaluate.found import FoundAgreement
from flows.evaluate.gold import GoldAgreement
from flows.evaluate.judge_commitments import span_of
from flows.evaluate.pair import pair
from flows.evaluate.verdicts import FieldVerdict, Verdict, record_verdicts

IN_EVERY_TITLE: Final = frozenset(
    plain_words(
        "ban biên bản ghi nhớ thỏa thuận hiệp định chương trình kế hoạch hợp tác về giữa và trong lĩnh vực "
        "ký kết Việt Nam Hàn Quốc MOU memorandum of understanding on cooperation agreement between the and "
        "for in Vietnam Korea Republic RoK"
    )
)
"""Words that tell no instrument from another."""

_LEAST = 0.5
_LEAST_OF_A_PARTY = 0.75
_SAME_PLACE = 0.2


def judge_agreements(
    report: str, text: str, labels: Sequence[GoldAgreement], finds: Sequence[FoundAgreement]
) -> Iterator[Verdict]:
    """Judge the agreements of a report, whose canonical text is `text`."""
    paired = pair(labels, finds, lambda label, find: _likeness(label, find, text), _LEAST)
    yield from record_verdicts("agreements", report, paired)
    for label, find in paired.pairs:
        if label.optional:
            continue
        parties = [(label.party_vn, find.party_vn), (label.party_kr, find.party_kr)]
        named = [(wanted, got) for wanted, got in parties if wanted]
        if named:
            is_right = all((shared_words(*both) or 0.0) >= _LEAST_OF_A_PARTY for both in named)
            got, wanted = (" | ".join(str(side[i]) for side in parties) for i in (1, 0))
            yield FieldVerdict("agreement parties", is_right, report, got, wanted, find.words)
        kinds = (label.kind, *label.kind_accept)
        wanted = " or ".join(kinds)
        yield FieldVerdict("agreement kind", find.kind in kinds, report, find.kind, wanted, find.words)
        is_right = same_date((label.signed_on, *label.signed_on_accept), find.signed_on)
        signed = str(find.signed_on), str(label.signed_on)
        yield FieldVerdict("agreement signed_on", is_right, report, *signed, find.words)


def _likeness(label: GoldAgreement, find: FoundAgreement, text: str) -> float:
    """Return the mean agreement of title and labelled parties, and a little more for one place."""
    shares = [shared_words(label.title, find.title, IN_EVERY_TITLE)]
    shares += [
        shared_words(wanted, got)
        for wanted, got in ((label.party_vn, find.party_vn), (label.party_kr, find.party_kr))
        if wanted
    ]
    known = [share for share in shares if share is not None]
    known = known or [shared_words(label.title, find.title) or 0.0]
    span = span_of(label, text)
    near = _SAME_PLACE if span and find.evidence.overlaps(*span) else 0.0
    return sum(known) / len(known) + near
