"""Where a title that is not in quotation marks ends: the sentence goes on with a verb, a date, an aim."""

import re

# Each alternative is asked for at the start of a word of the folded text.
DOCUMENT = (
    r"(?:biên bản|bản ghi nhớ|thỏa thuận|hiệp định|nghị định thư|hợp đồng|ý định thư|(?:kế hoạch|chương trình) hành động"
    r"|tuyên bố chung)"
)
ENDS = re.compile(
    r"(?:được|đã|đang|sẽ|vẫn|cũng|nhằm|để|mà|khi|nếu|là|nên|thì|ký|kí|gồm|bao gồm|hôm|hồi (?:đầu|cuối|giữa"
    r"|tháng|năm|ngày|tuần|\d)|ngay|này|bởi|vì|nhưng|tuy|kể từ"
    r"|đồng thời|diễn ra|đánh dấu|thể hiện|góp phần|qua đó|trị giá|đến nay|ảnh:|hết (?:hạn|hiệu lực)"
    r"|(?<!tự )do|(?<!thiết )(?<!chuẩn )(?<!trang )bị|vừa (?:được|ký|qua|có|diễn|mới)|gọi (?:tắt|là|chung)"
    r"|như (?:sau|vậy)|thêm \d"
    r"|sau (?:khi|đó|hội|cuộc|lễ|nhiều|gần|hơn|\d)|trước (?:sự|khi|đó|đây)|dưới (?:sự|thời)"
    r"|nhân (?:dịp|chuyến|kỷ niệm|ngày|hội)|cho (?:biết|thấy|hay|rằng)|trao (?:cho|tặng)|mở (?:ra|đường)"
    r"|cùng (?:ngày|với)"
    r"|(?<!sáng )(?<!đào )(?<!nhân )tạo (?:điều kiện|cơ sở|tiền đề|nền|động lực|hành lang|khuôn|ra|cơ hội"
    r"|đà|bước)"
    r"|trong (?:khuôn khổ|chuyến|dịp|thời gian|năm|ngày|tháng|buổi|lễ|tương lai|đó|tuần|bối cảnh|sự)"
    r"|vào (?:ngày|tháng|năm|sáng|chiều|trưa|tối|cuối|đầu|dịp|giữa|lúc|hôm|thứ|\d)|từ (?:ngày|tháng|năm|\d"
    r"|đó|nay)"
    r"|(?:sáng|chiều|trưa|tối|ngày|tháng|năm|quý) \d|năm (?:nay|ngoái|trước)"
    r"|tại (?:lễ|buổi|cuộc|hội|trụ sở|phủ|nhà |diễn đàn|đây|thủ đô)"
    r"|có (?:hiệu lực|thời hạn|giá trị|sự|tổng|trị|thể|nội dung)|với (?:sự|mục|nội|thời|tổng|mong|giá"
    r"|các nội)"
    rf"|theo (?:đó|ông|bà|ttxvn)|(?:từ|theo|trên cơ sở|thuộc|trong|và|cùng) (?:các |một |hai "
    rf"|\d+ )?{DOCUMENT}"
    r"|và (?:đã|sẽ|nhất trí|trao(?! đổi)|ký|thống nhất|cam kết|được|chứng kiến))(?!\w)"
)
# A further member of a list inside a title, "năng lượng, công nghiệp và thương mại"; not a new clause.
_LIST_ITEM = re.compile(
    r",\s(?!(?:ký|được|nhằm|theo|qua|trong|với|gọi|tạo|mở|góp|đây|đồng|tiếp (?:tục|theo|đó)|cùng|trước"
    r"|dưới|nhân|do|và|đã|sẽ|có|là|thể hiện|hai"
    r"|phía|bên|đánh|giúp|hướng|nền|cơ sở|cũng)(?!\w))(?:(?:[^\s,.;:()\"]+\s){1,16}?(?=(?:và|giữa) )"
    r"|(?:[^\s,.;:()\"]+\s?){1,9}?(?=,|[.;\n]|\(|$))"
)
_WORD_START = re.compile(r"(?<!\w)\w")
# What "với" and "cùng" lead to where they name a partner, beside the name of a body or country.
PARTNER = re.compile(
    r"(?:phía|đối tác|đại diện|lãnh đạo|chính quyền|đoàn|(?:các |một số )?(?:nhà đầu tư|bộ|cơ quan|đối tác"
    r"|doanh nghiệp|tập đoàn"
    r"|công ty|trường|địa phương|tỉnh|thành phố|viện))(?!\w)"
)
# A topic that tells nothing: "hợp tác hữu nghị".
GENERAL = re.compile(
    r"(?:[\s,]|hợp tác|hữu nghị|thỏa thuận|song phương|quốc tế|toàn diện|chiến lược|đặc biệt|bình thường"
    r"|chung|mới|thay thế|biên bản|bản ghi nhớ|\(\S+\))*"
)


def list_item(folded: str, comma: int, limit: int) -> re.Match[str] | None:
    """Match the member of a list that a comma leads to; None where the sentence goes on instead."""
    item = _LIST_ITEM.match(folded, comma, limit)
    if item is None or any(ENDS.match(folded, w.start()) for w in _WORD_START.finditer(folded, *item.span())):
        return None
    return item
