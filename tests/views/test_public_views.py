"""The public views, each on a few rows."""

import datetime as dt


def rows(db, select):
    cursor = db.execute(select)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def test_the_timeline_tells_every_mention_and_what_it_moved(full_story):
    told = rows(full_story.warehouse(), "FROM commitment_timeline WHERE commitment_id = 'eps_labour_mou'")
    assert [(row["told_on"].day, row["happened_on"].day, row["moved_to"]) for row in told] == [
        (12, 11, "signed"),
        (13, 11, None),
    ]
    assert [row["is_original"] for row in told] == [True, False]


def test_a_headline_view_begins_with_the_evidence(story):
    story.commitment("vkist_phase_2")
    story.tell("2025-08-11", "Hai bên nhất trí về giai đoạn 2 của VKIST.", "agreed", "vkist_phase_2")
    story.tell("2026-03-10", "Việt Nam đề nghị sớm làm giai đoạn 2 của VKIST.", "proposed", "vkist_phase_2")
    told = rows(story.warehouse(), "FROM vkist_phase_2")
    assert [(row["is_evidence"], row["stage"]) for row in told] == [(True, "agreed"), (False, "proposed")]
    assert {row["current_stage"] for row in told} == {"agreed"}
    assert told[0]["silent_days"] == 0


def test_the_memorandum_shows_its_cycle(full_story):
    full_story.tell("2026-05-01", "Việt Nam đề nghị gia hạn bản ghi nhớ.", "proposed", "eps_labour_mou")
    told = rows(full_story.warehouse(), "FROM eps_labour_mou")
    assert {(row["current_cycle"], row["pending"]) for row in told} == {(1, True)}


def test_the_ledger_names_the_parties_and_counts_sources(full_story):
    (entry,) = rows(full_story.warehouse(), "FROM agreement_ledger")
    assert (entry["party_vn"], entry["party_kr"]) == ("Bộ Nội vụ", "Bộ Lao động Hàn Quốc")
    assert (entry["standing"], entry["n_reports"], entry["n_independent"]) == ("signed", 2, 1)
    assert entry["report_id"] == "r02"


def test_parties_unknown_to_the_seeds_stay_as_written(full_story):
    full_story.rows["agreements"][0] |= {"party_vn_id": None, "party_kr_id": None}
    (entry,) = rows(full_story.warehouse(), "FROM agreement_ledger")
    assert (entry["party_vn"], entry["party_kr"]) == ("hai Bộ", None)


def test_a_document_named_with_its_day_of_signing_is_signed(full_story):
    for mention in full_story.rows["agreement_mentions"]:
        mention["act"] = "referenced"
    (entry,) = rows(full_story.warehouse(), "FROM agreement_ledger")
    assert entry["standing"] == "signed"
    full_story.rows["agreements"][0] |= {"signed_on": None, "signed_precision": None}
    (entry,) = rows(full_story.warehouse(), "FROM agreement_ledger")
    assert entry["standing"] == "referenced"


def test_target_history_tells_what_was_told_before(story):
    for year, value, due in ((2018, 100e9, 2020), (2021, 100e9, 2023), (2022, 150e9, 2030)):
        report_id = story.report(f"{year}-12-01", f"Kim ngạch đạt {value / 1e9:.0f} tỷ USD vào năm {due}.")
        target = {"metric": "bilateral_trade", "value": value, "currency": "USD", "due_year": due}
        story.add("targets", target_id=f"t{year}", **target)
        story.add(
            "target_mentions",
            target_mention_id=f"tm{year}",
            target_id=f"t{year}",
            **target,
            **story.evidence(report_id),
        )
    told = rows(story.warehouse(), "FROM target_history")
    assert [(row["value_before"], row["due_year_before"], row["is_first"]) for row in told] == [
        (None, None, True),
        (100e9, 2020, True),
        (100e9, 2023, True),
    ]


class TestConflicts:
    def test_one_day_two_stages(self, story):
        story.commitment("vkist_phase_2")
        story.tell("2025-08-11", "Dự án đang được triển khai.", "in_progress", "vkist_phase_2")
        story.tell("2025-08-11", "Dự án tạm dừng.", "stalled", "vkist_phase_2")
        story.tell("2025-08-12", "Dự án đang được triển khai.", "in_progress", "vkist_phase_2")
        (conflict,) = rows(story.warehouse(), "FROM conflicts")
        assert (conflict["about"], conflict["setting"]) == ("stage", "2025-08-11")
        assert (conflict["one_says"], conflict["other_says"]) == ("in_progress", "stalled")

    def test_an_agreement_beside_a_signing_is_none(self, story):
        story.commitment("vkist_phase_2")
        story.tell("2025-08-11", "Hai bên nhất trí về dự án.", "agreed", "vkist_phase_2")
        story.tell("2025-08-11", "Hai Bộ ký văn kiện dự án.", "signed", "vkist_phase_2")
        assert rows(story.warehouse(), "FROM conflicts") == []

    def test_two_days_of_signing(self, full_story):
        full_story.rows["agreement_mentions"][1]["signed_on"] = dt.date(2025, 8, 12)
        (conflict,) = rows(full_story.warehouse(), "FROM conflicts WHERE about = 'signed_on'")
        assert (conflict["one_says"], conflict["other_says"]) == ("2025-08-11", "2025-08-12")

    def test_a_month_holds_its_days(self, full_story):
        full_story.rows["agreement_mentions"][1] |= {
            "signed_on": dt.date(2025, 8, 1),
            "signed_precision": "month",
        }
        assert rows(full_story.warehouse(), "FROM conflicts WHERE about = 'signed_on'") == []

    def test_two_due_years(self, full_story):
        full_story.rows["target_mentions"][1]["due_year"] = 2035
        (conflict,) = rows(full_story.warehouse(), "FROM conflicts WHERE about = 'due_year'")
        assert conflict["subject_id"] == "bilateral_trade 150000000000 USD"


class TestSilences:
    def test_the_denominator_is_reports_of_the_sector(self, story):
        story.commitment("vkist_phase_2", sector="science")
        story.commitment("vkist", sector="science")
        story.commitment("eps_labour_mou", sector="labour")
        story.tell("2025-01-01", "Hai bên nhất trí về giai đoạn 2.", "agreed", "vkist_phase_2")
        story.tell("2025-02-01", "Viện VKIST hoạt động tốt.", "in_progress", "vkist")
        story.tell("2025-03-01", "Hai Bộ ký bản ghi nhớ EPS.", "signed", "eps_labour_mou")
        (silence,) = rows(story.warehouse(), "FROM silences WHERE commitment_id = 'vkist_phase_2'")
        assert (silence["silent_days"], silence["n_silent_reports"], silence["n_relevant_reports"]) == (
            59,
            1,
            2,
        )

    def test_what_is_done_is_not_silent(self, story):
        story.commitment("apec_2027")
        story.tell("2027-11-10", "APEC 2027 khai mạc.", "fulfilled", "apec_2027")
        assert rows(story.warehouse(), "FROM silences") == []


class TestOneSided:
    def test_only_one_side_asks(self, full_story):
        found = rows(full_story.warehouse(), "FROM one_sided ORDER BY commitment_id")
        assert [(row["commitment_id"], row["side"]) for row in found] == [
            ("apec_2027", "kr"),
            ("vkist_phase_2", "vn"),
        ]

    def test_until_the_other_answers(self, full_story):
        full_story.tell(
            "2026-04-01", "Hàn Quốc đồng ý làm giai đoạn 2.", "agreed", "vkist_phase_2", side="kr"
        )
        found = rows(full_story.warehouse(), "FROM one_sided")
        assert [row["commitment_id"] for row in found] == ["apec_2027"]


def test_who_said_gives_the_post_and_the_last_words(full_story):
    (said,) = rows(full_story.warehouse(), "FROM who_said")
    assert (said["name"], said["role"], said["commitment_id"]) == ("Lee Jae-myung", "Tổng thống", "apec_2027")
    assert said["quote"].startswith("Tổng thống Lee Jae-myung cam kết")


def test_the_calendar_lists_who_met(full_story):
    (meeting,) = rows(full_story.warehouse(), "FROM meeting_calendar")
    assert (meeting["place"], meeting["participants"]) == ("Seoul", "Lee Jae-myung; Tô Lâm")


def test_coverage_joins_the_stages_of_a_report(full_story):
    full_story.mention("r04", "stalled", "vkist_phase_2", side="vn")
    covered = rows(full_story.warehouse(), "FROM commitment_coverage WHERE commitment_id = 'vkist_phase_2'")
    assert [(row["report_id"], row["stages"], row["n_occurrences"]) for row in covered] == [
        ("r04", "proposed, stalled", 2)
    ]


def test_quality_says_what_is_lacking(full_story):
    full_story.report(None, "Thời tiết hôm nay đẹp.", title="Thời tiết")
    quality = {row["report_id"]: row for row in rows(full_story.warehouse(), "FROM report_quality")}
    assert quality["r05"]["lacks"] == "outlet, date, records"
    assert quality["r01"]["lacks"] == "title, outlet"
    assert quality["r01"]["n_officials"] == 2


def test_candidates_are_counted_across_reports(full_story):
    full_story.add(
        "commitment_candidates",
        candidate_id="c1",
        label="trung tâm bán dẫn tại Đà Nẵng",
        stage="agreed",
        **full_story.evidence("r04"),
    )
    (candidate,) = rows(full_story.warehouse(), "FROM emerging_commitments")
    assert (candidate["n_reports"], candidate["stages"]) == (2, "agreed, proposed")
    assert candidate["label"] == "trung tâm bán dẫn"
