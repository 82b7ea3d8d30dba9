"""Planning an afspraak, changing it, and recording how it went."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from cases import handelingen, panelen
from cases.enums import NAASTEN, Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak, Dossier, Medewerker
from inburgering.recht.uitleg import datum_lang

from .gebeurtenissen import registreer_handeling

VELDEN = frozenset({"soort", "begin", "duur_minuten", "plaatssoort", "plaats", "met", "tolk_taal", "toelichting"})
# The interpreter was asked for this moment, this place and this language.
VOOR_DE_TOLK = frozenset({"begin", "duur_minuten", "plaatssoort", "plaats", "tolk_taal"})
NA_AFLOOP = frozenset({Afspraakuitkomst.VERSCHENEN, Afspraakuitkomst.NIET_VERSCHENEN})


VERZET, GAAT_NIET_DOOR = "de afspraak is verzet", "de afspraak gaat niet door"
ALLEEN = "Een individueel gesprek is zonder partner, familie of bekenden (art. 5.2 Besluit inburgering 2021)."


class AfspraakFout(Exception):
    """What cannot be done with this afspraak; the text is Dutch, and for the field `veld` if there is one."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


def omschrijving(afspraak: Afspraak) -> str:
    """'Intakegesprek op maandag 23 november 2026 om 14:00 uur', for the history."""
    begin = localtime(afspraak.begin)
    return f"{afspraak.get_soort_display()} op {datum_lang(begin.date())} om {begin:%H:%M} uur"


@transaction.atomic
def plan_afspraak(*, dossier: Dossier, gegevens: Mapping[str, Any], door: Medewerker | None, op: date) -> Afspraak:
    """Plan an afspraak with the fields of VELDEN; writes a handeling. Raises ValidationError (Dutch, per field).

    One that is planned already, alike in every field, is returned: a double click plans nothing twice.
    """
    velden = {veld: gegevens[veld] for veld in gegevens.keys() & VELDEN}
    afspraak = Afspraak(dossier=dossier, **velden)
    afspraak.full_clean()
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if gepland := dossier.afspraken.open().filter(**velden).first():
        return gepland
    afspraak.save()
    schrijf(afspraak, handelingen.AFSPRAAK_GEPLAND, door, op)
    return afspraak


@transaction.atomic
def wijzig_afspraak(*, afspraak: Afspraak, gegevens: Mapping[str, Any], door: Medewerker | None, op: date) -> list[str]:
    """Change an afspraak that is still to come; returns the names of the changed fields, none when nothing changed.

    Another moment, place or language means that the interpreter has to be ordered again: the order is cancelled.
    Raises AfspraakFout once it has an outcome and for an individual talk to which a partner or relative comes (Bi 5.2),
    ValidationError for a wrong value.
    """
    rij = vergrendeld(afspraak)
    if rij.uitkomst:
        raise AfspraakFout("Deze afspraak is al geweest of geannuleerd. Plan een nieuwe afspraak.")
    if rij.soort == Afspraaksoort.HOORZITTING:
        raise AfspraakFout("Een hoorzitting verplaatst u op de tab Bezwaar: dan krijgt de persoon er een brief over.")
    anders = [veld for veld in sorted(gegevens.keys() & VELDEN) if getattr(rij, veld) != gegevens[veld]]
    if not anders:
        return []
    for veld in anders:
        setattr(rij, veld, gegevens[veld])
    weiger_naasten(rij, rij.deelnemers.values_list("hoedanigheid", flat=True))
    rij.full_clean()
    rij.save()
    if VOOR_DE_TOLK & set(anders):
        rij.tolkopdrachten.filter(geannuleerd_op=None).update(geannuleerd_op=op, geannuleerd_reden=VERZET)
    schrijf(rij, handelingen.AFSPRAAK_GEWIJZIGD, door, op)
    return anders


@transaction.atomic
def leg_uitkomst_vast(
    *, afspraak: Afspraak, uitkomst: Afspraakuitkomst, door: Medewerker | None, op: date, toelichting: str = ""
) -> Afspraak:
    """Record verschenen, afgemeld or niet verschenen; another outcome later is a correction and is written as well.

    Writes the handeling first, then tells the other apps (`panelen.registreer_bij_uitkomst`) in the same transaction.
    The same outcome again does nothing. Raises AfspraakFout for an afspraak that was cancelled, and for *verschenen* or
    *niet verschenen* before its day.
    """
    rij = vergrendeld(afspraak)
    if rij.uitkomst == uitkomst:
        return rij
    if rij.uitkomst == Afspraakuitkomst.GEANNULEERD:
        raise AfspraakFout("Deze afspraak is geannuleerd.")
    if uitkomst in NA_AFLOOP and localtime(rij.begin).date() > op:
        raise AfspraakFout("Deze afspraak moet nog komen. Leg de uitkomst vast op de dag zelf of daarna.")
    rij.uitkomst = uitkomst
    rij.toelichting = toelichting.strip() or rij.toelichting
    rij.full_clean()
    rij.save(update_fields=["uitkomst", "toelichting"])
    schrijf(rij, handelingen.AFSPRAAK_UITKOMST, door, op, uitkomst=str(uitkomst.label))
    panelen.bij_uitkomst(rij, door, op)
    return rij


@transaction.atomic
def annuleer_afspraak(*, afspraak: Afspraak, reden: str, door: Medewerker | None, op: date) -> Afspraak:
    """The gemeente cancels; the afspraak stays in the dossier.

    Raises AfspraakFout without a reason or after an outcome. An interpreter who was ordered is cancelled as well; that
    the bureau must be told is for the screen to say.
    """
    rij = vergrendeld(afspraak)
    if rij.uitkomst == Afspraakuitkomst.GEANNULEERD:
        return rij
    if rij.uitkomst:
        raise AfspraakFout("Deze afspraak heeft al een uitkomst en kan niet meer worden geannuleerd.")
    if not reden.strip():
        raise AfspraakFout("Schrijf op waarom de afspraak niet doorgaat.")
    rij.uitkomst, rij.toelichting = Afspraakuitkomst.GEANNULEERD, reden.strip()
    rij.full_clean()
    rij.save(update_fields=["uitkomst", "toelichting"])
    rij.tolkopdrachten.filter(geannuleerd_op=None).update(geannuleerd_op=op, geannuleerd_reden=GAAT_NIET_DOOR)
    schrijf(rij, handelingen.AFSPRAAK_GEANNULEERD, door, op)
    panelen.bij_uitkomst(rij, door, op)
    return rij


def weiger_naasten(afspraak: Afspraak, hoedanigheden: Iterable[str]) -> None:
    """Raises AfspraakFout for a partner or relative at an individual talk (Bi 5.2)."""
    if afspraak.soort == Afspraaksoort.INDIVIDUEEL and NAASTEN & set(hoedanigheden):
        raise AfspraakFout(ALLEEN)


def vergrendeld(afspraak: Afspraak) -> Afspraak:
    """The same afspraak, locked and read again."""
    return Afspraak.objects.select_for_update(of=("self",)).select_related("dossier", "met").get(pk=afspraak.pk)


def schrijf(afspraak: Afspraak, soort: str, door: Medewerker | None, op: date, **gegevens: str) -> None:
    registreer_handeling(
        dossier=afspraak.dossier,
        soort=soort,
        datum=op,
        door=door,
        gegevens={"afspraak": omschrijving(afspraak), "afspraak_id": afspraak.pk, **gegevens},
    )
