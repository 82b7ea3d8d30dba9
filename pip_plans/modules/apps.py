"""The modules beside the lessons: KNM, PVT and MAP; and the maatschappelijke begeleiding."""

from django.apps import AppConfig


class ModulesConfig(AppConfig):
    name = "pip_plans.modules"
    label = "modules"
    verbose_name = "Modules"

    def ready(self) -> None:
        from . import brieven, deelgegevens, handelingen, panelen, stappen  # noqa: F401  (each registers itself with the core)
