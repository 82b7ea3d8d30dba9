"""Recording that a letter was sent or handed over. A beschikking is made known in `beschikkingen` instead."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localtime

from cases import handelingen
from cases.enums import Documentstatus, Kanaal, Verzendkanaal
from cases.models import Beschikking, Document, Medewerker, Verzending
from inburgering.recht.uitleg import datum_zonder_weekdag

from .gebeurtenissen import registreer_handeling

BRON = "verzending"


class VerzendingFout(Exception):
    """A sending that cannot be recorded; the text is Dutch and meant for the screen."""


@transaction.atomic
def leg_verzending_vast(
    *, document: Document, datum: date, kanaal: Verzendkanaal | Kanaal, door: Medewerker | None, op: date
) -> Verzending:
    """Record once per channel on which day this letter left; writes a handeling. The same again returns the first.

    Raises VerzendingFout for a beschikking, while the letter is not ready, for a day before it was made or after `op`,
    and when another day was recorded for this channel.
    """
    vers = Document.objects.zonder_bytes().select_for_update(of=("self",)).get(pk=document.pk)
    if bestaand := vers.verzendingen.filter(kanaal=kanaal, correctie__isnull=True).first():
        return _zelfde(bestaand, datum)
    _controleer(vers, datum, op)
    verzending = Verzending.objects.create(document=vers, kanaal=kanaal, datum=datum, door=door)
    if vers.dossier:
        registreer_handeling(
            dossier=vers.dossier,
            soort=handelingen.BRIEF_VERZONDEN,
            datum=datum,
            door=door,
            bron=BRON,
            kenmerk=f"{vers.pk}-{verzending.kanaal}",
            gegevens={"brief": vers.titel, "kanaal": str(verzending.get_kanaal_display())},
        )
    return verzending


def _zelfde(verzending: Verzending, datum: date) -> Verzending:
    if verzending.datum == datum:
        return verzending
    dag = datum_zonder_weekdag(verzending.datum)
    klopt_niet = "Klopt die datum niet, schrijf dan ook op waarom."
    raise VerzendingFout(f"Deze brief is al {verzending.get_kanaal_display()} op {dag}. {klopt_niet}")


@transaction.atomic
def corrigeer_verzending(
    *, verzending: Verzending, datum: date, reden: str, door: Medewerker | None, op: date
) -> Verzending:
    """Put a wrong day right with a row in its place; the old one and the reason stay. The same day does nothing.

    Writes a handeling. Raises VerzendingFout without a reason, for a day before the letter was made or after `op`, and
    for one that was corrected already.
    """
    document = Document.objects.zonder_bytes().select_for_update(of=("self",)).get(pk=verzending.document_id)
    if Verzending.objects.filter(corrigeert=verzending).exists():
        raise VerzendingFout("Deze verzending is al verbeterd. Ververs de pagina.")
    if verzending.datum == datum:
        return verzending
    if not reden.strip():
        raise VerzendingFout("Schrijf op waarom de datum niet klopte.")
    _controleer(document, datum, op)
    nieuw = Verzending.objects.create(
        document=document,
        kanaal=verzending.kanaal,
        datum=datum,
        door=door,
        corrigeert=verzending,
        reden=reden.strip()[:250],
    )
    if document.dossier:
        gegevens = {"brief": document.titel, "kanaal": str(nieuw.get_kanaal_display())}
        gegevens |= {"was": datum_zonder_weekdag(verzending.datum), "wordt": datum_zonder_weekdag(datum)}
        registreer_handeling(
            dossier=document.dossier,
            soort=handelingen.VERZENDING_VERBETERD,
            datum=op,
            door=door,
            gegevens=gegevens,
            toelichting=reden.strip(),
        )
    return nieuw


def _controleer(document: Document, datum: date, op: date) -> None:
    if Beschikking.objects.filter(document=document).exists():
        raise VerzendingFout("Dit is een besluit. Leg bij het besluit zelf vast wanneer het bekend is gemaakt.")
    if document.status != Documentstatus.GEREED:
        raise VerzendingFout("Deze brief is nog niet gereed. Leg de verzending vast als de brief er is.")
    if datum > op:
        raise VerzendingFout("Deze datum ligt in de toekomst. Leg de verzending vast als de brief weg is.")
    if datum < localtime(document.aangemaakt_op).date():
        raise VerzendingFout("Op deze datum was de brief er nog niet.")
