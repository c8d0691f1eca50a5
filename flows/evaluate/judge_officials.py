"""Judge officials by name; of those found, the country of the office and the role."""

from collections.abc import Iterator, Sequence

from flows.evaluate.alike import joined_name, plain_words, shared_words
from flows.evaluate.found import FoundOfficial
from flows.evaluate.gold import GoldOfficial
from flows.evaluate.pair import pair
from flows.evaluate.verdicts import FieldVerdict, Verdict, record_verdicts

_LEAST_OF_A_ROLE = 0.6


def judge_officials(
    report: str, labels: Sequence[GoldOfficial], finds: Sequence[FoundOfficial]
) -> Iterator[Verdict]:
    """Judge the officials of a report, each name once."""
    by_name = {joined_name(find.name): find for find in reversed(finds)}
    paired = pair(labels, list(by_name.values()), _likeness, 1.0)
    yield from record_verdicts("officials", report, paired)
    for label, find in paired.pairs:
        if label.optional:
            continue
        is_right = find.country in (label.country, *label.country_accept)
        got = f"{find.name} {find.country}"
        yield FieldVerdict("official country", is_right, report, got, str(label.country), find.words)
        if label.role:
            share = max(shared_words(role, find.role) or 0.0 for role in (label.role, *label.role_accept))
            got = f"{find.name}: {find.role}"
            is_right = share >= _LEAST_OF_A_ROLE
            yield FieldVerdict("official role", is_right, report, got, label.role, find.words)


def _likeness(label: GoldOfficial, find: FoundOfficial) -> float:
    """Return 2 for one name, 1 for the same words in another order ("Jung-kwan Kim")."""
    if joined_name(find.name) in (joined_name(label.name), joined_name(label.as_written)):
        return 2.0
    return float(sorted(plain_words(label.name)) == sorted(plain_words(find.name)))
