"""What holds for the link step as a whole: its tables, and that no order of rows changes them."""

from functools import cache

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import Telling, a_reference, arrivals, frames_of, linked

from flows.extract.frames import extraction_frames
from flows.link.link import link
from schemas.tables import RELEASE_TABLES
from schemas.validate import validate

MORNING = (
    "Sáng 11/8, hai bên trao bản ghi nhớ theo chương trình EPS trước sự chứng kiến của lãnh đạo hai nước."
)
NOON = "Trưa 11/8, Tổng Bí thư Tô Lâm và Tổng thống Lee Jae-myung gặp gỡ báo chí tại thủ đô Seoul."
TARGET = "Hai bên nhắc lại mục tiêu kim ngạch thương mại 150 tỷ USD vào năm 2030 theo hướng cân bằng."
LATER = "Bộ trưởng cho biết bản ghi nhớ hợp tác nghề cá và chương trình EPS được triển khai tốt."
LABOUR = {"party_vn": "Bộ Nội vụ", "party_kr": "Bộ Lao động và Việc làm Hàn Quốc"}


def a_corpus() -> tuple[Telling, ...]:
    """Ten reports: dated, undated, copied, corrected, of one visit and of a year later."""
    tellings = []
    for n, published in enumerate(["2025-08-11", "--08-11", "--08-12", "2025-08", None]):
        text = "\n".join([f"Bản tin số {n}.", MORNING, NOON, TARGET])
        told = Telling(f"visit {n}", text, published, url=f"https://bao.example/{n % 4}")
        told.meeting("talks", "--08-11", "Tô Lâm", "Lee Jae-myung", place="Seoul")
        told.meeting("visit", None, "Tô Lâm", place="Hàn Quốc")
        told.commitment("eps_labour_mou", "signed", MORNING, when="--08-11" if n % 2 else None)
        told.commitment("trade_150bn_2030", "reaffirmed", TARGET, speaker="to lam")
        told.agreement("bản ghi nhớ theo chương trình EPS", act="handed_over", **LABOUR)
        told.target(150e9, TARGET, due_year=2030).official("Tô Lâm", "Tổng Bí thư", "VN")
        told.official("Lee Jae Myung", "Tổng thống", "KR" if n else None)
        tellings.append(told.institution("Bộ Nội vụ", "VN", listed="moha_vn").institution("VKIST"))
    for n in range(5):
        told = Telling(f"later {n}", f"Bản tin số {n}. {LATER}", f"2026-0{n + 1}-10", outlet=f"Báo {n}")
        told.commitment("fisheries_mou", "in_progress", side="vn" if n % 2 else "kr")
        told.agreement("bản ghi nhớ hợp tác nghề cá", act="referenced", when="2025" if n % 2 else None)
        told.agreement("chương trình EPS", act="referenced").meeting("audience", "pub-1d", "Kim Jung Kwan")
        tellings.append(told.official("Kim Jung-kwan" if n % 2 else "Kim Jung Kwan", "Bộ trưởng", "KR"))
    return tuple(tellings)


@cache
def corpus_frames() -> dict[str, pl.DataFrame]:
    return frames_of(a_corpus())


def corpus_arrivals() -> pl.DataFrame:
    return arrivals(
        *((f"{t.report_id}.txt", 0, t.report_id, t.report_id, n) for n, t in enumerate(a_corpus()))
    )


@cache
def corpus_tables() -> dict[str, pl.DataFrame]:
    return link(corpus_frames(), corpus_arrivals(), a_reference())


def test_tables_are_those_of_the_release_and_valid() -> None:
    tables = corpus_tables()
    assert set(tables) == {table.name for table in RELEASE_TABLES}
    for table in RELEASE_TABLES:
        assert tuple(tables[table.name].columns) == table.column_names
    validated = validate(tables)
    assert validated.rejects.is_empty(), validated.rejects


def test_empty_corpus_has_every_table() -> None:
    tables = linked()
    assert validate(tables).rejects.is_empty()
    assert all(frame.equals(tables[name]) for name, frame in link({}, arrivals(), a_reference()).items())
    assert {name for name, frame in tables.items() if frame.height} == {"commitments", "institutions"}


def test_tables_are_sorted_by_their_keys() -> None:
    for table in RELEASE_TABLES:
        frame = corpus_tables()[table.name]
        assert frame.select(table.key).equals(frame.select(table.key).sort(table.key)), table.name


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_neither_order_nor_chunks_change_a_row(random: st.randoms, n_chunks: int) -> None:
    """Reports come in any order and in any chunks, and the rows of a table in any order."""
    tellings = list(a_corpus())
    random.shuffle(tellings)
    parts = [extraction_frames(t.extraction() for t in tellings[n::n_chunks]) for n in range(n_chunks)]
    shuffled = {}
    for table in parts[0]:
        whole = pl.concat([part[table] for part in parts])
        order = list(range(whole.height))
        random.shuffle(order)
        shuffled[table] = whole[order]
    seen = corpus_arrivals().sample(fraction=1, shuffle=True, seed=n_chunks)
    for name, frame in link(shuffled, seen, a_reference()).items():
        assert frame.equals(corpus_tables()[name]), name


def test_chunk_that_was_written_twice_changes_nothing() -> None:
    doubled = {table: pl.concat([frame, frame]) for table, frame in corpus_frames().items()}
    for name, frame in link(doubled, corpus_arrivals(), a_reference()).items():
        assert frame.equals(corpus_tables()[name]), name


@pytest.mark.parametrize("table", ["agreements", "meetings", "officials", "targets", "institutions"])
def test_ids_do_not_depend_on_who_told_it_first(table: str) -> None:
    """The same tellings under other report ids."""
    renamed = [
        Telling(f"x{t.report_id}", t.text, t.published, t.basis, t.url, t.outlet, t.records)
        for t in a_corpus()
    ]
    tables = linked(*renamed)
    key = corpus_tables()[table].columns[0]
    dated = pl.col("held_on").is_not_null() if table == "meetings" else pl.lit(value=True)
    assert tables[table].filter(dated)[key].equals(corpus_tables()[table].filter(dated)[key])
