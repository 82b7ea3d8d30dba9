"""Brede intake, leerbaarheidstoets and Taalstart."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "pip_plans.intake"
    label = "intake"
    verbose_name = "Brede intake"

    def ready(self) -> None:
        from . import handelingen  # noqa: F401  (registers itself with the core)
