"""Brede intake, leerbaarheidstoets and Taalstart."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "pip_plans.intake"
    label = "intake"
    verbose_name = "Brede intake"

    def ready(self) -> None:
        # Each registers itself with the core.
        from . import beletsels, brieven, handelingen, panelen, stappen, stappen_verwijzing, stukdoelen  # noqa: F401
