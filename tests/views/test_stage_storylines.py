"""The rule by which stages move (warehouse/views/stage_changes_as_of.sql), told as storylines."""

import datetime as dt

import pytest
from storyline import changes, status

from schemas.validate import validate

V = "vkist_phase_2"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_ten_reports_from_proposal_to_opening(story):
    story.commitment(V, due="2027")
    story.tell(
        "2023-06-23",
        "Việt Nam đề nghị Hàn Quốc xem xét hỗ trợ giai đoạn 2 của VKIST.",
        "proposed",
        V,
        side="vn",
    )
    story.tell(
        "2024-07-02", "Hai bên nhất trí triển khai giai đoạn 2 của VKIST.", "agreed", V, cluster="ttxvn"
    )
    story.tell(
        "2024-07-03",
        "Hai bên nhất trí triển khai giai đoạn 2 của VKIST.",
        "agreed",
        V,
        cluster="ttxvn",
        copy=True,
    )
    story.tell("2025-03-11", "Hai Bộ ký văn kiện dự án VKIST giai đoạn 2.", "signed", V)
    story.tell(None, "VKIST giai đoạn 2 đã bị hủy bỏ.", "withdrawn", V)  # nobody knows when: it moves nothing
    story.tell("2025-05-01", "Dự án VKIST giai đoạn 2 do Việt Nam đề xuất.", "proposed", V, background=True)
    story.tell("2025-09-15", "VKIST giai đoạn 2 chậm tiến độ do vướng mặt bằng.", "stalled", V)
    story.tell("2025-10-01", "Hai bên triển khai hiệu quả VKIST giai đoạn 2.", "reaffirmed", V)
    story.tell("2026-02-20", "Khởi công xây dựng giai đoạn 2 của VKIST.", "in_progress", V)
    story.tell("2026-12-10", "Khánh thành giai đoạn 2 của VKIST.", "fulfilled", V)
    assert validate(story.tables()).rejects.is_empty()
    db = story.warehouse()

    assert changes(db, V) == [
        ("2023-06-23", "proposed", 1, "r01"),
        ("2024-07-02", "agreed", 1, "r02"),
        ("2025-03-11", "signed", 1, "r04"),
        ("2025-09-15", "stalled", 1, "r07"),
        ("2026-02-20", "in_progress", 1, "r09"),
        ("2026-12-10", "fulfilled", 1, "r10"),
    ]
    now = status(db, V)
    assert (now["current_stage"], now["stage_basis"], now["since_on"]) == (
        "fulfilled",
        "stated",
        day("2026-12-10"),
    )
    assert (now["n_reports"], now["n_independent"]) == (10, 9)
    assert (now["first_reported_on"], now["last_reported_on"]) == (day("2023-06-23"), day("2026-12-10"))
    assert now["quote"] == "Khánh thành giai đoạn 2 của VKIST."
    assert not now["is_overdue"]


@pytest.mark.parametrize(
    ("known_on", "stage", "n_reports"),
    [("2023-12-31", "proposed", 1), ("2025-03-11", "signed", 4), ("2025-10-01", "stalled", 7)],
)
def test_as_of_knows_only_what_had_been_published(story, known_on, stage, n_reports):
    test_ten_reports_from_proposal_to_opening(story)
    known = status(story.warehouse(), V, known_on)
    assert (known["current_stage"], known["n_reports"]) == (stage, n_reports)


def test_as_of_the_last_day_is_the_status_without_undated_reports(story):
    story.commitment(V)
    story.tell("2024-07-02", "Hai bên nhất trí về VKIST giai đoạn 2.", "agreed", V)
    story.tell(None, "VKIST giai đoạn 2 được nhắc lại.", "reaffirmed", V)
    db = story.warehouse()
    assert status(db, V)["n_reports"] == 2
    assert status(db, V, "2024-07-02")["n_reports"] == 1
    assert db.execute("FROM as_of(DATE '2024-07-01')").fetchall() == []


def test_the_earlier_kind_of_act_told_later_does_not_move_it_down(story):
    story.commitment(V)
    story.tell("2025-03-11", "Hai Bộ ký văn kiện dự án.", "signed", V)
    story.tell("2025-04-01", "Hàn Quốc đề nghị thúc đẩy dự án.", "proposed", V)
    story.tell("2025-05-01", "Hai bên nhất trí đẩy nhanh dự án.", "agreed", V)
    assert changes(story.warehouse(), V) == [("2025-03-11", "signed", 1, "r01")]


def test_order_of_publication_does_not_matter_where_the_words_date_the_act(story):
    story.commitment(V)
    story.tell("2025-08-11", "Hai bên nhất trí mở rộng dự án.", "agreed", V)
    story.tell(
        "2025-09-01", "Văn kiện dự án đã ký tháng 6/2023.", "signed", V, acted="2023-06", background=True
    )
    assert changes(story.warehouse(), V) == [("2023-06", "signed", 1, "r02")]


def test_background_without_a_day_moves_nothing(story):
    story.commitment(V)
    story.tell("2025-08-11", "Văn kiện dự án đã được ký trước đó.", "signed", V, background=True)
    db = story.warehouse()
    assert changes(db, V) == []
    now = status(db, V)
    assert (now["current_stage"], now["stage_basis"], now["since_on"]) == (None, None, None)
    assert (now["last_reported_on"], now["quote"]) == (
        day("2025-08-11"),
        "Văn kiện dự án đã được ký trước đó.",
    )


def test_acts_of_one_day_go_up_the_ladder(story):
    story.commitment(V)
    story.tell("2025-08-11", "Hai bên ký bản ghi nhớ.", "signed", V)
    story.tell("2025-08-11", "Việt Nam đề nghị hỗ trợ dự án.", "proposed", V)
    story.tell("2025-08-11", "Hai bên nhất trí về dự án.", "agreed", V)
    assert [change[1] for change in changes(story.warehouse(), V)] == ["proposed", "agreed", "signed"]


def test_words_of_trouble_outweigh_other_words_of_the_same_day(story):
    story.commitment(V)
    story.tell("2025-08-11", "Dự án chậm tiến độ.", "stalled", V)
    story.tell("2025-08-11", "Dự án đang được triển khai.", "in_progress", V)
    assert [change[1] for change in changes(story.warehouse(), V)] == ["in_progress", "stalled"]


def test_after_a_stall_any_act_takes_it_back_to_where_it_was(story):
    story.commitment(V)
    story.tell("2024-01-10", "Khởi công dự án.", "in_progress", V)
    story.tell("2024-06-10", "Dự án tạm dừng.", "stalled", V)
    story.tell("2024-07-01", "Dự án vẫn tạm dừng.", "stalled", V)
    story.tell("2024-09-10", "Hai bên nhất trí nối lại dự án.", "agreed", V)
    assert changes(story.warehouse(), V) == [
        ("2024-01-10", "in_progress", 1, "r01"),
        ("2024-06-10", "stalled", 1, "r02"),
        ("2024-09-10", "in_progress", 1, "r04"),
    ]


def test_restating_does_not_end_a_stall(story):
    story.commitment(V)
    story.tell("2024-06-10", "Dự án tạm dừng.", "stalled", V)
    story.tell("2024-09-10", "Dự án được hai bên triển khai theo thỏa thuận.", "reaffirmed", V)
    assert status(story.warehouse(), V)["current_stage"] == "stalled"


def test_after_a_withdrawal_it_starts_anew(story):
    story.commitment(V)
    story.tell("2024-01-10", "Hai Bộ ký văn kiện dự án.", "signed", V)
    story.tell("2024-06-10", "Hàn Quốc rút khỏi dự án.", "withdrawn", V)
    story.tell("2025-01-10", "Việt Nam đề nghị trở lại dự án.", "proposed", V)
    assert changes(story.warehouse(), V)[1:] == [
        ("2024-06-10", "withdrawn", 1, "r02"),
        ("2025-01-10", "proposed", 2, "r03"),
    ]


def test_a_standstill_told_after_the_withdrawal_does_not_undo_it(story):
    story.commitment(V)
    story.tell("2024-01-10", "Hai Bộ ký văn kiện dự án.", "signed", V)
    story.tell("2024-06-10", "Hàn Quốc rút khỏi dự án.", "withdrawn", V)
    story.tell("2024-07-01", "Dự án vẫn tạm dừng.", "stalled", V)
    story.tell("2025-01-10", "Việt Nam đề nghị trở lại dự án.", "proposed", V)
    story.tell("2025-02-10", "Dự án chậm tiến độ.", "stalled", V)
    story.tell("2025-03-10", "Hai bên trao đổi về dự án.", "proposed", V)
    assert changes(story.warehouse(), V)[1:] == [
        ("2024-06-10", "withdrawn", 1, "r02"),
        ("2024-07-01", "stalled", 1, "r03"),
        ("2025-01-10", "proposed", 2, "r04"),
        ("2025-02-10", "stalled", 2, "r05"),
        ("2025-03-10", "proposed", 2, "r06"),
    ]


def test_an_undated_report_that_dates_the_act_itself_moves_it(story):
    story.commitment(V)
    story.tell(None, "Ngày 11/3/2025, hai Bộ ký văn kiện dự án.", "signed", V, acted="2025-03-11")
    db = story.warehouse()
    assert changes(db, V) == [("2025-03-11", "signed", 1, "r01")]
    assert (status(db, V)["first_reported_on"], status(db, V)["silent_days"]) == (None, None)


def test_only_ever_reaffirmed_is_implied(story):
    story.commitment("trade_100bn", due="2025")
    story.tell("2021-05-01", "Hai bên phấn đấu hoàn thành mục tiêu 100 tỷ USD.", "reaffirmed", "trade_100bn")
    story.tell("2022-05-01", "Hai bên nỗ lực đạt mục tiêu 100 tỷ USD.", "reaffirmed", "trade_100bn")
    db = story.warehouse()
    now = status(db, "trade_100bn")
    assert (now["current_stage"], now["stage_basis"], now["since_on"]) == ("agreed", "implied", None)
    assert now["report_id"] == "r01"
    assert changes(db, "trade_100bn") == []


def test_reaffirmed_beside_an_act_is_stated(story):
    story.commitment("trade_100bn")
    story.tell("2021-05-01", "Hai bên phấn đấu hoàn thành mục tiêu 100 tỷ USD.", "reaffirmed", "trade_100bn")
    story.tell("2022-05-01", "Hai bên nhất trí nâng mục tiêu lên 100 tỷ USD.", "agreed", "trade_100bn")
    now = status(story.warehouse(), "trade_100bn")
    assert (now["current_stage"], now["stage_basis"]) == ("agreed", "stated")


def test_superseded_reports_are_left_out(story):
    story.commitment(V)
    story.tell("2025-08-11", "Hai bên ký văn kiện dự án.", "signed", V, superseded_by="r02")
    story.tell("2025-08-11", "Hai bên nhất trí về dự án.", "agreed", V)
    now = status(story.warehouse(), V)
    assert (now["current_stage"], now["n_reports"]) == ("agreed", 1)


def test_a_copy_is_not_the_evidence_where_its_original_is_known(story):
    story.commitment(V)
    story.tell(
        "2025-08-10", "Hai bên nhất trí về dự án (bản chép).", "agreed", V, acted="2025-08-09", copy=True
    )
    story.tell("2025-08-11", "Hai bên nhất trí về dự án.", "agreed", V, acted="2025-08-09")
    assert status(story.warehouse(), V)["report_id"] == "r02"


class TestDatesOfDifferentPrecision:
    def test_a_month_stands_at_the_day_told_inside_it(self, story):
        story.commitment(V)
        story.tell("2025-08-05", "Hai bên nhất trí về dự án.", "agreed", V)
        story.tell("2025-08-11", "Hai Bộ ký văn kiện dự án.", "signed", V)
        story.tell("2025-12-01", "Văn kiện ký tháng 8/2025.", "signed", V, acted="2025-08", background=True)
        story.tell("2026-12-01", "Văn kiện ký năm 2025.", "signed", V, acted="2025", background=True)
        assert changes(story.warehouse(), V) == [
            ("2025-08-05", "agreed", 1, "r01"),
            ("2025-08-11", "signed", 1, "r02"),
        ]

    def test_alone_it_stands_at_its_first_day(self, story):
        story.commitment(V)
        story.tell("2025-12-01", "Văn kiện ký tháng 8/2025.", "signed", V, acted="2025-08", background=True)
        story.tell("2025-09-11", "Hai Bộ ký văn kiện khác.", "signed", V)
        assert changes(story.warehouse(), V) == [("2025-08", "signed", 1, "r01")]


class TestSilenceAndDueDates:
    def test_silence_runs_to_the_latest_report_of_all(self, story):
        story.commitment(V)
        story.tell("2025-08-11", "Hai bên nhất trí về dự án.", "agreed", V)
        story.report("2025-08-21", "Hai bên trao đổi về văn hóa.")
        db = story.warehouse()
        assert status(db, V)["silent_days"] == 10
        assert status(db, V, "2025-08-31")["silent_days"] == 20

    @pytest.mark.parametrize(
        ("due", "latest", "overdue"),
        [
            ("2027", "2027-12-31", False),
            ("2027", "2028-01-01", True),
            ("2027-11", "2027-11-30", False),
            ("2027-11", "2027-12-01", True),
            ("2027-11-08", "2027-11-08", False),
            ("2027-11-08", "2027-11-09", True),
            (None, "2030-01-01", False),
        ],
    )
    def test_overdue_once_the_whole_period_has_passed(self, story, due, latest, overdue):
        story.commitment("apec_2027", due=due)
        story.tell(
            "2026-01-10", "Hàn Quốc cam kết hỗ trợ Việt Nam đăng cai APEC 2027.", "agreed", "apec_2027"
        )
        story.report(latest, "Một tin khác.")
        assert status(story.warehouse(), "apec_2027")["is_overdue"] is overdue

    def test_what_is_fulfilled_is_not_overdue(self, story):
        story.commitment("apec_2027", due="2027")
        story.tell("2027-11-10", "APEC 2027 khai mạc tại Phú Quốc.", "fulfilled", "apec_2027")
        story.report("2029-01-01", "Một tin khác.")
        assert not status(story.warehouse(), "apec_2027")["is_overdue"]


def test_what_no_report_mentions_has_no_row(story):
    story.commitment(V)
    story.commitment("apec_2027")
    story.tell("2025-08-11", "Hai bên nhất trí về dự án.", "agreed", V)
    ids = story.warehouse().execute("SELECT commitment_id FROM commitment_status").fetchall()
    assert ids == [(V,)]
