"""The narrow door for people of an aanbieder: their own participants, and the monthly report. Nothing else."""

from django.apps import AppConfig


class AanbiederportaalConfig(AppConfig):
    name = "pip_plans.aanbiederportaal"
    label = "aanbiederportaal"
    verbose_name = "Aanbiederportaal"
