"""Decisions of every kind: number, freeze, make the document, and make known. The app that decides writes its fact."""

from collections.abc import Callable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.enums import Beschikkingsoort, Beschikkingstatus, Documentstatus, Kanaal
from cases.inhoud import Inhoud
from cases.models import Beschikking, Dossier, Gemeente, Medewerker
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .documenten import DocumentFout, maak_document
from .gebeurtenissen import registreer_feit
from .nummers import volgend_nummer
from .werking import BRON, BeschikkingFout, beeindig, laat_werken, vergrendel_te_beeindigen

__all__ = ["BeschikkingFout", "maak_bekend", "mandaatregel", "neem_besluit"]


def mandaatregel(gemeente: Gemeente) -> str:
    """On whose behalf is decided, and in which function (Awb 10:10). Raises BeschikkingFout when none is set."""
    if not gemeente.mandaat_functie:
        raise BeschikkingFout("De functie met mandaat is nog niet ingevuld. De functioneel beheerder kan dat doen.")
    return f"namens het college van burgemeester en wethouders van {gemeente.naam}, {gemeente.mandaat_functie}"


@transaction.atomic
def neem_besluit(
    *,
    dossier: Dossier,
    soort: Beschikkingsoort,
    voorvoegsel: str,
    titel: str,
    sjabloon: str,
    inhoud: Callable[[str], Inhoud],
    opgesteld_door: Medewerker,
    door: Medewerker,
    op: date,
    vervangt: Beschikking | None = None,
    gevolg: Beschikkingstatus = Beschikkingstatus.VERVANGEN,
) -> Beschikking:
    """Take the next number, freeze what `inhoud(nummer)` says, and queue the document; the dagtekening is `op`.

    `voorvoegsel` starts the number ('PIP' gives 'PIP-2026-0001'), `sjabloon` is '<soort>/v<n>' below templates/pdf.
    With `vervangt` that older decision of the same dossier gets the status `gevolg` (vervangen, ingetrokken or
    herroepen) when this one is made known; until then it holds (see `werking`). It must be in force, and no other
    decision on it may wait to be sent. Raises BeschikkingFout when that is not so, for who decides on her own draft,
    and without a mandate (the database refuses all of them as well), and for text that cannot be printed.
    The caller makes sure that it is called once, and records the fact that the law counts from.
    """
    mandaat = mandaatregel(dossier.gemeente)
    if door == opgesteld_door:
        raise BeschikkingFout("Wie een beschikking opstelt, kan haar niet zelf vaststellen.")
    oud = vergrendel_te_beeindigen(vervangt, dossier, gevolg) if vervangt else None
    nummer = volgend_nummer(gemeente=dossier.gemeente, soort=voorvoegsel, jaar=op.year)
    bevroren = inhoud(nummer).als_json()
    try:
        document = maak_document(dossier=dossier, soort=soort.value, titel=titel, sjabloon=sjabloon, inhoud=bevroren)
    except DocumentFout as fout:
        raise BeschikkingFout(str(fout)) from fout
    nieuw: Beschikking = Beschikking.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        soort=soort,
        nummer=nummer,
        dagtekening=op,
        inhoud=bevroren,
        mandaat=mandaat,
        vastgesteld_door=door,
        opgesteld_door=opgesteld_door,
        document=document,
        vervangt=oud,
        gevolg=gevolg if oud else "",
    )
    if oud and oud.bekendgemaakt_op is None:  # never sent, so nobody has to be told that it ended
        beeindig(oud, nieuw, gevolg, door, op)
    return nieuw


@transaction.atomic
def maak_bekend(
    *, beschikking: Beschikking, datum: date, kanaal: Kanaal, door: Medewerker | None, op: date
) -> Beschikking:
    """Record the day on which the decision was sent or handed over (Awb 3:41); the bezwaartermijn follows from it.

    From that day it works (Awb 3:40): what it replaces, withdraws or revokes ends now, and not before.

    The same day and channel again changes nothing. Raises BeschikkingFout while the document is not ready, for a day
    before the dagtekening or after `op`, and when another day was recorded before.
    """
    vers: Beschikking = (
        Beschikking.objects.select_for_update(of=("self",)).select_related("document", "dossier").get(pk=beschikking.pk)
    )
    if vers.status != Beschikkingstatus.VASTGESTELD:
        return _al_bekend(vers, datum, kanaal)
    _controleer(vers, datum, op)
    vers.status, vers.bekendgemaakt_op, vers.kanaal = Beschikkingstatus.BEKENDGEMAAKT, datum, kanaal
    vers.save(update_fields=["status", "bekendgemaakt_op", "kanaal"])
    registreer_feit(
        dossier=vers.dossier,
        soort=FeitSoort.BESCHIKKING_BEKENDGEMAAKT,
        datum=datum,
        door=door,
        op=op,
        bron=BRON,
        kenmerk=vers.nummer,
        gegevens=_feitgegevens(vers),
    )
    laat_werken(nieuw=vers, sinds=datum, door=door, op=op)
    return vers


def _feitgegevens(beschikking: Beschikking) -> dict[str, str]:
    """What the fact says of it; of a withdrawal also what ends with it."""
    oud = beschikking.voorganger if beschikking.gevolg == Beschikkingstatus.INGETROKKEN else None
    return {
        "beschikking": beschikking.nummer,
        "soort": beschikking.get_soort_display(),
        "kanaal": Kanaal(beschikking.kanaal).value,
        **({"trekt_in": oud.nummer} if oud else {}),
    }


def _al_bekend(beschikking: Beschikking, datum: date, kanaal: Kanaal) -> Beschikking:
    if (beschikking.bekendgemaakt_op, beschikking.kanaal) == (datum, kanaal):
        return beschikking
    if beschikking.bekendgemaakt_op:
        dag = datum_zonder_weekdag(beschikking.bekendgemaakt_op)
        raise BeschikkingFout(
            f"Deze beschikking is al bekendgemaakt op {dag}. Klopt die dag niet? Wie zo'n besluit mag vaststellen, "
            "corrigeert hem bij Documenten."
        )
    raise BeschikkingFout(f"Deze beschikking is {beschikking.get_status_display()} en kan niet bekend worden gemaakt.")


def _controleer(beschikking: Beschikking, datum: date, op: date) -> None:
    if beschikking.document.status != Documentstatus.GEREED:
        raise BeschikkingFout("Het document is nog niet gereed. Bekendmaken kan als de brief er is.")
    if datum > op:
        raise BeschikkingFout("Deze datum ligt in de toekomst. Leg het bekendmaken vast als de brief weg is.")
    beschikking.bekendgemaakt_op = datum
    try:
        beschikking.validate_constraints()
    except ValidationError as fout:
        raise BeschikkingFout(" ".join(fout.messages)) from fout
