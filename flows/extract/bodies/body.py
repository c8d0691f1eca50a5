"""What a name of a body is, once read."""

from dataclasses import dataclass, replace

from flows.extract.records import Level
from flows.span import Span


@dataclass(frozen=True, slots=True)
class Body:
    """A body named in a text: `span` is the name, `end` also covers "(KOICA)" or ", Hàn Quốc" after it.

    `name` is the text of the span; but where only the person who leads the body is named (`is_led`), it is
    made of the title: "Bộ trưởng Ngoại giao" leads the "Bộ Ngoại giao". It is empty for a side that is not
    named ("các đối tác Hàn Quốc"). `country` is what the words say; None where they do not.
    """

    span: Span
    end: int
    name: str
    level: Level | None
    country: str | None
    is_led: bool = False

    def of(self, country: str | None) -> "Body":
        """Return the same body, of `country` where its own words name none."""
        return self if self.country or not country else replace(self, country=country)
