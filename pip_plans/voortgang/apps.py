"""After the place: hours, attendance and level, by hand or from the monthly report of an aanbieder."""

from django.apps import AppConfig


class VoortgangConfig(AppConfig):
    name = "pip_plans.voortgang"
    label = "voortgang"
    verbose_name = "Voortgang"

    def ready(self) -> None:
        from . import beletsels, deelgegevens, handelingen, lesuren, panelen, stappen  # noqa: F401  (each registers itself)
