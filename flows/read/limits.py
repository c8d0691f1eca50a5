"""How much the reader takes in before it refuses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read, so that no single file can hold up a run.

    Attributes:
        max_file_bytes: a larger file is refused unread; a long news article has about 50,000 bytes.
        max_line_chars: a text with a longer line is refused; a long paragraph has about 3,000 characters.
    """

    max_file_bytes: int = 20_000_000
    max_line_chars: int = 1_000_000
