"""What was said at a talk, and the judgement on who stayed away."""

from datetime import date

from django.db import transaction

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak, Medewerker
from cases.services.afspraken import omschrijving
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.gesprekken import handelingen
from pip_plans.gesprekken.enums import Verzuim
from pip_plans.gesprekken.models import Gespreksverslag

from .fout import GesprekFout, GewijzigdDoorAnder, keur


@transaction.atomic
def schrijf_verslag(*, gesprek: Afspraak, verslag: str, revisie: int, door: Medewerker, op: date) -> Gespreksverslag:
    """Save what was said. The same words again change nothing.

    `revisie` is the one the writer started from, 0 when there was none. Raises GewijzigdDoorAnder when other words were
    saved in between, GesprekFout when the inburgeraar did not come.
    """
    slot(gesprek, Afspraakuitkomst.VERSCHENEN, "Een verslag hoort bij een gesprek waar de inburgeraar was.")
    tekst = verslag.replace("\r\n", "\n").strip()
    rij = Gespreksverslag.objects.filter(afspraak=gesprek).first() or Gespreksverslag(afspraak=gesprek)
    if rij.pk and rij.verslag == tekst:
        return rij
    if rij.revisie != revisie:
        raise GewijzigdDoorAnder(rij)
    rij.verslag, rij.verzuim, rij.reden = tekst, "", ""
    return _bewaar(rij, handelingen.VERSLAG, door, op)


@transaction.atomic
def beoordeel_verzuim(
    *, gesprek: Afspraak, verzuim: Verzuim, reden: str, door: Medewerker, op: date
) -> Gespreksverslag:
    """Say whether who did not come had a good reason, and why. The same again changes nothing.

    Raises GesprekFout for a talk where he came, and without a reason. Nothing follows by itself.
    """
    slot(gesprek, Afspraakuitkomst.NIET_VERSCHENEN, "Alleen wie niet kwam, heeft iets uit te leggen.")
    rij = Gespreksverslag.objects.filter(afspraak=gesprek).first() or Gespreksverslag(afspraak=gesprek)
    if (rij.verzuim, rij.reden) == (verzuim, reden.strip()):
        return rij
    rij.verslag, rij.verzuim, rij.reden = "", verzuim, reden.strip()
    return _bewaar(rij, handelingen.VERZUIM, door, op, wat=str(verzuim.label).split(":")[0])


def slot(gesprek: Afspraak, uitkomst: Afspraakuitkomst, anders: str) -> Afspraak:
    """The talk, locked; two people wait for each other. Raises GesprekFout with `anders` when it went otherwise."""
    rij = Afspraak.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=gesprek.pk)
    if rij.soort != Afspraaksoort.VOORTGANG:
        raise GesprekFout("Dit is geen voortgangsgesprek.")
    if rij.uitkomst != uitkomst:
        raise GesprekFout(anders)
    return rij


def schrijf(gesprek: Afspraak, soort: str, door: Medewerker, op: date, **gegevens: str) -> None:
    """The step in the history: which talk, never what was said."""
    wat = omschrijving(gesprek)
    registreer_handeling(
        dossier=gesprek.dossier, soort=soort, datum=op, door=door,
        gegevens={"gesprek": wat[0].lower() + wat[1:]} | gegevens,
    )  # fmt: skip


def _bewaar(rij: Gespreksverslag, soort: str, door: Medewerker, op: date, **gegevens: str) -> Gespreksverslag:
    rij.revisie, rij.door, rij.bewaard_op = rij.revisie + 1, door, op
    keur(rij)
    rij.save()
    schrijf(rij.afspraak, soort, door, op, **gegevens)
    return rij
