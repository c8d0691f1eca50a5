"""Languages by letters and small words."""

import pytest

from flows.read.fold import fold
from flows.read.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hai bên nhất trí thúc đẩy hợp tác trong lĩnh vực năng lượng.", "vi"),
        (
            "In telephone talks, Minister Bùi Thanh Sơn and the Korean side agreed to go on with the work.",
            "en",
        ),
        ("HÀ NỘI - The two sides agreed on Việt Nam-RoK trade, said Nguyễn Hồng Diên of the ministry.", "en"),
        ("한국과 베트남은 협력을 강화하기로 합의했다.", "ko"),
        ("KOICA와 베트남 정부는 VKIST 2단계 사업을 추진한다.", "ko"),
        ("Les deux ministres se sont rencontrés à Hanoï pour discuter.", "other"),
        ("12345 67890", "other"),
        ("Công thức: EPS = Lợi nhuận / Số cổ phiếu", "vi"),
    ],
)
def test_tells_the_language(text: str, language: str) -> None:
    assert find_language(fold(text)) == language
