"""Weighing how much somebody can be blamed, and proposing the amount that follows. The consulent never decides."""

from dataclasses import asdict
from datetime import date

from django.db import transaction

from cases.models import Medewerker
from cases.services.termijnen import dossierfeiten_van
from cases.toegang import Actie
from inburgering.recht.boete import (
    SAMENLOOP,
    Berekening,
    Boeteartikel,
    Verwijtbaarheid,
    bereken_boete,
    bevoegd_tot,
    nieuwe_termijn_tot,
)
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.handhaving import handelingen
from pip_plans.handhaving.enums import Trede
from pip_plans.handhaving.models import Handhavingszaak

from .basis import HandhavingFout, eis_rol, eis_tekst, eis_trede, noteer, vergrendel
from .beleid import eis_boete_mogelijk, heeft_bescherming
from .eerdere import duotermijn_van, eerdere_boetes
from .verzonden import eis_uitgepraat


def bereken_voor(*, zaak: Handhavingszaak, verwijtbaarheid: Verwijtbaarheid) -> Berekening:
    """The amount for this case with this much blame, line by line; nothing is stored."""
    return bereken_boete(
        artikel=zaak.artikel,
        verwijtbaarheid=verwijtbaarheid,
        geconstateerd_op=zaak.geconstateerd_op,
        eerdere=eerdere_boetes(zaak=zaak),
        duotermijn=duotermijn_van(dossier=zaak.dossier, op=zaak.geconstateerd_op),
    )


@transaction.atomic
def stel_boete_voor(
    *,
    zaak: Handhavingszaak,
    verwijtbaarheid: Verwijtbaarheid,
    waarom: str,
    individueel: str,
    bijstand_verlaagd: bool,
    termijn_tot: date | None,
    door: Medewerker,
    op: date,
) -> Handhavingszaak:
    """Lay a fine before the teamleider, with the weighing in words and the amount reckoned.

    Raises HandhavingFout without the weighing, without the individual one for somebody with asylum (Keren), when the
    bijstand was lowered for the same conduct (Wi 27), while the person can still answer, for a new term of more than
    two months, when the ceiling is reached or the power lapsed, and where the gemeente does not fine.
    """
    rij = vergrendel(zaak)
    eis_rol(rij.dossier, door, op, Actie.BOETE_VOORSTELLEN)
    eis_trede(rij, Trede.ZIENSWIJZE)
    eis_boete_mogelijk(rij, op)
    eis_uitgepraat(rij, op)
    if bijstand_verlaagd:
        raise HandhavingFout(
            f"Dan kan er geen boete bij ({SAMENLOOP.kort}). Beëindig de zaak met die reden.", "bijstand_verlaagd"
        )
    rij.verwijtbaarheid = verwijtbaarheid.value
    rij.verwijtbaarheid_waarom = eis_tekst(waarom, "Schrijf op waarom u het verwijt zo weegt.", "waarom")
    rij.bescherming, rij.bijstand_verlaagd = heeft_bescherming(dossierfeiten_van(rij.dossier)), False
    if rij.bescherming:
        zin = "Schrijf de individuele afweging op: bij asiel is een boete geen gewoon gevolg (Keren)."
        individueel = eis_tekst(individueel, zin, "individueel")
    rij.individuele_afweging = individueel.strip()
    rij.nieuwe_termijn_tot = _nieuwe_termijn(rij, termijn_tot, op)
    som = bereken_voor(zaak=rij, verwijtbaarheid=verwijtbaarheid)
    eis_boete(rij, som, op)
    rij.bedrag, rij.berekening = som.bedrag, [asdict(regel) for regel in som.regels]
    rij.voorgesteld_door, rij.voorgesteld_op, rij.opmerkingen = door, op, ""
    rij.trede, rij.revisie = Trede.VOORSTEL, rij.revisie + 1
    rij.save()
    noteer(rij, handelingen.VOORGESTELD, door, op)
    return rij


def eis_boete(zaak: Handhavingszaak, som: Berekening, op: date) -> None:
    """Raises HandhavingFout when the reckoning says that there can be no fine, or the power to impose it lapsed."""
    if som.geen_boete:
        raise HandhavingFout(f"{som.geen_boete} Beëindig de zaak met een reden.")
    tot = bevoegd_tot(zaak.gedrag_op, som.bedrag)
    if op > tot:
        dag = datum_zonder_weekdag(tot)
        raise HandhavingFout(f"Deze boete kon tot en met {dag} (art. 5:45 Awb). Beëindig de zaak.")


def _nieuwe_termijn(zaak: Handhavingszaak, tot: date | None, op: date) -> date | None:
    """Art. 22 lid 2 Wi: the fine names a new term of at most two months. Art. 23 has none."""
    if zaak.artikel is Boeteartikel.ARTIKEL_23:
        return None
    uiterlijk = nieuwe_termijn_tot(op)
    if tot is None or not op < tot <= uiterlijk:
        raise HandhavingFout(
            f"Kies een nieuwe termijn na vandaag en uiterlijk {datum_zonder_weekdag(uiterlijk)} (art. 22 lid 2 Wi).",
            "termijn_tot",
        )
    return tot
