"""Leerroute and PIP."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "pip_plans.plan"
    label = "plan"
    verbose_name = "PIP"

    def ready(self) -> None:
        from . import beletsels, brieven, handelingen, panelen, stappen  # noqa: F401  (each registers itself with the core)
        from .services import onverzonden  # noqa: F401  (the same, from below)
