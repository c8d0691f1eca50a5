"""What was done with an instrument: the verb that governs it, before it or after it."""

import re
from dataclasses import dataclass

from flows.extract.records import AgreementAct
from flows.span import Span

_FAR = 200

# "đăng ký", "chữ ký", "ký quỹ" are no signing.
_SIGN = (
    r"(?<!đăng )(?<!chữ )(?<!nhật )(?<!thư )(?<!thời )(?:đặt bút (?:ký )?(?:vào)?|ký|kí)"
    r"(?: kết| tắt| lại| mới| tiếp| chính thức)?(?! (?:quỹ|túc|giả|ức|hiệu|sự|tự))"
)
_VERB = re.compile(
    r"(?<!\w)(?:"
    r"(?P<initial>ký tắt|initial(?:l?ed|ing))"
    rf"|(?P<sign>{_SIGN}|sign(?:ed|ing|s)?(?: of)?|ink(?:ed|ing)?|conclud(?:ed|ing)"
    r"|put in place|entered into|seal(?:ed|ing))"
    r"|(?P<exchange>(?:trao|trao đổi)"
    r"(?! (?:đổi )?(?:về|ý kiến|với|thêm|cụ thể|sâu|quà|tặng|giải|học|quyền))|exchang(?:ed?|ing)(?: of)?)"
    r"|(?P<hand>bàn giao|handed over|handover of|handing over)"
    r"|(?P<issue>công bố|thông qua|đưa ra|ra(?= (?:tuyên bố|thông cáo))|adopt(?:ed|ing)|issu(?:ed|ing))"
    r"|(?P<amend>sửa đổi|bổ sung|sửa xong|sửa|gia hạn|nâng cấp|điều chỉnh"
    r"|amend(?:ed|ing)?|renew(?:ed|ing)?|upgrad(?:ed?|ing))"
    r"|(?P<draft>đàm phán|xây dựng|soạn thảo|hoàn thiện|xem xét|nghiên cứu|đề nghị|đề xuất"
    r"|draft(?:ing|ed)?|propos(?:ed?|ing)|negotiat(?:ing|ions?|ed?))"
    r"|(?P<carry>triển khai|thực hiện|thực thi|rà soát|tận dụng|phát huy|theo|căn cứ|cơ sở|khuôn khổ|nền tảng"
    r"|phê chuẩn|hiệu lực|nhất trí|thống nhất|thúc đẩy|hoàn tất|kết thúc|cho biết|khẳng định|cho rằng"
    r"|giới thiệu|tham gia|implement(?:ing|ed|ation of)?|under|according to|carr(?:y|ied|ying) out"
    r"|review(?:s|ed|ing)?))(?!\w)"
)
# The verb after the title: "… được ký ngày 5/5", "… đã ký tháng 6/2023", "(ký năm 2018)".
_AFTER = re.compile(
    r"[\s\",]{0,4}\(?(?:\S{1,30}\s){0,4}?"
    rf"(?:(?P<initial>ký tắt)|(?P<sign>{_SIGN}|signed|inked)|(?P<exchange>trao|exchanged|handed over))(?!\w)"
)
# "… được Phó Chủ tịch tỉnh và Quận trưởng … ký", "… mà hai tập đoàn trao nhau"
_BY_WHOM = re.compile(
    r"[\s,\"()]{0,4}(?:\S{1,30}\s){0,5}?(?:(?:mà|do)\s(?!(?:không|chưa|vẫn|được|bị)(?!\w))|được\s"
    r"(?=(?:hai|các|đại diện|lãnh đạo|bộ|thứ trưởng|phó|chủ tịch|thủ tướng|tổng|giám đốc|ông|bà|ubnd|viện|cơ quan"
    r"|tập đoàn|công ty|đại học|trường|học viện|bệnh viện|ngân hàng|ủy ban|sở|cục|tỉnh|thành phố|việt nam|hàn quốc)"
    r"(?!\w)))"
    rf"[^.;\n]{{2,200}}?\s(?:(?P<sign>{_SIGN})|(?P<exchange>trao))(?!\w)"
)
# Words before the verb: a wish, a plan, a condition, or that the sides agree to sign.
_NOT_YET = re.compile(
    r"(?<!\w)(?:sẽ|sẽ được|dự kiến|chuẩn bị|sắp|tiến tới|hướng tới|tiến đến|đề nghị|đề xuất|kiến nghị|mong muốn"
    r"|mong|sớm|xem xét|nghiên cứu|thúc đẩy|đàm phán|có thể|để|nếu|nhằm|muốn|cần|phải|kế hoạch|khả năng|chờ"
    r"|trước khi|nhất trí|thống nhất|đồng ý|hoàn tất thủ tục|điều kiện|tính chuyện|bàn chuyện|hy vọng|kỳ vọng"
    r"|will|would|to|plans? to|expected to|should|may|could|towards?(?: the)?|hopes? to|agreed to|propos\w+)"
    r"(?: (?:được|sẽ|cùng|tiếp tục|sớm|hai bên|hai nước|việc|chính thức|tới|đến|hoàn tất|cho|các bên"
    r"|phía|tiến|hướng|soon|be|the|an?)){0,5}\s*$"
)
_FIRM_PLAN = re.compile(
    r"(?:sẽ|dự kiến|sắp|chuẩn bị|will|expected to|is to|are to)(?: (?:được|sẽ|cùng|chính thức|be)){0,3}\s*$"
)
_NEGATED = re.compile(
    r"(?<!\w)(?:chưa|không|chưa thể|không thể|khó|ngừng|dừng|not|yet to|never)"
    r"(?: (?:được|có thể|thể|tiếp|hề|be)){0,3}\s*$"
)
# An aside: "Hiệp định … (sửa đổi năm 2003) và Hiệp định …".
_IN_BRACKETS = re.compile(r"[^()\n]{0,60}\)")
_FACT_BEFORE = re.compile(r"(?:chứng kiến|lễ|việc|sau khi|hoan nghênh|witness\w*|the signing|after)\s*$")
_WITNESSES = re.compile(
    r"(?:chứng kiến|tham dự|dự|chủ trì|witness\w*|presided over|attended)(?:\W+\w+){0,4}\W*$"
)
_ACTS: dict[str, AgreementAct] = {
    "sign": "signed", "initial": "initialled", "exchange": "exchanged", "hand": "handed_over",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signing:
    """What was done with an instrument, and the verb that tells it (None where no verb does).

    `is_after` where the verb follows the title; `is_witnessed` where its subject is not who signs;
    `is_firm` where a plan is more than a wish.
    """

    act: AgreementAct
    verb: Span | None = None
    is_after: bool = False
    is_witnessed: bool = True
    is_firm: bool = False


def act_of(
    folded: str, start: int, title: Span, end: int, limit: int, *, is_statement: bool = False
) -> Signing | None:
    """Tell what a sentence says was done with an instrument; None where it says that nothing was.

    Args:
        folded: the folded text of the report.
        start: where the sentence, or what governs it, starts.
        title: the instrument's title.
        end: where the title and the parties named with it end.
        limit: where the sentence ends.
        is_statement: whether the instrument is one that is issued rather than signed.
    """
    before = _governing(folded, start, title.start)
    after = _AFTER.match(folded, end, limit) or _BY_WHOM.match(folded, end, limit)
    if before is not None and before.lastgroup in _ACTS and not (after and before.lastgroup == "initial"):
        return _told_before(folded, start, before)
    if before is not None and before.lastgroup == "issue" and is_statement:
        return Signing("signed", Span(*before.span()))
    if after is not None and after.lastgroup:
        is_background = before is not None and before.lastgroup != "initial"
        return _told_after(folded, end, after, is_background=is_background)
    if before is not None and before.lastgroup in {"amend", "draft"}:
        lead = folded[max(start, before.start() - 40) : before.start()]
        verb = Span(*before.span())
        is_plan = before.lastgroup == "draft" or _NOT_YET.search(lead) is not None
        is_witnessed = _WITNESSES.search(lead) is not None
        return Signing("planned" if is_plan else "amended", verb, is_witnessed=is_witnessed)
    return Signing("referenced")


def _governing(folded: str, start: int, head: int) -> re.Match[str] | None:
    """Find the nearest verb before an instrument."""
    last = None
    for found in _VERB.finditer(folded, max(start, head - _FAR), head):
        if not _IN_BRACKETS.match(folded, found.end(), head):
            last = found
    return last


def _told_before(folded: str, start: int, verb: re.Match[str]) -> Signing | None:
    lead, span = folded[max(start, verb.start() - 60) : verb.start()], Span(*verb.span())
    is_witnessed = _WITNESSES.search(lead) is not None
    if _NEGATED.search(lead):
        return None
    if _NOT_YET.search(lead) and not _FACT_BEFORE.search(lead):
        is_firm = _FIRM_PLAN.search(lead) is not None
        return Signing("planned", span, is_witnessed=is_witnessed, is_firm=is_firm)
    return Signing(_ACTS[verb.lastgroup or ""], span, is_witnessed=is_witnessed)


def _told_after(folded: str, end: int, verb: re.Match[str], *, is_background: bool) -> Signing | None:
    group = verb.lastgroup or ""
    lead, span = folded[end : verb.start(group)], Span(*verb.span(group))
    if _NEGATED.search(lead):
        return None
    if _NOT_YET.search(lead):
        return Signing("planned", span, is_after=True, is_firm=_FIRM_PLAN.search(lead) is not None)
    return Signing("referenced" if is_background else _ACTS[group], span, is_after=True)
