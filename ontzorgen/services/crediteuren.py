"""The catalogue of creditors, and the two people who look at every account."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from cases.models import Gemeente, Medewerker
from ontzorgen.enums import Rekeningstand
from ontzorgen.models import Crediteur, Rekening
from ontzorgen.rekening import Rekeningfout, keur_iban, keur_tenaamstelling

from .fout import OntzorgFout, keur

VELDEN = ("naam", "straat", "postcode_plaats", "telefoon", "actief")
EIGEN_VOORSTEL = "U hebt deze rekening zelf ingevoerd. Een collega keurt haar goed."


@transaction.atomic
def bewaar_crediteur(
    *, gemeente: Gemeente, crediteur: Crediteur | None = None, gegevens: Mapping[str, object]
) -> Crediteur:
    """Add a creditor, or change its name and address; the account is proposed apart.

    Raises OntzorgFout for a name that is there already.
    """
    rij = crediteur or Crediteur(gemeente=gemeente)
    for veld in VELDEN:
        if veld in gegevens:
            setattr(rij, veld, gegevens[veld])
    keur(rij)
    rij.save()
    return rij


@transaction.atomic
def stel_rekening_voor(
    *, crediteur: Crediteur, iban: str, tenaamstelling: str, bron: str, door: Medewerker, op: date
) -> Rekening:
    """A first or another account. Nothing is paid to it before somebody else approved it.

    The same proposal again changes nothing. Raises OntzorgFout for an IBAN or a name that cannot be used, and while
    another proposal waits.
    """
    Crediteur.objects.select_for_update().get(pk=crediteur.pk)
    try:
        nummer = keur_iban(iban)
    except Rekeningfout as fout:
        raise OntzorgFout(str(fout), "iban") from fout
    try:
        keur_tenaamstelling(tenaamstelling)
    except Rekeningfout as fout:
        raise OntzorgFout(str(fout), "tenaamstelling") from fout
    wacht = Rekening.objects.filter(crediteur=crediteur, stand=Rekeningstand.VOORGESTELD).first()
    if wacht and (wacht.iban, wacht.tenaamstelling) == (nummer, tenaamstelling):
        return wacht
    rij = Rekening(
        crediteur=crediteur, iban=nummer, tenaamstelling=tenaamstelling, bron=bron, voorgesteld_door=door,
        voorgesteld_op=op,
    )  # fmt: skip
    keur(rij)
    rij.save()
    return rij


@transaction.atomic
def keur_rekening_goed(*, rekening: Rekening, door: Medewerker, op: date) -> Rekening:
    """The account becomes the one that is paid to. Raises OntzorgFout for who proposed it, or when it was judged."""
    return _beoordeel(rekening, Rekeningstand.GOEDGEKEURD, door, op)


@transaction.atomic
def wijs_rekening_af(*, rekening: Rekening, reden: str, door: Medewerker, op: date) -> Rekening:
    """The account is not used; the one before it stays.

    Raises OntzorgFout without a reason, for who proposed it, or when it was judged.
    """
    if not reden.strip():
        raise OntzorgFout("Schrijf op waarom de rekening is afgewezen.", "reden")
    return _beoordeel(rekening, Rekeningstand.AFGEWEZEN, door, op, reden.strip())


def ook_bij(rekening: Rekening) -> list[Crediteur]:
    """The other creditors of this gemeente with the same account, in use or waiting: a landlord may have two names."""
    zelfde = Rekening.objects.filter(iban=rekening.iban).exclude(stand=Rekeningstand.AFGEWEZEN)
    anderen = Crediteur.objects.filter(gemeente=rekening.crediteur.gemeente_id, rekeningen__in=zelfde)
    return list(anderen.exclude(pk=rekening.crediteur_id).distinct())


def _beoordeel(rekening: Rekening, stand: Rekeningstand, door: Medewerker, op: date, reden: str = "") -> Rekening:
    rij = Rekening.objects.select_for_update().get(pk=rekening.pk)
    if rij.stand == stand and rij.beoordeeld_door_id == door.pk:
        return rij
    if rij.stand != Rekeningstand.VOORGESTELD:
        raise OntzorgFout(f"Deze rekening is al {rij.get_stand_display()} door {rij.beoordeeld_door}.")
    if rij.voorgesteld_door_id == door.pk:
        raise OntzorgFout(EIGEN_VOORSTEL)
    rij.stand, rij.reden, rij.beoordeeld_door, rij.beoordeeld_op = stand, reden, door, op
    rij.save(update_fields=["stand", "reden", "beoordeeld_door", "beoordeeld_op"])
    return rij
