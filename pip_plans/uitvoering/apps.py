"""After the PIP: aanbieders, contracts and places."""

from django.apps import AppConfig


class UitvoeringConfig(AppConfig):
    name = "pip_plans.uitvoering"
    label = "uitvoering"
    verbose_name = "Uitvoering"

    def ready(self) -> None:
        from . import beletsels, brieven, deelgegevens, handelingen, panelen, stappen  # noqa: F401  (each registers with the core)
