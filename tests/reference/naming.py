"""Which commitments the registry finds in a text, verbs aside."""

from functools import cache

from flows.extract.find_namings import FindNamings
from flows.reference.load import load_reference
from tests.builders import report


@cache
def _find() -> FindNamings:
    return FindNamings(load_reference())


def named_in(text: str) -> set[str]:
    """Name the commitments that a text names in full; short names of a second mention are left out."""
    return {n.commitment_id for n in _find()(report(text), ()) if not n.is_short}
