"""Leerroute and PIP."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "pip_plans.plan"
    label = "plan"
    verbose_name = "PIP"
