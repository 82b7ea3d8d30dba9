"""Leerroute and PIP."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "pip_plans.plan"
    label = "plan"
    verbose_name = "PIP"

    def ready(self) -> None:
        from . import (  # noqa: F401  (each registers itself with the core)
            beletsels,
            brieven,
            handelingen,
            overlegonderwerp,
            panelen,
            stappen,
        )
        from .services import onverzonden  # noqa: F401  (the same, from below)
