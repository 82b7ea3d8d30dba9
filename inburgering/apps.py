"""The project as an app: it carries the commands, the system checks and the database extensions."""

from django.apps import AppConfig


class InburgeringConfig(AppConfig):
    name = "inburgering"

    def ready(self) -> None:
        from . import checks  # noqa: F401  (registers the system checks)
