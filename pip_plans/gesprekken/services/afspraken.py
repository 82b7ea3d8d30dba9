"""Agreements at a talk: who sees to it, by when, and whether it was done."""

from datetime import date

from django.db import transaction

from cases.enums import Afspraakuitkomst
from cases.models import Afspraak, Dossier, Medewerker
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.gesprekken import handelingen
from pip_plans.gesprekken.enums import Nakoming
from pip_plans.gesprekken.models import Gespreksafspraak

from .fout import GesprekFout, keur
from .verslag import schrijf, slot


@transaction.atomic
def spreek_af(
    *, gesprek: Afspraak, wat: str, eigenaar: Medewerker, uiterlijk: date, door_inburgeraar: bool, door: Medewerker,
    op: date,
) -> Gespreksafspraak:  # fmt: skip
    """An agreement with who sees to it and by when; the same again returns the one that is there.

    Raises GesprekFout for an owner who may not see this dossier: nobody gets work that he cannot open; for a day that
    is over; and for an open agreement that he has already, with another day or another doer.
    """
    rij = slot(gesprek, Afspraakuitkomst.VERSCHENEN, "Afspraken maakt u in een gesprek waar de inburgeraar was.")
    dossier = rij.dossier
    if not Dossier.objects.zichtbaar_voor(eigenaar, dossier.gemeente, op).filter(pk=dossier.pk).exists():
        raise GesprekFout("Deze collega mag dit dossier niet zien. Kies een ander.", "eigenaar")
    if uiterlijk < op:
        raise GesprekFout("Deze dag is al voorbij. Kies vandaag of later.", "uiterlijk")
    if bestaand := rij.gespreksafspraken.open().filter(wat=wat.strip(), eigenaar=eigenaar).first():
        if (bestaand.uiterlijk, bestaand.door_inburgeraar) == (uiterlijk, door_inburgeraar):
            return bestaand
        dag = datum_zonder_weekdag(bestaand.uiterlijk)
        raise GesprekFout(f"Deze afspraak is er al, uiterlijk {dag}. Handel die eerst af.", "wat")
    afspraak = Gespreksafspraak(
        gesprek=rij, wat=wat.strip(), eigenaar=eigenaar, uiterlijk=uiterlijk, door_inburgeraar=door_inburgeraar,
        door=door,
    )  # fmt: skip
    keur(afspraak)
    afspraak.save()
    schrijf(rij, handelingen.AFGESPROKEN, door, op)
    return afspraak


@transaction.atomic
def handel_af(
    *, afspraak: Gespreksafspraak, uitkomst: Nakoming, toelichting: str = "", door: Medewerker, op: date
) -> Gespreksafspraak:
    """Say what became of it. The same again changes nothing; another outcome later is a correction."""
    rijen = Gespreksafspraak.objects.select_for_update(of=("self",)).select_related("gesprek__dossier")
    rij: Gespreksafspraak = rijen.get(pk=afspraak.pk)
    if (rij.uitkomst, rij.toelichting) == (uitkomst, toelichting.strip()):
        return rij
    rij.uitkomst, rij.toelichting = uitkomst, toelichting.strip()
    rij.afgehandeld_op, rij.afgehandeld_door = op, door
    keur(rij)
    rij.save()
    schrijf(rij.gesprek, handelingen.AFGEHANDELD, door, op, wat=str(uitkomst.label))
    return rij
