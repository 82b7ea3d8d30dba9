"""Brede intake, leerbaarheidstoets and Taalstart."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "pip_plans.intake"
    label = "intake"
    verbose_name = "Brede intake"

    def ready(self) -> None:
        from . import brieven, handelingen, panelen, stappen, stappen_verwijzing  # noqa: F401  (each registers itself with the core)
