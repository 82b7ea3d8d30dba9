"""The rungs on paper: the schriftelijke waarschuwing (art. 14 Wi) and the voornemen with its zienswijze (5:50 Awb)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from cases.inhoud import Inhoud
from cases.instellingen import instelling
from cases.kalender import kalender
from cases.models import Document, Medewerker
from cases.services.documenten import DocumentFout, maak_document
from cases.services.gebeurtenissen import registreer_feit
from cases.toegang import Actie
from inburgering.recht.feiten import FeitSoort
from pip_plans.handhaving import handelingen
from pip_plans.handhaving.brieven import VOORNEMEN, WAARSCHUWING
from pip_plans.handhaving.enums import Gedraging, Trede, Zienswijzesoort
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.intake.models import Oproep

from .basis import BRON, HandhavingFout, eis_rol, eis_tekst, eis_trede, noteer, vergrendel, weiger_toekomst
from .beleid import eis_boete_mogelijk
from .briefinhoud import voornemen_inhoud, waarschuwing_inhoud
from .verzonden import eis_aangezegd, eis_gewaarschuwd

MINSTE_DAGEN, MEESTE_WEKEN = 7, 8  # for a warning: the post takes some days; longer is no warning any more
NIET_MEER = "Deze zaak heeft al een waarschuwing."


@dataclass(frozen=True, slots=True)
class Oproepwaarschuwing:
    """An oproep of the intake that carried the written warning, and that was missed."""

    oproep: Oproep
    tot: date


@transaction.atomic
def waarschuw(*, zaak: Handhavingszaak, tot: date, door: Medewerker, op: date) -> Handhavingszaak:
    """The written warning in a letter of its own; until `tot` the person can still do what was asked.

    Raises HandhavingFout for a day that is not ahead of us, and on another rung.
    """
    rij = _voor_waarschuwing(zaak, door, op)
    if not op + timedelta(days=MINSTE_DAGEN) <= tot <= op + timedelta(weeks=MEESTE_WEKEN):
        grens = f"minstens {MINSTE_DAGEN} dagen, want de brief moet nog aankomen, en hoogstens {MEESTE_WEKEN} weken"
        raise HandhavingFout(f"Geef {grens}.", "tot")
    rij.waarschuwing_tot = tot
    brief = _brief(rij, WAARSCHUWING.code, WAARSCHUWING.naam, WAARSCHUWING.sjabloon, waarschuwing_inhoud(rij, op))
    return _is_gewaarschuwd(rij, brief, op, tot, door, op)


@transaction.atomic
def neem_oproep_over(*, zaak: Handhavingszaak, oproep: Oproep, door: Medewerker, op: date) -> Handhavingszaak:
    """The warning stood in an oproep that was missed (art. 14 Wi). Raises HandhavingFout when it did not."""
    rij = _voor_waarschuwing(zaak, door, op)
    gevonden = next((w for w in oproepwaarschuwingen(rij) if w.oproep.pk == oproep.pk), None)
    if gevonden is None:
        raise HandhavingFout("In deze oproep staat geen waarschuwing, of er is gehoor aan gegeven.", "oproep")
    return _is_gewaarschuwd(rij, oproep.document, oproep.dagtekening, gevonden.tot, door, op)


def oproepwaarschuwingen(zaak: Handhavingszaak) -> list[Oproepwaarschuwing]:
    """The oproepen with a warning about this conduct that were missed, the newest first."""
    if zaak.gedraging == Gedraging.PIP:
        return []
    rijen = Oproep.objects.gemist().filter(intake__dossier=zaak.dossier_id, soort=zaak.gedraging)
    return [
        Oproepwaarschuwing(oproep, oproep.dag)
        for oproep in rijen.select_related("document").defer("document__bytes").order_by("-dagtekening", "-pk")
        if oproep.met_waarschuwing
    ]


@transaction.atomic
def zeg_boete_aan(*, zaak: Handhavingszaak, na_waarschuwing: str, door: Medewerker, op: date) -> Handhavingszaak:
    """The voornemen, which is the boeterapport as well (5:48 Awb): the thirteen weeks to decide begin.

    The last day to answer is in the letter: some weeks by the policy of the gemeente, on an ordinary day. Raises
    HandhavingFout where the gemeente does not fine, without the statutory warning, and before that was sent and has
    run out.
    """
    rij = vergrendel(zaak)
    eis_rol(rij.dossier, door, op, Actie.BOETE_VOORSTELLEN)
    eis_trede(rij, Trede.CONSTATERING, Trede.WAARSCHUWING)
    eis_boete_mogelijk(rij, op)
    if rij.waarschuwing_tot is None and rij.waarschuwing_verplicht:
        raise HandhavingFout("Stuur eerst de schriftelijke waarschuwing (art. 14 Wet inburgering 2021).")
    if rij.waarschuwing_tot:
        eis_gewaarschuwd(rij)
        if op <= rij.waarschuwing_tot:
            raise HandhavingFout(f"Meedoen kan nog tot en met {rij.waarschuwing_tot:%d-%m-%Y}. Wacht dat af.")
        rij.na_waarschuwing = eis_tekst(
            na_waarschuwing, "Schrijf op wat er na de waarschuwing gebeurde.", "na_waarschuwing"
        )
    weken, _ = instelling(rij.dossier.gemeente, "boete_zienswijze_weken", op)
    rij.voornemen_op = op
    rij.zienswijze_tot, _ = kalender().eerstvolgende_gewone_dag(op + timedelta(weeks=int(weken)))
    rij.voornemen = _brief(rij, VOORNEMEN.code, VOORNEMEN.naam, VOORNEMEN.sjabloon, voornemen_inhoud(rij, op))
    rij.trede = Trede.VOORNEMEN
    rij.save()
    registreer_feit(
        dossier=rij.dossier,
        soort=FeitSoort.BOETERAPPORT,
        datum=op,
        door=door,
        op=op,
        bron=BRON,
        kenmerk=f"rapport-{rij.nummer}",
        gegevens={"zaak": rij.nummer, "artikel": rij.artikel.value},
    )
    noteer(rij, handelingen.AANGEZEGD, door, op)
    return rij


@transaction.atomic
def leg_zienswijze_vast(
    *, zaak: Handhavingszaak, soort: Zienswijzesoort, datum: date, tekst: str, door: Medewerker, op: date
) -> Handhavingszaak:
    """What the person says, or that the term passed without a word. What comes in before the proposal still counts.

    Raises HandhavingFout without the text, while the voornemen was not sent, for a day before it, and for 'no
    zienswijze' while it can come.
    """
    rij = vergrendel(zaak)
    eis_rol(rij.dossier, door, op, Actie.BOETE_VOORSTELLEN)
    eis_trede(rij, Trede.VOORNEMEN, Trede.ZIENSWIJZE)
    weiger_toekomst(datum, op, "datum")
    tot = eis_aangezegd(rij)
    if rij.voornemen_op is None or datum < rij.voornemen_op:
        raise HandhavingFout("De zienswijze komt na het voornemen.", "datum")
    if soort == Zienswijzesoort.GEEN:
        if op <= tot:
            raise HandhavingFout(f"Reageren kan nog tot en met {tot:%d-%m-%Y}. Wacht dat af.", "soort")
        rij.zienswijze, rij.zienswijze_op = "", op
    else:
        rij.zienswijze, rij.zienswijze_op = eis_tekst(tekst, "Schrijf op wat de inburgeraar zegt.", "tekst"), datum
    rij.zienswijze_soort, rij.trede = soort, Trede.ZIENSWIJZE
    rij.save()
    noteer(rij, handelingen.GEHOORD, door, op, hoe="geen" if soort == Zienswijzesoort.GEEN else soort.value)
    return rij


def _voor_waarschuwing(zaak: Handhavingszaak, door: Medewerker, op: date) -> Handhavingszaak:
    rij = vergrendel(zaak)
    eis_rol(rij.dossier, door, op, Actie.BOETE_VOORSTELLEN)
    if rij.waarschuwing_id:
        raise HandhavingFout(NIET_MEER)
    eis_trede(rij, Trede.CONSTATERING)
    return rij


def _is_gewaarschuwd(
    rij: Handhavingszaak, brief: Document, gewaarschuwd_op: date, tot: date, door: Medewerker, op: date
) -> Handhavingszaak:
    rij.waarschuwing, rij.gewaarschuwd_op, rij.waarschuwing_tot = brief, gewaarschuwd_op, tot
    rij.trede = Trede.WAARSCHUWING
    rij.save()
    noteer(rij, handelingen.GEWAARSCHUWD, door, op)
    return rij


def _brief(rij: Handhavingszaak, soort: str, titel: str, sjabloon: str, inhoud: Inhoud) -> Document:
    try:
        return maak_document(dossier=rij.dossier, soort=soort, titel=titel, sjabloon=sjabloon, inhoud=inhoud)
    except DocumentFout as fout:
        raise HandhavingFout(str(fout)) from fout
