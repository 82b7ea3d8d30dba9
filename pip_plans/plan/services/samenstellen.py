"""The first version of a PIP, composed from the intake. Everything in it is a proposal that the consulent edits."""

from typing import Any

from cases.models import Dossier, Medewerker
from inburgering.recht.feiten import Leerroute
from pip_plans.intake.enums import Gebied
from pip_plans.intake.services.samenvatting import IntakeSamenvatting
from pip_plans.plan.normen import MAP_UREN, PVT_UREN

from .situatie import Situatie
from .zinnen import afgemaakt

OPENING = {
    Leerroute.B1: "U kunt waarschijnlijk niveau B1 halen. Daarmee kunt u werken of een opleiding volgen.",
    Leerroute.Z: "Niveau B1 is nu te moeilijk voor u. In deze route leert u wat u elke dag nodig hebt.",
}
VOORTGANG = 6


def voorstel_leerroute(b1_haalbaar: bool | None) -> Leerroute:
    """B1 unless the test says that it is out of reach; the onderwijsroute is always a choice of people."""
    return Leerroute.Z if b1_haalbaar is False else Leerroute.B1


def eerste_velden(situatie: Situatie, dossier: Dossier, door: Medewerker) -> dict[str, Any]:
    """Fields of Pip with sensible beginnings."""
    intake = situatie.intake
    route = voorstel_leerroute(situatie.b1_haalbaar)
    return {
        "leerroute": route.value,
        "b1_haalbaar": situatie.b1_haalbaar,
        "motivering": _motivering(intake, route),
        "doel": afgemaakt(intake.wens) if intake else "",
        "knm": "U krijgt de lessen KNM op uw school." if situatie.met_aanbod else "",
        "pvt_uren": PVT_UREN,
        "pvt_wanneer": "in het eerste jaar.",
        "map_uren": MAP_UREN,
        "map_wanneer": "in het tweede jaar.",
        "map_aanbieder": f"de gemeente {dossier.gemeente}",
        "voortgangsgesprekken": VOORTGANG,
        "voortgang_wanneer": "De gesprekken zijn ongeveer om de zes maanden. U krijgt steeds een uitnodiging.",
        "begeleiding": _begeleiding(situatie, dossier, door),
        "zienswijze": afgemaakt(intake.zienswijze) if intake else "",
    }


def _motivering(intake: IntakeSamenvatting | None, route: Leerroute) -> str:
    delen = [OPENING[route]]
    for gebied in (Gebied.TAAL, Gebied.OPLEIDING, Gebied.WERK) if intake else ():
        deel = intake.gebied(gebied)  # type: ignore[union-attr]  # the loop is empty without an intake
        delen.append(" ".join(afgemaakt(tekst) for tekst in (deel.situatie, deel.mogelijkheden) if tekst))
    return "\n\n".join(deel for deel in delen if deel)


def _begeleiding(situatie: Situatie, dossier: Dossier, door: Medewerker) -> str:
    consulent = dossier.consulent or door
    regels = [f"{consulent.naam}, uw inburgeringsconsulent: maakt met u afspraken en helpt als iets niet lukt."]
    if situatie.met_aanbod:
        regels.append("Uw maatschappelijk begeleider: helpt u met wonen, post, verzekeringen en de huisarts.")
    else:
        regels.append("De gemeente: geeft u advies over scholen en over de lening bij DUO.")
    return "\n".join(regels)


def eerste_afspraken(situatie: Situatie, dossier: Dossier) -> list[dict[str, str]]:
    """Rows of the table of agreements; how much and when are left to the talk."""
    naam, gemeente = dossier.inburgeraar.naam, f"Gemeente {dossier.gemeente}"
    rijen = [{"wat": "Lessen Nederlands volgen", "wie": naam}, {"wat": "Thuis oefenen met de lessen", "wie": naam}]
    rijen.append({"wat": "Het participatieverklaringstraject volgen en de verklaring ondertekenen", "wie": naam})
    if situatie.met_aanbod:
        rijen.append({"wat": "De plek op school regelen en betalen", "wie": gemeente})
    return [{**rij, "hoeveel": "", "wanneer": ""} for rij in rijen]
