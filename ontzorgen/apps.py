"""Ontzorgen: paying the fixed costs of somebody out of the bijstand."""

from django.apps import AppConfig


class OntzorgenConfig(AppConfig):
    name = "ontzorgen"
    verbose_name = "Ontzorgen"

    def ready(self) -> None:
        from . import (  # noqa: F401  (each registers itself with the core)
            beletsels,
            bewaren,
            brieven,
            deelgegevens,
            handelingen,
            handelingen_betaling,
            handelingen_eenheid,
            handelingen_last,
            handelingen_maand,
            onverzonden,
            panelen,
            panelen_betaling,
            panelen_einde,
            panelen_inhouding,
            panelen_maand,
            stappen,
            stappen_einde,
        )
