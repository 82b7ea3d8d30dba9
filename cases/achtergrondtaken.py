"""Which periodic jobs there are, in words for people. When they run stands in `settings.CELERY_BEAT_SCHEDULE`.

Higher apps register their own in their `panelen`; the key is the same in the schedule, the heartbeat and here.
"""

from dataclasses import dataclass
from datetime import timedelta

STIL_DAGELIJKS = timedelta(hours=26)


@dataclass(frozen=True, slots=True)
class Achtergrondtaak:
    """One job: `taak` is the full name for Celery; after `stil_na` without success the page turns red.

    Without `stil_na` the job runs only when there is something to do, and silence means nothing.
    """

    sleutel: str
    taak: str
    label: str
    uitleg: str
    stil_na: timedelta | None = STIL_DAGELIJKS


_TAKEN: dict[str, Achtergrondtaak] = {}


def registreer_achtergrondtaak(taak: Achtergrondtaak) -> None:
    if taak.sleutel in _TAKEN:
        raise ValueError(f"achtergrondtaak {taak.sleutel} is registered twice")
    _TAKEN[taak.sleutel] = taak


def achtergrondtaken() -> dict[str, Achtergrondtaak]:
    """All jobs by key, in the order in which they were registered."""
    return dict(_TAKEN)


for _taak in (
    Achtergrondtaak(
        "veeg",
        "cases.tasks.veeg.veeg",
        "Werk oppakken dat bleef liggen",
        "Kijkt elke minuut of er documenten, stukken, importbestanden, toewijzingen of signalen wachten die niemand "
        "meer oppakt, en of een dagelijkse taak is overgeslagen. Zet ze opnieuw klaar.",
        timedelta(minutes=3),
    ),
    Achtergrondtaak(
        "signalen",
        "cases.tasks.signalen.maak",
        "Signalen maken",
        "Kijkt elke dag welke termijnen een waarschuwing nodig hebben, volgens de instellingen van de gemeente.",
    ),
    Achtergrondtaak(
        "signalen_versturen",
        "cases.tasks.signalen.verstuur",
        "Signalen versturen",
        "Stuurt iedereen één e-mail met de signalen van die dag. Loopt na het maken van signalen, en daarna elke tien "
        "minuten zolang er iets wacht.",
        None,
    ),
    Achtergrondtaak(
        "zelfcontrole",
        "cases.tasks.zelfcontrole.begin",
        "Nachtelijke zelfcontrole",
        "Rekent elke nacht alle termijnen van lopende dossiers na. Een paar verschillen worden hersteld en gemeld; bij "
        "te veel verschillen verandert er niets en krijgt de functioneel beheerder een alarm.",
    ),
    Achtergrondtaak(
        "koppelingen_opruimen",
        "cases.tasks.koppelingen.ruim_op",
        "Oude importbestanden opruimen",
        "Wist elke nacht de inhoud van koppelbestanden die niet meer nodig is.",
    ),
    Achtergrondtaak(
        "sessies_opruimen",
        "cases.tasks.onderhoud.ruim_sessies_op",
        "Verlopen aanmeldingen opruimen",
        "Verwijdert elke nacht de aanmeldingen die verlopen zijn.",
    ),
):
    registreer_achtergrondtaak(_taak)
