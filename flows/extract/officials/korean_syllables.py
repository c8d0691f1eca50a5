"""The shape of Korean given names in Latin letters, in whatever romanisation a newsroom uses."""

import re
from functools import lru_cache

_ONSET = r"(?:ch|jj|kk|pp|tt|ss|sh|wh|kh|th|ph|[gkmbpnhrl]y|[gkhsd]w|[bcdfghjklmnprstwy])?"
_VOWEL = (
    r"(?:yeo|yae|you|yoo|eui|wae|weo|woo|ae|ai|au|eo|eu|ee|ea|ei|ie|oe|oi|oo|ou|ui|ue|wa|we|wi|wo|ya|ye|yo|"
    r"yu|"
    r"a|e|i|o|u)"
)
_CODA = r"(?:ng|ck|c|lk|rk|hn|hm|nn|ll|[kgnmlpbthrsd])?e?"
_GIVEN = re.compile(rf"(?:{_ONSET}{_VOWEL}{_CODA}){{1,2}}$")
_LONGEST = 9


@lru_cache(maxsize=4096)
def is_korean_given(word: str) -> bool:
    """Tell whether a folded word can be a Korean given name of one or two syllables: "jae", "youngsam"."""
    return len(word) <= _LONGEST and word.isascii() and _GIVEN.match(word) is not None
