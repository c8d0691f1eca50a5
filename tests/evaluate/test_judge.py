"""What counts as found, missed and false, one small report at a time."""

from collections.abc import Sequence

import pytest

from flows.evaluate.evaluation import Counts, Evaluation, evaluate
from flows.evaluate.found import (
    Evidence,
    FoundAgreement,
    FoundCommitment,
    FoundMeeting,
    FoundOfficial,
    FoundReport,
    FoundTarget,
)
from flows.evaluate.gold import (
    GoldAgreement,
    GoldCommitment,
    GoldMeeting,
    GoldOfficial,
    GoldPublication,
    GoldReport,
    GoldTarget,
)

TEXT = "Hai bên nhất trí khởi động VKIST giai đoạn 2; Việt Nam đề nghị gia hạn bản ghi nhớ EPS."


def at(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(start, start + len(quote), quote)


def told(commitment_id: str, stage: str, side: str | None = "both", quote: str = "VKIST") -> FoundCommitment:
    return FoundCommitment(commitment_id, stage, side, at(quote))


def judged(found: FoundReport | None = None, ids: Sequence[str] | None = None, **labels) -> Evaluation:
    scored = frozenset(labels)
    published = labels.pop("published", GoldPublication(None))
    gold = GoldReport("a.txt", "vi", scored, published, **labels)
    return evaluate([gold], {} if found is None else {("a.txt", 0): found}, ids)


def report(**records) -> FoundReport:
    return FoundReport(
        **{"text": TEXT, "language": "vi", "published_on": None, "published_basis": None} | records
    )


PHASE_2 = GoldCommitment(
    "vkist_phase_2", "agreed", ("proposed",), "both", quote="khởi động VKIST giai đoạn 2"
)


class TestCommitments:
    def counts(self, finds, labels=(PHASE_2,), ids=None):
        result = judged(report(commitments=tuple(finds)), ids, commitments=labels)
        return result.records["commitments"], result.records["commitments+stage"]

    def test_found_at_its_stage(self):
        assert self.counts([told("vkist_phase_2", "agreed")]) == (Counts(1, 0, 0), Counts(1, 0, 0))

    def test_another_right_stage(self):
        assert self.counts([told("vkist_phase_2", "proposed")])[1] == Counts(1, 0, 0)

    def test_wrong_stage_is_missed_and_false(self):
        assert self.counts([told("vkist_phase_2", "signed")]) == (Counts(1, 0, 0), Counts(0, 1, 1))

    def test_one_more_stage_than_labelled(self):
        finds = [told("vkist_phase_2", "agreed"), told("vkist_phase_2", "stalled")]
        assert self.counts(finds)[1] == Counts(1, 0, 1)

    def test_a_second_right_answer_beside_the_first_is_not_false(self):
        finds = [told("vkist_phase_2", "agreed"), told("vkist_phase_2", "proposed")]
        assert self.counts(finds)[1] == Counts(1, 0, 0)

    def test_optional_label_never_counts(self):
        optional = GoldCommitment("vkist", "reaffirmed", optional=True)
        assert self.counts([], (optional,)) == (Counts(0, 0, 0), Counts(0, 0, 0))
        assert self.counts([told("vkist", "reaffirmed")], (optional,)) == (Counts(0, 0, 0), Counts(0, 0, 0))

    def test_target_and_its_plan_are_one_thing(self):
        plan = GoldCommitment("trade_150bn_action_plan", "reaffirmed")
        finds = [told("trade_150bn_2030", "reaffirmed"), told("trade_150bn_action_plan", "reaffirmed")]
        assert self.counts(finds, (plan,)) == (Counts(1, 0, 0), Counts(1, 0, 0))
        assert self.counts(finds[:1], (plan,)) == (Counts(1, 0, 0), Counts(1, 0, 0))

    def test_commitments_that_are_not_listed_do_not_count(self):
        ids = ["vkist_phase_2"]
        assert self.counts([told("apec_2027", "agreed")], ids=ids)[0] == Counts(0, 1, 0)
        assert self.counts([told("apec_2027", "agreed")])[0] == Counts(0, 1, 1)

    def test_side_and_evidence_of_what_was_found(self):
        finds = (told("vkist_phase_2", "agreed", "kr", "gia hạn"),)
        fields = judged(report(commitments=finds), commitments=(PHASE_2,)).fields
        assert (fields["side"].right, fields["side"].of) == (0, 1)
        assert (fields["evidence overlaps"].right, fields["evidence overlaps"].of) == (0, 1)


def test_report_that_is_not_there_misses_everything():
    result = judged(None, commitments=(PHASE_2,), targets=(GoldTarget("workers", 12_000),))
    assert result.fields["report found"].right == 0
    assert result.records["commitments"] == Counts(0, 1, 0)
    assert result.records["targets"] == Counts(0, 1, 0)


def test_kinds_that_were_not_labelled_are_not_judged():
    result = judged(report(commitments=(told("apec_2027", "agreed"),)), targets=())
    assert result.records["commitments"] == Counts(0, 0, 0)


EPS = at("bản ghi nhớ EPS")
LABELLED = GoldAgreement("mou", "Bản ghi nhớ EPS", party_vn="Bộ Nội vụ Việt Nam", signed_on="2025-08-11")


@pytest.mark.parametrize(
    ("find", "counts"),
    [
        (
            FoundAgreement("mou", "Bản ghi nhớ EPS", "Bộ Nội vụ Việt Nam", None, "2025-08-11", EPS),
            Counts(1, 0, 0),
        ),
        (FoundAgreement("mou", "Bản ghi nhớ nghề cá", "Bộ Nông nghiệp", None, None, EPS), Counts(0, 1, 1)),
    ],
)
def test_agreements(find, counts):
    assert judged(report(agreements=(find,)), agreements=(LABELLED,)).records["agreements"] == counts


def test_parties_in_part():
    find = FoundAgreement("agreement", "bản ghi nhớ EPS", "Bộ", None, None, EPS)
    fields = judged(report(agreements=(find,)), agreements=(LABELLED,)).fields
    assert [fields[f].right for f in ("agreement parties", "agreement kind", "agreement signed_on")] == [
        0,
        0,
        0,
    ]
    assert fields["agreement parties"].of == 1


@pytest.mark.parametrize(
    ("find", "hit", "years"),
    [
        ((150e9, "USD", 2030), 1, 1),
        ((150.1e9, "USD", 2030), 1, 1),
        ((150e9, None, None), 1, 0),
        ((150, "GW", 2030), 0, 0),
    ],
)
def test_targets(find, hit, years):
    targets = (FoundTarget("bilateral_trade", *find, EPS),)
    result = judged(report(targets=targets), targets=(GoldTarget("bilateral_trade", 150e9, "USD", 2030),))
    assert (result.records["targets"].hit, result.fields["target due_year"].right) == (hit, years)


@pytest.mark.parametrize(
    ("name", "role", "hit", "roles"),
    [
        ("Kim Young Hoon", "Bộ trưởng Việc làm và Lao động", 1, 1),
        ("Young-hoon Kim", "Bộ trưởng", 1, 0),
        ("Kim Young Ho", "Bộ trưởng Thống nhất", 0, 0),
    ],
)
def test_officials(name, role, hit, roles):
    label = GoldOfficial(
        "Kim Young-hoon", "Kim Young-hoon", "Bộ trưởng Việc làm và Lao động Hàn Quốc", (), "KR"
    )
    result = judged(report(officials=(FoundOfficial(name, role, "KR", EPS),)), officials=(label,))
    assert (result.records["officials"].hit, result.fields["official role"].right) == (hit, roles)


@pytest.mark.parametrize(
    ("kind", "held_on", "who", "hit"),
    [
        ("meeting", "2025-08-11", ("Tô Lâm", "Lee Jae Myung"), 1),
        ("audience", None, ("Tô Lâm", "Lee Jae-myung"), 1),
        ("visit", None, ("Tô Lâm",), 0),
        ("phone_call", "2025-08-11", (), 0),
    ],
)
def test_meetings(kind, held_on, who, hit):
    label = GoldMeeting("talks", (), "2025-08-11", (), "Seoul", ("Tô Lâm", "Lee Jae-myung"))
    find = FoundMeeting(kind, held_on, None, who, EPS)
    assert judged(report(meetings=(find,)), meetings=(label,)).records["meetings"].hit == hit


@pytest.mark.parametrize(
    ("on", "basis", "right"), [("2025-08-13", "inferred", 1), ("2025-08-13", "stated", 0)]
)
def test_publication_up_to_three_days_after_what_it_was_inferred_from(on, basis, right):
    found = report(published_on=on, published_basis="stated")
    fields = judged(found, published=GoldPublication("2025-08-11", basis)).fields
    assert (fields["published_on"].right, fields["published stated right"].right) == (right, right)


def test_quote_that_is_not_in_its_span():
    slip = FoundCommitment("vkist_phase_2", "agreed", "both", Evidence(0, 5, "VKIST"))
    quotes = judged(report(commitments=(slip, told("apec_2027", "agreed"))), targets=()).fields[
        "quote = text[span]"
    ]
    assert (quotes.right, quotes.of) == (1, 2)
