"""Hashes of sentences, by which copies of one agency text are found."""

import re
from hashlib import blake2b
from typing import Final

from flows.read.report import Report

SHORTEST: Final = 40
_NOT_A_WORD = re.compile(r"[\W_]+")


def sentence_hashes(report: Report) -> list[int]:
    """Return the hashes of the report's sentences, sorted, each once, as signed 64-bit numbers.

    A sentence counts by its folded words alone, so that an outlet's quotes, dashes and tone placement make
    no difference.  One of fewer than 40 characters says too little to be known again ("Ảnh: TTXVN.").
    """
    hashes = set()
    for sentence in report.sentences:
        words = _NOT_A_WORD.sub(" ", sentence.span.of(report.folded)).strip()
        if len(words) >= SHORTEST:
            digest = blake2b(words.encode(), digest_size=8).digest()
            hashes.add(int.from_bytes(digest, "big", signed=True))
    return sorted(hashes)
