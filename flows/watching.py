"""What a person who waits sees: the newest line of the log beside a spinner, and warnings as they come."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from flows.terminal import ShowProgress, complain, err


class _TellWarnings(logging.Handler):
    """Prints warnings, and the traceback of what failed, as lines of the standard error output."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record."""
        complain(record.getMessage())
        if record.exc_info:
            for line in logging.Formatter().formatException(record.exc_info).splitlines():
                complain(line)


@contextmanager
def watching(begins_with: str) -> Iterator[None]:
    """Show what the code called inside logs; `begins_with` is shown until it does."""
    log = logging.getLogger("flows")
    level = log.level
    with err.status(begins_with) as spinner:
        handlers = (ShowProgress(spinner), _TellWarnings())
        for handler in handlers:
            log.addHandler(handler)
        log.setLevel(logging.INFO)
        try:
            yield
        finally:
            log.setLevel(level)
            for handler in handlers:
                log.removeHandler(handler)
