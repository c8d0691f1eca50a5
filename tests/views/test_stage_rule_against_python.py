"""The rule of stages once more, as a loop over acts; the SQL must move every story as the loop does."""

import datetime as dt
import random
from dataclasses import dataclass

import pytest

LADDER = ["proposed", "agreed", "signed", "in_progress", "fulfilled", "stalled", "withdrawn"]
FIRST_DAY = dt.date(2020, 1, 1)


@dataclass(frozen=True, order=True)
class Act:
    day: int
    step: int

    @property
    def stage(self) -> str:
        return LADDER[self.step]

    @property
    def stops(self) -> bool:
        return self.step > 4


def moves(acts: set[Act], *, renewable: bool) -> list[tuple[int, str, int]]:
    """Day, stage and cycle of each change."""
    cycle, highest, signed_on, stopped_by, standing = 1, -1, None, None, None
    was_withdrawn = False
    told = []
    for act in sorted(acts):
        opens = False
        if not act.stops:
            lapsed = renewable and stopped_by == "stalled" and signed_on is not None
            signed_anew = (
                renewable and act.stage == "signed" and signed_on is not None and act.day > signed_on + 90
            )
            opens = was_withdrawn or lapsed or signed_anew
            was_withdrawn = False
            if opens:
                cycle, highest, signed_on = cycle + 1, -1, None
            highest = max(highest, act.step)
            signed_on = act.day if act.stage == "signed" else signed_on
        stopped_by = act.stage if act.stops else None
        was_withdrawn |= act.stage == "withdrawn"
        now = stopped_by or LADDER[highest]
        if now != standing or opens:
            told.append((act.day, now, cycle))
        standing = now
    return told


@pytest.mark.parametrize("seed", range(20))
def test_every_story_moves_as_the_loop_says(story, seed):
    chance = random.Random(seed)  # noqa: S311
    expected = []
    for number in range(8):
        renewable = chance.random() < 0.7
        acts = [Act(chance.randint(0, 400), chance.randint(0, 6)) for _ in range(chance.randint(0, 14))]
        story.commitment(f"c{number}", renewable=renewable)
        for act in acts:  # in no order of time
            published = (FIRST_DAY + dt.timedelta(days=act.day)).isoformat()
            story.tell(published, f"Một tin về {act.stage}.", act.stage, f"c{number}")
        expected += [(f"c{number}", *move) for move in moves(set(acts), renewable=renewable)]
    found = story.warehouse().execute(
        "SELECT commitment_id, changed_on - DATE '2020-01-01', stage, cycle FROM stage_changes"
    )
    assert found.fetchall() == expected
