"""Ids: short hashes of what identifies a thing, the same on every machine and in every run."""

from hashlib import sha256

_SEPARATOR = "\x1f"


def stable_id(*parts: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of `parts`, joined by a unit separator."""
    return sha256(_SEPARATOR.join(parts).encode()).hexdigest()[:16]
