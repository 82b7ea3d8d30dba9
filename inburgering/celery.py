"""The Celery application: worker and beat start from here."""

import os
from logging.config import dictConfig
from typing import Any

from celery import Celery
from celery.signals import beat_init, setup_logging
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inburgering.settings.ontwikkel")

app = Celery("inburgering")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Celery keeps its current application per thread. When anything asked for it before this module was read, Celery made
# one without our settings the default, and other threads would go on using that: with a broker on localhost, and
# waiting for it without a limit.
app.set_default()


@setup_logging.connect
def logboek(**kwargs: Any) -> None:
    """Worker and beat write the log of the product; Celery's own would quote the data in an exception."""
    dictConfig(settings.LOGGING)


@beat_init.connect
def veeg_meteen(**kwargs: Any) -> None:
    """The first sweep does not wait a minute: it catches up what was missed while beat was down."""
    app.send_task("cases.tasks.veeg.veeg", expires=60)
