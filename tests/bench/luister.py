"""Which queries a piece of work asks, with their values."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def afgeluisterd(gevraagd: list[tuple[str, Any]]) -> Iterator[None]:
    """Keep every SELECT with its values."""

    def luister(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith("SELECT"):
            gevraagd.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(luister):
        yield
