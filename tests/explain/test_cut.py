"""Records that hold, cross or match one another: each stretch of a line lies under the same ones."""

from hypothesis import given
from hypothesis import strategies as st

from flows.explain.cut import cut, marks_by_line
from flows.explain.mark import Kind, Mark
from flows.span import Span

TEXT = "Bộ trưởng Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ VKIST giai đoạn 2."


def mark(number: int, words: str, kind: Kind = Kind.COMMITMENT, text: str = TEXT) -> Mark:
    start = text.index(words)
    return marked(number, start, start + len(words), kind)


def marked(number: int, start: int, end: int, kind: Kind = Kind.COMMITMENT) -> Mark:
    return Mark(number, kind, Span(start, end), "name", (), "", "rule", "")


def drawn(*marks: Mark, text: str = TEXT) -> str:
    """The line with brackets and numbers."""
    parts = []
    for piece in cut(Span(0, len(text)), marks):
        parts += ["‹"] * len(piece.opens)
        parts.append(piece.span.of(text))
        parts += [f"›{[m.number for m in group]}" for group in piece.closes]
    return "".join(parts)


def test_a_line_without_records_is_one_piece():
    (piece,) = cut(Span(0, len(TEXT)), [])
    assert (piece.span.of(TEXT), piece.over, piece.opens, piece.closes) == (TEXT, (), (), ())


def test_one_record_inside_another():
    assert drawn(mark(1, TEXT), mark(2, "Lê Hoài Trung")) == (
        "‹Bộ trưởng ‹Lê Hoài Trung›[2] đề nghị Hàn Quốc hỗ trợ VKIST giai đoạn 2.›[1]"
    )


def test_records_of_one_span_share_their_brackets():
    shown = drawn(mark(3, TEXT), mark(2, TEXT), mark(4, "VKIST"))
    assert shown == "‹Bộ trưởng Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ ‹VKIST›[4] giai đoạn 2.›[2, 3]"


def test_records_that_begin_or_end_together_close_from_the_inside_out():
    shown = drawn(mark(1, "VKIST giai đoạn 2"), mark(2, "VKIST"), mark(3, "giai đoạn 2"))
    assert shown.endswith("‹‹VKIST›[2] ‹giai đoạn 2›[3]›[1].")


def test_records_that_cross():
    pieces = list(cut(Span(0, 9), [marked(1, 0, 6), marked(2, 3, 9)]))
    assert [[m.number for m in piece.over] for piece in pieces] == [[1], [1, 2], [2]]
    assert drawn(marked(1, 0, 6), marked(2, 3, 9), text="aaabbbccc") == "‹aaa‹bbb›[1]ccc›[2]"


def test_the_narrowest_record_gives_the_colour():
    sentence, person = mark(1, TEXT), mark(2, "Lê Hoài Trung", Kind.OFFICIAL)
    second = mark(3, TEXT, Kind.MEETING)
    pieces = list(cut(Span(0, len(TEXT)), [sentence, second, person]))
    assert [piece.innermost[0].kind for piece in pieces] == [
        Kind.COMMITMENT, Kind.OFFICIAL, Kind.COMMITMENT,
    ]  # fmt: skip


def test_a_record_over_two_lines_opens_in_the_first_and_closes_in_the_second():
    lines = [Span(0, 4), Span(5, 9), Span(10, 14)]
    over, behind = marked(1, 2, 8), marked(2, 10, 14)
    of_line = marks_by_line(lines, [over, behind])
    assert of_line == [[over], [over], [behind]]
    first, second = (list(cut(line, marks)) for line, marks in zip(lines[:2], of_line, strict=False))
    assert [(bool(p.opens), bool(p.closes)) for p in first] == [(False, False), (True, False)]
    assert [(bool(p.opens), bool(p.closes)) for p in second] == [(False, True), (False, False)]


def test_a_record_that_ends_where_a_line_begins_is_not_of_that_line():
    assert marks_by_line([Span(0, 4), Span(4, 8)], [marked(1, 1, 4)]) == [[marked(1, 1, 4)], []]


spans = st.tuples(st.integers(0, 29), st.integers(1, 30)).filter(lambda ends: ends[0] < ends[1])


@given(st.lists(spans, max_size=8), spans)
def test_pieces_make_up_the_line_and_lie_under_the_records_that_hold_them(ends, line_ends):
    line = Span(*line_ends)
    marks = [marked(number, *pair) for number, pair in enumerate(ends, start=1)]
    (of_line,) = marks_by_line([line], marks)
    assert {m.number for m in of_line} == {m.number for m in marks if m.span.overlaps(line)}
    pieces = list(cut(line, of_line))
    assert [p.span.start for p in pieces] == [line.start, *(p.span.end for p in pieces[:-1])]
    assert pieces[-1].span.end == line.end
    for piece in pieces:
        assert {m.number for m in piece.over} == {m.number for m in marks if m.span.overlaps(piece.span)}
        assert all(m.span.holds(piece.span) for m in piece.over)
    opened = [m.number for p in pieces for group in p.opens for m in group]
    closed = [m.number for p in pieces for group in p.closes for m in group]
    assert sorted(opened) == [m.number for m in marks if line.start <= m.span.start < line.end]
    assert sorted(closed) == [m.number for m in marks if line.start < m.span.end <= line.end]
