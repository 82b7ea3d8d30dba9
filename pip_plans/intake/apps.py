"""Brede intake, leerbaarheidstoets and Taalstart."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "pip_plans.intake"
    label = "intake"
    verbose_name = "Brede intake"

    def ready(self) -> None:
        # Each registers itself with the core.
        from . import (  # noqa: F401
            beletsels,
            brieven,
            handelingen,
            panelen,
            regime,
            stappen,
            stappen_verwijzing,
            stukdoelen,
        )
