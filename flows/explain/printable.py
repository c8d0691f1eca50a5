"""Text of a report as it may be shown: a hostile one must steer neither a terminal nor a page."""

from flows.terminal import harmless

_ELLIPSIS = "…"


def printable(text: str) -> str:
    """Return a text of the same length, white space as blanks, in which nothing hides, turns or steers."""
    if text.isprintable():
        return text
    return "".join(" " if c.isspace() else harmless(c) for c in text)


def shortened(text: str, most: int) -> str:
    """Return a text on one line, cut between words after at most `most` characters."""
    line = harmless(text)
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0] + _ELLIPSIS
