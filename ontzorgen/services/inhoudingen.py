"""The list of withholdings for the benefit system: made once, frozen, and built again byte by byte."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from cases.models import Dossier, Gemeente, Inburgeraar, Medewerker
from cases.services.gebeurtenissen import registreer_handelingen
from cases.services.inzage import noteer_uitvoer
from cases.uitvoer import csv_regels
from ontzorgen.enums_betaling import Betaalwijze
from ontzorgen.handelingen_betaling import LIJST_ZONDER_NAAM
from ontzorgen.maanden import maandnaam
from ontzorgen.models import (
    Betaalverplichting,
    Eenheidlid,
    Inhoudingsdownload,
    Inhoudingslijst,
    Inhoudingsregel,
)

from .fout import OntzorgFout
from .maandrun import eis_niet_te_ver, leg_vast
from .slot import zet_gemeente_op_slot

KOP = ("regel", "maand", "eenheid", "bsn", "naam", "soort", "bedrag")
KOP_CREDITEUR = ("crediteur", "iban", "op_naam_van", "kenmerk")
NIET_HEEL = "Een dossier op deze lijst is vernietigd. De lijst is niet meer zoals zij is gemaakt en blijft dicht."


@transaction.atomic
def maak_lijst(*, gemeente: Gemeente, maand: date, door: Medewerker, op: date) -> Inhoudingslijst:
    """Freeze the month and list what is due in it and on no list yet; without anything new the last list comes back.

    Whose payments were stopped waits for a next list.

    Under *eigen batch* the list names no creditors, so that the benefit system pays the leefgeld only. Who is extra
    protected stands on it with the number of the unit alone. Raises OntzorgFout when nothing is due at all, and for a
    month after the next one.
    """
    eis_niet_te_ver(maand, op)
    zet_gemeente_op_slot(gemeente)
    betaalmaand = leg_vast(gemeente=gemeente, maand=maand, door=door, op=op)
    laatste = betaalmaand.inhoudingslijsten.first()
    nieuw = list(_verplichtingen(gemeente, maand).filter(inhouding__isnull=True))
    if not nieuw:
        if laatste is None:
            raise OntzorgFout(f"In {maandnaam(maand)} valt er niets in te houden.", "maand")
        return laatste
    wie = _mensen(nieuw, maand)
    regels = [Inhoudingsregel(verplichting=v, naam=wie[v.pk][0], bsn=wie[v.pk][1]) for v in nieuw]
    met_crediteuren = betaalmaand.wijze == Betaalwijze.UITKERINGSSYSTEEM
    lijst = Inhoudingslijst.objects.create(
        betaalmaand=betaalmaand,
        volgnummer=laatste.volgnummer + 1 if laatste else 1,
        met_crediteuren=met_crediteuren,
        aantal=len(nieuw),
        totaal=sum(v.bedrag for v in nieuw),
        sha256=_sha(_csv(regels, met_crediteuren)),
        door=door,
    )
    for regel in regels:
        regel.lijst = lijst
    Inhoudingsregel.objects.bulk_create(regels, batch_size=1000)
    return lijst


@transaction.atomic
def download_lijst(*, lijst: Inhoudingslijst, door: Medewerker, moment: datetime) -> bytes:
    """The file as it was made, without the names of a unit in which anybody is extra protected by now.

    Its lines and amounts are always those of the list, so that protection after the fact holds nothing up and nothing
    is asked twice. Logs who took it and whose dossiers were in it, and writes in the protected dossiers that the name
    was left out. Raises OntzorgFout when the list can no longer be built as it was.
    """
    regels = list(lijst.regels.select_related("verplichting__last__soort", "verplichting__afrekening__eenheid"))
    inhoud = _csv(regels, lijst.met_crediteuren)
    if _sha(inhoud) != lijst.sha256:
        raise OntzorgFout(NIET_HEEL)
    if weggelaten := _laat_namen_weg(regels):
        inhoud = _csv(regels, lijst.met_crediteuren)
        _noteer_zonder_naam(lijst, weggelaten, door, moment)
    Inhoudingsdownload.objects.create(lijst=lijst, door=door, op=moment)
    leden = Eenheidlid.objects.in_maand(lijst.betaalmaand.maand).filter(
        eenheid__afrekeningen__verplichtingen__inhouding__lijst=lijst
    )
    noteer_uitvoer(
        medewerker=door,
        gemeente=lijst.betaalmaand.gemeente,
        wat="inhoudingslijst",
        dossier_ids=leden.values_list("dossier", flat=True),
        moment=moment,
    )
    return inhoud


def regelkenmerk(verplichting: Betaalverplichting) -> str:
    """What a line is called in every file: '202611-417'."""
    return f"{verplichting.maand:%Y%m}-{verplichting.pk}"


def _verplichtingen(gemeente: Gemeente, maand: date) -> QuerySet[Betaalverplichting]:
    """What is due in the month, without the units of whom the payments were stopped."""
    gestopt = Eenheidlid.objects.gestopt(maand).values("eenheid")
    rijen: QuerySet[Betaalverplichting] = Betaalverplichting.objects.van(gemeente, maand)
    rijen = rijen.exclude(afrekening__eenheid__in=gestopt)
    return rijen.select_related("last__soort", "last__dossier__inburgeraar", "afrekening__eenheid").order_by("pk")


def _mensen(verplichtingen: Sequence[Betaalverplichting], maand: date) -> dict[int, tuple[str, str]]:
    """Name and BSN per verplichting: of whom it is for, else of the first member.

    Both '' when anybody of the unit is extra protected.
    """
    leden = Eenheidlid.objects.in_maand(maand).filter(eenheid__in={v.afrekening.eenheid_id for v in verplichtingen})
    eerste, beschermd = {}, set(leden.filter(dossier__extra_beschermd=True).values_list("eenheid", flat=True))
    for lid in leden.select_related("dossier__inburgeraar").order_by("-vanaf", "-pk"):
        eerste[lid.eenheid_id] = lid.dossier
    gevonden = {}
    for v in verplichtingen:
        dossier = v.last.dossier or eerste.get(v.afrekening.eenheid_id)
        bekend = dossier is not None and not dossier.extra_beschermd and v.afrekening.eenheid_id not in beschermd
        persoon: Inburgeraar | None = dossier.inburgeraar if dossier and bekend else None
        gevonden[v.pk] = (persoon.naam, persoon.bsn or "") if persoon else ("", "")
    return gevonden


def _laat_namen_weg(regels: Iterable[Inhoudingsregel]) -> set[int]:
    """Take name and BSN out of these rows, not out of the list, where the unit is protected by now; those units."""
    genoemd = {regel.verplichting.afrekening.eenheid_id for regel in regels if regel.naam or regel.bsn}
    leden = Eenheidlid.objects.filter(eenheid__in=genoemd, dossier__extra_beschermd=True)
    beschermd = set(leden.values_list("eenheid", flat=True))
    for regel in regels:
        if regel.verplichting.afrekening.eenheid_id in beschermd:
            regel.naam = regel.bsn = ""
    return beschermd


def _noteer_zonder_naam(lijst: Inhoudingslijst, eenheden: set[int], door: Medewerker, moment: datetime) -> None:
    woorden = {"maand": maandnaam(lijst.betaalmaand.maand), "lijst": str(lijst.volgnummer)}
    registreer_handelingen(
        dossiers=Dossier.objects.filter(uitkeringseenheden__eenheid__in=eenheden, extra_beschermd=True).distinct(),
        soort=LIJST_ZONDER_NAAM, datum=localdate(moment), door=door, gegevens=woorden,
    )  # fmt: skip


def _csv(regels: Iterable[Inhoudingsregel], met_crediteuren: bool) -> bytes:
    kop = (*KOP, *KOP_CREDITEUR) if met_crediteuren else KOP
    return "".join(csv_regels(kop, _rijen(regels, met_crediteuren))).encode()


def _rijen(regels: Iterable[Inhoudingsregel], met_crediteuren: bool) -> Iterator[tuple[str, ...]]:
    for regel in regels:
        v = regel.verplichting
        rij = (regelkenmerk(v), f"{v.maand:%Y-%m}", v.afrekening.eenheid.nummer, regel.bsn, regel.naam,
               v.last.soort.code, f"{v.bedrag // 100},{v.bedrag % 100:02d}")  # fmt: skip
        yield (*rij, v.crediteur_naam, v.iban, v.tenaamstelling, v.kenmerk) if met_crediteuren else rij


def _sha(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
