"""From a PIP and what is known around it to the content of the letter 'pip/v1'."""

from datetime import date

from cases.services import documenten
from cases.services.briefhoofd import besluithoofd
from inburgering.recht.feiten import Leerroute
from pip_plans.intake.services.samenvatting import GesprekSamenvatting, IntakeSamenvatting, ToetsSamenvatting
from pip_plans.plan import inhoud
from pip_plans.plan.brieven import PIP_ADVIES
from pip_plans.plan.enums import Examenwens, GeenZienswijze, Taaldeel
from pip_plans.plan.models import Pip
from pip_plans.plan.normen import Z_UREN_PARTICIPATIE, Z_UREN_TAAL

from .advies import stel_advies_samen
from .basis import PlanFout
from .bijlagen import gaat_mee
from .onverzonden import nooit_verzonden
from .samenvatting import talen_van
from .samenvatting import titel as samenvattingtitel
from .situatie import Situatie, situatie
from .versies import UITGEGEVEN, wijzigt_eerder
from .wijzigingsbrief import met_wijziging, termijn, verhuizing
from .zinnen import afgemaakt, open_eind

SJABLOON = "pip/v1"
ONDERWERP = "Uw Plan Inburgering en Participatie"
BIJ_EERDER = "de toets hoort bij uw eerste PIP. Voor een wijziging is geen nieuwe toets nodig."
NOG_INVULLEN = "[nog invullen]"
_AWB = "van de Algemene wet bestuursrecht"
GEEN_ZIENSWIJZE = {
    GeenZienswijze.GELEGENHEID: f"U kon zeggen wat u ervan vindt, en u hebt dat niet gedaan (artikel 4:8 {_AWB}).",
    GeenZienswijze.SPOED: f"Er was haast bij. Wij konden niet op uw mening wachten (artikel 4:11, onder a, {_AWB}).",
    GeenZienswijze.EERDER: f"U hebt eerder al gezegd wat u vindt. Er is niets nieuws (artikel 4:11, onder b, {_AWB}).",
}


def stel_brief_samen(*, pip: Pip, gegevens: Situatie, nummer: str, dagtekening: date, tekent: str) -> inhoud.PipInhoud:
    """What the letter says when it is dated `dagtekening`; `tekent` is the name under it.

    Empty places of a concept become '[nog invullen]'. Raises ValueError (Dutch) for what the law does not know.
    """
    dossier, intake = pip.dossier, gegevens.intake
    overgenomen = wijzigt_eerder(pip) and not gegevens.intake_afgerond
    if intake is None and not overgenomen:
        raise ValueError("Er is nog geen brede intake.")
    brief = inhoud.PipInhoud(
        **besluithoofd(
            dossier=dossier,
            nummer=nummer,
            onderwerp=ONDERWERP,
            op=dagtekening,
            tekent=tekent,
            opsteller=pip.opgesteld_door,
            bijlagen=_bijlagen(pip),
        ),
        groep="asiel" if gegevens.met_aanbod else "overig",
        leerroute=pip.leerroute.lower(),
        leerroute_variant=pip.variant,
        motivering=pip.regels("motivering") or (NOG_INVULLEN,),
        versie=pip.versie,
        uren_per_week=(pip.uren_per_week or 0) if gegevens.met_aanbod else 0,
        intensiteit=_intensiteit(pip) if gegevens.met_aanbod else "",
        school=open_eind(pip.school),
        doel=afgemaakt(pip.doel),
        toets=_toets(pip, intake, overgenomen),
        taalstart_advies=afgemaakt(intake.taalstart.advies) if intake and intake.taalstart else "",
        zroute=_zroute(pip, gegevens),
        knm=afgemaakt(pip.knm),
        pvt=_onderdeel(pip.pvt_uren, pip.pvt_wanneer, pip.pvt_aanbieder),
        map_module=None
        if pip.leerroute == Leerroute.ONDERWIJS
        else _onderdeel(pip.map_uren, pip.map_wanneer, pip.map_aanbieder),
        voorschools=tuple(afgemaakt(regel) for regel in pip.regels("voorschools")),
        begeleiding=tuple(_hulp(regel) for regel in pip.regels("begeleiding")),
        voortgangsgesprekken=pip.voortgangsgesprekken or 0,
        voortgangsgesprekken_uitleg=afgemaakt(pip.voortgang_wanneer) or NOG_INVULLEN,
        afspraken=tuple(
            inhoud.Afspraak(wat=rij.wat, wie=rij.wie, hoeveel=rij.hoeveel, wanneer=rij.wanneer)
            for rij in pip.afspraken.all()
        ),
        eerdere_inspanningen=tuple(afgemaakt(regel) for regel in pip.regels("eerdere_inspanningen")),
        termijn=termijn(gegevens.feiten, dagtekening, nooit_verzonden(pip)),
        a2_onderdelen=tuple(str(Taaldeel(deel).label) for deel in pip.a2_onderdelen),
        verhuizing=verhuizing(pip, gegevens.feiten),
        bijstand=gegevens.bijstand,
        ontzorgen=gegevens.ontzorgen,
        pw_beschikkingen=_pw_beschikkingen(pip),
        zienswijze=afgemaakt(pip.zienswijze),
        geen_zienswijze=_geen_zienswijze(pip),
        individueel_gesprek=_individueel(intake) if intake else None,
        gesprekken=tuple(_gesprek(gesprek) for gesprek in intake.gesprekken) if intake else (),
        oproepen=tuple((dag.isoformat(), wat) for dag, wat in intake.gemiste_oproepen) if intake else (),
        overgenomen=overgenomen,
    )
    return met_wijziging(brief, pip)


def voorbeeld(*, pip: Pip, op: date) -> bytes:
    """The letter as it would be today, with CONCEPT across it; nothing is stored. Raises PlanFout and PdfFout."""
    if pip.status in UITGEGEVEN:
        raise PlanFout(f"Dit PIP is {pip.get_status_display()}; lees het document zelf.")
    gegevens = situatie(pip.dossier)
    try:
        if pip.is_advies:
            advies = stel_advies_samen(pip=pip, gegevens=gegevens, op=op, tekent=pip.opgesteld_door)
            return documenten.voorbeeld(sjabloon=PIP_ADVIES.sjabloon, inhoud=advies)
        brief = stel_brief_samen(pip=pip, gegevens=gegevens, nummer="PIP-concept", dagtekening=op, tekent="[naam]")
    except ValueError as fout:
        raise PlanFout(f"Een voorbeeld kan nog niet: {fout}") from fout
    return documenten.voorbeeld(sjabloon=SJABLOON, inhoud=brief)


def _intensiteit(pip: Pip) -> str:
    duur = f", ongeveer {pip.duur_maanden} maanden lang" if pip.duur_maanden else ""
    return f"{pip.uren_per_week or NOG_INVULLEN} uur les per week{duur}."


def _onderdeel(uren: int | None, wanneer: str, aanbieder: str) -> inhoud.Onderdeel:
    return inhoud.Onderdeel(
        uren=uren or 0,
        wanneer=afgemaakt(wanneer) or NOG_INVULLEN,
        aanbieder=open_eind(aanbieder) or NOG_INVULLEN,
    )


def _zroute(pip: Pip, gegevens: Situatie) -> inhoud.Zroute | None:
    if pip.leerroute != Leerroute.Z:
        return None
    return inhoud.Zroute(
        uren_taal=Z_UREN_TAAL,
        uren_participatie=(pip.participatie_uren or Z_UREN_PARTICIPATIE) if gegevens.met_aanbod else 0,
        lagere_norm=gegevens.met_aanbod and (pip.participatie_uren or Z_UREN_PARTICIPATIE) < Z_UREN_PARTICIPATIE,
        examenwensen=tuple(str(Examenwens(wens).label) for wens in pip.examenwensen),
    )


def _toets(pip: Pip, intake: IntakeSamenvatting | None, overgenomen: bool) -> inhoud.Leerbaarheidstoets:
    toets = (intake.toets if intake else None) or ToetsSamenvatting(reden_geen=BIJ_EERDER if overgenomen else "")
    redenen = pip.regels("motivering_afwijking") if pip.wijkt_af_van(toets.b1_haalbaar) else ()
    afwijking = tuple(afgemaakt(regel) for regel in redenen)
    if toets.datum:
        return inhoud.Leerbaarheidstoets(
            datum=toets.datum.isoformat(), uitslag=afgemaakt(toets.uitslag), afwijking=afwijking
        )
    return inhoud.Leerbaarheidstoets(reden_geen=afgemaakt(toets.reden_geen) or NOG_INVULLEN)


def _hulp(regel: str) -> inhoud.Begeleiding:
    wie, _, wat = regel.partition(":")
    return inhoud.Begeleiding(wie=wie.strip(), wat=afgemaakt(wat) or NOG_INVULLEN)


def _pw_beschikkingen(pip: Pip) -> tuple[inhoud.PwBeschikking, ...]:
    return tuple(
        inhoud.PwBeschikking(
            omschrijving=open_eind(pw.omschrijving),
            datum=pw.datum.isoformat(),
            kenmerk=pw.kenmerk,
            sha256=pw.stuk.sha256 if pw.stuk else "",
        )
        for pw in pip.pw_beschikkingen.all()
        if pw.datum
    )


def _geen_zienswijze(pip: Pip) -> str:
    """Which exception of the law applies, and what happened."""
    if pip.zienswijze.strip() or not pip.geen_zienswijze_grond:
        return ""
    return f"{GEEN_ZIENSWIJZE[GeenZienswijze(pip.geen_zienswijze_grond)]} {afgemaakt(pip.geen_zienswijze)}".strip()


def _bijlagen(pip: Pip) -> tuple[str, ...]:
    """Everything that is in the envelope beside the letter."""
    mee = gaat_mee(pip)
    return (
        *(f"{pw.omschrijving} ({pw.kenmerk})" for pw in pip.pw_beschikkingen.all()),
        *((f"Bijlage {mee.versie} bij uw PIP",) if mee else ()),
        *(samenvattingtitel(taal) for taal in talen_van(pip.dossier)),
    )


def _individueel(intake: IntakeSamenvatting) -> inhoud.IndividueelGesprek:
    gewezen = intake.gewezen_op or intake.gestart_op
    gevoerd = intake.individueel_gevoerd_op is not None
    return inhoud.IndividueelGesprek(gewezen_op=gewezen.isoformat(), gevoerd=gevoerd)


def _gesprek(gesprek: GesprekSamenvatting) -> inhoud.Gesprek:
    over = open_eind(gesprek.over) or "uw situatie en uw plannen"
    return inhoud.Gesprek(datum=gesprek.datum.isoformat(), waar=gesprek.waar, over=over)
