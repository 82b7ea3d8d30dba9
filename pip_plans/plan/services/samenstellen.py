"""The first version of a PIP, composed from the intake. Everything in it is a proposal that the consulent edits."""

from datetime import date
from typing import Any

from cases.models import Dossier, Gemeente, Medewerker
from cases.teksten import tekst
from inburgering.recht.feiten import Leerroute, Regime
from pip_plans.intake.enums import Gebied
from pip_plans.intake.services.samenvatting import IntakeSamenvatting
from pip_plans.plan.enums import GeenZienswijze
from pip_plans.plan.models import Pip
from pip_plans.plan.normen import MAP_UREN, PVT_UREN
from pip_plans.plan.routevelden import past_niet_bij

from .situatie import Situatie
from .zinnen import afgemaakt

OPENING = {
    Leerroute.B1: "pip-motivering-b1",
    Leerroute.ONDERWIJS: "pip-motivering-onderwijs",
    Leerroute.Z: "pip-motivering-z",
}
VOORTGANG = 6
NIET_GEKOMEN = "U bent niet gekomen toen wij u uitnodigden."


def voorstel_leerroute(b1_haalbaar: bool | None) -> Leerroute:
    """B1 unless the test says that it is out of reach; the onderwijsroute is always a choice of people."""
    return Leerroute.Z if b1_haalbaar is False else Leerroute.B1


def eerste_velden(situatie: Situatie, dossier: Dossier, door: Medewerker, op: date) -> dict[str, Any]:
    """Fields of Pip with sensible beginnings, from the intake and the texts of the gemeente in force on `op`."""
    if dossier.regime == Regime.WI2013.value:
        return _velden_advies(situatie, dossier, door, op)
    intake = situatie.intake
    route = voorstel_leerroute(situatie.b1_haalbaar)
    # Without a result nobody knows yet why this leerroute would fit.
    opening = "" if situatie.b1_haalbaar is None else tekst(dossier.gemeente, OPENING[route], op)
    return {
        "leerroute": route.value,
        "b1_haalbaar": situatie.b1_haalbaar,
        "motivering": _motivering(intake, opening),
        "doel": _doel(intake),
        "knm": _knm(situatie),
        "pvt_uren": PVT_UREN,
        "pvt_wanneer": "in het eerste jaar.",
        **_map(dossier),
        "voortgangsgesprekken": VOORTGANG,
        "voortgang_wanneer": "De gesprekken zijn ongeveer om de zes maanden. U krijgt steeds een uitnodiging.",
        "begeleiding": _begeleiding(situatie, dossier, door, op),
        "zienswijze": afgemaakt(intake.zienswijze) if intake else "",
        **_geen_zienswijze(intake),
    }


def velden_na_wissel(pip: Pip, route: Leerroute, situatie: Situatie, op: date) -> dict[str, Any]:
    """Fields of a copy that goes to another leerroute: nothing that was agreed for the old one is left in them.

    The standard beginning of the B1-route says that B1 can be reached: it is left out where the test says otherwise.
    """
    tegen_toets = route == Leerroute.B1 and situatie.b1_haalbaar is False
    opening = "" if tegen_toets else tekst(pip.dossier.gemeente, OPENING[route], op)
    eigen = {
        "leerroute": route.value,
        "motivering": _motivering(situatie.intake, opening),
        "motivering_afwijking": "",
        "uren_per_week": None,
        "duur_maanden": None,
        "school": "",
        "knm": _knm(situatie),
    }
    return eigen | ({} if pip.map_uren else _map(pip.dossier)) | past_niet_bij(route)


def met_opening(motivering: str, oud: str, nieuw: str, gemeente: Gemeente, op: date) -> str:
    """The reasons with the standard beginning of the new leerroute in the place of that of the old one."""
    if oud == nieuw or oud not in OPENING or nieuw not in OPENING:
        return motivering
    was, wordt = (tekst(gemeente, OPENING[Leerroute(route)], op).splitlines() for route in (oud, nieuw))
    regels = motivering.splitlines()
    return "\n".join([*wordt, *regels[len(was) :]]) if regels[: len(was)] == was else motivering


def eigen_redenen(pip: Pip, vorige: Pip | None) -> bool:
    """Whether the motivering says anything beside the standard text and what the version before it said, if here."""
    opening = tekst(pip.dossier.gemeente, OPENING[Leerroute(pip.leerroute)], pip.opgesteld_op)
    bekend = {*(vorige.regels("motivering") if vorige else ()), *(regel.strip() for regel in opening.splitlines())}
    return bool(set(pip.regels("motivering")) - bekend)


def _knm(situatie: Situatie) -> str:
    return "U krijgt de lessen KNM op uw school." if situatie.met_aanbod else ""


def _map(dossier: Dossier) -> dict[str, Any]:
    return {
        "map_uren": MAP_UREN,
        "map_wanneer": "in het tweede jaar.",
        "map_aanbieder": f"de gemeente {dossier.gemeente}",
    }


def _geen_zienswijze(intake: IntakeSamenvatting | None) -> dict[str, str]:
    """After three oproepen without a talk there was an opportunity, and no zienswijze."""
    if intake is None or intake.gesprekken or intake.zienswijze:
        return {}
    return {"geen_zienswijze_grond": GeenZienswijze.GELEGENHEID.value, "geen_zienswijze": NIET_GEKOMEN}


def _velden_advies(situatie: Situatie, dossier: Dossier, door: Medewerker, op: date) -> dict[str, Any]:
    """An advice has no leerroute, no hours that the law sets, and no MAP."""
    intake = situatie.intake
    return {
        "motivering": _motivering(intake, ""),
        "doel": afgemaakt(intake.wens) if intake else "",
        "pvt_uren": None,
        "begeleiding": _begeleiding(situatie, dossier, door, op),
        "zienswijze": afgemaakt(intake.zienswijze) if intake else "",
    }


def _motivering(intake: IntakeSamenvatting | None, opening: str) -> str:
    delen = [opening]
    for gebied in (Gebied.TAAL, Gebied.OPLEIDING, Gebied.WERK) if intake else ():
        deel = intake.gebied(gebied)  # type: ignore[union-attr]  # the loop is empty without an intake
        delen.append(" ".join(afgemaakt(zin) for zin in (deel.situatie, deel.mogelijkheden) if zin))
    return "\n\n".join(deel for deel in delen if deel)


def _doel(intake: IntakeSamenvatting | None) -> str:
    """The wish in the words of the intake, and the subdoelen on one line."""
    if intake is None:
        return ""
    delen = [afgemaakt(intake.wens)]
    if intake.subdoelen:
        delen.append(f"U werkt aan: {'; '.join(doel.in_woorden for doel in intake.subdoelen)}.")
    return " ".join(deel for deel in delen if deel)


def _begeleiding(situatie: Situatie, dossier: Dossier, door: Medewerker, op: date) -> str:
    consulent = dossier.consulent or door
    regels = [f"{consulent.naam}, uw inburgeringsconsulent: maakt met u afspraken en helpt als iets niet lukt."]
    regels.append(tekst(dossier.gemeente, f"pip-begeleiding-{'aanbod' if situatie.met_aanbod else 'advies'}", op))
    return "\n".join(regels)


def eerste_afspraken(situatie: Situatie, dossier: Dossier) -> list[dict[str, str]]:
    """Rows of the table of agreements; how much and when are left to the talk."""
    naam, gemeente = dossier.inburgeraar.naam, f"Gemeente {dossier.gemeente}"
    rijen = [{"wat": "Lessen Nederlands volgen", "wie": naam}, {"wat": "Thuis oefenen met de lessen", "wie": naam}]
    rijen.append({"wat": "Het participatieverklaringstraject volgen en de verklaring ondertekenen", "wie": naam})
    if situatie.met_aanbod:
        rijen.append({"wat": "De plek op school regelen en betalen", "wie": gemeente})
    return [{**rij, "hoeveel": "", "wanneer": ""} for rij in rijen]
