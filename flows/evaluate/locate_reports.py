"""Find the report files that labels speak of."""

from collections.abc import Sequence
from pathlib import Path

from flows.evaluate.gold import GoldError, read_gold
from flows.read.discover import discover
from flows.read.limits import Limits

_MOST_NAMED = 5


def locate_reports(gold: Sequence[Path], folders: Sequence[Path] = ()) -> list[Path]:
    """Return the labelled report files, by path.

    Args:
        gold: files of labels.
        folders: where to look, to any depth. By default, for each file of labels by itself, the folder
            `reports` beside it, and the folder of its own name in the folder `reports` one level up.

    Raises:
        GoldError: where labels cannot be read, there is no such folder, or a report is not in it.
        flows.read.discover.MissingPathsError: where one of `folders` does not exist.
    """
    return sorted({path for labels in gold for path in _reports_of(labels, folders)})


def _reports_of(gold: Path, folders: Sequence[Path]) -> list[Path]:
    labelled = sorted({report.key[0] for report in read_gold([gold])})
    if not labelled:
        raise GoldError(f"{gold}: it holds no labels")
    usual = (gold.with_name("reports"), gold.absolute().parent.parent / "reports" / gold.stem)
    looked_in = folders or [folder for folder in usual if folder.is_dir()][:1]
    if not looked_in:
        raise GoldError(f"{gold}: no reports in {_listed(usual)}: name their folder with --reports")
    files = [file for file in discover(looked_in, Limits()).files if file.name in labelled]
    there = {file.name for file in files}
    if missing := [name for name in labelled if name not in there]:
        more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
        raise GoldError(
            f"{gold}: no report in {_listed(looked_in)} is named {', '.join(missing[:_MOST_NAMED])}{more}"
        )
    return files


def _listed(folders: Sequence[Path]) -> str:
    return " or ".join(map(str, folders))
