"""Handhaving: the fines of the college."""

from django.apps import AppConfig


class HandhavingConfig(AppConfig):
    name = "pip_plans.handhaving"
    label = "handhaving"
    verbose_name = "Handhaving"

    def ready(self) -> None:
        from . import beletsels, brieven, handelingen, onverzonden, panelen, stappen  # noqa: F401  (each registers itself)
