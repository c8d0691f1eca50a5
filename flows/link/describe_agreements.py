"""Describe agreements: the few facts by which two reports are seen to speak of one instrument."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal, get_args

from flows.link.name_commitments import NameCommitments
from flows.link.name_parties import NameParties
from flows.phrases import PhraseBook
from flows.read.fold import fold, strip_diacritics
from flows.reference.model import CommitmentKind, Reference

InstrumentClass = Literal["instrument", "amendment", "action_plan", "joint_statement"]

_COMMON_WORDS: Final = """
    ve viec cua va voi giua trong linh vuc cac hai ben nuoc chinh phu hop tac tang cuong thuc day thuc hien
    trien khai phat trien song phuong quan he theo den tai cho la mot nham
    the of on in for between and to with by a an cooperation cooperative bilateral strengthening enhancing
    two countries governments relations
"""
_IN_ANY_TITLE: Final = frozenset(_COMMON_WORDS.split())  # they tell no instrument from another
_WORD = re.compile(r"[^\W_]+")
_ABOUT: Final = tuple(kind for kind in get_args(CommitmentKind) if kind != "target")


@dataclass(frozen=True, slots=True)
class Description:
    """What identifies an instrument, as far as one report tells it.

    `commitment_id` is the entry of the registry that the instrument is or carries out; `is_document` tells
    whether it is the entry itself.  Parties are the keys of `NameParties`; `topic` holds the words of the
    title that are its own, in the order of the alphabet.
    """

    instrument_class: str
    commitment_id: str | None
    is_document: bool
    party_vn: str | None
    party_kr: str | None
    topic: tuple[str, ...]

    def may_be(self, other: "Description") -> bool:
        """Whether nothing that both tell of class, document and parties differs."""
        documents = {one.commitment_id for one in (self, other) if one.is_document}
        return (
            self.instrument_class == other.instrument_class
            and len(documents) < 2
            and _agree(self.party_vn, other.party_vn)
            and _agree(self.party_kr, other.party_kr)
        )


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


class DescribeAgreements:
    """Describes mentions of agreements; built once from the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._name_commitment = NameCommitments(reference, _ABOUT)
        self.name_vn = NameParties(reference, "VN")
        self.name_kr = NameParties(reference, "KR")
        said_anyway = [i.phrase for i in reference.instruments]
        said_anyway += [name for c in reference.countries if c.country in ("VN", "KR") for name in c.names]
        self._said_anyway = PhraseBook({"": said_anyway}, reference.terms)

    def __call__(
        self,
        kind: str,
        title: str,
        quote: str,
        party_vn: str | None,
        party_kr: str | None,
        told: Collection[str] = (),
        told_here: Collection[str] = (),
    ) -> Description:
        """Return the description of a mention.

        Its commitment is the one that the title names, else the quote, else the only document of the
        registry that the report was found to speak of in the same words.

        Args:
            kind: of the instrument, as the mention says.
            title: as in the text.
            quote: the words that the mention rests on.
            party_vn: as written.
            party_kr: as written.
            told: the commitments that the report speaks of.
            told_here: those of them whose mention shares words with this one.
        """
        name = self._name_commitment
        hits = name.named_in(title, told) or name.named_in(quote, told)
        documents = [key for key in told_here if name.is_document(key)]
        commitment_id = hits[0].key if hits else documents[0] if len(documents) == 1 else None
        return Description(
            instrument_class=kind if kind in get_args(InstrumentClass) else "instrument",
            commitment_id=commitment_id,
            is_document=commitment_id is not None and self._name_commitment.is_document(commitment_id),
            party_vn=self.name_vn(party_vn).key if party_vn else None,
            party_kr=self.name_kr(party_kr).key if party_kr else None,
            topic=self._topic(title, [party for party in (party_vn, party_kr) if party]),
        )

    def _topic(self, title: str, parties: list[str]) -> tuple[str, ...]:
        folded = fold(title)
        for party in sorted(map(fold, parties), key=len, reverse=True):
            folded = folded.replace(party, " " * len(party))
        letters = list(folded)
        for hit in self._said_anyway.find(folded):
            letters[hit.span.start : hit.span.end] = " " * len(hit.span)
        words = set(_WORD.findall(strip_diacritics("".join(letters))))
        return tuple(sorted(words - _IN_ANY_TITLE))
