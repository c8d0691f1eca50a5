"""Identify agreements: an id for every mention, the same for all that speak of one instrument."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from flows.identity import stable_id
from flows.link.describe_agreements import Description
from flows.link.group_agreements import Signing, families, periods


def agreement_ids(
    reports: Sequence[str],
    descriptions: Sequence[Description],
    signings: Sequence[Signing],
    renewable: Collection[str],
) -> list[str]:
    """Return the agreement_id of every mention; the three sequences run in parallel.

    An id is a hash of what identifies the instrument: the registry's document, else the parties and the
    words of the title that most tell; and the year of signing, unless the document is signed only once.

    Args:
        reports: the report that each mention stands in.
        descriptions: what each mention says of the instrument.
        signings: when it was signed, as each mention tells it.
        renewable: the commitments that are signed anew from time to time.
    """
    told_in: dict[Description, set[str]] = defaultdict(set)
    for report, description in zip(reports, descriptions, strict=True):
        told_in[description].add(report)
    family_of = {one: number for number, group in enumerate(families(told_in)) for one in group}
    members: dict[int, list[int]] = defaultdict(list)
    for index, description in enumerate(descriptions):
        members[family_of[description]].append(index)

    ids = [""] * len(descriptions)
    for indexes in members.values():
        described = [descriptions[index] for index in indexes]
        identity = _identity(described)
        is_renewable = any(one.is_document and one.commitment_id in renewable for one in described)
        found = periods([signings[index] for index in indexes], renewable=is_renewable)
        is_one = len(set(found)) == 1 and not is_renewable and any(one.is_document for one in described)
        for index, period in zip(indexes, found, strict=True):
            ids[index] = stable_id("agreement", *identity, "" if is_one else period)
    return ids


def _identity(described: Sequence[Description]) -> list[str]:
    instrument_class = described[0].instrument_class
    document = next((one.commitment_id for one in described if one.is_document), None)
    if document is not None:
        return [instrument_class, document]
    words = Counter(word for one in described for word in one.topic)
    topic = sorted(word for word, n in words.items() if 2 * n >= len(described))
    return [
        instrument_class,
        _commonest(one.party_vn for one in described),
        _commonest(one.party_kr for one in described),
        *topic,
    ]


def _commonest(keys: Iterable[str | None]) -> str:
    counted = Counter(filter(None, keys))
    return min(counted, key=lambda key: (-counted[key], key), default="")
