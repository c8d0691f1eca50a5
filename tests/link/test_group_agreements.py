"""Which month or year tells an instrument of a family apart: rule 4 of flows.link.group_agreements."""

import pytest

from flows.link.group_agreements import Signing, periods
from flows.link.resolve_dates import Dated, resolve
from flows.when import When


def signing(words: str) -> Signing:
    """Read ``signed 2025-08``, ``told 2025-08-12`` (a signing), ``news 2025-08-12`` (a handover) or ``-``."""
    how, _, when = words.partition(" ")
    on: Dated | None = resolve(When.parse(when), None) if when else None
    return Signing(on) if how == "signed" else Signing(None, on, is_news=how == "news")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["signed 2025-08-11", "signed 2025-08", "signed 2025"], ["2025", "2025", "2025"]),
        (["signed 2025-08-11", "signed 2023-06"], ["2025", "2023"]),
        (["signed 2025-08-11", "signed 2025-03-02", "signed 2025"], ["2025-08", "2025-03", "2025"]),
        (["signed 2025-08-11", "-"], ["2025", "2025"]),
        (["signed 2025-08-11", "signed 2023-06", "-"], ["2025", "2023", ""]),
        (["signed 2025-08-11", "told 2026-03-10"], ["2025", "2025"]),
        (["signed 2025-08-11", "signed 2023-06", "told 2025-08-14"], ["2025", "2023", "2025"]),
        (["signed 2024-12-30", "news 2025-01-02"], ["2024", "2024"]),
        (["told 2024-12-30", "news 2026-01-02", "-"], ["", "", ""]),
        (["-"], [""]),
    ],
)
def test_document_signed_once(told: list[str], expected: list[str]) -> None:
    assert periods([signing(words) for words in told], renewable=False) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["signed 2016-05-17", "news 2016-05-18"], ["2016", "2016"]),
        (["signed 2016-05-17", "news 2025-08-11"], ["2016", "2025"]),
        (["signed 2016-05-17", "told 2017-05-16"], ["2016", ""]),
        (["signed 2016-05-17", "-"], ["2016", "2016"]),
        (["news 2025-08-11", "-"], ["2025", "2025"]),
        (["signed 2025-02-01", "news 2025-08-11"], ["2025-02", "~2025"]),
    ],
)
def test_renewable_document(told: list[str], expected: list[str]) -> None:
    assert periods([signing(words) for words in told], renewable=True) == expected
