"""Voortgangsgesprekken: how many the PIP promises, what was said, and what was agreed."""

from django.apps import AppConfig


class GesprekkenConfig(AppConfig):
    name = "pip_plans.gesprekken"
    label = "gesprekken"
    verbose_name = "Voortgangsgesprekken"

    def ready(self) -> None:
        from . import deelgegevens, handelingen, panelen, stappen, werk  # noqa: F401  (each registers itself with the core)
