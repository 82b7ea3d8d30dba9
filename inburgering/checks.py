"""System checks: an unsafe production setting is an error that says what to do, before the first request."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

KORTSTE_SLEUTEL = 50


@register(Tags.security, deploy=True)
def controleer_productie(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """What `manage.py check --deploy` asks beyond Django's own security checks."""
    fouten = [
        (len(settings.SECRET_KEY) < KORTSTE_SLEUTEL, "SECRET_KEY is te kort.", f"Gebruik {KORTSTE_SLEUTEL} tekens.", 1),
        (settings.DEMO, "DEMO staat aan.", "De demo toont accounts op de inlogpagina; zet DEMO uit.", 2),
        (not settings.BASIS_URL.startswith("https://"), "BASIS_URL is niet https.", "Noem het https-adres.", 3),
        ("*" in settings.ALLOWED_HOSTS, "ALLOWED_HOSTS staat open.", "Noem de eigen namen van de server.", 4),
        (_vreemde_scanner(), "VIRUSSCANNER is geen adres.", "Gebruik clamd://…, opdracht:… of geen.", 5),
    ]
    return [Error(tekst, hint=hint, id=f"inburgering.E00{nummer}") for fout, tekst, hint, nummer in fouten if fout]


def _vreemde_scanner() -> bool:
    return bool(settings.VIRUSSCANNER) and not settings.VIRUSSCANNER.startswith(("clamd://", "opdracht:"))
