"""A bezwaarschrift comes in: whether it can be a bezwaar, its number, and the fact that the law counts from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from cases import bezwaarstappen
from cases.enums import Beschikkingsoort
from cases.enums_bezwaar import Bezwaarkanaal, Bezwaarstatus
from cases.models import Beschikking, Bezwaar, Medewerker
from cases.services.gebeurtenissen import GebeurtenisFout, corrigeer_feit
from cases.services.nummers import volgend_nummer
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

from .basis import BezwaarFout, bewaar, leg_feit_vast, leg_stap_vast, schrijf_mee, vergrendel_lopend

VOORVOEGSEL = "BZW"
WOORDEN = {
    "ontvangen_op": "de dag van ontvangst",
    "kanaal": "hoe het binnenkwam",
    "postdatum": "de dag waarop het is gepost",
    "gronden": "de gronden",
    "gemachtigde": "de gemachtigde",
    "gemachtigde_adres": "het adres van de gemachtigde",
    "met_commissie": "de adviescommissie",
}
VELDEN = tuple(WOORDEN)


@transaction.atomic
def registreer(*, beschikking: Beschikking, gegevens: Mapping[str, Any], door: Medewerker | None, op: date) -> Bezwaar:
    """Record the receipt with the fields of VELDEN; the term to decide follows from the fact (Awb 7:10).

    A double click returns the bezwaar that is there. Raises BezwaarFout (Dutch, with the article) for a beschikking
    that was not made known, for one that decides on a bezwaar itself, when a bezwaar against it or against the one it
    replaced is known already, and for a date that cannot be.
    """
    besluit: Beschikking = Beschikking.objects.select_for_update(of=("self",)).get(pk=beschikking.pk)
    velden = {veld: gegevens[veld] for veld in VELDEN if veld in gegevens}
    if velden.get("kanaal") != Bezwaarkanaal.POST:
        velden["postdatum"] = None
    if dubbel := besluit.bezwaren.filter(status=Bezwaarstatus.IN_BEHANDELING, **velden).first():
        return dubbel
    _eis_bezwaar_mogelijk(besluit)
    bezwaar = Bezwaar(gemeente_id=besluit.gemeente_id, dossier=besluit.dossier, beschikking=besluit, **velden)
    _controleer_data(bezwaar, besluit, op)
    bezwaar.nummer = volgend_nummer(gemeente=besluit.gemeente, soort=VOORVOEGSEL, jaar=op.year)
    bezwaar.save()
    _leg_ontvangst_vast(bezwaar, door, op)
    return bezwaar


def reden_geen_bezwaar(besluit: Beschikking) -> str:
    """Why no bezwaar can be registered against this decision (any more), '' when it can."""
    if besluit.soort == Beschikkingsoort.BEZWAAR:
        return "Tegen een beslissing op bezwaar staat beroep open bij de rechtbank, geen bezwaar (art. 7:1 en 8:1 Awb)."
    if besluit.is_niet_verzonden:
        return "Dit besluit is niet verzonden. Er geldt niets van, dus bezwaar is er niet."
    if besluit.bekendgemaakt_op is None:
        return "Dit besluit is nog niet bekendgemaakt. De bezwaartermijn is nog niet begonnen (art. 6:8 Awb)."
    if bestaand := besluit.bezwaren.exclude(status=Bezwaarstatus.INGETROKKEN).first():
        return _al_geregistreerd(bestaand)
    if lopend := besluit.lopend_bezwaar:  # against an earlier one: its own was seen above
        return (
            f"Bezwaar {lopend.nummer} gaat vanzelf ook over dit besluit, want dit besluit vervangt "
            f"{lopend.beschikking} (art. 6:19 Awb). Voeg de brief toe aan dat bezwaar."
        )
    if lopend := _bezwaar_tegen_opvolger(besluit):
        return (
            f"{lopend.beschikking} vervangt dit besluit, en daartegen loopt al bezwaar {lopend.nummer}. Beslis op "
            "beide tegelijk: voeg de brief toe aan dat bezwaar (art. 6:19 Awb)."
        )
    return ""


def _bezwaar_tegen_opvolger(besluit: Beschikking) -> Bezwaar | None:
    """A pending bezwaar against a decision that came instead of this one: two decisions on one PIP could collide."""
    volgende = besluit.opvolger
    while volgende is not None and volgende.soort != Beschikkingsoort.BEZWAAR:
        if lopend := volgende.bezwaren.lopend().select_related("beschikking").first():
            gevonden: Bezwaar = lopend
            return gevonden
        volgende = volgende.opvolger
    return None


def _al_geregistreerd(bezwaar: Bezwaar) -> str:
    if bezwaar.loopt:
        return (
            f"Tegen dit besluit loopt al bezwaar {bezwaar.nummer}. Een tweede brief vult dat bezwaar aan en is geen "
            "nieuw bezwaar (art. 6:4 en 7:1 Awb)."
        )
    return f"Op bezwaar {bezwaar.nummer} tegen dit besluit is al beslist. Daarna staat beroep open (art. 8:1 Awb)."


def _eis_bezwaar_mogelijk(besluit: Beschikking) -> None:
    if reden := reden_geen_bezwaar(besluit):
        raise BezwaarFout(reden)


def _controleer_data(bezwaar: Bezwaar, besluit: Beschikking, op: date) -> None:
    if bezwaar.ontvangen_op > op:
        raise BezwaarFout("De dag van ontvangst ligt in de toekomst.")
    if bezwaar.ontvangen_op < besluit.dagtekening:
        genomen = datum_zonder_weekdag(besluit.dagtekening)
        raise BezwaarFout(
            f"Het besluit is pas op {genomen} genomen. Een bezwaar van na die dag mag vroeg zijn, een van daarvoor "
            "niet (art. 6:10 Awb). Controleer de dag van ontvangst."
        )
    try:
        bezwaar.full_clean(exclude=["nummer"])
    except ValidationError as fout:
        raise BezwaarFout(" ".join(fout.messages)) from fout


@transaction.atomic
def wijzig(*, bezwaar: Bezwaar, gegevens: Mapping[str, Any], reden: str, door: Medewerker | None, op: date) -> Bezwaar:
    """Correct the receipt with the fields of VELDEN, such as the day or the commission; the terms follow.

    The history says which fields changed and why, never what they hold. Nothing changed: nothing is written. Raises
    BezwaarFout as for the registration, without a reason, and once the bezwaar is over.
    """
    rij = vergrendel_lopend(bezwaar)
    oud, was = (_feitgegevens(rij), rij.ontvangen_op), {veld: getattr(rij, veld) for veld in VELDEN}
    for veld in VELDEN:
        if veld in gegevens:
            setattr(rij, veld, gegevens[veld])
    if rij.kanaal != Bezwaarkanaal.POST:
        rij.postdatum = None
    gewijzigd = [WOORDEN[veld] for veld in VELDEN if getattr(rij, veld) != was[veld]]
    if not gewijzigd:
        return rij
    if not reden.strip():
        raise BezwaarFout("Schrijf op waarom u de gegevens van de ontvangst wijzigt.")
    _controleer_data(rij, rij.beschikking, op)
    bewaar(rij, VELDEN)
    schrijf_mee(rij, door)
    woorden = ", ".join(gewijzigd)
    leg_stap_vast(rij, bezwaarstappen.GEWIJZIGD, op, door, toelichting=reden.strip(), velden=woorden)
    if (_feitgegevens(rij), rij.ontvangen_op) != oud:
        _corrigeer_ontvangst(rij, reden, door, op)
    return rij


def _corrigeer_ontvangst(bezwaar: Bezwaar, reden: str, door: Medewerker | None, op: date) -> None:
    feiten = bezwaar.dossier.gebeurtenissen.feiten().geldend()
    feit = feiten.get(soort=FeitSoort.BEZWAAR_ONTVANGEN, gegevens__bezwaar=bezwaar.nummer)
    gegevens = {"bezwaar": bezwaar.nummer, **_feitgegevens(bezwaar)}
    try:
        corrigeer_feit(
            gebeurtenis=feit, datum=bezwaar.ontvangen_op, gegevens=gegevens, toelichting=reden, door=door, op=op
        )
    except GebeurtenisFout as fout:
        raise BezwaarFout(str(fout)) from fout


def _leg_ontvangst_vast(bezwaar: Bezwaar, door: Medewerker | None, op: date) -> None:
    gegevens = _feitgegevens(bezwaar)
    leg_feit_vast(bezwaar, FeitSoort.BEZWAAR_ONTVANGEN, bezwaar.ontvangen_op, door, op, **gegevens)


def _feitgegevens(bezwaar: Bezwaar) -> dict[str, Any]:
    """What the law reads of the receipt, beside its day."""
    gegevens: dict[str, Any] = {"beschikking": bezwaar.beschikking.nummer, "commissie": bezwaar.met_commissie}
    if bezwaar.postdatum:
        gegevens["postdatum"] = bezwaar.postdatum.isoformat()
    return gegevens
