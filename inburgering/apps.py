"""The project as an app: it carries the commands and the database extensions."""

from django.apps import AppConfig


class InburgeringConfig(AppConfig):
    name = "inburgering"
