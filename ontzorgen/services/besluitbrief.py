"""What the letter of a decision says, reckoned from what is recorded on the day it is dated."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from cases.inhoud import Inhoud
from cases.models import Dossier
from cases.services.briefhoofd import besluithoofd, overleden_op
from cases.services.documenten import voorbeeld
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.afrekening import Maandafrekening
from ontzorgen.brieven import BESLUITBRIEVEN
from ontzorgen.enums import Besluitsoort, Eindreden
from ontzorgen.inhoud import (
    AfwijkingInhoud,
    Besluitinhoud,
    BijzondereInhoud,
    EindeInhoud,
    Kost,
    OntzorgInhoud,
    Rekenregel,
    WeigeringInhoud,
)
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Ontzorgbesluit, Ontzorgperiode, Uitkeringseenheid, VasteLast

from .afrekening import Maandrekening
from .eenheden import eenheid_van
from .fout import OntzorgFout
from .lasteinde import stopt_met
from .oordeel import afwijking_van_de_wet, in_een_brief, oordeel_over
from .tekorten import betaling_van

EEN_DAG = date.resolution
GEEN_NUMMER, GEEN_NAAM = "nog geen nummer", "[naam van wie beslist]"
ONDERWERP = {
    Besluitsoort.ARTIKEL_56A: "Wij betalen uw vaste lasten",
    Besluitsoort.ARTIKEL_57: "Wij betalen uw vaste lasten langer",
    Besluitsoort.EINDE: "Wij stoppen met het betalen van uw vaste lasten",
    Besluitsoort.BIJZONDERE_BIJSTAND: "Ons besluit over uw bijzondere bijstand",
    Besluitsoort.AFWIJKING: "Wij betalen deze maand een ander bedrag",
    Besluitsoort.WEIGERING: "Wij betalen uw vaste lasten niet",
}
VOOR_DE_ERVEN = "Wij stoppen met het betalen van vaste lasten"


def brief(besluit: Ontzorgbesluit, nummer: str, tekent: str, op: date) -> Inhoud:
    """The letter when it is dated `op`; `tekent` is the name under it.

    Raises OntzorgFout for what is missing, and for anything but an end when the person died.
    """
    soort = Besluitsoort(besluit.soort)
    if soort != Besluitsoort.EINDE:
        eis_in_leven(besluit.dossier)
    hoofd: dict[str, Any] = besluithoofd(
        dossier=besluit.dossier,
        nummer=nummer,
        onderwerp=VOOR_DE_ERVEN if overleden_op(besluit.dossier) else ONDERWERP[soort],
        op=op,
        tekent=tekent,
        opsteller=besluit.opgesteld_door,
    )
    hoofd["motivering"] = tuple(regel.strip() for regel in besluit.motivering.splitlines() if regel.strip())
    hoofd["wijkt_af"] = afwijking_van_de_wet(dossier=besluit.dossier, op=op)
    return _SCHRIJF[soort](besluit, hoofd)


def eis_in_leven(dossier: Dossier) -> None:
    """Raises OntzorgFout when the person died: nobody gets money or a letter of this kind any more."""
    if dag := overleden_op(dossier):
        raise OntzorgFout(f"De inburgeraar is overleden op {datum_zonder_weekdag(dag)}. Alleen het besluit over het "
                          "einde gaat nog uit, naar de erven.")  # fmt: skip


def voorbeeld_brief(*, besluit: Ontzorgbesluit, op: date) -> bytes:
    """The letter with CONCEPT across it; nothing is stored. Raises PdfFout and OntzorgFout."""
    sjabloon = BESLUITBRIEVEN[Besluitsoort(besluit.soort)].sjabloon
    return voorbeeld(sjabloon=sjabloon, inhoud=brief(besluit, GEEN_NUMMER, GEEN_NAAM, op))


def te_verzwijgen(eenheid: Uitkeringseenheid, dossier: Dossier) -> frozenset[int]:
    """The extra protected dossiers of the others in the unit: a letter in `dossier` names no creditor of theirs."""
    anderen = eenheid.leden.filter(dossier__extra_beschermd=True).exclude(dossier=dossier)
    return frozenset(anderen.values_list("dossier", flat=True))


def kosten(lasten: Iterable[VasteLast], *, geheim: Collection[int] = ()) -> tuple[Kost, ...]:
    """Fixed costs as a letter lists them; of those of who is in `geheim` neither creditor nor reference."""
    return tuple(
        Kost(
            soort=last.soort.naam,
            crediteur="" if last.dossier_id in geheim else last.crediteur.naam,
            kenmerk="" if last.dossier_id in geheim else last.kenmerk,
            bedrag=last.bedrag,
            eerste_maand=last.eerste_maand.isoformat(),
        )
        for last in lasten
    )


def eis_eenheid(dossier: Dossier, op: date) -> Uitkeringseenheid:
    """The unit on this day. Raises OntzorgFout: without it nobody knows what is left to live on."""
    if eenheid := eenheid_van(dossier=dossier, op=op):
        return eenheid
    raise OntzorgFout("Stel eerst de uitkeringseenheid samen. Zonder eenheid is het leefgeld niet bekend.")


def toonmaand(besluit: Ontzorgbesluit) -> date:
    """The first whole month of the decision: the one the letter shows the leefgeld of."""
    return besluit.vanaf if besluit.vanaf.day == 1 else volgende_maand(eerste_dag(besluit.vanaf))


def rekening(besluit: Ontzorgbesluit) -> tuple[Uitkeringseenheid, Maandafrekening]:
    """The unit and its reckoning of the month in the letter. Raises OntzorgFout when it cannot be reckoned."""
    maand = toonmaand(besluit)
    eenheid = eis_eenheid(besluit.dossier, maand)
    som = Maandrekening(eenheid, geheim=te_verzwijgen(eenheid, besluit.dossier))
    return eenheid, som.eis_maand(maand, zonder=_van_anderen(besluit, som.lasten_in(maand), maand))


def _van_anderen(besluit: Ontzorgbesluit, lasten: Iterable[VasteLast], maand: date) -> set[VasteLast]:
    """The costs of one person whom nobody decided on in this month: the gemeente does not pay these."""
    vreemd = {last for last in lasten if last.dossier_id not in (None, besluit.dossier_id)}
    perioden = Ontzorgperiode.objects.in_maand(maand).filter(dossier__in=[last.dossier_id for last in vreemd])
    ook_ontzorgd = set(perioden.values_list("dossier", flat=True))
    return {last for last in vreemd if last.dossier_id not in ook_ontzorgd}


def _ontzorgen(besluit: Ontzorgbesluit, hoofd: dict[str, Any]) -> Besluitinhoud:
    eenheid, afrekening = rekening(besluit)
    lasten = [last for last in lasten_van(eenheid) if last.geldt_in(afrekening.maand)]
    anders = _van_anderen(besluit, lasten, afrekening.maand)
    return OntzorgInhoud(
        **hoofd,
        vanaf=besluit.vanaf.isoformat(),
        tot_en_met=_dag(besluit.tot_en_met),
        kosten=kosten((last for last in lasten if last not in anders), geheim=te_verzwijgen(eenheid, besluit.dossier)),
        maand=afrekening.maand.isoformat(),
        rekening=tuple(Rekenregel(naam=regel.naam, bedrag=regel.bedrag) for regel in afrekening.regels),
        leefgeld=afrekening.leefgeld,
        eerder_tot=besluit.periode.laatste_dag.isoformat() if besluit.periode else "",
    )


def _einde(besluit: Ontzorgbesluit, hoofd: dict[str, Any]) -> Besluitinhoud:
    periode = eis_periode(besluit)
    oud = periode.besluit.beschikking
    if oud is None:
        raise OntzorgFout("Deze periode heeft geen besluit.")
    overleden = overleden_op(besluit.dossier)
    if besluit.eindreden == Eindreden.OVERLIJDEN and overleden is None:
        raise OntzorgFout("Leg eerst het overlijden vast in het dossier: dan gaat de brief naar de erven.")
    if besluit.eindreden == Eindreden.BELEID:
        hoofd["wijkt_af"] = in_een_brief(besluit.dossier.gemeente, besluit.vanaf)
    laatste_dag = besluit.vanaf - EEN_DAG
    begonnen = besluit.vanaf > periode.vanaf
    einden = stopt_met(dossier=besluit.dossier, laatste_dag=laatste_dag) if begonnen else []
    maanden = {einde.maand for einde in einden if einde.maand}
    return EindeInhoud(
        **hoofd,
        per=besluit.vanaf.isoformat(),
        laatste_dag=laatste_dag.isoformat(),
        laatste_maand=_dag(max(maanden)) if len(maanden) == 1 else "",
        zelf_vanaf=volgende_maand(max(maanden)).isoformat() if len(maanden) == 1 else "",
        oud_nummer=oud.nummer,
        oud_datum=oud.dagtekening.isoformat(),
        reden="" if besluit.eindreden == Eindreden.ANDERS else Eindreden(besluit.eindreden).label,
        kosten=tuple(
            replace(kost, laatste_maand=_dag(einde.maand))
            for kost, einde in zip(kosten(einde.last for einde in einden), einden, strict=True)
        ),
        overleden_op=_dag(overleden),
        verlengingen=tuple(
            rij.besluit.beschikking.nummer
            for rij in Ontzorgperiode.objects.verlengt(periode).select_related("besluit__beschikking")
            if rij.besluit.beschikking
        ),
    )


def _bijzonder(besluit: Ontzorgbesluit, hoofd: dict[str, Any]) -> Besluitinhoud:
    return BijzondereInhoud(
        **hoofd,
        aanvraag_op=_dag(besluit.aanvraag_op),
        toegekend=besluit.toegekend,
        bedrag=besluit.bedrag,
        eerste_maand=besluit.vanaf.isoformat(),
        laatste_maand=_dag(besluit.tot_en_met and eerste_dag(besluit.tot_en_met)),
    )


def _afwijking(besluit: Ontzorgbesluit, hoofd: dict[str, Any]) -> Besluitinhoud:
    if besluit.last is None:
        raise OntzorgFout("Bij dit besluit hoort een vaste last.")
    if besluit.meer_maanden:
        hoofd["kenmerk"] = replace(hoofd["kenmerk"], onderwerp="Wij betalen tijdelijk een ander bedrag")
    betaald, volledig = betaling_van(besluit.last, besluit.vanaf)
    bedrag, eerder = besluit.bedrag or 0, besluit.bedrag_eerder or 0
    return AfwijkingInhoud(
        **hoofd,
        soort=besluit.last.soort.naam,
        crediteur=besluit.last.crediteur.naam,
        maand=besluit.vanaf.isoformat(),
        laatste_maand=_dag(besluit.tot_en_met and eerste_dag(besluit.tot_en_met)) if besluit.meer_maanden else "",
        bedrag=bedrag,
        bedrag_eerder=eerder,
        tekort=eerder - bedrag if betaald == bedrag < eerder else 0,
        leefgeld_meer=eerder - bedrag if volledig and betaald == eerder > bedrag else 0,
    )


def _weigering(besluit: Ontzorgbesluit, hoofd: dict[str, Any]) -> Besluitinhoud:
    """The conditions that are not met on the day the letter is dated."""
    dag = date.fromisoformat(hoofd["kenmerk"].datum)
    oordeel = oordeel_over(dossier=besluit.dossier, feiten=dossierfeiten_van(besluit.dossier), op=dag)
    return WeigeringInhoud(**hoofd, aanvraag_op=_dag(besluit.aanvraag_op), redenen=oordeel.redenen)


def eis_periode(besluit: Ontzorgbesluit) -> Ontzorgperiode:
    """The period it extends, ends or deviates from. Raises OntzorgFout without one."""
    if besluit.periode is None:
        raise OntzorgFout("Bij dit besluit hoort een periode.")
    return besluit.periode


def lasten_van(eenheid: Uitkeringseenheid) -> list[VasteLast]:
    """Every fixed cost of the unit, with what a letter says of it."""
    return list(eenheid.lasten.select_related("soort", "crediteur"))


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


_SCHRIJF: dict[Besluitsoort, Callable[[Ontzorgbesluit, dict[str, Any]], Besluitinhoud]] = {
    Besluitsoort.ARTIKEL_56A: _ontzorgen,
    Besluitsoort.ARTIKEL_57: _ontzorgen,
    Besluitsoort.EINDE: _einde,
    Besluitsoort.BIJZONDERE_BIJSTAND: _bijzonder,
    Besluitsoort.AFWIJKING: _afwijking,
    Besluitsoort.WEIGERING: _weigering,
}
