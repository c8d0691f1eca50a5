"""The country of a name whose family tells none: what only Vietnamese or only Korean syllables hold."""

import re

from flows.extract.name_key import name_key

_VIETNAMESE = re.compile(r"(?:ngh?|nh|tr|th|ph|qu|gi|[vxđ])[a-z]|[a-z]+(?:nh|ch|[aeiouy]c|yen|uong)$")
_KOREAN = re.compile(r"[jwfz]|eo|eu|ae|oo|ee|^y|[klb]$|ck$|ui$|^(?:kw|gw|hw)")
_HYPHENS = re.compile(r"[^\W\d_]-[^\W\d_]")


def country_of_spelling(name: str) -> str | None:
    """Return VN or KR where a name in Latin letters can be of one only: "Do Thang Hai", "Do Jong-hwan".

    None where its syllables are of both, of neither, or of one and the other.
    """
    syllables = name_key(name).split()
    if not 2 <= len(syllables) <= 5:
        return None
    is_hyphenated = _HYPHENS.search(name) is not None
    n_vietnamese = sum(_VIETNAMESE.match(s) is not None for s in syllables)
    n_korean = sum(_KOREAN.search(s) is not None for s in syllables) + is_hyphenated
    if bool(n_vietnamese) == bool(n_korean):
        return None
    return "VN" if n_vietnamese else "KR"
