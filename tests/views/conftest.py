"""A catalog in memory, with every table, view and macro, and stories to fill it with."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from storyline import Story

import warehouse
from schemas.frame import empty_frame
from schemas.sql_file import read_sql_folder
from schemas.tables import TABLES

VIEWS = read_sql_folder(Path(warehouse.__file__).parent / "views")


@pytest.fixture(scope="session")
def catalog() -> Iterator[duckdb.DuckDBPyConnection]:
    """Every table, without rows, and every view and macro; made once, for it takes a third of a second."""
    with duckdb.connect(config={"threads": 1}) as connection:
        for name, table in TABLES.items():
            connection.register("no_rows", empty_frame(table).to_arrow())
            connection.execute(f"CREATE TABLE {name} AS FROM no_rows")
            connection.unregister("no_rows")
        for view in VIEWS:
            connection.execute(view.statement)
        yield connection


@pytest.fixture
def story(catalog: duckdb.DuckDBPyConnection) -> Story:
    return Story(catalog)


@pytest.fixture
def full_story(story: Story) -> Story:
    """A story with some rows in every table, true to the facts of August 2025."""
    story.commitment("vkist_phase_2", due="2028")
    story.commitment("apec_2027", due="2027-11", sector="diplomacy")
    story.commitment("eps_labour_mou", renewable=True, sector="labour")
    story.add("officials", official_id="o1", name="Tô Lâm", country="VN")
    story.add("officials", official_id="o2", name="Lee Jae-myung", country="KR", aliases="Lee Jae Myung")
    story.add("institutions", institution_id="moha", name="Bộ Nội vụ", country="VN", level="ministry")
    story.add(
        "institutions", institution_id="moel", name="Bộ Lao động Hàn Quốc", country="KR", level="ministry"
    )

    talks = story.tell(
        "2025-08-11",
        "Tổng thống Lee Jae-myung cam kết hỗ trợ Việt Nam tổ chức APEC 2027.",
        "agreed",
        "apec_2027",
        side="kr",
        speaker="o2",
    )
    signing = story.tell(
        "2025-08-12",
        "Hai Bộ trao Bản ghi nhớ về lao động EPS; kim ngạch hướng tới 150 tỷ USD năm 2030.",
        "signed",
        "eps_labour_mou",
        acted="2025-08-11",
        cluster="ttxvn",
    )
    copy = story.tell(
        "2025-08-13",
        "Hai Bộ trao Bản ghi nhớ về lao động EPS; kim ngạch hướng tới 150 tỷ USD.",
        "signed",
        "eps_labour_mou",
        acted="2025-08-11",
        cluster="ttxvn",
        copy=True,
    )
    story.tell(
        "2026-03-10",
        "Việt Nam đề nghị sớm làm giai đoạn 2 của VKIST.",
        "proposed",
        "vkist_phase_2",
        side="vn",
    )
    for report_id, is_original in ((signing, True), (copy, False)):
        story.add(
            "report_clusters",
            cluster_id="ttxvn",
            report_id=report_id,
            shared_sentences=1,
            containment=1.0,
            is_original=is_original,
        )
    story.add(
        "agreements",
        agreement_id="a1",
        kind="mou",
        title="Bản ghi nhớ về lao động EPS",
        commitment_id="eps_labour_mou",
        party_vn_id="moha",
        party_kr_id="moel",
        signed_on=dt.date(2025, 8, 11),
        signed_precision="day",
        n_reports=2,
    )
    story.add("targets", target_id="t1", metric="bilateral_trade", value=150e9, currency="USD", due_year=2030)
    story.add("targets", target_id="t2", metric="bilateral_trade", value=150e9, currency="USD")
    for number, (report_id, act, target) in enumerate(
        ((signing, "exchanged", "t1"), (copy, "referenced", "t2"))
    ):
        story.add(
            "agreement_mentions",
            agreement_mention_id=f"am{number}",
            agreement_id="a1",
            kind="mou",
            title="Bản ghi nhớ về lao động EPS",
            party_vn="hai Bộ",
            level="ministry",
            act=act,
            signed_on=dt.date(2025, 8, 11),
            signed_precision="day",
            **story.evidence(report_id),
        )
        story.add(
            "target_mentions",
            target_mention_id=f"tm{number}",
            target_id=target,
            metric="bilateral_trade",
            value=150e9,
            currency="USD",
            due_year=2030 if target == "t1" else None,
            **story.evidence(report_id),
        )
    held = {"kind": "talks", "held_on": dt.date(2025, 8, 11), "held_precision": "day", "place": "Seoul"}
    story.add("meetings", meeting_id="m1", n_reports=1, **held)
    story.add("meeting_mentions", meeting_mention_id="mm1", meeting_id="m1", **held, **story.evidence(talks))
    for official_id, name in (("o1", "Tô Lâm"), ("o2", "Lee Jae-myung")):
        story.add("meeting_participants", meeting_mention_id="mm1", official_id=official_id, name=name)
        story.add(
            "official_mentions",
            official_id=official_id,
            name=name,
            name_as_written=name,
            role="Tổng thống" if official_id == "o2" else None,
            country="VN" if official_id == "o1" else "KR",
            **story.evidence(talks),
        )
    story.add(
        "institution_mentions", institution_id="moha", name_as_written="hai Bộ", **story.evidence(signing)
    )
    story.add(
        "commitment_candidates",
        candidate_id="c1",
        label="trung tâm bán dẫn",
        name_as_written="trung tâm bán dẫn",
        kind="project",
        stage="proposed",
        **story.evidence(talks),
    )
    return story
