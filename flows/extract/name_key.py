"""What tells one person's name from another: the name folded, without marks, dashes and case."""

from functools import lru_cache

from flows.read.fold import fold, strip_diacritics


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return the key of a name: ASCII lower case, every dash, dot and run of blanks one blank.

    "Kim Jung-kwan", "Kim Jung Kwan" and "KIM JUNG – KWAN" have one key, "kim jung kwan"; so have
    "Tô Lâm" and "To Lam".  Names that merely look alike have different ones: keys are compared for
    equality only.
    """
    plain = strip_diacritics(fold(strip_diacritics(fold(name))))  # a look-alike may hide under a diacritic
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
