"""Letters that are no decision: the machtiging to sign, and what a creditor must know."""

from datetime import date

from cases.brieven import Briefsoort
from cases.inhoud import Geadresseerde, Ondertekening
from cases.models import Document, Dossier, Medewerker
from cases.services.briefhoofd import AFDELING, afzender, geadresseerde, hulp, kenmerk, ondertekening
from cases.services.brieven import Brief, BriefFout, stel_op
from ontzorgen.brieven import CREDITEUR, MACHTIGING
from ontzorgen.inhoud import CrediteurInhoud, MachtigingInhoud
from ontzorgen.maanden import eerste_dag
from ontzorgen.models import Crediteur, Uitkeringseenheid, VasteLast

from .besluitbrief import eis_in_leven, kosten, lasten_van
from .eindbericht import LANGER, achterhaald, laatste_brieven, sleutel_van
from .fout import OntzorgFout
from .lasteinde import Lasteinde, einden_van, gaat_door, is_besloten
from .oordeel import afwijking_van_de_wet

TITEL = {
    "begin": "Brief aan een crediteur: begin",
    "wijziging": "Brief aan een crediteur: ander bedrag",
    "einde": "Brief aan een crediteur: einde",
    LANGER: "Brief aan een crediteur: wij betalen langer",
}


def maak_machtiging(*, dossier: Dossier, eenheid: Uitkeringseenheid, door: Medewerker, op: date) -> Document:
    """The letter to sign for the fixed costs of the household and his own that run or are to come.

    Each signs for himself: the costs of a partner stand in the letter to the partner. The same again makes nothing.
    Raises OntzorgFout without any cost, and when the person died.
    """
    eis_in_leven(dossier)
    maand = eerste_dag(op)
    eigen = [last for last in lasten_van(eenheid) if last.dossier_id in (None, dossier.pk)]
    lasten = [last for last in eigen if last.laatste_maand is None or last.laatste_maand >= maand]
    if not lasten:
        raise OntzorgFout("Leg eerst de vaste lasten vast. Zonder vaste lasten valt er niets te tekenen.")
    inhoud = MachtigingInhoud(
        afzender=afzender(dossier.gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=kenmerk(
            nummer=dossier.nummer,
            onderwerp="Mogen wij uw vaste lasten betalen?",
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=dossier.consulent or door,
        ),
        ondertekening=ondertekening(door),
        naam=dossier.inburgeraar.naam,
        geboortedatum=dossier.inburgeraar.geboortedatum.isoformat(),
        kosten=kosten(lasten),
        hulp=hulp(dossier.gemeente, op),
        wijkt_af=afwijking_van_de_wet(dossier=dossier, op=op),
    )
    return _maak(dossier, MACHTIGING, Brief(MACHTIGING.naam, inhoud), door, op)


def maak_crediteurbrief(*, dossier: Dossier, last: VasteLast, door: Medewerker, op: date) -> Document:
    """Tell the creditor of this row what begins, changes or ends, without a BSN or a reason; see `stap`.

    It is kept in the dossier of whom the cost is for, else in `dossier`; its number is that of the unit. One letter
    about one end, whenever it is asked for again; any other is not made twice on one day. Raises OntzorgFout as
    `stap`, for a creditor without an address, and for what cannot be printed.
    """
    wat, maand, einde = stap(last, op)
    eerder = einde.brief if einde else _langer(last) if wat != LANGER else None
    if eerder:
        return eerder
    dossier = last.dossier or dossier
    inhoud = CrediteurInhoud(
        afzender=afzender(dossier.gemeente),
        geadresseerde=_aan(last.crediteur),
        kenmerk=kenmerk(
            nummer=last.eenheid.nummer,
            onderwerp="Betaling voor een klant van u",
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=door,
        ),
        ondertekening=Ondertekening(naam=door.naam, functie=AFDELING),
        wat=wat,
        klant=dossier.inburgeraar.naam,
        klantnummer=last.kenmerk,
        soort=last.soort.naam,
        bedrag=last.bedrag,
        maand=maand.isoformat(),
        betaalt=einde.betaalt.value if einde else "",
    )
    return _maak(dossier, CREDITEUR, Brief(TITEL[wat], inhoud), door, op)


def stap(last: VasteLast, op: date) -> tuple[str, date, Lasteinde | None]:
    """What a creditor must hear of this row, and of which month: its end, that it goes on after all, a change to the
    row before it, or a begin.

    Raises OntzorgFout before a decision, for a row that another one replaces, and for one that the gemeente never pays.
    """
    if not is_besloten(last.eenheid):
        raise OntzorgFout("Er is nog niet besloten om te ontzorgen. Schrijf de crediteur na het besluit.")
    if gaat_door(last):
        raise OntzorgFout("Deze vaste last is gewijzigd. Maak de brief bij de laatste regel.")
    einde = einden_van(eenheid=last.eenheid, op=op).get(last.pk)
    if einde and einde.maand is None:
        raise OntzorgFout("De gemeente betaalt deze vaste last niet: hij begint na het einde. Er is niets te melden.")
    if einde and einde.maand:
        return "einde", einde.maand, einde
    zelfde = last.volgt_op is not None and last.volgt_op.crediteur_id == last.crediteur_id
    bericht = achterhaald(eenheid=last.eenheid, op=op).get(last.pk)
    if bericht and bericht.brief:
        return LANGER, bericht.vanaf, None
    return ("wijziging" if zelfde else "begin"), last.eerste_maand, None


def _langer(last: VasteLast) -> Document | None:
    """The letter that we go on paying, when that is the last one and the cost did not change after it."""
    brief = laatste_brieven([last.eenheid]).get(sleutel_van(last))
    klopt = brief and brief.inhoud["wat"] == LANGER and last.eerste_maand.isoformat() <= brief.inhoud["maand"]
    return brief if klopt else None


def _aan(crediteur: Crediteur) -> Geadresseerde:
    regels = tuple(regel for regel in (crediteur.straat, crediteur.postcode_plaats) if regel)
    if not regels:
        raise OntzorgFout("Van deze crediteur is het adres niet vastgelegd. Vul dat eerst in.")
    return Geadresseerde(naam=crediteur.naam, adresregels=regels, aanhef="Geachte relatie")


def _maak(dossier: Dossier, soort: Briefsoort, brief: Brief, door: Medewerker, op: date) -> Document:
    try:
        return stel_op(dossier=dossier, soort=soort, brieven=[brief], door=door, op=op)[0]
    except BriefFout as fout:
        raise OntzorgFout(str(fout)) from fout
