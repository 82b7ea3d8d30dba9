"""The modules beside the lessons: KNM, PVT and MAP; and the maatschappelijke begeleiding."""

from django.apps import AppConfig


class ModulesConfig(AppConfig):
    name = "pip_plans.modules"
    label = "modules"
    verbose_name = "Modules"

    def ready(self) -> None:
        from . import panelen  # noqa: F401  (registers itself with the core)
