"""What the self-check found, by e-mail to the functioneel beheerders: numbers and dates, no names."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Count
from django.template.loader import render_to_string
from django.urls import reverse

from cases.enums import Controlefase, Rol
from cases.models import Aanstelling, Dossier, Gemeente, Medewerker, Zelfcontrole

from .hartslag import TaakFout

ONDERWERP = {
    Controlefase.HERSTELD: "Inburgering: de zelfcontrole heeft termijnen hersteld",
    Controlefase.ALARM: "Inburgering: alarm van de zelfcontrole, niets is hersteld",
}


@transaction.atomic
def meld(*, controle_id: int, op: date, moment: datetime) -> int:
    """Mail every functioneel beheerder about the gemeenten she works for; returns how many mails went.

    At least once: the mark is committed after the sending. Raises what the mail server raises, and TaakFout when there
    is no beheerder to tell.
    """
    te_melden = Zelfcontrole.objects.filter(fase__in=list(ONDERWERP), gemeld_op__isnull=True)
    controle = te_melden.select_for_update(skip_locked=True).filter(pk=controle_id).first()
    if controle is None:
        return 0
    beheerders = _beheerders(controle, op)
    if not beheerders:
        raise TaakFout("De zelfcontrole vond verschillen, maar er is geen functioneel beheerder om dat aan te melden.")
    for beheerder, gemeenten in beheerders.items():
        _bericht(controle, beheerder, gemeenten).send()
    controle.gemeld_op = moment
    controle.save(update_fields=["gemeld_op"])
    return len(beheerders)


def _beheerders(controle: Zelfcontrole, op: date) -> dict[Medewerker, list[Gemeente]]:
    """Who is told, and about which of the gemeenten that have a difference."""
    gevonden: dict[Medewerker, list[Gemeente]] = {}
    aanstellingen = Aanstelling.objects.geldig_op(op).filter(
        rol=Rol.BEHEERDER, gemeente__dossiers__in=controle.afwijkend
    )
    for aanstelling in aanstellingen.select_related("medewerker", "gemeente").distinct():
        gevonden.setdefault(aanstelling.medewerker, []).append(aanstelling.gemeente)
    return gevonden


def _bericht(controle: Zelfcontrole, beheerder: Medewerker, gemeenten: list[Gemeente]) -> EmailMessage:
    fase = Controlefase(controle.fase)
    dossiers = Dossier.objects.filter(pk__in=controle.afwijkend, gemeente__in=gemeenten)
    inhoud: dict[str, Any] = {
        "alarm": fase == Controlefase.ALARM,
        "gemeenten": dossiers.values("gemeente__naam").annotate(aantal=Count("pk")).order_by("gemeente__naam"),
        "regels": _regels(controle, dossiers.filter(extra_beschermd=False)),
        "beschermd": dossiers.filter(extra_beschermd=True).count(),
        "grens": settings.ZELFCONTROLE_MEESTE_HERSTEL,
        "url": settings.BASIS_URL + reverse("cases:achtergrondtaken", kwargs={"gemeente": gemeenten[0].slug}),
    }
    return EmailMessage(
        ONDERWERP[fase],
        render_to_string("mail/zelfcontrole.txt", inhoud),
        settings.DEFAULT_FROM_EMAIL,
        [beheerder.email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _regels(controle: Zelfcontrole, dossiers: Any) -> list[str]:
    """'D-2026-0012: PIP vaststellen: … wordt …' per repaired dossier that may be named."""
    nummers = dict(dossiers.values_list("pk", "nummer")) if controle.regels else {}
    return [
        f"{nummers[regel['dossier']]}: {'; '.join(regel['wijzigingen'])}"
        for regel in controle.regels
        if regel["dossier"] in nummers and regel["wijzigingen"]
    ]
