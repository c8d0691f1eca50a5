import pytest

from flows.span import Span, trim


def test_a_span_cuts_its_words() -> None:
    assert Span(3, 8).of("ký VKIST!") == "VKIST"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 1)])
def test_an_empty_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 5).holds(Span(3, 5))
    assert not Span(0, 4).holds(Span(3, 5))
    assert Span(1, 2).until(Span(4, 6)) == Span(1, 6)


def test_trim_leaves_no_blank_at_either_end() -> None:
    assert trim("  ký  ", 0, 6) == Span(2, 4)
    assert trim("    ", 0, 4) is None
