"""Ontzorgen in the demonstration: creditors with approved accounts, a unit, its fixed costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cases.models import Gemeente, Medewerker
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Crediteur, Lastsoort, Leefsituatie, Rekening
from ontzorgen.services.crediteuren import bewaar_crediteur, keur_rekening_goed, stel_rekening_voor
from ontzorgen.services.eenheden import stel_eenheid_samen
from ontzorgen.services.inrichting import richt_ontzorgen_in
from ontzorgen.services.lasten import leg_last_vast
from ontzorgen.services.leefsituaties import leg_leefsituatie_vast

from .accounts import HANS, NOOR
from .traject import Traject

VERHUURDER, ENERGIE, WATER, VERZEKERAAR = (
    "Woningstichting De Dijk (voorbeeld)",
    "Polderstroom (voorbeeld)",
    "Waterbedrijf Amstelland (voorbeeld)",
    "Zorgverzekeraar Linde (voorbeeld)",
)
# Well-formed accounts that belong to nobody: the bank code of a test bank.
REKENINGEN = {
    VERHUURDER: "NL02ABNA0123456789",
    ENERGIE: "NL91ABNA0417164300",
    WATER: "NL20INGB0001234567",
    VERZEKERAAR: "NL39RABO0300065264",
}


BUITENLANDS = "Nordlicht Energie (voorbeeld)", "DE89370400440532013000"


@dataclass(frozen=True, slots=True)
class Lasten:
    """What a household pays a month, in cents."""

    huur: int
    energie: int
    water: int
    zorgverzekering: int


def maak_crediteuren(*, gemeente: Gemeente, mensen: Mapping[str, Medewerker], sinds: date, op: date) -> None:
    """The creditors of this gemeente, entered by the uitkeringsadministratie and approved by Sociale Zaken.

    One is new, with an account abroad that waits for the second person.
    """
    richt_ontzorgen_in()
    hans, noor = mensen[HANS.sleutel], mensen[NOOR.sleutel]
    for naam, iban in REKENINGEN.items():
        if rekening := _voorstel(gemeente, naam, iban, hans, sinds):
            keur_rekening_goed(rekening=rekening, door=noor, op=sinds)
    _voorstel(gemeente, *BUITENLANDS, hans, op)


def _voorstel(gemeente: Gemeente, naam: str, iban: str, door: Medewerker, op: date) -> Rekening | None:
    """A creditor with the account that is proposed; None for one that is there."""
    if Crediteur.objects.filter(gemeente=gemeente, naam=naam).exists():
        return None
    adres = {"straat": "Postbus 1 (voorbeeld)", "postcode_plaats": "1110 AA  Diemen"}
    crediteur = bewaar_crediteur(gemeente=gemeente, gegevens={"naam": naam} | adres)
    return stel_rekening_voor(
        crediteur=crediteur,
        iban=iban,
        tenaamstelling=naam.removesuffix(" (voorbeeld)"),
        bron="factuur (voorbeeld)",
        nagegaan=True,
        door=door,
        op=op,
    )


def ontzorg(t: Traject, lasten: Lasten, *, leefvorm: str = "ALLEENSTAANDE") -> None:
    """Compose the unit of one person from the first day of the bijstand, with its fixed costs."""
    begin = t.dossier.gebeurtenissen.geldend().get(soort="BIJSTAND_INGEGAAN").datum
    door, gemeente = t.wereld.mensen[NOOR.sleutel], t.wereld.gemeente
    eenheid = stel_eenheid_samen(gemeente=gemeente, dossiers=[t.dossier], vanaf=begin, door=door, op=begin)
    bron = "bijstandsbeschikking (voorbeeld)"
    situatie = Leefsituatie(eenheid=eenheid, vanaf=begin, leefvorm=leefvorm, leeftijdsgroep="VAN_21_TOT_AOW", bron=bron)
    leg_leefsituatie_vast(situatie=situatie, door=door, op=begin)
    aan = {"huur": VERHUURDER, "energie": ENERGIE, "water": WATER, "zorgverzekering": VERZEKERAAR}
    for soort in Lastsoort.objects.all():
        gegevens = {
            "soort": soort,
            "dossier": t.dossier if soort.per_persoon else None,
            "crediteur": Crediteur.objects.get(gemeente=gemeente, naam=aan[soort.code]),
            "bedrag": getattr(lasten, soort.code),
            "kenmerksoort": "VRIJ",
            "kenmerk": f"contract {t.dossier.nummer[-4:]}-{soort.volgorde}",
            "eerste_maand": volgende_maand(eerste_dag(begin)),
            "bron": "contract (voorbeeld)",
            "machtiging_op": begin,
        }
        leg_last_vast(eenheid=eenheid, gegevens=gegevens, door=t.door, op=begin)
