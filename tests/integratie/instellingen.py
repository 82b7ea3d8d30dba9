"""Settings of the worker and beat that the integration tests start: the real thing, with impatience."""

from inburgering.settings.ontwikkel import *  # noqa: F403
from inburgering.settings.ontwikkel import CELERY_BROKER_TRANSPORT_OPTIONS, DATABASES, env

DATABASES["default"]["NAME"] = env.str("PROEF_DATABASE")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", env.int("PROEF_SMTP")
# What a killed worker held is handed out again after seconds instead of ten minutes.
CELERY_BROKER_TRANSPORT_OPTIONS = CELERY_BROKER_TRANSPORT_OPTIONS | {
    "visibility_timeout": 5,
    "unacked_restore_interval": 1,
}
