"""Replies: a verb of agreeing that has no object of its own answers what was proposed just before.

"… mời ông sang dự APPF-26; vị khách vui vẻ nhận lời." names nothing: it accepts the invitation.  A proposal
that is praised in general words ("nhất trí với các đề xuất") is not accepted.
"""

import re
from collections.abc import Iterator, Sequence

from flows.extract.find_actors import Subject
from flows.extract.read_clauses import Clause, Governor
from flows.read.report import Report

# What may follow a verb that says all: the end of a clause, or "this proposal".
_NOTHING = re.compile(
    r"\s*(?:[.;,!)”\"]|$|(?:lời mời|ngay|và|trước|vào|về nguyên tắc)(?!\w)"
    r"|(?:với )?(?:đề nghị|đề xuất|gợi ý|kiến nghị|ý tưởng|yêu cầu|phương án|điều|việc)"
    r" (?:này|đó|trên|nói trên)(?!\w)"
    r"|(?:to (?:the request|do so|it)|the (?:invitation|request|proposal|offer)|at once|immediately|and)"
    r"(?!\w))"
)
_REACH = 300


def replies_to(report: Report, clauses: Sequence[Clause], asked: int, end: int) -> Iterator[Governor]:
    """Yield the verbs that accept what the sentence `clauses[asked]` proposed, named up to offset `end`.

    A reply stands later in the sentence, or in the next one, and is not by the side that asked.
    """
    for clause in clauses[asked : asked + 2]:
        for governor in clause.governors:
            if end <= governor.span.start <= end + _REACH and is_reply(report, governor):
                yield governor
                return


def is_reply(report: Report, governor: Governor) -> bool:
    """Tell whether a governing verb agrees to something that it does not name."""
    is_agreed = governor.stage == "agreed" and not governor.is_inherited
    return is_agreed and _NOTHING.match(report.folded, governor.span.end) is not None


def answers(reply: Subject | None, asker: str | None) -> bool:
    """Tell whether the one who replies is not the side that asked."""
    return reply is None or reply.side not in ("other", asker)
