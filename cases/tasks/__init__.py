"""Background work of the core; every module is imported here, or Celery would not know its tasks."""

from . import documenten, herbereken, koppelingen, medewerkers, onderhoud, signalen, toewijzen, veeg, zelfcontrole

__all__ = [
    "documenten",
    "herbereken",
    "koppelingen",
    "medewerkers",
    "onderhoud",
    "signalen",
    "toewijzen",
    "veeg",
    "zelfcontrole",
]
