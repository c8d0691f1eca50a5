"""What Prefect is told before it is imported: no telemetry, no chatter, patience.

Everything is a default: what the environment or a Prefect profile sets already stands.
"""

import os

_DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # The temporary server of a run without one needs 5 to 25 seconds to start on a small machine.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def prepare() -> None:
    """Set the defaults; to be called before `prefect` is imported."""
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)


prepare()
