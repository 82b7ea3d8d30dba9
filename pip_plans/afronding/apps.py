"""The end of the way: exams, what is still asked, voldaan, and going on in another gemeente."""

from django.apps import AppConfig


class AfrondingConfig(AppConfig):
    name = "pip_plans.afronding"
    label = "afronding"
    verbose_name = "Examens en afronding"

    def ready(self) -> None:
        from . import (  # noqa: F401  (each registers with the core)
            beletsels,
            bewaren,
            brieven,
            deelgegevens,
            handelingen,
            panelen,
            stappen,
            werk,
        )
