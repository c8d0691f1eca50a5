"""Wire copies count on the day of their original, versions of a report from the day they were published."""

from storyline import changes, rows_of, status

V = "vkist_phase_2"
AGREED = "Hai bên nhất trí triển khai giai đoạn 2 của VKIST."


class TestCopies:
    def test_a_copy_printed_later_does_not_resume_what_has_stopped(self, story):
        story.commitment(V)
        story.tell("2025-08-11", AGREED, "agreed", V, cluster="ttxvn")
        story.tell("2025-08-20", "Dự án tạm dừng.", "stalled", V)
        story.tell("2025-08-22", AGREED, "agreed", V, cluster="ttxvn", copy=True)
        assert [change[1] for change in changes(story.warehouse(), V)] == ["agreed", "stalled"]

    def test_a_report_of_its_own_does(self, story):
        story.commitment(V)
        story.tell("2025-08-11", AGREED, "agreed", V, cluster="ttxvn")
        story.tell("2025-08-20", "Dự án tạm dừng.", "stalled", V)
        story.tell("2025-08-22", "Hai bên nhất trí nối lại dự án.", "agreed", V)
        assert [change[1] for change in changes(story.warehouse(), V)] == ["agreed", "stalled", "agreed"]

    def test_what_a_copy_adds_counts_on_its_own_day(self, story):
        """The second paper printed the agency's text and a sentence of its own."""
        story.commitment(V)
        story.tell("2025-08-11", AGREED, "agreed", V, cluster="ttxvn")
        copied = story.tell("2025-08-22", AGREED, "agreed", V, cluster="ttxvn", copy=True)
        story.mention(copied, "in_progress", V)
        assert changes(story.warehouse(), V) == [
            ("2025-08-11", "agreed", 1, "r01"),
            ("2025-08-22", "in_progress", 1, "r02"),
        ]

    def test_a_copy_of_an_undated_original_counts_on_its_own_day(self, story):
        story.commitment(V)
        story.tell(None, AGREED, "agreed", V, cluster="ttxvn")
        story.tell("2025-08-22", AGREED, "agreed", V, cluster="ttxvn", copy=True)
        assert changes(story.warehouse(), V) == [("2025-08-22", "agreed", 1, "r02")]

    def test_an_undated_copy_moves_nothing(self, story):
        story.commitment(V)
        story.tell("2025-08-11", "Hai Bộ ký văn kiện khác.", "signed", V, cluster="ttxvn")
        story.tell(None, "Dự án bị hủy bỏ.", "withdrawn", V, cluster="ttxvn", copy=True)
        assert [change[1] for change in changes(story.warehouse(), V)] == ["signed"]

    def test_a_memorandum_is_not_renewed_by_an_old_text_printed_again(self, story):
        story.commitment("eps_labour_mou", renewable=True)
        signed = "Hai Bộ ký bản ghi nhớ về lao động EPS."
        story.tell("2025-08-11", signed, "signed", "eps_labour_mou", cluster="ttxvn")
        story.tell("2025-12-20", signed, "signed", "eps_labour_mou", cluster="ttxvn", copy=True)
        assert changes(story.warehouse(), "eps_labour_mou") == [("2025-08-11", "signed", 1, "r01")]

    def test_a_copy_does_not_contradict_what_happened_since(self, story):
        story.commitment(V)
        story.tell("2025-08-11", AGREED, "agreed", V, cluster="ttxvn")
        story.tell("2025-08-22", "Dự án tạm dừng.", "stalled", V)
        story.tell("2025-08-22", AGREED, "agreed", V, cluster="ttxvn", copy=True)
        db = story.warehouse()
        assert rows_of(db.execute("FROM conflicts")) == []
        story.tell("2025-08-22", "Hai bên nhất trí đẩy nhanh dự án.", "agreed", V)
        (conflict,) = rows_of(story.warehouse().execute("FROM conflicts"))
        assert (conflict["one_report_id"], conflict["other_report_id"]) == ("r04", "r02")


class TestVersions:
    def test_a_day_knew_the_version_of_that_day(self, story):
        story.commitment(V)
        story.tell("2025-08-11", "Hai bên ký văn kiện dự án.", "signed", V, superseded_by="r02")
        story.tell("2025-08-13", "Hai bên nhất trí về dự án.", "agreed", V)
        db = story.warehouse()
        assert status(db, V, "2025-08-12")["current_stage"] == "signed"
        assert status(db, V, "2025-08-13")["current_stage"] == "agreed"
        assert status(db, V, "2025-08-13")["n_reports"] == 1
        assert changes(db, V) == [("2025-08-13", "agreed", 1, "r02")]

    def test_of_versions_of_one_day_only_the_last_was_ever_known(self, story):
        story.commitment(V)
        story.tell("2025-08-11", "Hai bên ký văn kiện dự án.", "signed", V, superseded_by="r02")
        story.tell("2025-08-11", "Hai bên nhất trí về dự án.", "agreed", V)
        assert status(story.warehouse(), V, "2025-08-11")["current_stage"] == "agreed"
