"""What the terminal shows: readable at every width, without colours too, and harmless."""

import io
import re

import pytest
from explaining import HOSTILE, explained
from rich.cells import cell_len
from rich.console import Console

from flows.explain.mark import Kind
from flows.explain.terminal_view import show_explained

REPORT = """\
VKIST CHỜ GIAI ĐOẠN 2

Ngày 10/3/2026, Bộ trưởng Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ giai đoạn 2 của dự án VKIST.

Ảnh: TTXVN
"""
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def shown(found, width: int = 80, *, colours: bool = False) -> str:
    file = io.StringIO()
    show_explained(
        Console(file=file, width=width, force_terminal=colours, color_system="standard" if colours else None),
        found,
    )
    return file.getvalue()


def steering(drawn: str) -> list[str]:
    """The characters that do more than stand in their place."""
    return [c for c in drawn if c not in "\n\N{NO-BREAK SPACE}" and not c.isprintable()]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return explained(tmp_path_factory.mktemp("terminal"), REPORT)


def test_without_colours_brackets_and_numbers_tell_the_records(report):
    drawn = " ".join(shown(report, 140).split())
    assert "Bộ trưởng ‹Lê Hoài Trung›[" in drawn
    number = next(m.number for m in report.marks if m.name == "vkist_phase_2")
    assert f"›[{number}]" in drawn
    assert f"{number} commitment vkist_phase_2" in drawn


def test_lines_that_are_not_body_say_what_they_are(report):
    rows = shown(report).splitlines()
    assert any(row.startswith("heading   ‹VKIST›[1] CHỜ GIAI ĐOẠN 2") for row in rows)
    assert any(row.startswith("furniture Ảnh: TTXVN") for row in rows)


def test_colours_only_add_to_it(report):
    assert ESCAPE.sub("", shown(report, colours=True)) == shown(report)
    assert "\x1b[4;36mLê Hoài Trung" in shown(report, colours=True)


@pytest.mark.parametrize("width", [80, 110, 140])
def test_nothing_is_wider_than_the_screen_and_nothing_is_lost(report, width):
    drawn = shown(report, width)
    assert all(cell_len(row) <= width for row in drawn.splitlines())
    words = "".join(drawn.split())
    for mark in report.marks:
        assert mark.rule in words
        if mark.when:
            assert mark.when in words


def test_a_very_narrow_screen(report):
    assert all(cell_len(row) <= 40 for row in shown(report, 40).splitlines())


def test_chosen_kinds_keep_their_numbers(report, tmp_path):
    (person,) = explained(tmp_path, REPORT, (Kind.OFFICIAL,)).marks
    assert person == next(mark for mark in report.marks if mark.kind is Kind.OFFICIAL)


def test_a_report_without_records_says_so(tmp_path):
    assert "No records." in shown(explained(tmp_path, "Hôm nay trời đẹp.\n"))


def test_a_hostile_report_is_shown_as_it_is_written(tmp_path):
    found = explained(tmp_path, HOSTILE)
    drawn = shown(found, 140)
    assert not steering(drawn)
    together = drawn.replace("‹", "").replace("›", "")
    for words in ("[red]Chiều", "[/red]", "<script>alert(1)</script>", ":warning:", "[link=file:"):
        assert words in together
    assert any(mark.name == "vkist_phase_2" for mark in found.marks)
    assert not steering(ESCAPE.sub("", shown(found, 140, colours=True)))
