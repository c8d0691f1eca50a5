"""The title of an instrument, as read."""

from dataclasses import dataclass, replace

from flows.extract.agreements.parties import Named
from flows.extract.bodies.reading import Reading
from flows.span import Span

LONGEST_TITLE = 320


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the words of the text, with what is named right with it.

    `span` runs from the word for the instrument to the end of the title; `name` is the text of the span,
    but for a partner named in the middle ("bản ghi nhớ với … về đào tạo"), which is left out; `end` is
    where title and parties end, `signed` the verb of "ký giữa" between them. `is_subject` tells that it has
    no topic and something is told of it: "Bản ghi nhớ tập trung vào …".
    """

    span: Span
    name: str
    end: int
    named: Named | None
    has_topic: bool
    signed: Span | None = None
    is_subject: bool = False

    def until(self, end: int, text: str) -> "Title":
        """Return the title with the partner that follows it: "bản ghi nhớ với Đại học Huế"."""
        span = Span(self.span.start, end)
        return replace(self, span=span, name=span.of(text), end=end)

    @property
    def names_two(self) -> bool:
        """Whether it names two bodies that it is between."""
        return self.named is not None and len(self.named.bodies) > 1


def trimmed(reading: Reading, start: int, end: int) -> Span:
    """Leave blanks, commas and dashes out at the end of a title."""
    while end > start + 1 and reading.report.text[end - 1] in " ,;:-–\u00a0":
        end -= 1
    return Span(start, end)
