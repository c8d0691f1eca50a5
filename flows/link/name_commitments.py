"""Name the commitment that an agreement or a target belongs to, by the registry's own phrases."""

from collections.abc import Collection, Iterable
from typing import Final

from flows.phrases import PhraseBook, PhraseHit
from flows.read.fold import fold
from flows.reference.model import CommitmentKind, Reference

DOCUMENTS: Final[frozenset[CommitmentKind]] = frozenset({"memorandum", "agreement", "programme", "statement"})
"""Kinds of commitment that are documents themselves, and not what documents are about."""


class NameCommitments:
    """Finds the entries of the registry, of the given kinds, that a few words name."""

    def __init__(self, reference: Reference, kinds: Iterable[CommitmentKind]) -> None:
        wanted = set(kinds)
        self._entries = {c.commitment_id: c for c in reference.commitments if c.kind in wanted}
        entries = self._entries.values()
        self._named = PhraseBook({c.commitment_id: c.named for c in entries}, reference.terms)
        self._guards = PhraseBook(
            {c.commitment_id: (*c.unless, *c.unless_in_report) for c in entries}, reference.terms
        )
        self._context = PhraseBook({c.commitment_id: c.context for c in entries}, reference.terms)
        self._believed: dict[str, list[tuple[PhraseHit, bool]]] = {}

    def named_in(self, words: str, told: Collection[str] = ()) -> list[PhraseHit]:
        """Return the namings in `words`, the likeliest first: of documents, then the longest.

        An entry that needs a context has it in `words`, or is one of `told`: the commitments that the
        report was found to speak of.
        """
        if words not in self._believed:
            self._believed[words] = self._find(fold(words))
        return [hit for hit, has_context in self._believed[words] if has_context or hit.key in told]

    def _find(self, folded: str) -> list[tuple[PhraseHit, bool]]:
        guarded = {hit.key for hit in self._guards.find(folded)}
        framed = {hit.key for hit in self._context.find(folded)}
        hits = [hit for hit in self._named.find(folded) if hit.key not in guarded]
        hits.sort(key=lambda hit: (not self.is_document(hit.key), -len(hit.span), hit.key, hit.span))
        return [(hit, not self._entries[hit.key].context or hit.key in framed) for hit in hits]

    def is_document(self, commitment_id: str) -> bool:
        """Whether the entry is a document itself, so that two mentions of it speak of one document."""
        entry = self._entries.get(commitment_id)
        return entry is not None and entry.kind in DOCUMENTS
