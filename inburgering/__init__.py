"""The project: composition at the top, the law (`recht`) at the bottom."""

from .celery import app as celery_app

__all__ = ["celery_app"]
