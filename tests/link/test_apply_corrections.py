"""Corrections in the link step: what they change follows through, and what they cannot change is told."""

import datetime as dt

import polars as pl
import pytest
from tellings import Telling, a_correction, linked, row

from flows.reference.corrections import Correction
from schemas.validate import validate

V = "vkist_phase_2"
E = "eps_labour_mou"
Tables = dict[str, pl.DataFrame]


def an_asking() -> Telling:
    text = "Hai bên nhất trí làm giai đoạn 2 của VKIST. Việt Nam đề nghị sớm làm giai đoạn 2 của VKIST."
    told = Telling("asking", text, "2025-08-12")
    told.commitment(V, "agreed", "Hai bên nhất trí làm giai đoạn 2 của VKIST", n_occurrences=2)
    return told.commitment(V, "proposed", "Việt Nam đề nghị sớm làm giai đoạn 2 của VKIST", side="vn")


def corrected(*tellings: Telling, by: list[Correction]) -> Tables:
    """Link with corrections; whatever they are, the tables are valid and in order."""
    tables = linked(*tellings, corrections=by)
    checked = validate(tables)
    assert checked.rejects.is_empty(), checked.rejects
    for name, frame in tables.items():
        key = [column for column in frame.columns if column in ("record_id", "column_name")] or frame.columns[
            :1
        ]
        assert frame[key[0]].is_sorted(), name
    return tables


def states(tables: Tables) -> list[tuple[str, str]]:
    return [tuple(one) for one in tables["corrections"].select("column_name", "state").iter_rows()]


def key_of(tables: Tables, table: str, **where: object) -> str:
    return str(row(tables[table], **where)[tables[table].columns[0]])


def test_without_corrections_there_is_an_empty_table() -> None:
    assert linked(an_asking())["corrections"].is_empty()


class TestCommitments:
    def test_a_stage_a_side_and_a_day(self) -> None:
        mention = key_of(linked(an_asking()), "commitment_mentions", stage="proposed")
        by = [
            a_correction(mention, "stage", "proposed", "in_progress"),
            a_correction(mention, "side", "vn", None),
            a_correction(mention, "acted_on", None, "2025-08"),
            a_correction(mention, "is_background", "false", "true"),
        ]
        tables = corrected(an_asking(), by=by)
        now = row(tables["commitment_mentions"], mention_id=mention)
        assert (now["stage"], now["side"], now["is_background"]) == ("in_progress", None, True)
        assert (now["acted_on"], now["acted_precision"]) == (dt.date(2025, 8, 1), "month")
        assert now["quote"] == "Việt Nam đề nghị sớm làm giai đoạn 2 của VKIST"
        assert {state for _, state in states(tables)} == {"applied"}
        told = row(tables["corrections"], column_name="stage")
        assert (told["table_name"], told["found_value"], told["made_on"], told["detail"]) == (
            "commitment_mentions", "proposed", dt.date(2026, 4, 2), None,
        )  # fmt: skip

    def test_a_row_that_comes_to_tell_the_same_act_becomes_one_with_it(self) -> None:
        mention = key_of(linked(an_asking()), "commitment_mentions", stage="proposed")
        by = [
            a_correction(mention, "stage", "proposed", "agreed"),
            a_correction(mention, "side", "vn", "both"),
        ]
        now = row(corrected(an_asking(), by=by)["commitment_mentions"])
        assert (now["quote"], now["n_occurrences"]) == ("Hai bên nhất trí làm giai đoạn 2 của VKIST", 3)

    def test_a_false_record_is_dropped_by_its_quote(self) -> None:
        mention = key_of(linked(an_asking()), "commitment_mentions", stage="proposed")
        quote = "Việt Nam đề nghị  sớm làm\ngiai đoạn 2 của VKIST"  # blanks do not matter
        tables = corrected(an_asking(), by=[a_correction(mention, "*", quote, "delete")])
        assert tables["commitment_mentions"]["stage"].to_list() == ["agreed"]
        assert states(tables) == [("*", "applied")]

    def test_another_quote_drops_nothing(self) -> None:
        mention = key_of(linked(an_asking()), "commitment_mentions", stage="proposed")
        tables = corrected(an_asking(), by=[a_correction(mention, "*", "Việt Nam đề nghị", "delete")])
        assert tables["commitment_mentions"].height == 2
        assert states(tables) == [("*", "stale")]

    def test_another_commitment_takes_target_and_agreement_along(self) -> None:
        text = "Hai bên nhất trí đạt kim ngạch 150 tỷ USD và ký văn kiện này."
        told = Telling("one", text, "2025-08-12").commitment("fisheries_mou", "signed", "ký văn kiện này")
        told.agreement("văn kiện này")
        before = linked(told)
        assert row(before["agreements"])["commitment_id"] == "fisheries_mou"
        mention = key_of(before, "commitment_mentions")
        after = corrected(told, by=[a_correction(mention, "commitment_id", "fisheries_mou", E)])
        assert row(after["agreements"])["commitment_id"] == E

    def test_a_speaker_is_one_of_the_persons_named(self) -> None:
        def told() -> Telling:
            return an_asking().official("Tô Lâm", "Tổng Bí thư", "VN")

        before = linked(told())
        mention = key_of(before, "commitment_mentions", stage="proposed")
        person = key_of(before, "officials")
        tables = corrected(told(), by=[a_correction(mention, "speaker_id", None, person)])
        assert row(tables["commitment_mentions"], mention_id=mention)["speaker_id"] == person
        nobody = corrected(told(), by=[a_correction(mention, "speaker_id", None, "nobody")])
        assert states(nobody) == [("speaker_id", "refused")]
        assert row(nobody["corrections"])["detail"] == "no speaker_id of this release is 'nobody'"


class TestNotApplied:
    def test_a_value_that_no_longer_stands(self) -> None:
        mention = key_of(linked(an_asking()), "commitment_mentions", stage="proposed")
        by = [
            a_correction(mention, "stage", "signed", "fulfilled"),
            a_correction(mention, "side", "kr", "vn"),
        ]
        tables = corrected(an_asking(), by=by)
        assert row(tables["commitment_mentions"], mention_id=mention)["stage"] == "proposed"
        assert states(tables) == [("side", "stale"), ("stage", "stale")]
        details = tables["corrections"]["detail"].to_list()
        assert details[0] == "it says so already: the correction can be removed"
        assert details[1] == "it is 'proposed', not what the correction expects: look at the record again"

    def test_a_record_that_is_not_there(self) -> None:
        tables = corrected(an_asking(), by=[a_correction("gone", "stage", "proposed", "agreed")])
        told = row(tables["corrections"])
        assert (told["state"], told["table_name"], told["found_value"]) == ("unknown_record", None, None)
        assert "look the record up again" in told["detail"]

    def test_a_column_of_another_table(self) -> None:
        mention = key_of(linked(an_asking()), "commitment_mentions", stage="proposed")
        tables = corrected(an_asking(), by=[a_correction(mention, "act", "signed", "planned")])
        told = row(tables["corrections"])
        assert told["state"] == "refused"
        assert told["detail"].startswith("act cannot be corrected in commitment_mentions; what can be: ")

    def test_a_value_of_another_table(self) -> None:
        """`kind` of an agreement is no kind of a meeting."""
        told = Telling("one", "Hai bên hội đàm tại Seoul.").meeting("talks", "2025-08-11", "Tô Lâm")
        mention = key_of(linked(told), "meeting_mentions")
        tables = corrected(told, by=[a_correction(mention, "kind", "talks", "mou")])
        assert row(tables["corrections"])["detail"].startswith("kind of meeting_mentions is not one of talks")

    def test_a_row_that_would_break_a_rule_stays_as_it_is(self) -> None:
        told = Telling("one", "Kim ngạch đạt từ 100 đến 150 tỷ USD.").target(100e9, value_max=150e9)
        mention = key_of(linked(told), "target_mentions")
        by = [a_correction(mention, "value", "1e11", "2e11"), a_correction(mention, "currency", "USD", "KRW")]
        tables = corrected(told, by=by)
        now = row(tables["target_mentions"])
        assert (now["value"], now["currency"]) == (100e9, "USD")
        assert {state for _, state in states(tables)} == {"refused"}
        assert "A range runs from its lower to its upper end." in tables["corrections"]["detail"][0]


class TestReports:
    def test_a_day_of_publication_dates_the_acts_and_other_reports(self) -> None:
        """The other report knows its year only from the meeting that this one dates."""
        text = "Chiều 11/8, Tổng Bí thư Tô Lâm hội đàm với Tổng thống Lee Jae-myung về VKIST."
        one = Telling("one", text, "2024-08-12", outlet="Báo A").commitment(V, "agreed", when="pub-1d")
        other = Telling("other", text + " Hết.", "--08-12", outlet="Báo B")
        for told in (one, other):
            told.meeting("talks", "--08-11", "Tô Lâm", "Lee Jae-myung")
        tables = corrected(one, other, by=[a_correction("one", "published_on", "2024-08-12", "2025-08-12")])
        dates = dict(tables["reports"].select("report_id", "published_on").iter_rows())
        assert dates == {"one": dt.date(2025, 8, 12), "other": dt.date(2025, 8, 12)}
        now = row(tables["reports"], report_id="one")
        assert (now["published_basis"], now["published_evidence"]) == ("stated", "an analyst's correction")
        assert row(tables["commitment_mentions"])["acted_on"] == dt.date(2025, 8, 11)
        assert row(tables["meetings"])["held_on"] == dt.date(2025, 8, 11)

    def test_a_date_that_nothing_gives_becomes_none(self) -> None:
        told = Telling("one", "Hai bên nhất trí.", "2024-08", outlet="Báo A").commitment(
            V, "agreed", when="pub-0m"
        )
        by = [
            a_correction("one", "published_on", "2024-08", None),
            a_correction("one", "outlet", "Báo A", "Báo B"),
            a_correction("one", "title", None, "Tin ngắn"),
        ]
        now = row(corrected(told, by=by)["reports"])
        assert (now["published_on"], now["published_basis"], now["published_evidence"]) == (None, None, None)
        assert (now["outlet"], now["title"]) == ("Báo B", "Tin ngắn")

    def test_other_facts_leave_the_dates_as_they_were_found(self) -> None:
        told = Telling("one", "Hai bên nhất trí.", "2024-08-12", basis="inferred", outlet="Báo A")
        tables = corrected(told, by=[a_correction("one", "outlet", "Báo A", None)])
        now = row(tables["reports"])
        assert (now["outlet"], now["published_basis"], now["published_evidence"]) == (
            None,
            "inferred",
            "the lead",
        )


PARTIES = {"party_vn": "Bộ Công Thương", "party_kr": "Tập đoàn Doosan"}


class TestAgreements:
    def told(self) -> tuple[Telling, ...]:
        """Two reports of one memorandum; the first tells of it twice."""
        text = "Hai bên ký bản ghi nhớ về điện hạt nhân. Bản ghi nhớ điện hạt nhân có hiệu lực 5 năm."
        first = Telling("first", text, "2019-05-12")
        first.agreement("bản ghi nhớ về điện hạt nhân", when="2019-05-11", **PARTIES)
        first.agreement("Bản ghi nhớ điện hạt nhân", act="referenced", when="2019-05-11", **PARTIES)
        second = Telling("second", "Bản ghi nhớ về điện hạt nhân ký năm 2018.", "2020-01-01")
        second.agreement("Bản ghi nhớ về điện hạt nhân", when="2018", **PARTIES)
        return first, second

    def test_a_day_of_signing_makes_two_instruments_one(self) -> None:
        before = linked(*self.told())
        assert before["agreements"].height == 2
        mention = key_of(before, "agreement_mentions", report_id="second")
        by = [a_correction(mention, "signed_on", "2018", "2019-05")]
        tables = corrected(*self.told(), by=by)
        now = row(tables["agreements"])
        assert (now["n_reports"], now["signed_on"]) == (2, dt.date(2019, 5, 11))
        assert row(tables["agreement_mentions"], report_id="second")["agreement_mention_id"] == mention

    def test_what_the_report_tells_twice_is_corrected_as_a_whole(self) -> None:
        """The second telling, with the old date, must not come up as an instrument of its own."""
        first, _ = self.told()
        mention = key_of(linked(first), "agreement_mentions")
        tables = corrected(first, by=[a_correction(mention, "signed_on", "2019-05-11", "2018-05-11")])
        assert row(tables["agreements"])["signed_on"] == dt.date(2018, 5, 11)
        dropped = corrected(first, by=[a_correction(mention, "*", "bản ghi nhớ về điện hạt nhân", "delete")])
        assert dropped["agreements"].is_empty()
        assert dropped["agreement_mentions"].is_empty()

    def test_two_instruments_are_said_to_be_one(self) -> None:
        before = linked(*self.told())
        mention = row(before["agreement_mentions"], report_id="second")
        other = row(before["agreement_mentions"], report_id="first")["agreement_id"]
        change = a_correction(mention["agreement_mention_id"], "agreement_id", mention["agreement_id"], other)
        tables = corrected(*self.told(), by=[change])
        assert (row(tables["agreements"])["agreement_id"], row(tables["agreements"])["n_reports"]) == (
            other,
            2,
        )

    def test_facts_and_the_instrument_may_be_corrected_together(self) -> None:
        before = linked(*self.told())
        mention = row(before["agreement_mentions"], report_id="second")
        by = [
            a_correction(mention["agreement_mention_id"], "level", None, "company"),
            a_correction(mention["agreement_mention_id"], "agreement_id", mention["agreement_id"], "none"),
        ]
        tables = corrected(*self.told(), by=by)
        assert states(tables) == [("agreement_id", "refused"), ("level", "applied")]
        assert row(tables["agreement_mentions"], report_id="second")["level"] == "company"

    def test_what_stands_across_reports(self) -> None:
        first, _ = self.told()
        before = row(linked(first)["agreements"])
        by = [
            a_correction(
                before["agreement_id"], "title", before["title"], "Bản ghi nhớ về điện hạt nhân dân sự"
            ),
            a_correction(before["agreement_id"], "commitment_id", None, V),
            a_correction(before["agreement_id"], "party_vn_id", "moit_vn", "moha_vn"),
            a_correction(before["agreement_id"], "party_kr_id", None, "doosan"),
        ]
        tables = corrected(first, by=by)
        now = row(tables["agreements"])
        assert (now["title"], now["commitment_id"]) == ("Bản ghi nhớ về điện hạt nhân dân sự", V)
        assert (now["party_vn_id"], now["party_kr_id"]) == ("moha_vn", None)
        assert row(tables["corrections"], column_name="party_kr_id")["state"] == "refused"


class TestTargets:
    def told(self) -> Telling:
        text = "Hai bên hướng tới kim ngạch 150 tỷ USD năm 2023. Mục tiêu kim ngạch 150 tỷ USD năm 2023."
        return (
            Telling("one", text)
            .target(150e9, text[:48], due_year=2023)
            .target(150e9, text[49:], due_year=2023)
        )

    def test_a_misprint_set_right_is_another_target(self) -> None:
        mention = key_of(linked(self.told()), "target_mentions")
        by = [
            a_correction(mention, "due_year", "2023", "2030"),
            a_correction(mention, "flag", None, "misprint"),
        ]
        tables = corrected(self.told(), by=by)
        assert row(tables["targets"])["due_year"] == 2030
        now = row(tables["target_mentions"])
        assert (now["target_mention_id"], now["due_year"], now["flag"]) == (mention, 2030, "misprint")
        assert now["target_id"] == row(tables["targets"])["target_id"]

    def test_an_actual_figure_is_dropped_however_often_it_is_told(self) -> None:
        mention = row(linked(self.told())["target_mentions"])
        change = a_correction(mention["target_mention_id"], "*", mention["quote"], "delete")
        tables = corrected(self.told(), by=[change])
        assert tables["targets"].is_empty()

    def test_the_commitment_of_a_target(self) -> None:
        target = key_of(linked(self.told()), "targets")
        by = [a_correction(target, "commitment_id", "trade_150bn_2030", None)]
        assert row(corrected(self.told(), by=by)["targets"])["commitment_id"] is None


class TestMeetings:
    TEXT = "Sáng 11/8, Tổng Bí thư Tô Lâm và huấn luyện viên Park Hang-seo gặp nhau tại Hà Nội."

    def told(self) -> tuple[Telling, ...]:
        one = Telling("one", self.TEXT, "2025-08-12")
        one.meeting("talks", "2025-08-11", "Tô Lâm", "Park Hang-seo", place="Hà Nội")
        other = Telling("other", self.TEXT + " Hết.", "2025-08-13")
        return one, other.meeting("meeting", "2025-08-10", "Tô Lâm", place="Hà Nội")

    def test_a_day_makes_two_meetings_one(self) -> None:
        before = linked(*self.told())
        assert before["meetings"].height == 2
        mention = key_of(before, "meeting_mentions", report_id="other")
        tables = corrected(*self.told(), by=[a_correction(mention, "held_on", "2025-08-10", "2025-08-11")])
        assert row(tables["meetings"])["n_reports"] == 2

    def test_one_who_was_not_there_leaves(self) -> None:
        before = linked(*self.told())
        person = key_of(before, "officials", name="Park Hang Seo")
        mention = key_of(before, "meeting_mentions", report_id="one")
        change = a_correction(f"{mention}/{person}", "*", "Park Hang Seo", "delete")
        tables = corrected(*self.told(), by=[change])
        assert tables["meeting_participants"]["name"].to_list() == ["Tô Lâm", "Tô Lâm"]
        assert tables["officials"]["name"].to_list() == ["Tô Lâm"]
        assert states(tables) == [("*", "applied")]

    def test_two_meetings_are_said_to_be_one_or_a_false_one_goes(self) -> None:
        before = linked(*self.told())
        one, other = (row(before["meeting_mentions"], report_id=name) for name in ("one", "other"))
        merge = a_correction(
            other["meeting_mention_id"], "meeting_id", other["meeting_id"], one["meeting_id"]
        )
        assert row(corrected(*self.told(), by=[merge])["meetings"])["meeting_id"] == one["meeting_id"]
        drop = a_correction(other["meeting_mention_id"], "*", other["quote"], "delete")
        tables = corrected(*self.told(), by=[drop])
        assert row(tables["meetings"])["meeting_id"] == one["meeting_id"]
        assert tables["meeting_participants"].height == 2

    def test_where_it_was_held(self) -> None:
        meeting = key_of(linked(self.told()[0]), "meetings")
        tables = corrected(self.told()[0], by=[a_correction(meeting, "place", "Hà Nội", "Seoul")])
        assert row(tables["meetings"])["place"] == "Seoul"


class TestNames:
    def told(self) -> Telling:
        told = Telling("one", "Bộ trưởng Kim Jung Kwan và Viện VKIST tại Hà Nội.", "2025-08-12")
        told.official("Kim Jung Kwan", "Bộ trưởng", "KR").institution("VKIST", "VN")
        return told.meeting("talks", "2025-08-11", "Kim Jung Kwan").institution(
            "Bộ Nội vụ", "VN", listed="moha_vn"
        )

    def test_a_name_changes_wherever_it_stands(self) -> None:
        person = key_of(linked(self.told()), "officials")
        tables = corrected(self.told(), by=[a_correction(person, "name", "Kim Jung Kwan", "Kim Jung-kwan")])
        for table in ("officials", "official_mentions", "meeting_participants"):
            assert row(tables[table])["name"] == "Kim Jung-kwan", table
        assert row(tables["official_mentions"])["name_as_written"] == "Kim Jung Kwan"

    def test_a_post_in_one_report(self) -> None:
        person = key_of(linked(self.told()), "officials")
        change = a_correction(f"one/{person}", "role", "Bộ trưởng", "Bộ trưởng Công Thương")
        tables = corrected(self.told(), by=[change])
        assert row(tables["official_mentions"])["role"] == "Bộ trưởng Công Thương"

    def test_one_who_is_no_official_goes_unless_named_elsewhere(self) -> None:
        before = linked(self.told())
        quote = row(before["official_mentions"])["quote"]
        person, mention = key_of(before, "officials"), key_of(before, "meeting_mentions")
        no_official = a_correction(f"one/{person}", "*", quote, "delete")
        tables = corrected(self.told(), by=[no_official])
        assert (tables["official_mentions"].height, tables["officials"].height) == (0, 1)
        not_there = a_correction(f"{mention}/{person}", "*", "Kim Jung Kwan", "delete")
        assert corrected(self.told(), by=[no_official, not_there])["officials"].is_empty()

    def test_a_body_that_is_none_goes_and_a_listed_one_stays(self) -> None:
        before = linked(self.told())
        by = [
            a_correction(f"one/{told['institution_id']}", "*", told["quote"], "delete")
            for told in before["institution_mentions"].iter_rows(named=True)
        ]
        tables = corrected(self.told(), by=by)
        assert tables["institution_mentions"].is_empty()
        assert set(before["institutions"]["name"]) - set(tables["institutions"]["name"]) == {"VKIST"}

    def test_a_body_that_reports_name(self) -> None:
        before = linked(self.told())
        body = key_of(before, "institutions", name="VKIST")
        tables = corrected(self.told(), by=[a_correction(body, "level", None, "agency")])
        assert row(tables["institutions"], institution_id=body)["level"] == "agency"


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_corrections_changes_nothing(order: int) -> None:
    told = TestAgreements().told()
    mentions = linked(*told)["agreement_mentions"]["agreement_mention_id"].to_list()
    by = [a_correction(mention, "level", None, "company") for mention in mentions]
    by += [a_correction("gone", "stage", "agreed", "signed")]
    assert corrected(*told, by=by[::order])["corrections"].equals(corrected(*told, by=by)["corrections"])
