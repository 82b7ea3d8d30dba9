"""Which people belong to one gezin; each keeps a dossier of his own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from cases import handelingen
from cases.enums import Gezinsrol
from cases.models import Dossier, Gezin, Gezinskind, Medewerker

from .dossiers import wijzig_persoon
from .gebeurtenissen import registreer_handeling
from .nummers import volgend_nummer

KINDVELDEN = frozenset({"naam", "geboortedatum", "schoolsoort", "school", "uit_gezin_op"})


def gezinsleden(*, dossier: Dossier, zichtbaar: QuerySet[Dossier]) -> list[Dossier]:
    """The visible dossiers of the other members; one that is hidden from this person is not counted either."""
    return [lid for lid in huishouden(dossier=dossier, zichtbaar=zichtbaar) if lid.pk != dossier.pk]


def huishouden(*, dossier: Dossier, zichtbaar: QuerySet[Dossier]) -> list[Dossier]:
    """The visible dossiers of the gezin with this one among them, the eldest first; only itself without a gezin."""
    gezin = dossier.inburgeraar.gezin_id
    leden = zichtbaar.filter(inburgeraar__gezin=gezin) if gezin else zichtbaar.filter(pk=dossier.pk)
    return list(
        leden.select_related("inburgeraar", "consulent", "gemeente").order_by("inburgeraar__geboortedatum", "pk")
    )


def kinderen_van(*, dossier: Dossier) -> list[Gezinskind]:
    """The children who belong to the gezin of this person now, the eldest first; a child tells its age on a date.

    Without those of a relative whose dossier is extra protected: their school would tell where he lives.
    """
    if dossier.inburgeraar.gezin_id is None:
        return []
    return list(Gezinskind.objects.getoond_bij(dossier.inburgeraar).filter(uit_gezin_op__isnull=True))


def naasten_beschermd(dossier: Dossier) -> bool:
    """Whether somebody of the gezin, now or before, has an extra-protected dossier.

    Then names of relatives that were typed in this dossier are shown on no page and stand in no letter.
    """
    return Dossier.objects.van_naasten(dossier.inburgeraar).filter(extra_beschermd=True).exists()


@transaction.atomic
def voeg_toe_op_nummer(
    *, dossier: Dossier, kenmerk: str, rol: Gezinsrol, door: Medewerker | None, op: date, vanaf: date | None = None
) -> list[str]:
    """Into the gezin with this number, which is made when it is new; returns the labels of what changed."""
    gezin, _ = Gezin.objects.get_or_create(gemeente=dossier.gemeente, kenmerk=kenmerk)
    persoon = {"gezin": gezin, "gezinsrol": rol}
    return wijzig_persoon(dossier=dossier, persoon=persoon, door=door, op=op, vanaf=vanaf)


@transaction.atomic
def voeg_toe_bij(
    *, dossier: Dossier, ander: Dossier, rol: Gezinsrol, door: Medewerker | None, op: date, vanaf: date | None = None
) -> list[str]:
    """Into the gezin of somebody else; when he has none yet, one is made with a number of our own for both.

    Both dossiers are of one gemeente: the caller fetched `ander` through `zichtbaar_voor`.
    """
    maak_gezin(dossier=ander, door=door, op=op)
    persoon = {"gezin": ander.inburgeraar.gezin, "gezinsrol": rol}
    return wijzig_persoon(dossier=dossier, persoon=persoon, door=door, op=op, vanaf=vanaf)


@transaction.atomic
def maak_gezin(*, dossier: Dossier, door: Medewerker | None, op: date) -> Gezin:
    """The gezin of this person; made with a number of our own when there is none yet."""
    if dossier.inburgeraar.gezin is None:
        kenmerk = volgend_nummer(gemeente=dossier.gemeente, soort="G", jaar=op.year)
        voeg_toe_op_nummer(dossier=dossier, kenmerk=kenmerk, rol=Gezinsrol.AANVRAGER, door=door, op=op)
        dossier.inburgeraar.refresh_from_db()
    return Gezin.objects.get(leden=dossier.inburgeraar)


@transaction.atomic
def maak_los(
    *, dossier: Dossier, door: Medewerker | None, op: date, vanaf: date | None = None, reden: str = ""
) -> list[str]:
    """Out of the gezin from a day on, with the reason; the others stay together and see when it was."""
    persoon = {"gezin": None, "gezinsrol": ""}
    return wijzig_persoon(dossier=dossier, persoon=persoon, door=door, op=op, vanaf=vanaf, reden=reden)


@transaction.atomic
def leg_kind_vast(
    *, dossier: Dossier, gegevens: Mapping[str, Any], door: Medewerker | None, op: date, kind: Gezinskind | None = None
) -> Gezinskind:
    """A child of the gezin, new or changed (fields of KINDVELDEN); the same again does nothing.

    A person without a gezin gets one. Writes a handeling in the dossier of every member, which does not name the child.
    What is written in an extra-protected dossier stays there: the others neither see the child nor the handeling.
    Raises ValidationError (Dutch, per field).
    """
    gezin = kind.gezin if kind else maak_gezin(dossier=dossier, door=door, op=op)
    persoon = dossier.inburgeraar
    velden = {veld: gegevens[veld] for veld in gegevens.keys() & KINDVELDEN}
    sleutel = {"naam": velden.get("naam"), "geboortedatum": velden.get("geboortedatum")}
    bekend = Gezinskind.objects.getoond_bij(persoon).filter(**sleutel)
    rij = kind or bekend.first() or Gezinskind(gezin=gezin, bij=persoon)
    if rij.pk and all(getattr(rij, veld) == waarde for veld, waarde in velden.items()):
        return rij
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    if dossier.extra_beschermd:
        rij.bij = persoon
    rij.full_clean()
    rij.save()
    wie = Q(inburgeraar=persoon) if dossier.extra_beschermd else Q(inburgeraar__gezin=gezin)
    for lid in Dossier.objects.filter(wie).lopend().order_by("pk"):
        registreer_handeling(dossier=lid, soort=handelingen.GEZINSKIND, datum=op, door=door)
    return rij
