"""Development and the demo: our own machine, plain http, e-mail as files."""

from .basis import *  # noqa: F403
from .basis import HOOFDMAP, SECRET_KEY, env

SECRET_KEY = SECRET_KEY or "alleen-voor-ontwikkeling-op-de-eigen-machine-0123456789"
DEMO_MAG = True
DEBUG = env.bool("DEBUG", default=False)
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = env.str("EMAIL_FILE_PATH", default=str(HOOFDMAP / ".demo" / "mail"))
# Nothing is collected on a developer's machine: whitenoise serves what the finders find, under gunicorn too.
WHITENOISE_USE_FINDERS = True
