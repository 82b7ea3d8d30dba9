"""What a gemeente does with translations: correct a sentence, and say who checked it."""

from datetime import date

from django.db import transaction

from cases.models import Gemeente, Medewerker, Vertaling
from cases.taalbank import Vertaalstatus, codes, plekken, zin, zinnen


class TaalbankFout(Exception):
    """What cannot be recorded about a translation; the text is Dutch and meant for the screen."""


@transaction.atomic
def leg_vertaling_vast(
    *,
    gemeente: Gemeente,
    code: str,
    taal: str,
    tekst: str,
    nagekeken_door: str = "",
    nagekeken_op: date | None = None,
    door: Medewerker,
    op: date,
) -> Vertaling:
    """Record the translation of one sentence for letters from `op` on, checked by somebody or not.

    Raises TaalbankFout when a place for a value is missing or new, for a check in the future, and ValidationError
    (Dutch) for an empty sentence or a name without a date. The same text and check again adds no row.
    """
    nederlands = zin(code, "nl").tekst
    _controleer(nederlands, tekst, nagekeken_op, op)
    laatste = Vertaling.objects.filter(gemeente=gemeente, code=code, taal=taal).first()
    inhoud = {
        "tekst": tekst.strip(),
        "nederlands": nederlands,
        "nagekeken_door": nagekeken_door.strip(),
        "nagekeken_op": nagekeken_op,
    }
    if laatste and all(getattr(laatste, veld) == waarde for veld, waarde in inhoud.items()):
        return laatste
    rij = Vertaling(gemeente=gemeente, code=code, taal=taal, geldig_vanaf=op, door=door, **inhoud)
    rij.full_clean()
    rij.save()
    return rij


@transaction.atomic
def kijk_alles_na(
    *, gemeente: Gemeente, taal: str, nagekeken_door: str, nagekeken_op: date, door: Medewerker, op: date
) -> int:
    """Mark every sentence of a language that nobody checked yet, as it stands now; returns how many.

    Raises TaalbankFout for a day in the future. A sentence without a translation stays without.
    """
    nu = zinnen(codes(), taal, gemeente=gemeente, op=op)
    open_ = {code: een for code, een in nu.items() if een.status == Vertaalstatus.VERTAALD}
    for code, een in open_.items():
        leg_vertaling_vast(
            gemeente=gemeente,
            code=code,
            taal=taal,
            tekst=een.tekst,
            nagekeken_door=nagekeken_door,
            nagekeken_op=nagekeken_op,
            door=door,
            op=op,
        )
    return len(open_)


def _controleer(nederlands: str, tekst: str, nagekeken_op: date | None, op: date) -> None:
    if nagekeken_op and nagekeken_op > op:
        raise TaalbankFout("De dag van nakijken ligt in de toekomst.")
    if plekken(tekst) != plekken(nederlands):
        namen = ", ".join(f"{{{naam}}}" for naam in sorted(plekken(nederlands))) or "geen"
        raise TaalbankFout(f"Deze zin heeft precies deze invulplekken: {namen}. Neem ze letterlijk over.")
