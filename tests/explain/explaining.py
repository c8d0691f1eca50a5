"""A short way to an explained text."""

from flows.explain.explained import Explained, explain_file
from flows.explain.mark import Kind
from flows.read.limits import Limits

# Markup of three sorts, brackets of our own, and a right-to-left override, around and inside records.
HOSTILE = (
    "[red]Chiều 10/3/2026[/red], Bộ trưởng Lê Hoài Trung <script>alert(1)</script> nhất trí [3] với "
    'Bộ trưởng Hàn Quốc Cho Hyun <img src=x onerror="alert(2)"> :warning: sớm khởi động giai đoạn 2 của dự án '
    "VKIST\x1b[2J\x1b]0;mine\x07 \u202e‹đảo› [link=file:///etc/passwd]& &lt;b&gt;.\n"
    "</p></article><style>*{display:none}</style> \"><a href='http://example.org/'>Việt Nam</a>\n"
)


def explained(folder, text: str, kinds: tuple[Kind, ...] = tuple(Kind)) -> Explained:
    """Write a text into a file and explain it."""
    file = folder / "report.txt"
    file.write_text(text, encoding="utf-8")
    (found,), refusals = explain_file(file, Limits(), kinds)
    assert refusals == ()
    return found
