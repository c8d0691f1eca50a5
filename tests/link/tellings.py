"""Reports and what they tell, built by hand: each telling shows its sentence."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import Any

import polars as pl

from flows.extract.frames import ARRIVALS, extraction_frames
from flows.extract.name_key import name_key
from flows.extract.records import (
    AgreementMention,
    CommitmentMention,
    Extraction,
    InstitutionMention,
    MeetingMention,
    OfficialMention,
    TargetMention,
)
from flows.link.link import link
from flows.read.fold import fold, strip_diacritics
from flows.read.report import Line, Publication, Report, Sentence, Source
from flows.reference.corrections import Correction
from flows.reference.model import (
    Commitment,
    CountryName,
    Institution,
    Instrument,
    Official,
    Outlet,
    Place,
    Reference,
)
from flows.span import Span
from flows.when import When

SEEN_AT = dt.datetime(2026, 4, 1, 2, tzinfo=dt.UTC)
_SENTENCE = re.compile(r"\S[^.\n]*\.?")


def a_commitment(
    commitment_id: str, kind: str, *named: str, renewable: bool = False, **more: Any
) -> Commitment:
    given: dict[str, Any] = {
        "name_vi": commitment_id, "name_en": commitment_id, "name_ko": None, "sector": "trade",
        "parties": ("vn", "kr"), "due": None, "parent_id": None,
    }  # fmt: skip
    return Commitment(
        commitment_id=commitment_id, kind=kind, named=named, renewable=renewable, **(given | more)
    )


def a_reference(**given: Any) -> Reference:
    """A small world: what tests do not give is there as below, or empty."""
    empty: dict[str, Any] = {f.name: () for f in fields(Reference)} | {"rules_version": "test", "terms": {}}
    return Reference(**(empty | SMALL_WORLD | given))


SMALL_WORLD: dict[str, Any] = {
    "commitments": (
        a_commitment("eps_labour_mou", "memorandum", "chương trình eps", "lao động … eps", renewable=True),
        a_commitment("fisheries_mou", "memorandum", "hợp tác nghề cá"),
        a_commitment("trade_100bn", "target", "100 tỷ usd", name_vi="Thương mại 100 tỷ USD"),
        a_commitment(
            "trade_150bn_2030", "target", "kim ngạch … 150 tỷ usd", "150 tỷ usd",
            name_vi="Thương mại 150 tỷ USD năm 2030", due=When(year=2030),
        ),
        a_commitment("vkist_phase_2", "project", "giai đoạn 2 … vkist"),
    ),
    "institutions": (
        Institution("moha_vn", "Bộ Nội vụ", "Ministry of Home Affairs", "VN", "ministry", ()),
        Institution("moit_vn", "Bộ Công Thương", "Ministry of Industry and Trade", "VN", "ministry", ()),
        Institution("moel_kr", "Bộ Việc làm và Lao động", "Ministry of Employment and Labour", "KR",
                    "ministry", ("bộ lao động và việc làm",)),
    ),
    "officials": (
        Official("Tô Lâm", "VN", (), ("Tổng Bí thư 2024-08", "Chủ tịch nước 2024-05 2024-10")),
        Official("Lee Jae-myung", "KR", (), ("Tổng thống 2025-06",)),
        Official("Yoon Suk-yeol", "KR", (), ("Tổng thống 2022-05 2025-04",)),
    ),
    "outlets": (
        Outlet("TTXVN", True, ("vnanet.vn",), ()),
        Outlet("Báo Mới", False, ("baomoi.com",), ()),
    ),
    "places": (
        Place("Hàn Quốc", "KR", ("Korea",)), Place("Seoul", "KR", ()), Place("Việt Nam", "VN", ()),
        Place("Nhật Bản", "JP", ()),
    ),
    "instruments": (
        Instrument("(biên )?bản ghi nhớ", "vi", "mou", False),
        Instrument("thỏa thuận", "vi", "agreement", True),
    ),
    "countries": (
        CountryName("VN", ("việt nam", "vietnam")),
        CountryName("KR", ("hàn quốc", "korea")),
    ),
}  # fmt: skip


@dataclass
class Telling:
    """A report under a readable id, and the records that it holds; every `quote` stands in its text."""

    report_id: str
    text: str
    published: str | None = None
    basis: str | None = "stated"
    url: str | None = None
    outlet: str | None = None
    records: dict[str, list[Any]] = field(default_factory=dict)

    def _add(self, kind: str, record: Any) -> "Telling":
        self.records.setdefault(kind, []).append(record)
        return self

    def _span(self, quote: str | None) -> Span:
        start = self.text.index(quote) if quote else 0
        return Span(start, start + len(quote)) if quote else Span(0, len(self.text))

    def commitment(self, commitment_id: str, stage: str, quote: str | None = None, **more: Any) -> "Telling":
        given = {"side": "both", "speaker": None, "when": None, "is_background": False, "n_occurrences": 1}
        given |= {
            "commitment_id": commitment_id,
            "stage": stage,
            "span": self._span(quote),
            "rule": "test.rule",
        }
        return self._add("commitments", CommitmentMention(**(given | more)))

    def agreement(self, title: str, quote: str | None = None, **more: Any) -> "Telling":
        given = {
            "kind": "mou", "party_vn": None, "party_kr": None, "level": None, "act": "signed", "when": None,
        }  # fmt: skip
        record = AgreementMention(
            title=title, span=self._span(quote or title), rule="test.rule", **(given | more)
        )
        return self._add("agreements", record)

    def target(self, value: float, quote: str | None = None, **more: Any) -> "Telling":
        given = {
            "metric": "bilateral_trade", "value_max": None, "currency": "USD", "due_year": None,
            "qualifier": None, "flag": None,
        }  # fmt: skip
        record = TargetMention(value=value, span=self._span(quote), rule="test.rule", **(given | more))
        return self._add("targets", record)

    def meeting(self, kind: str, when: str | None, *persons: str, **more: Any) -> "Telling":
        quote, place = more.get("quote"), more.get("place")
        keys = tuple(name_key(person) for person in persons)
        return self._add("meetings", MeetingMention(kind, when, place, keys, self._span(quote), "test.rule"))

    def official(
        self, name: str, role: str | None = None, country: str | None = None, **more: Any
    ) -> "Telling":
        written, canonical = more.get("written", name), more.get("canonical", name)
        record = OfficialMention(
            name_key(canonical), canonical, written, role, country, self._span(more.get("quote")), "test.rule"
        )
        return self._add("officials", record)

    def institution(self, name: str, country: str | None = None, listed: str | None = None) -> "Telling":
        record = InstitutionMention(listed, name, name, country, None, self._span(None), "test.rule")
        return self._add("institutions", record)

    def extraction(self) -> Extraction:
        """All of it, as extraction would yield it."""
        when = When.parse(self.published) if self.published else None
        basis: Any = self.basis if when and when.is_complete else None
        folded = fold(self.text)
        lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text)]
        sentences = [Span(m.start(), m.end()) for m in _SENTENCE.finditer(self.text)]
        report = Report(
            report_id=self.report_id,
            source=Source(f"{self.report_id}.txt", 0, sha256(self.report_id.encode()).hexdigest()),
            text=self.text,
            text_sha256=sha256(self.text.encode()).hexdigest(),
            folded=folded,
            plain=strip_diacritics(folded),
            lines=tuple(Line(number, "body", span) for number, span in enumerate(lines)),
            sentences=tuple(Sentence(span, "body") for span in sentences),
            dates=(),
            language="vi",
            title=None,
            url=self.url,
            outlet=self.outlet,
            agency=None,
            author=None,
            published=Publication(when, basis, "the lead" if when else None),
        )
        kinds = ("commitments", "agreements", "targets", "meetings", "officials", "institutions")
        return Extraction(report, *(tuple(self.records.get(kind, ())) for kind in kinds))


def arrivals(*rows: tuple[str, int, str, str, int]) -> pl.DataFrame:
    """Rows of (path, item, raw, report_id, days after SEEN_AT)."""
    return pl.DataFrame(
        [(*row[:4], SEEN_AT + dt.timedelta(days=row[4])) for row in rows], schema=dict(ARRIVALS), orient="row"
    )


def frames_of(tellings: Sequence[Telling]) -> dict[str, pl.DataFrame]:
    return extraction_frames(telling.extraction() for telling in tellings)


def linked(
    *tellings: Telling,
    reference: Reference | None = None,
    seen: pl.DataFrame | None = None,
    corrections: Sequence[Correction] = (),
) -> dict[str, pl.DataFrame]:
    """Link reports that all arrived at once, unless `seen` tells otherwise."""
    if seen is None:
        seen = arrivals(*((f"{t.report_id}.txt", 0, t.report_id, t.report_id, 0) for t in tellings))
    return link(frames_of(tellings), seen, reference or a_reference(), corrections)


def a_correction(
    record: str, column: str, expected: str | None, new: str | None, made: str = "2026-04-02"
) -> Correction:
    return Correction(record, column, expected, new, "câu gốc nói khác", "Lan", made)


def row(frame: pl.DataFrame, **where: Any) -> dict[str, Any]:
    """The only row that fulfils `where`."""
    found = frame.filter(**where)
    assert found.height == 1, found
    return found.row(0, named=True)
