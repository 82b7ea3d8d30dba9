"""Settings of the web server that the load test starts: the real thing, on the database of the test."""

from inburgering.settings.ontwikkel import *  # noqa: F403
from inburgering.settings.ontwikkel import DATABASES, env

DATABASES["default"]["NAME"] = env.str("PROEF_DATABASE")
