"""Closed classes of words that tell where the name of a body ends."""

import re

from flows.read.fold import strip_diacritics

# The capital letters of Vietnamese and English, for a character class.
CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))

# Words in small letters at which a sentence goes on after a name.
_GOES_ON = re.compile(
    r"được|của|bị|đã|đang|sẽ|vừa|cũng|còn|vẫn|về|nhằm|để|trong|vào|theo|dưới|trước|có|là|cho|từ|khi|ký|kí"
    r"|trao"
    r"|đến|tới|này|đó|thì|mà|nên|rằng|nhưng|hoặc|như|nêu|ra|gặp|tổ chức"
)
# Words that go on so only with this next syllable; elsewhere they are parts of names.
_GOES_ON_WITH = {
    "chính": "thức", "công": "bố", "chủ": "trì", "thông": "báo", "hai": "bên nước", "hoàn": "thành tất",
    "giới": "thiệu", "chuyển": "giao", "làm": "việc sâu rõ", "tiếp": "tục nhận xúc", "thực": "hiện",
    "triển": "khai", "cung": "cấp", "hỗ": "trợ", "tăng": "cường", "tổ": "chức", "thống": "nhất",
    "nhất": "trí", "đánh": "giá", "tuyên": "bố", "tham": "gia dự", "phối": "hợp", "diễn": "ra",
    "góp": "phần", "nhận": "định thấy", "thúc": "đẩy", "đề": "nghị xuất", "đồng": "ý thời chủ",
    "trị": "giá", "nhân": "dịp chuyến kỷ", "do": "ông bà bộ", "sau": "khi hội đó lễ cuộc", "giai": "đoạn",
    "bao": "gồm", "chia": "sẻ", "cảm": "ơn", "khẳng": "định", "mong": "muốn", "cam": "kết", "mới": "đây",
    "hoan": "nghênh", "chúc": "mừng", "ghi": "nhận", "bày": "tỏ", "hôm": "nay qua", "kể": "từ",
    "hết": "hạn hiệu", "gia": "hạn",
}  # fmt: skip
_DAY_WORDS = frozenset({"sáng", "chiều", "trưa", "tối", "ngày", "tháng", "năm", "hôm", "quý"})
_SURNAMES = re.compile(
    r"nguyen|tran|le|pham|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|luong|truong|doan|trinh|to|ta|quach|mai"
    r"|thai|chau|luu|hoang|huynh|dao|cao|ha|vuong|tong|lam|kim|lee|park|choi|jung|jeong|kang|cho|yoon|yun"
    r"|jang"
    r"|lim|im|han|oh|seo|shin|kwon|hwang|ahn|an|song|ryu|yoo|hong|moon|yang|bae|baek|woo|chung|chang|bang"
    r"|phang|ban|sung"
)


def goes_on(word: str, following: str) -> bool:
    """Tell whether a sentence goes on with this folded word, so that a name before it has ended."""
    if word in _DAY_WORDS and (following[:1].isdigit() or following in {"nay", "qua"}):
        return True
    return _GOES_ON.fullmatch(word) is not None or following in _GOES_ON_WITH.get(word, "").split()


def is_surname(word: str) -> bool:
    """Tell whether a word is a usual Vietnamese or Korean family name."""
    return _SURNAMES.fullmatch(strip_diacritics(word.lower())) is not None
