"""Which commitments the registry finds in a sentence, verbs aside."""

import re
from functools import cache

from flows.phrases import PhraseBook
from flows.read.fold import fold
from flows.reference.load import load_reference
from flows.span import Span

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s)[^.!?]*)*[.!?]?")
_FIELDS = ("named", "context", "unless", "unless_in_report")


@cache
def _book() -> PhraseBook:
    reference = load_reference()
    phrases = {
        f"{field} {c.commitment_id}": getattr(c, field) for c in reference.commitments for field in _FIELDS
    }
    return PhraseBook(phrases, reference.terms)


def named_in(text: str) -> set[str]:
    """Apply the phrases and guards of the registry as `flows.reference.model.Commitment` tells."""
    folded = fold(text)
    sentences = [Span(*m.span()) for m in _SENTENCE.finditer(folded)]
    spans: dict[str, list[Span]] = {}
    for hit in _book().find(folded):
        spans.setdefault(hit.key, []).append(hit.span)
    found = set()
    for entry in load_reference().commitments:
        name = entry.commitment_id
        if (entry.context and f"context {name}" not in spans) or f"unless_in_report {name}" in spans:
            continue
        guards = spans.get(f"unless {name}", [])
        for hit in spans.get(f"named {name}", []):
            around = [s for s in sentences if s.overlaps(hit)]
            if not any(guard.overlaps(s) for guard in guards for s in (hit, *around)):
                found.add(name)
    return found
