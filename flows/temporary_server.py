"""`python -m flows.temporary_server PORT`: a Prefect server that ends when whoever started it ends.

It watches its standard input, to which nothing is ever written: it closes with the process at its other
end, however that one ends, so that a killed run leaves no server behind.
"""

import os
import runpy
import signal
import sys
import threading

from flows.prefect_environment import prepare


def main() -> None:
    """Serve on a port of this machine alone, until standard input ends."""
    prepare()
    os.environ["PREFECT__SERVER_EPHEMERAL"] = "1"  # as Prefect's own: no scheduler beside one that runs
    threading.Thread(target=_end_with_parent, daemon=True).start()
    serve = ["server", "start", "--host", "127.0.0.1", "--port", sys.argv[1], "--no-ui"]
    sys.argv[1:] = ["--no-prompt", *serve, "--log-level", "WARNING"]
    runpy.run_module("prefect", run_name="__main__", alter_sys=True)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
