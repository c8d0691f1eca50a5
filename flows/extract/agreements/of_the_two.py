"""Tell whether an instrument whose parties are not both named is one between Viet Nam and Korea."""

import re

from flows.extract.agreements.choose_sides import Sides
from flows.extract.agreements.telling import DONE, Telling
from flows.extract.bodies.countries import PAIR
from flows.extract.bodies.reading import Reading
from flows.extract.bodies.words import CAPITAL
from flows.span import Span

_LONGEST = 2000
_BILATERAL = re.compile(
    r"song phương|hai nước|hai bên|hai chính phủ|hai bộ|quan hệ đối tác|partnership|bilateral"
    r"|the two (?:countries|sides)"
)
_PAIR_NAMED = re.compile(r"việt nam (?:và|-|cùng) hàn quốc|hàn quốc (?:và|-|cùng) việt nam")
# A Vietnamese person's name.
_VIETNAMESE = re.compile(
    r"\b(?:Nguyễn|Trần|Lê|Phạm|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Đoàn|Trịnh|Đào|Cao|Hoàng"
    rf"|Huỳnh|Mai|Tô|Hà|Lương|Lưu|Châu|Chu|Tạ|Thái|Vương) [{CAPITAL}]"
)
# In a report about the two countries these are taken for theirs.
_OF_TWO = frozenset({"mou", "amendment"})
# These are made by one country as well: they count only where both are said to stand behind them.
_ONE_SIDED = frozenset({"action_plan", "joint_statement", "other"})


def is_of_the_two(reading: Reading, told: Telling, end: int, sides: Sides, *, has_actors: bool) -> bool:
    """Tell it from the countries named in the title, else from those around it and what the report is about.

    Args:
        reading: the report.
        told: the instrument.
        end: where title, parties and partner end.
        sides: the parties, as far as they are named.
        has_actors: whether the sentence points at both sides ("hai bên").
    """
    countries, folded, title = reading.countries, reading.report.folded, told.title.span
    inside = countries.all_in(title.start, end)
    if inside - PAIR:
        return False
    around = _countries_of(reading, told.around)
    if inside >= PAIR or (sides.kr and "KR" in inside and "VN" in around):
        return True
    if told.governing.signing:
        around |= _countries_of(reading, told.governing.sentence.span)
    if around - PAIR - {"ZZ"} or not countries.is_about_the_pair:
        return False
    if sides.kr and not sides.vn and "VN" not in around and not has_actors:
        is_local = _VIETNAMESE.search(reading.report.text, told.around.start, told.around.end) is not None
        is_vietnamese = reading.report.language == "vi" or countries.counts["VN"] > 0
        return is_local or (told.hit.kind in _OF_TWO and is_vietnamese)
    if (told.title.has_topic or told.hit.is_plural) and (told.hit.kind in _OF_TWO or told.hit.is_paper):
        return True
    if has_actors or sides.kr or told.governing.signing or _BILATERAL.search(folded, title.start, end):
        return True
    if (
        told.signing.verb
        and (told.title.has_topic or told.hit.kind in _OF_TWO)
        and told.signing.act in DONE
        and not told.hit.is_contract
    ):
        return True
    if told.signing.act == "referenced" and told.hit.kind in _ONE_SIDED:
        return _PAIR_NAMED.search(folded, told.around.start, title.start) is not None
    return around >= PAIR or bool(sides.vn and "KR" in around)


def has_third(reading: Reading, told: Telling) -> bool:
    """Tell whether another country is named around an instrument."""
    return bool(_countries_of(reading, told.around) - PAIR - {"ZZ"})


def _countries_of(reading: Reading, span: Span) -> set[str]:
    return reading.countries.all_in(span.start, min(span.end, span.start + _LONGEST))
