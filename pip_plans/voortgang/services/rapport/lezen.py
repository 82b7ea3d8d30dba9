"""From the bytes of a report to rows: CSV or the first sheet of an Excel file. A file with a BSN in it is refused."""

from collections.abc import Sequence

from cases.enums_stukken import Bestandsoort
from cases.services.koppelingen.kolommen import TEVEEL
from cases.services.koppelingen.lezen import GROOTSTE_BESTAND, Bestandsfout, Inhoud, Rij, kolomnamen, lees, maak_inhoud
from cases.services.stukken.kantoor import ONLEESBAAR, keur_kantoorbestand
from cases.services.stukken.weigering import StukFout
from inburgering.recht.bsn import vind_bsn
from pip_plans.voortgang.enums import UREN
from pip_plans.voortgang.xlsx import Bladfout, lees_blad

from .kolommen import KOLOMMEN, NODIG, WIE

MEESTE_REGELS = 5000  # five weeks of a thousand people
ZIP = b"PK\x03\x04"


def lees_rapport(inhoud: bytes) -> Inhoud:
    """The rows with the columns that we know; what else the file holds is not kept. Raises Bestandsfout."""
    gelezen = _lees_excel(inhoud) if inhoud.startswith(ZIP) else lees(inhoud, KOLOMMEN, NODIG)
    _weiger_bsn(gelezen)
    if not set(gelezen.kolommen) & set(WIE):
        raise Bestandsfout("Het bestand heeft een kolom dossiernummer of deelnemernummer nodig.")
    if not set(gelezen.kolommen) & set(UREN):
        raise Bestandsfout(f"Het bestand heeft geen kolom met uren: {', '.join(UREN)}.")
    if len(gelezen.rijen) > MEESTE_REGELS:
        raise Bestandsfout(f"Het bestand heeft meer dan {MEESTE_REGELS} regels. Lees het per maand in.")
    kolommen = [naam for naam in gelezen.kolommen if naam in KOLOMMEN]
    return Inhoud(kolommen, [Rij(rij.nummer, _bekend(rij, kolommen)) for rij in gelezen.rijen])


def _bekend(rij: Rij, kolommen: Sequence[str]) -> dict[str, str | list[str]]:
    """Only the cells that we use; that there were too many is kept as a sign, without what they said."""
    waarden = {naam: rij.waarden[naam] for naam in kolommen if naam in rij.waarden}
    return waarden | ({TEVEEL: []} if TEVEEL in rij.waarden else {})


def _lees_excel(inhoud: bytes) -> Inhoud:
    if len(inhoud) > GROOTSTE_BESTAND:
        raise Bestandsfout("Het bestand is groter dan 5 MB. Verdeel het over meer bestanden.")
    try:
        if keur_kantoorbestand(inhoud) != Bestandsoort.XLSX:
            raise Bestandsfout("Dit is geen Excel-bestand. Lever het rapport aan als xlsx of CSV.")
        rijen = [(nummer, cellen) for nummer, cellen in lees_blad(inhoud) if any(cel.strip() for cel in cellen)]
    except StukFout as fout:
        raise Bestandsfout(f"Dit bestand {fout}") from fout
    except (Bladfout, *ONLEESBAAR) as fout:
        raise Bestandsfout("Dit Excel-bestand gaat niet open. Sla het op als ‘CSV UTF-8’.") from fout
    if not rijen:
        raise Bestandsfout("Het eerste blad is leeg. De eerste regel bevat de namen van de kolommen.")
    return maak_inhoud(kolomnamen(rijen[0][1]), rijen[1:], KOLOMMEN, NODIG)


def _weiger_bsn(gelezen: Inhoud) -> None:
    """Nothing of such a file is kept: a BSN does not belong between an aanbieder and us."""
    if any("bsn" in naam or "burgerservice" in naam for naam in gelezen.kolommen):
        raise Bestandsfout("In het bestand staat een kolom met BSN’s. Haal die weg; er is niets bewaard.")
    for rij in gelezen.rijen:
        cellen = (deel for cel in rij.waarden.values() for deel in (cel if isinstance(cel, list) else [cel]))
        if any(vind_bsn(cel) for cel in cellen):
            raise Bestandsfout(
                f"Op regel {rij.nummer} staat een BSN, of een nummer dat er een kan zijn. Haal het weg; er is niets "
                "bewaard."
            )
