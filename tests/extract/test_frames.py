import datetime as dt
from dataclasses import fields

import polars as pl
import pytest

from flows.extract.frames import ARRIVALS, EXTRACTED, arrivals_of, extraction_frames
from flows.extract.hash_sentences import sentence_hashes
from flows.extract.records import AgreementMention, CommitmentMention, Extraction, MeetingMention
from flows.read.fold import fold, strip_diacritics
from flows.read.report import Line, Publication, Report, Sentence, Source
from flows.span import Span
from flows.when import When

TEXT = "Sáng 11/8, hai bên ký bản ghi nhớ về nghề cá trước sự chứng kiến của lãnh đạo hai nước."


def a_report(text: str = TEXT, path: str = "inbox/one.txt") -> Report:
    whole = Span(0, len(text))
    folded = fold(text)
    return Report(
        report_id="r1",
        source=Source(path, 0, "raw"),
        text=text,
        text_sha256="sha",
        folded=folded,
        plain=strip_diacritics(folded),
        lines=(Line(0, "body", whole),),
        sentences=(Sentence(whole, "body"),),
        dates=(),
        language="vi",
        title=None,
        url=None,
        outlet=None,
        agency=None,
        author=None,
        published=Publication(When(month=8, day=11), None, "Sáng 11/8 in the lead"),
    )


QUOTE = "ký bản ghi nhớ về nghề cá"
AT = Span(TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE))
SIGNED = CommitmentMention("fisheries_mou", "signed", "both", None, "--08-11", False, 1, AT, "test.rule")
TALKS = MeetingMention("talks", None, None, ("to lam", "lee jae myung"), Span(0, 10), "test.rule")


def an_extraction(report: Report | None = None) -> Extraction:
    return Extraction(report or a_report(), (SIGNED,), (), (), (TALKS,), (), ())


def test_every_table_is_there_with_its_types_though_empty() -> None:
    empty = extraction_frames([])
    filled = extraction_frames([an_extraction()])
    assert list(empty) == list(EXTRACTED)
    for table, frame in empty.items():
        assert frame.is_empty()
        assert frame.schema == filled[table].schema == pl.Schema(EXTRACTED[table])


def test_columns_follow_the_records() -> None:
    names = {field.name for field in fields(AgreementMention)} - {"span"}
    assert set(EXTRACTED["agreement_mentions"]) == names | {"report_id", "span_start", "span_end", "quote"}
    assert next(iter(EXTRACTED["commitment_mentions"])) == "report_id"


def test_quote_is_cut_from_the_text() -> None:
    row = extraction_frames([an_extraction()])["commitment_mentions"].row(0, named=True)
    assert row["quote"] == TEXT[row["span_start"] : row["span_end"]] == QUOTE


def test_partial_dates_stay_text_and_participants_a_list() -> None:
    frames = extraction_frames([an_extraction()])
    assert frames["reports"]["published_when"].to_list() == ["--08-11"]
    assert frames["reports"]["published_basis"].to_list() == [None]
    assert frames["meeting_mentions"]["participants"].to_list() == [["to lam", "lee jae myung"]]


def test_report_read_at_two_paths_is_written_once_and_arrives_twice() -> None:
    reports = [a_report(), a_report(path="inbox/two.txt")]
    frames = extraction_frames(map(an_extraction, reports))
    assert frames["reports"].height == frames["commitment_mentions"].height == 1
    seen = arrivals_of(reports, dt.datetime(2026, 4, 1, tzinfo=dt.UTC))
    assert seen.schema == pl.Schema(ARRIVALS)
    assert seen["source_path"].to_list() == ["inbox/one.txt", "inbox/two.txt"]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (TEXT.upper(), True),
        (TEXT.replace("hai", "Hai").replace(",", " –"), True),
        (TEXT.replace("ký", "trao"), False),
    ],
)
def test_sentences_are_hashed_by_their_words(other: str, same: bool) -> None:
    assert (sentence_hashes(a_report(TEXT)) == sentence_hashes(a_report(other))) is same


def test_short_sentences_are_not_hashed() -> None:
    assert sentence_hashes(a_report("Ảnh: TTXVN.")) == []
    (number,) = sentence_hashes(a_report())
    assert -(2**63) <= number < 2**63
