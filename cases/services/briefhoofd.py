"""The parts that every letter to an inburgeraar shares: who writes, to whom, who signs."""

from datetime import date
from typing import Any

from cases.enums import Geslacht
from cases.inhoud import Afzender, Bezwaar, Geadresseerde, Hulp, Kenmerk, Ondertekening
from cases.models import Dossier, Gemeente, Inburgeraar, Medewerker
from cases.teksten import regels
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag

AFDELING = "Team Sociale Zaken"
NABESTAANDEN = "Geachte nabestaanden"
_TITEL = {Geslacht.MAN: ("De heer", "Beste meneer"), Geslacht.VROUW: ("Mevrouw", "Beste mevrouw")}


def afzender(gemeente: Gemeente) -> Afzender:
    """The letterhead of this gemeente."""
    return Afzender(
        gemeente=gemeente.naam,
        afdeling=AFDELING,
        bezoekadres=gemeente.straat,
        postadres=gemeente.straat,
        postcode_plaats=gemeente.postcode_plaats,
        telefoon=gemeente.telefoon,
        email=gemeente.email,
        website=gemeente.website,
    )


def geadresseerde(dossier: Dossier) -> Geadresseerde:
    """Name, address and salutation: 'Mevrouw S. Tesfay'. Without a known sex the full name, without a title.

    Who has no address of her own yet gets the letter in the AZC of the latest koppeling. Of who died, the heirs get it
    at the last address.
    """
    inburgeraar = dossier.inburgeraar
    adres = tuple(inburgeraar.adresregels) or _in_het_azc(dossier)
    aan, aanhef = _naam_en_aanhef(inburgeraar)
    if overleden_op(dossier):
        return Geadresseerde(naam=f"De erven van {aan[:1].lower()}{aan[1:]}", adresregels=adres, aanhef=NABESTAANDEN)
    return Geadresseerde(naam=aan, adresregels=adres, aanhef=aanhef)


def overleden_op(dossier: Dossier) -> date | None:
    """The day on which this person died, when that is recorded."""
    feit = dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.OVERLIJDEN).last()
    return feit.datum if feit else None


def let_op_adres(dossier: Dossier) -> str:
    """What somebody must look at before a letter goes to this person; '' when there is nothing."""
    if dag := overleden_op(dossier):
        return f"Overleden op {datum_zonder_weekdag(dag)}. De brief gaat naar de erven, op het laatste adres."
    if not geadresseerde(dossier).adresregels:
        return "Er is geen adres vastgelegd. Vul dat eerst in bij de persoonsgegevens."
    woont = (FeitSoort.VERTREK.value, FeitSoort.BRP_INSCHRIJVING.value)
    laatste = dossier.gebeurtenissen.feiten().geldend().filter(soort__in=woont).last()
    if laatste and laatste.soort == FeitSoort.VERTREK:  # who was registered here again has come back
        verhuisd = datum_zonder_weekdag(laatste.datum)
        return f"Verhuisd op {verhuisd}. Kijk in de BRP of dit het nieuwe adres is, en pas het anders eerst aan."
    return ""


def _naam_en_aanhef(inburgeraar: Inburgeraar) -> tuple[str, str]:
    achternaam = " ".join(deel for deel in (inburgeraar.voorvoegsel, inburgeraar.achternaam) if deel)
    titel = _TITEL.get(Geslacht(inburgeraar.geslacht))
    if titel is None:
        return inburgeraar.naam, f"Beste {inburgeraar.naam}"
    voorletters = "".join(f"{naam[0].upper()}." for naam in inburgeraar.voornamen.split())
    naam = " ".join(deel for deel in (titel[0], voorletters, achternaam) if deel)
    return naam, f"{titel[1]} {achternaam[:1].upper()}{achternaam[1:]}"


def _in_het_azc(dossier: Dossier) -> tuple[str, ...]:
    koppeling = dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.KOPPELING).last()
    azc = koppeling.gegevens.get("azc", "") if koppeling else ""
    return (f"p/a {azc}",) if azc else ()


def kenmerk(
    *,
    nummer: str,
    onderwerp: str,
    datum: date,
    gemeente: Gemeente,
    behandelaar: Medewerker | None,
    bijlagen: tuple[str, ...] = (),
) -> Kenmerk:
    """The reference block; without a number of her own people call the gemeente."""
    return Kenmerk(
        datum=datum.isoformat(),
        nummer=nummer,
        onderwerp=onderwerp,
        behandeld_door=behandelaar.naam if behandelaar else AFDELING,
        telefoon=(behandelaar.telefoon if behandelaar else "") or gemeente.telefoon,
        bijlagen=bijlagen,
    )


def besluithoofd(
    *,
    dossier: Dossier,
    nummer: str,
    onderwerp: str,
    op: date,
    tekent: str,
    opsteller: Medewerker,
    bijlagen: tuple[str, ...] = (),
) -> dict[str, Any]:
    """What every decision says besides its own text: who, to whom, about whom, who signs, and how to object."""
    return {
        "afzender": afzender(dossier.gemeente),
        "geadresseerde": geadresseerde(dossier),
        "kenmerk": kenmerk(
            nummer=nummer,
            onderwerp=onderwerp,
            datum=op,
            gemeente=dossier.gemeente,
            behandelaar=dossier.consulent or opsteller,
            bijlagen=bijlagen,
        ),
        "ondertekening": Ondertekening(naam=tekent, functie=dossier.gemeente.mandaat_functie),
        "bezwaar": bezwaar(dossier.gemeente, op),
        "naam": dossier.inburgeraar.naam,
        "geboortedatum": dossier.inburgeraar.geboortedatum.isoformat(),
    }


def ondertekening(medewerker: Medewerker | None, functie: str = "inburgeringsconsulent") -> Ondertekening:
    """Who signs for the college; `functie` when the person has none of her own."""
    if medewerker is None:
        return Ondertekening(naam=AFDELING, functie="")
    return Ondertekening(naam=medewerker.naam, functie=medewerker.functie or functie)


def hulp(gemeente: Gemeente, op: date) -> tuple[Hulp, ...]:
    """Where somebody gets help for free, as the gemeente wrote it for letters of this date."""
    return tuple(Hulp(naam=naam, contact=contact) for naam, contact in regels(gemeente, "brief-hulp", op))


def bezwaar(gemeente: Gemeente, op: date) -> Bezwaar:
    """Where an objection against a decision of this gemeente goes (Awb 3:45)."""
    postadres, _, plaats = (gemeente.bezwaar_adres or f"{gemeente.straat}, {gemeente.postcode_plaats}").rpartition(", ")
    return Bezwaar(
        postadres=postadres, postcode_plaats=plaats, online="", rechtbank=gemeente.rechtbank, hulp=hulp(gemeente, op)
    )
