"""The catalogue of creditors, and the two people who look at every account: of a creditor, and of the gemeente."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from cases.models import Gemeente, Medewerker
from ontzorgen.enums import Rekeningstand
from ontzorgen.models import Crediteur, Rekening, geldige
from ontzorgen.rekening import Rekeningfout, buitenland, keur_begunstigde, keur_iban, keur_tenaamstelling

from .fout import OntzorgFout, keur
from .slot import zet_gemeente_op_slot

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
    *,
    crediteur: Crediteur,
    iban: str,
    tenaamstelling: str,
    bron: str,
    nagegaan: bool = False,
    door: Medewerker,
    op: date,
) -> Rekening:
    """A first or another account. Nothing is paid to it before somebody else approved it.

    The same proposal again changes nothing. Raises OntzorgFout for an IBAN or a name that cannot be used, for one
    abroad that nobody checked (`nagegaan`), for an account of the gemeente, and while another proposal waits.
    """
    rij = Rekening(crediteur=crediteur, iban=iban, tenaamstelling=tenaamstelling, bron=bron)
    _keur_rekening(rij)
    _eis_nagegaan(rij, nagegaan)
    return _stel_voor(rij, door, op)


def vraag_na(iban: str) -> str:
    """What to do before an account abroad is proposed or approved; '' for a Dutch one."""
    land = buitenland(iban)
    return land and (
        f"Deze rekening ligt in {land}, niet in Nederland. Bel de crediteur op een nummer dat u al had, en vraag of "
        "deze rekening klopt. Vink daarna aan dat u dit deed."
    )


@transaction.atomic
def stel_betaalrekening_voor(
    *, gemeente: Gemeente, iban: str, tenaamstelling: str, bron: str, door: Medewerker, op: date
) -> Rekening:
    """A first or another account from which the gemeente pays. The old one counts until somebody else approved it.

    The same proposal again changes nothing. Raises OntzorgFout for what is no Dutch IBAN, for the account of a
    creditor, and while another proposal waits.
    """
    rij = Rekening(gemeente=gemeente, iban=iban, tenaamstelling=tenaamstelling, bron=bron)
    return _stel_voor(rij, door, op)


def betaalrekening(gemeente: Gemeente) -> str:
    """The account from which the gemeente pays: the last one that was approved; '' without one."""
    rekening = geldige(gemeente.rekeningen.all())
    return rekening.iban if rekening else ""


@transaction.atomic
def keur_rekening_goed(*, rekening: Rekening, nagegaan: bool = False, door: Medewerker, op: date) -> Rekening:
    """The account counts from now on. Raises OntzorgFout for who proposed it, when it was judged, for one abroad that
    this person did not check (`nagegaan`), and when it became one from which the gemeente pays, or the other way round.
    """
    _eis_nagegaan(rekening, nagegaan)
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
    anderen = Crediteur.objects.filter(gemeente=_gemeente(rekening), rekeningen__in=zelfde)
    return [rij for rij in anderen.distinct() if rij.pk != rekening.crediteur_id]


def _stel_voor(rij: Rekening, door: Medewerker, op: date) -> Rekening:
    zet_gemeente_op_slot(_gemeente(rij))
    _keur_rekening(rij)
    zelfde_houder = Rekening.objects.filter(crediteur=rij.crediteur_id, gemeente=rij.gemeente_id)
    wacht: Rekening | None = zelfde_houder.filter(stand=Rekeningstand.VOORGESTELD).first()
    if wacht and (wacht.iban, wacht.tenaamstelling) == (rij.iban, rij.tenaamstelling):
        return wacht
    rij.voorgesteld_door, rij.voorgesteld_op = door, op
    keur(rij)
    rij.save()
    return rij


def _eis_nagegaan(rij: Rekening, nagegaan: bool) -> None:
    if not nagegaan and (vraag := vraag_na(rij.iban)):
        raise OntzorgFout(vraag, "nagegaan")


def _keur_rekening(rij: Rekening) -> None:
    """Its IBAN in the normal form; raises OntzorgFout at the field."""
    try:
        rij.iban = keur_iban(rij.iban)
        if rij.crediteur and (eigen := betaalrekening(rij.crediteur.gemeente)):
            keur_begunstigde(rij.iban, betaler=eigen)
    except Rekeningfout as fout:
        raise OntzorgFout(str(fout), "iban") from fout
    if rij.gemeente and not rij.iban.startswith("NL"):
        raise OntzorgFout("De gemeente betaalt van een Nederlandse rekening. Die begint met NL.", "iban")
    if rij.gemeente and (ook := ook_bij(rij)):
        raise OntzorgFout(f"Dit is de rekening van crediteur {ook[0]}; daar betaalt de gemeente niet van.", "iban")
    try:
        keur_tenaamstelling(rij.tenaamstelling)
    except Rekeningfout as fout:
        raise OntzorgFout(str(fout), "tenaamstelling") from fout


def _gemeente(rij: Rekening) -> Gemeente:
    gemeente = rij.crediteur.gemeente if rij.crediteur else rij.gemeente
    if gemeente is None:
        raise ValueError("an account without a holder; the database refuses it")
    return gemeente


def _beoordeel(rekening: Rekening, stand: Rekeningstand, door: Medewerker, op: date, reden: str = "") -> Rekening:
    zet_gemeente_op_slot(_gemeente(rekening))
    rij = Rekening.objects.select_for_update().get(pk=rekening.pk)
    if rij.stand == stand and rij.beoordeeld_door_id == door.pk:
        return rij
    if rij.stand != Rekeningstand.VOORGESTELD:
        raise OntzorgFout(f"Deze rekening is al {rij.get_stand_display()} door {rij.beoordeeld_door}.")
    if rij.voorgesteld_door_id == door.pk:
        raise OntzorgFout(EIGEN_VOORSTEL)
    if stand == Rekeningstand.GOEDGEKEURD:
        _keur_rekening(rij)
    rij.stand, rij.reden, rij.beoordeeld_door, rij.beoordeeld_op = stand, reden, door, op
    rij.save(update_fields=["stand", "reden", "beoordeeld_door", "beoordeeld_op"])
    return rij
