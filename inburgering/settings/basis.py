"""Settings that hold everywhere. The environment is read here and in `productie.py` only."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from celery.schedules import crontab
from csp.constants import NONCE, NONE, SELF
from django.urls import reverse_lazy

HOOFDMAP = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
VERSIE: str = tomllib.loads((HOOFDMAP / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

SECRET_KEY = env.str("SECRET_KEY", default="")
DEBUG = False
DEMO = env.bool("DEMO", default=False)
# Who may log in to the demonstration, for its login page; and whether invented dossiers may be loaded at all.
DEMO_ACCOUNTS = "inburgering.demo.accounts"
DEMO_MAG = DEMO
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
# Absolute links in e-mails; never taken from the request, which a stranger can forge.
BASIS_URL = env.str("BASIS_URL", default="http://127.0.0.1:8000")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "csp",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "inburgering",
    "cases",
    "pip_plans.intake",
    "pip_plans.plan",
    "pip_plans.gesprekken",
    "pip_plans.handhaving",
    "pip_plans.uitvoering",
    "pip_plans.voortgang",
    "pip_plans.aanbiederportaal",
    "pip_plans.afronding",
    "pip_plans.modules",
    "ontzorgen",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "inburgering.middleware.GeschiedenisMiddleware",
    "inburgering.middleware.NietBewarenMiddleware",
]

ROOT_URLCONF = "inburgering.urls"
WSGI_APPLICATION = "inburgering.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "cases.Medewerker"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOOFDMAP / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "cases.context.schil",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["nlds"]
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_FAIL_SILENTLY = False

DATABASES = {"default": env.db("DATABASE_URL", default="postgres:///inburgering")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

REDIS_URL = env.str("REDIS_URL", default="redis://localhost:6379/0")
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A piece of work takes seconds; what a killed worker held is handed out again after ten minutes.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_timeout": 2,
    "socket_connect_timeout": 2,
    "max_retries": 1,  # on connecting: a web request does not wait for a broker that is away
    "interval_start": 0,
}

CELERY_TASK_SOFT_TIME_LIMIT = 480
CELERY_TASK_TIME_LIMIT = 540  # below the visibility timeout: a piece that takes too long never runs twice at once
# Dutch time. What beat missed is caught up by the sweep; the keys are those of `cases.achtergrondtaken`.
CELERY_BEAT_SCHEDULE = {
    "veeg": {"task": "cases.tasks.veeg.veeg", "schedule": timedelta(minutes=1), "options": {"expires": 60}},
    "zelfcontrole": {"task": "cases.tasks.zelfcontrole.begin", "schedule": crontab(hour=2, minute=30)},
    "koppelingen_opruimen": {"task": "cases.tasks.koppelingen.ruim_op", "schedule": crontab(hour=3, minute=30)},
    "sessies_opruimen": {"task": "cases.tasks.onderhoud.ruim_sessies_op", "schedule": crontab(hour=3, minute=45)},
    "betaalruns_veeg": {"task": "ontzorgen.tasks.veeg", "schedule": timedelta(minutes=1), "options": {"expires": 60}},
    "rapporten_veeg": {
        "task": "pip_plans.voortgang.tasks.veeg",
        "schedule": timedelta(minutes=1),
        "options": {"expires": 60},
    },
    "rapporten_opruimen": {"task": "pip_plans.voortgang.tasks.ruim_op", "schedule": crontab(hour=3, minute=40)},
    "signalen": {"task": "cases.tasks.signalen.maak", "schedule": crontab(hour=6, minute=0)},
}
# More dossiers with a difference than this and the nightly self-check repairs nothing but alarms.
ZELFCONTROLE_MEESTE_HERSTEL = env.int("ZELFCONTROLE_MEESTE_HERSTEL", default=10)

# Argon2 first; the rate limiter and allauth's one-time codes share a cache over all web processes.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_ADAPTER = "inburgering.accounts.AccountAdapter"
# Failed logins count per address and account together (AccountAdapter); nothing counts per address alone, because a
# whole town hall shares one. How many proxies stand in front is needed to know the visitor's own address.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "5/5m/key", "reset_password": "5/15m/key", "signup": None}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Inburgering"
MFA_FORMS = {"activate_totp": "cases.forms.inloggen.AppKoppelen"}
# Everybody works with personal data, so everybody logs in in two steps; the demo and the tests do without.
MFA_VERPLICHT = env.bool("MFA_VERPLICHT", default=False)
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
SESSION_COOKIE_AGE = 10 * 3600
MESSAGE_STORAGE = "cases.meldingen.Meldingen"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=HOOFDMAP / "staticfiles")
STATICFILES_DIRS: list[Any] = [HOOFDMAP / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "inburgering.statisch.NpmFinder",
]
NPM_MAP = HOOFDMAP / "node_modules"
NPM_STATIC = [
    "@utrecht/*-css/dist/index.min.css",
    "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css",
    "@fontsource/source-sans-3/files/source-sans-3-latin-[467]00-normal.woff2",
    "@fontsource/source-sans-3/files/source-sans-3-latin-ext-[467]00-normal.woff2",
]

DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="inburgering@localhost")
EMAIL_TIMEOUT = 20
# Papers that come in. Scanner: clamd://host:3310, clamd:///path/to/socket or opdracht:command; '' for none.
VIRUSSCANNER = "" if (_scanner := env.str("VIRUSSCANNER", default="geen")) == "geen" else _scanner
STUK_MEGABYTE = env.int("STUK_MEGABYTE", default=20)  # per file
STUK_MEGAPIXEL = 50
VERZOEK_MEGABYTE = env.int("VERZOEK_MEGABYTE", default=50)  # files of one request together
FILE_UPLOAD_HANDLERS = [
    "inburgering.ontvangst.Bovengrens",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "regel": {
            "()": "inburgering.logboek.ZonderGegevens",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "regel"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # They tell of every font and every style sheet of every letter.
    "loggers": {"fontTools": {"level": "WARNING"}, "weasyprint.progress": {"level": "WARNING"}},
}
