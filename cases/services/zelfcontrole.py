"""The nightly self-check: recompute every open dossier. Expected differences: none.

An error in a rule must not rewrite every dossier overnight. So everything is counted first, in pieces; a few
differences are repaired and reported, above the set number nothing is repaired and it alarms.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from cases.enums import Controlefase
from cases.handelingen import registreer_soort
from cases.instellingen import Beleidskeuzes
from cases.kalender import kalender
from cases.models import Dossier, Zelfcontrole
from cases.querysets.dossiers import DossierQuerySet
from inburgering.recht.regels import REGELS
from inburgering.recht.uitleg import datum_zonder_weekdag

from . import termijnen
from .gebeurtenissen import registreer_handeling
from .termijnen import Verschil

STUK = 100
# Beyond this many it is an alarm however large the installation is; the rest need not be counted.
MEESTE_TELLEN = 1_000
TERMIJNEN_HERSTELD = registreer_soort(
    "TERMIJNEN_HERSTELD", "Termijnen hersteld", "herstelde na de zelfcontrole: {wijzigingen}"
)


def begin(*, op: date, moment: datetime) -> Zelfcontrole:
    """The self-check that is under way, or a new one; there is at most one."""
    controle, _ = Zelfcontrole.objects.get_or_create(
        fase=Controlefase.TELLEN, defaults={"op": op, "gestart_op": moment, "gewerkt_op": moment}
    )
    return controle


@transaction.atomic
def doe_stuk(*, controle_id: int, op: date, moment: datetime) -> bool:
    """Count the next dossiers; after the last one repair or alarm. True while there are more.

    Safe to repeat: what was counted is in the row. False as well when another worker holds the row.
    """
    bezig = Zelfcontrole.objects.bezig().select_for_update(skip_locked=True)
    controle = bezig.filter(pk=controle_id).first()
    if controle is None:
        return False
    dossiers = list(_open_dossiers().filter(pk__gt=controle.tot_en_met)[:STUK])
    controle.afwijkend += [dossier.pk for dossier in afwijkende(dossiers, op)]
    controle.bekeken += len(dossiers)
    controle.gewerkt_op = moment
    if dossiers:
        controle.tot_en_met = dossiers[-1].pk
    meer = len(dossiers) == STUK and len(controle.afwijkend) < MEESTE_TELLEN
    if not meer:
        _sluit(controle, op, moment)
    controle.save()
    return meer


def verschillen(dossier: Dossier, op: date) -> list[Verschil]:
    """What a recomputation would change in this dossier; changes nothing."""
    return termijnen.verschillen(dossier=dossier, feiten=termijnen.feiten_van(dossier), op=op)


def afwijkende(dossiers: Sequence[Dossier], op: date) -> list[Dossier]:
    """Whose terms differ from the facts; looked at again one by one, for somebody may be recording a fact just now."""
    gevonden = termijnen.verschillen_per_dossier(
        dossiers=dossiers, beleid_van=Beleidskeuzes(op), rekenkalender=kalender()
    )
    return [dossier for dossier, anders in gevonden if anders and verschillen(dossier, op)]


@transaction.atomic
def herstel(*, dossier: Dossier, op: date) -> list[str]:
    """Bring the terms in line and write in the history what moved; returns the changes in words, [] when none."""
    wijzigingen = [in_woorden(verschil) for verschil in termijnen.actualiseer(dossier=dossier, op=op)]
    if wijzigingen:
        registreer_handeling(
            dossier=dossier,
            soort=TERMIJNEN_HERSTELD,
            datum=op,
            door=None,
            gegevens={"wijzigingen": "; ".join(wijzigingen)},
        )
    return wijzigingen


def in_woorden(verschil: Verschil) -> str:
    """'PIP vaststellen: 18 november 2026 wordt 25 november 2026'."""
    oud, nieuw = verschil.oud, verschil.nieuw
    naam = oud.naam if oud else REGELS[nieuw.code].naam if nieuw else ""
    was = datum_zonder_weekdag(oud.laatste_dag) if oud else "geen termijn"
    if nieuw is None or nieuw.vervallen_reden:
        return f"{naam}: {was} vervalt"
    wordt = datum_zonder_weekdag(nieuw.laatste_dag)
    return f"{naam}: {was} wordt {wordt}" if was != wordt else f"{naam}: {was}, de toelichting of stand wijzigt"


def _open_dossiers() -> DossierQuerySet:
    return Dossier.objects.lopend().select_related("gemeente").order_by("pk")


def _sluit(controle: Zelfcontrole, op: date, moment: datetime) -> None:
    """All is counted: nothing to do, repair the few, or touch nothing and alarm."""
    if not controle.afwijkend:
        controle.fase, controle.gemeld_op = Controlefase.GOED, moment
    elif len(controle.afwijkend) > settings.ZELFCONTROLE_MEESTE_HERSTEL:
        controle.fase = Controlefase.ALARM
    else:
        controle.fase = Controlefase.HERSTELD
        for dossier in _open_dossiers().filter(pk__in=controle.afwijkend):
            wijzigingen = herstel(dossier=dossier, op=op)
            controle.regels.append({"dossier": dossier.pk, "wijzigingen": wijzigingen})
