"""What every service of handhaving starts with: the error, the lock, the rights, and the history."""

from datetime import date

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from cases.toegang import Actie, mag
from pip_plans.handhaving.enums import Trede
from pip_plans.handhaving.models import Handhavingszaak

BRON = "handhaving"


class HandhavingFout(Exception):
    """What cannot be done; the text is Dutch and meant for the screen, at the field `veld` if there is one."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


def vergrendel(zaak: Handhavingszaak) -> Handhavingszaak:
    """The same case locked and read again, behind the lock on its dossier. Raises HandhavingFout when it is over."""
    Dossier.objects.select_for_update(of=("self",)).get(pk=zaak.dossier_id)
    Handhavingszaak.objects.select_for_update(of=("self",)).get(pk=zaak.pk)
    vers: Handhavingszaak = Handhavingszaak.objects.met_alles().get(pk=zaak.pk)
    if not vers.loopt:
        raise HandhavingFout(f"Zaak {vers} is {vers.stand}. Er kan niets meer bij.")
    return vers


def eis_trede(zaak: Handhavingszaak, *treden: Trede) -> None:
    """Raises HandhavingFout when the case stands on another rung: somebody went on in between."""
    if zaak.trede not in treden:
        raise HandhavingFout(f"Deze zaak staat bij: {zaak.stand}. Ververs de pagina.")


def eis_rol(dossier: Dossier, door: Medewerker, op: date, actie: Actie) -> None:
    """Raises HandhavingFout for who may not do this in this gemeente."""
    if not mag(door.rollen_in(dossier.gemeente_id, op), actie):
        raise HandhavingFout(f"Dit mag u niet met uw rol: {actie.value}.")


def eis_tekst(tekst: str, zin: str, veld: str) -> str:
    """The text without the space around it. Raises HandhavingFout with `zin` when nothing is left."""
    if schoon := tekst.strip():
        return schoon
    raise HandhavingFout(zin, veld)


def weiger_toekomst(datum: date, op: date, veld: str) -> None:
    if datum > op:
        raise HandhavingFout("Deze datum ligt in de toekomst. Leg vast wat gebeurd is.", veld)


def noteer(zaak: Handhavingszaak, soort: str, door: Medewerker, op: date, **gegevens: str) -> None:
    """One line in the history of the dossier; never with what somebody wrote about the person."""
    registreer_handeling(
        dossier=zaak.dossier, soort=soort, datum=op, door=door, gegevens={"zaak": zaak.nummer, **gegevens}
    )
