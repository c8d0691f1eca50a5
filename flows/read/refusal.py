"""Refusals: what could not be read, and what a person can do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, a folder or an item of a container that was not read.

    `reason` is a short code such as ``empty_file``, ``binary``, ``too_large``, ``line_too_long``,
    ``unreadable``, ``missing``, ``no_text``, ``undecodable`` or ``legacy_encoding``; `detail` is a sentence
    for a person: what, where, what to do.
    """

    source_path: str
    source_item: int
    reason: str
    detail: str


class NotReadableError(Exception):
    """Raised inside the reader where a refusal has to be made; `read_bytes` turns it into one."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
