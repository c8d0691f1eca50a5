"""Write a candidate as an entry of `seeds/commitments.yml`, with its evidence, for an analyst to review."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import count

from flows.promote.read_candidates import Candidate, CandidateTelling
from flows.promote.write_phrases import write_phrases
from flows.read.fold import fold, strip_diacritics
from flows.reference.model import Reference
from flows.terminal import as_precise, harmless

TO_BE_FILLED = "to_be_filled"
_CONTEXT_TERM = "korea"
_MOST_WORDS = 8
_MOST_QUOTES = 8
_EMPTY = frozenset(
    {"dự", "án", "và", "của", "tại", "ở", "về", "cho"}
    | {"the", "a", "an", "of", "for", "on", "in", "at", "and", "to"}
)
# What YAML reads as the same text without quotation marks.
_PLAIN = re.compile(r"[^\W\d_][\w ,.()/&-]*[\w.)]")


def write_entry(candidate: Candidate, reference: Reference, taken: Collection[str] = ()) -> str:
    """Return the entry as YAML, indented to stand under `commitments:`; it loads as it is.

    What only a person can say is marked: the sector, the missing name, guards, a due date.

    Args:
        candidate: what to write.
        reference: for the terms of the registry, its sectors and its ids.
        taken: further ids that are in use.
    """
    ids = {entry.commitment_id for entry in reference.commitments} | set(taken)
    names = {t.name for t in candidate.tellings} | {candidate.label}
    phrases = write_phrases(names, reference.terms)
    sectors = ", ".join(sorted({entry.sector for entry in reference.commitments}))
    lines = [
        *_evidence(candidate),
        f"- id: {_free_id(candidate.label, ids)}",
        *_names(candidate),
        f"  kind: {candidate.kind}",
        f"  sector: {TO_BE_FILLED}  # one of: {sectors}",
        "  parties: [vn, kr]",
        "  named:",
        *(f"    - {_quoted(phrase)}" for phrase in phrases),
    ]
    if _CONTEXT_TERM in reference.terms:
        lines.append(f'  context: ["{{{_CONTEXT_TERM}}}"]')
    return "".join(f"  {line}\n" for line in lines)


def _evidence(candidate: Candidate) -> Iterator[str]:
    """Say in comments where the entry comes from, and what is left to do."""
    told = candidate.tellings
    by = f"{len(told)} report{'' if len(told) == 1 else 's'}"
    yield f"# Candidate {candidate.candidate_id}, told by {by}. To do:"
    yield "# the id, both names, the sector; other ways to name it; what must not be taken for it (unless);"
    yield "# a due date (due_on), a parent. Then delete these lines, and add a sentence to the tests."
    for telling in told[:_MOST_QUOTES]:
        yield f"#   {_source(telling)}: {harmless(telling.quote)}"
    if len(told) > _MOST_QUOTES:
        yield f"#   … and {len(told) - _MOST_QUOTES} more reports"


def _source(telling: CandidateTelling) -> str:
    day = as_precise(telling.published_on, telling.published_precision) or "undated"
    parts = [telling.stage, day, telling.outlet, f"report {telling.report_id}"]
    return ", ".join(harmless(part) for part in parts if part)


def _names(candidate: Candidate) -> Iterator[str]:
    """Give the entry the name found in each language; a missing one is the other, to be translated."""
    found = {
        language: max(
            (t.name for t in candidate.tellings if t.language == language),
            key=lambda n: (len(n), n),
            default=None,
        )
        for language in ("vi", "en")
    }
    if (of := next((t.language for t in candidate.tellings if t.name == candidate.label), None)) in found:
        found[str(of)] = candidate.label
    for language, name in found.items():
        missing = "" if name else "  # to be translated"
        yield f"  name_{language}: {_scalar(_capitalised(name or candidate.label))}{missing}"


def _free_id(label: str, taken: Collection[str]) -> str:
    """Make an id of the words of a name, with a number where it is in use: trung_tam_dong_tau_cam_ranh."""
    words = [word for word in re.findall(r"\w+", fold(label)) if word not in _EMPTY][:_MOST_WORDS]
    plain = unicodedata.normalize("NFKD", strip_diacritics(" ".join(words)))
    slug = "_".join(re.findall(r"[a-z0-9]+", plain)) or "candidate"
    slug = slug if slug[0].isalpha() else f"n{slug}"
    return next(name for n in count(1) if (name := slug if n == 1 else f"{slug}_{n}") not in taken)


def _capitalised(name: str) -> str:
    name = harmless(name)
    return name[:1].upper() + name[1:]


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    """Write a text between quotation marks; those of JSON are those of YAML."""
    return json.dumps(text, ensure_ascii=False)
