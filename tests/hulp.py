"""What tests of several apps share."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def aantal_queries(client: Client, adres: str) -> int:
    """How many queries a page costs. It must answer 200; asked twice, so that what is cached once does not count."""
    client.get(adres)
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = client.get(adres)
        if antwoord.streaming:
            b"".join(antwoord.streaming_content)  # type: ignore[arg-type]
    assert antwoord.status_code == 200, (adres, antwoord.status_code)
    return len(gevangen)
