"""What goes into the log of web, worker and beat: what went wrong and where, never the data it went wrong on."""

import copy
import logging
import re
import traceback
from collections.abc import Iterator, Mapping
from typing import Any


class ZonderGegevens(logging.Formatter):
    """Writes an exception as its kind and the lines of code it passed, without its own text.

    The database quotes the row it refuses ("Key (bsn)=(…) already exists"), so that text may hold personal data.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the trace below it. Celery puts the exception in the arguments of its message as well."""
        args = record.args
        if isinstance(args, Mapping) and "exc" in args:
            record = copy.copy(record)
            soort = re.match(r"\w*", str(args["exc"]))
            record.args = {**args, "exc": soort[0] if soort else "", "traceback": ""}
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802  (the name is of the standard library)
        return "\n".join(_regels(traceback.TracebackException(*ei)))


def _regels(fout: traceback.TracebackException) -> Iterator[str]:
    """The trace of this exception below that of the one it came from."""
    eerder = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
    if eerder:
        yield from _regels(eerder)
    yield "".join(fout.stack.format()).rstrip()
    yield fout.exc_type.__qualname__
