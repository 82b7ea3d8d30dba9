"""The papers of the PVT and the MAP, made in the transaction of the step they belong to; sent like any letter."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from cases import teksten
from cases.brieven import Briefsoort
from cases.inhoud import Inhoud
from cases.models import Document, Dossier, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening
from cases.services.brieven import Brief, BriefFout, stel_op
from inburgering.recht.modules import uren_in_woorden
from pip_plans.modules.brieven import MAP_EINDGESPREK, PVT_UITNODIGING, PVT_VERKLARING
from pip_plans.modules.inhoud import Bijeenkomstregel, MapEindgesprekInhoud, PvtUitnodigingInhoud, PvtVerklaringInhoud
from pip_plans.modules.models import Eindgesprek, Pvtdeelname, Verklaring
from pip_plans.uitvoering.services.fout import UitvoeringFout


def schrijf_uitnodiging(deelname: Pvtdeelname, *, norm: int, door: Medewerker | None, op: date) -> list[Document]:
    """The days of the group that are still to come. Raises UitvoeringFout when there are none."""
    groep, dossier = deelname.groep, deelname.dossier
    dagen = groep.bijeenkomsten.filter(datum__gte=op)
    if not dagen:
        raise UitvoeringFout("Er is geen bijeenkomst die nog komt. Voeg die eerst toe bij de groep.")
    inhoud = PvtUitnodigingInhoud(
        **_hoofd(dossier, "Uw lessen over meedoen in Nederland", door, op),
        bij=groep.aanbieder.naam,
        plaats=groep.plaats,
        lestaal=groep.taal,
        norm=norm,
        bijeenkomsten=tuple(
            Bijeenkomstregel(
                datum=dag.datum.isoformat(), tijd=_tijd(dag.begin), uren=uren_in_woorden(dag.uren),
                excursie=dag.excursie,
            )
            for dag in dagen
        ),
    )  # fmt: skip
    return _maak(dossier, PVT_UITNODIGING, "Uitnodiging voor het PVT", inhoud, door, op)


def schrijf_verklaring(verklaring: Verklaring, *, door: Medewerker | None, op: date) -> list[Document]:
    """When and where to sign, and what."""
    dossier = verklaring.dossier
    inhoud = PvtVerklaringInhoud(
        **_hoofd(dossier, "U tekent de participatieverklaring", door, op),
        naam=dossier.inburgeraar.naam,
        geboortedatum=dossier.inburgeraar.geboortedatum.isoformat(),
        datum=verklaring.datum.isoformat(),
        tijd=_tijd(verklaring.begin),
        plaats=verklaring.plaats,
        namens=verklaring.namens,
        verklaring=teksten.alineas(dossier.gemeente, "pvt-verklaring", op),
    )
    return _maak(dossier, PVT_VERKLARING, "Participatieverklaring", inhoud, door, op)


def schrijf_eindgesprek(
    gesprek: Eindgesprek, *, norm: int, themas: tuple[str, ...], door: Medewerker | None, op: date
) -> list[Document]:
    """How the talk went, with the hours and the themes."""
    dossier = gesprek.dossier
    inhoud = MapEindgesprekInhoud(
        **_hoofd(dossier, "Verslag van uw eindgesprek", door, op),
        naam=dossier.inburgeraar.naam,
        datum=gesprek.datum.isoformat(),
        met=gesprek.met.naam,
        resultaat=gesprek.resultaat,
        uren=uren_in_woorden(Decimal(gesprek.uren)),
        norm=norm,
        themas=themas,
        verslag=teksten.als_alineas(gesprek.verslag),
        vervolg=teksten.als_alineas(gesprek.vervolg),
    )
    return _maak(dossier, MAP_EINDGESPREK, "Verslag van het eindgesprek van de MAP", inhoud, door, op)


def _tijd(tijd: time) -> str:
    return f"{tijd.hour}.{tijd.minute:02d}"


def _hoofd(dossier: Dossier, onderwerp: str, door: Medewerker | None, op: date) -> dict[str, Any]:
    gemeente, behandelaar = dossier.gemeente, dossier.consulent or door
    return {
        "afzender": afzender(gemeente),
        "geadresseerde": geadresseerde(dossier),
        "kenmerk": kenmerk(
            nummer=dossier.nummer, onderwerp=onderwerp, datum=op, gemeente=gemeente, behandelaar=behandelaar
        ),
        "ondertekening": ondertekening(behandelaar),
        "hulp": hulp(gemeente, op),
    }


def _maak(
    dossier: Dossier, soort: Briefsoort, titel: str, inhoud: Inhoud, door: Medewerker | None, op: date
) -> list[Document]:
    try:
        return stel_op(dossier=dossier, soort=soort, brieven=[Brief(titel, inhoud)], door=door, op=op)
    except BriefFout as fout:
        raise UitvoeringFout(str(fout)) from fout
