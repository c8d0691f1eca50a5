"""Each kind of record, put into words."""

import pytest

from flows.build_in_memory import build_in_memory
from flows.explain.find_marks import find_marks
from flows.explain.mark import Kind, Mark
from flows.read.limits import Limits

REPORT = """\
Ngày 10/3/2026, tại Hà Nội, Bộ trưởng Bộ Ngoại giao Lê Hoài Trung hội đàm với Bộ trưởng Bộ Ngoại giao Hàn Quốc Cho Hyun.
Hai Bộ trưởng nhất trí phấn đấu đưa kim ngạch thương mại song phương đạt 150 tỷ USD vào năm 2030.
Bộ trưởng Lê Hoài Trung đề nghị Hàn Quốc hỗ trợ giai đoạn 2 của dự án VKIST.
Hai Bộ trưởng đã ký Bản ghi nhớ về hợp tác chuyển đổi số giữa Bộ Ngoại giao Việt Nam và Bộ Ngoại giao Hàn Quốc.
"""


@pytest.fixture(scope="module")
def marks(tmp_path_factory) -> tuple[Mark, ...]:
    file = tmp_path_factory.mktemp("marks") / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    build = build_in_memory([file], Limits())
    (found,) = find_marks(build.tables).values()
    return found


def of(marks: tuple[Mark, ...], kind: Kind) -> list[Mark]:
    return [mark for mark in marks if mark.kind is kind]


def test_numbers_follow_the_text_and_every_quote_is_its_span(marks):
    assert [mark.number for mark in marks] == list(range(1, len(marks) + 1))
    assert [mark.span.start for mark in marks] == sorted(mark.span.start for mark in marks)
    assert all(mark.span.of(REPORT) == mark.quote for mark in marks)


def test_a_commitment_has_its_stage_side_and_speaker(marks):
    (phase,) = [m for m in of(marks, Kind.COMMITMENT) if m.name == "vkist_phase_2"]
    assert phase.facts == ("proposed", "Viet Nam's side", "says Lê Hoài Trung")
    assert phase.rule.startswith("commitments.")


def test_a_target_has_its_amount_and_year(marks):
    (target,) = of(marks, Kind.TARGET)
    assert (target.name, target.when) == ("bilateral_trade", "by 2030")
    assert "150,000,000,000 USD" in target.facts[0]


def test_an_agreement_has_its_kind_act_and_parties(marks):
    (agreement,) = of(marks, Kind.AGREEMENT)
    assert agreement.name.startswith("Bản ghi nhớ về hợp tác chuyển đổi số")
    assert agreement.facts[:2] == ("mou", "signed")
    assert agreement.facts[-1] == "Bộ Ngoại giao Việt Nam ↔ Bộ Ngoại giao Hàn Quốc"


def test_a_meeting_has_its_place_day_and_persons(marks):
    talks = next(m for m in of(marks, Kind.MEETING) if m.name == "talks")
    assert talks.when == "2026-03-10"
    assert talks.facts == ("Hà Nội", "Cho Hyun, Lê Hoài Trung")


def test_officials_and_institutions_have_post_and_country(marks):
    persons = {m.name: m.facts for m in of(marks, Kind.OFFICIAL)}
    assert persons["Lê Hoài Trung"] == ("Bộ trưởng Bộ Ngoại giao", "VN")
    assert persons["Cho Hyun"][-1] == "KR"
    assert any("ministry" in m.facts for m in of(marks, Kind.INSTITUTION))
