"""What the terminal shows: readable at 80 columns, and harmless whatever a report or file name holds."""

import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from flows.terminal import (
    as_precise,
    harmless,
    records_table,
    rejects_table,
    status_table,
    timeline_table,
)
from warehouse.read_status import Status, Telling

QUOTE = "Hai bên nhất trí sớm khởi động giai đoạn 2 của dự án VKIST."
HOSTILE = "[red]ký[/red] :warning:\x1b[2J\x1b]0;x\x07 \u202etừ phải\u2066 a\rb\x9b31m"


def status(commitment_id: str = "vkist_phase_2", quote: str = QUOTE, **given: object) -> Status:
    fields: dict[str, object] = {
        "name_vi": "Dự án VKIST giai đoạn 2",
        "name_en": "VKIST phase 2",
        "current_stage": "agreed",
        "stage_basis": "stated",
        "pending": False,
        "since_on": dt.date(2026, 3, 10),
        "since_precision": "day",
        "n_reports": 2,
        "last_reported_on": dt.date(2026, 3, 10),
        "report_id": "r1",
    }
    return Status(commitment_id=commitment_id, quote=quote, **(fields | given))  # type: ignore[arg-type]


def telling(quote: str = QUOTE, title: str = "Hội đàm tại Seoul") -> Telling:
    day = dt.date(2026, 3, 10)
    return Telling(day, "day", "agreed", "both", "Lê Hoài Trung", False, quote, day, "VnExpress", title)


def shown(table: RenderableType, width: int = 80) -> str:
    file = io.StringIO()
    Console(file=file, width=width, force_terminal=False).print(table)
    return file.getvalue()


def unfolded(text: str) -> str:
    """The words of a drawn table, without its lines and breaks."""
    return " ".join("".join(c for c in text if c not in "│┃").split())


@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_status_shows_stage_date_and_quote_whole_at_every_width(width):
    drawn = shown(status_table([status(), status("critical_minerals_cooperation_centre")]), width)
    assert "agreed since 2026-03-10" in drawn
    assert "critical_minerals_cooperation_centre" in drawn
    assert max(map(len, drawn.splitlines())) <= width
    words = "".join(drawn.split())
    for word in QUOTE.split():
        assert word in words


def test_headline_commitments_come_first_and_the_others_by_id():
    ids = ["action_programme_csp", "vkist", "eps_labour_mou", "apec_2027", "vkist_phase_2"]
    drawn = shown(status_table(status(commitment_id) for commitment_id in ids))
    lines = [
        line.split("│")[1].split()[0] for line in drawn.splitlines() if line.count("_") or " vkist " in line
    ]
    assert lines == ["vkist_phase_2", "apec_2027", "eps_labour_mou", "action_programme_csp", "vkist"]


def test_what_is_implied_undated_or_asked_for_again_is_said():
    drawn = shown(status_table([status(stage_basis="implied", since_on=None, pending=True, n_reports=1)]))
    assert "agreed (implied)" in drawn
    assert "since" not in drawn
    assert "renewal asked for" in drawn
    assert "1 report " in drawn


def test_a_date_is_shown_no_finer_than_it_is_known():
    june = dt.date(2023, 6, 1)
    assert [as_precise(june, p) for p in ("day", "month", "year")] == ["2023-06-01", "2023-06", "2023"]
    assert as_precise(None, None) == ""


def test_a_long_quote_is_cut_between_words():
    drawn = unfolded(shown(status_table([status(quote="nhất trí hợp tác " * 60)]), 100))
    assert drawn.count("…”") == 1
    assert drawn.split("…”")[0].split()[-1] in {"nhất", "trí", "hợp", "tác"}


def test_a_telling_shows_who_says_so_and_where():
    drawn = unfolded(shown(timeline_table("vkist_phase_2", [telling()]), 100))
    assert "agreed (both)" in drawn
    assert "Lê Hoài Trung · VnExpress · Hội đàm tại Seoul · reported 2026-03-10" in drawn


@pytest.mark.parametrize(
    "table",
    [
        status_table([status(HOSTILE, HOSTILE)]),
        timeline_table(HOSTILE, [telling(HOSTILE, HOSTILE)]),
        records_table([HOSTILE], [[HOSTILE]]),
        rejects_table([{"reason": "empty_file", "detail": HOSTILE}]),
    ],
)
def test_hostile_text_is_shown_and_does_nothing(table):
    drawn = shown(table, 140)
    assert "[red]ký[/red]" in drawn, "rich markup is text"
    assert not set(drawn) & set("\x1b\x07\r\x9b\u202e\u2066")


def test_emoji_codes_stay_text():
    from flows import terminal

    with terminal.out.capture() as capture:
        terminal.say(":warning: [bold]tệp[/bold] \x1b[31m")
    assert capture.get() == ":warning: [bold]tệp[/bold] �[31m\n"


@given(st.text())
def test_harmless_text_is_one_line_without_control_characters(text):
    line = harmless(text)
    assert len(line.splitlines()) <= 1
    assert line.isprintable() or all(c.isprintable() or not c.isascii() for c in line)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyắằểễ ", max_size=80))
def test_vietnamese_text_stays_as_it_is(text):
    assert harmless(text) == " ".join(text.split())


def test_records_stand_side_by_side_where_they_fit_else_one_below_the_other():
    names = ["commitment_id", "current_stage", "since_on", "quote", "report_id", "outlet"]
    row = ["vkist_phase_2", "agreed", dt.date(2026, 3, 10), QUOTE, "31214de0f496ff47", None]
    assert "commitment_id ┃ current_stage" in shown(records_table(names, [row], width=140), 140)
    upright = shown(records_table(names, [row], width=80), 80)
    assert "│ since_on      │ 2026-03-10" in upright
    assert "│ quote         │ Hai bên nhất trí" in upright


def test_a_query_without_rows_shows_its_columns():
    assert "commitment_id" in shown(records_table(["commitment_id"], [], width=80))


def test_only_the_first_refusals_are_listed():
    rejects = [{"reason": "empty_file", "detail": f"f{n}.txt: it is empty"} for n in range(30)]
    drawn = shown(rejects_table(rejects))
    assert "Refused: 30, the first 20" in drawn
    assert drawn.count("it is empty") == 20
