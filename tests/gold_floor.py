"""The floor under the scores of `tests/gold`: F1 a set of labelled reports and a kind of record.

`python tests/gold_floor.py` raises the floor to today's scores; it never lowers one.
"""

import json
import math
from functools import cache
from pathlib import Path

from flows.evaluate.evaluation import Evaluation
from flows.evaluate.run_evaluation import run_evaluation

GOLD = Path(__file__).parent / "gold"
FLOOR = GOLD / "floor.json"

Floor = dict[str, dict[str, float]]


def gold_sets() -> list[Path]:
    """The files of labels; their reports lie in `tests/gold/reports`."""
    return sorted(GOLD.glob("*.jsonl"))


@cache
def evaluation_of(gold: Path) -> Evaluation:
    """Evaluate one set, read and linked by itself."""
    return run_evaluation([gold], [GOLD / "reports"])


def scores_of(gold: Path) -> dict[str, float]:
    """F1 by kind of record, cut to three places; kinds without labels are left out."""
    counts = evaluation_of(gold).records
    return {kind: math.floor(c.f1 * 1000) / 1000 for kind, c in counts.items() if c.f1 is not None}


def read_floor() -> Floor:
    return json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}


def raised(floor: Floor, scores: Floor) -> Floor:
    """The higher of both, for every set and kind."""
    return {
        name: {kind: max(score, floor.get(name, {}).get(kind, 0.0)) for kind, score in of_set.items()}
        for name, of_set in scores.items()
    }


def main() -> None:
    floor = raised(read_floor(), {gold.stem: scores_of(gold) for gold in gold_sets()})
    FLOOR.write_text(json.dumps(floor, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
