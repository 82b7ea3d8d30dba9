"""The shared core: people, dossiers, facts, terms, decisions."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "Dossiers"

    def ready(self) -> None:
        from . import (  # noqa: F401  (each registers itself with cases.panelen)
            bezwaarbrieven,
            bezwaarstappen,
            bezwaarwerk,
            brieven,
            deelgegevens,
            overlegwerk,
            schrijven,
            stappen,
            stappen_amv,
            tabs,
            werk,
        )
        from .services.bezwaar import terugnemen  # noqa: F401  (registers what a decision leaves behind)
