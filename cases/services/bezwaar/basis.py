"""What the steps of a bezwaar share: the lock, the refusals, and writing down what happened."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from cases.models import Bezwaar, Gebeurtenis, Medewerker, Termijn
from cases.services.gebeurtenissen import GebeurtenisFout, registreer_feit, registreer_handeling
from cases.toegang import Actie, mag
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.verplichtingen import TermijnSoort

BRON = "bezwaar"


class BezwaarFout(Exception):
    """A step that cannot be taken now; the text is Dutch, names the article, and is for the field `veld` if any."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


def vergrendel(bezwaar: Bezwaar) -> Bezwaar:
    """The row as it is now, held until the transaction ends.

    Read again once the lock is held: a join in the locking query shows what stood there before the wait.
    """
    Bezwaar.objects.select_for_update(of=("self",)).only("pk").get(pk=bezwaar.pk)
    ook = ("dossier__gemeente", "dossier__inburgeraar", "beschikking", "beslissing", "hoorzitting", "opgesteld_door")
    rij: Bezwaar = Bezwaar.objects.select_related(*ook).get(pk=bezwaar.pk)
    return rij


def vergrendel_lopend(bezwaar: Bezwaar) -> Bezwaar:
    """The same, refused once the bezwaar is decided or withdrawn."""
    rij = vergrendel(bezwaar)
    if not rij.loopt:
        raise BezwaarFout(f"Dit bezwaar is {rij.get_status_display()}. Deze stap kan niet meer.")
    return rij


def bewaar(bezwaar: Bezwaar, velden: Iterable[str]) -> None:
    """Save these fields; what a constraint refuses becomes a BezwaarFout in Dutch."""
    try:
        bezwaar.clean_fields(exclude={veld.name for veld in bezwaar._meta.fields} - set(velden))
        bezwaar.validate_constraints()
    except ValidationError as fout:
        raise BezwaarFout(" ".join(fout.messages)) from fout
    bezwaar.save(update_fields=list(velden))


def schrijf_mee(bezwaar: Bezwaar, door: Medewerker | None) -> None:
    """What this step changes is in the letter of a decision that is written already: it must be read again.

    Who took the step then wrote on the decision, so she does not take it. Without a concept nothing happens.
    """
    if bezwaar.opgesteld_door_id is None:
        return
    bezwaar.revisie += 1
    bezwaar.save(update_fields=["revisie"])
    if door:
        bezwaar.schrijvers.add(door)


def leg_feit_vast(
    bezwaar: Bezwaar, soort: FeitSoort, datum: date, door: Medewerker | None, op: date, **gegevens: Any
) -> Gebeurtenis:
    """A fact the law counts from; once per bezwaar, kind and day, and per decision where it is about one."""
    over = f"-{gegevens['beslissing']}" if gegevens.get("beslissing") else ""
    try:
        return registreer_feit(
            dossier=bezwaar.dossier,
            soort=soort,
            datum=datum,
            door=door,
            op=op,
            bron=BRON,
            kenmerk=f"{bezwaar.nummer}-{soort.value.lower()}-{datum:%Y%m%d}{over}",
            gegevens={"bezwaar": bezwaar.nummer, **gegevens},
        )
    except GebeurtenisFout as fout:
        raise BezwaarFout(str(fout)) from fout


def leg_stap_vast(
    bezwaar: Bezwaar, soort: str, datum: date, door: Medewerker | None, toelichting: str = "", **gegevens: Any
) -> Gebeurtenis:
    """A step of our own, in the history of the dossier and on the page of the bezwaar."""
    return registreer_handeling(
        dossier=bezwaar.dossier,
        soort=soort,
        datum=datum,
        door=door,
        bron=BRON,
        gegevens={"bezwaar": bezwaar.nummer, **gegevens},
        toelichting=toelichting,
    )


def beslistermijn(bezwaar: Bezwaar) -> Termijn | None:
    """The present term to decide on this bezwaar, met or lapsed included."""
    termijnen = bezwaar.dossier.termijnen.filter(soort=TermijnSoort.BESLIS_BEZWAAR.value, aanleiding=bezwaar.nummer)
    return termijnen.filter(vervangen_door__isnull=True).exclude(status="vervangen").first()


def eis_behandelaar(bezwaar: Bezwaar, door: Medewerker, op: date) -> None:
    """Raises BezwaarFout for who has no role that decides on bezwaar in this gemeente."""
    if not mag(door.rollen_in(bezwaar.gemeente_id, op), Actie.BEZWAAR_BEHANDELEN):
        raise BezwaarFout("Alleen een jurist bezwaar of teamleider van deze gemeente beslist op een bezwaar.")


def eis_dag(datum: date, *, vanaf: date, op: date, wat: str) -> None:
    """Raises BezwaarFout for a day in the future or before `vanaf`; `wat` completes 'is niet van voor …'."""
    if datum > op:
        raise BezwaarFout("Deze datum ligt in de toekomst. Leg het vast als het gebeurd is.")
    if datum < vanaf:
        raise BezwaarFout(f"Deze datum klopt niet: het is niet van voor {wat} op {vanaf:%d-%m-%Y}.")
