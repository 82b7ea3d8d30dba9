"""Starting another version of a plan that left the house: everything is copied, the reason is asked first."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from cases.enums import Beschikkingstatus, Dossierstatus
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.feiten import Leerroute
from inburgering.recht.termijnen import TermijnSoort
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.plan import handelingen
from pip_plans.plan.enums import TE_KIEZEN, Intrekkingstand, Wijzigingssoort
from pip_plans.plan.models import Pip, Wijziging

from .basis import PlanFout
from .elders import neem_leerroute_over
from .overnemen import neem_rijen_over, neem_velden_over
from .samenstellen import velden_na_wissel
from .schrijffout import geen_schrijffout
from .situatie import situatie
from .versies import eerder_pip, geen_vervolg, geldende, is_beeindigd, uitgegeven_versie, versies
from .volledigheid import Gemis
from .wijzigingsregels import Huidig, Wijzigingsvraag, gebreken, vraag_van

EERST_BEKENDMAKEN = "Maak het PIP eerst bekend. Tot dan kunt u alleen een kennelijke verschrijving herstellen."


class WijzigingGeweigerd(PlanFout):
    """The change cannot be made; `gebreken` says at which field of the question, and names the article."""

    def __init__(self, gevonden: list[Gemis]) -> None:
        super().__init__(" ".join(rij.zin for rij in gevonden))
        self.gebreken = gevonden


def beletsels_wijzigen(dossier: Dossier, vorige: Pip | None) -> list[str]:
    """Why no other version can be started now, one Dutch sentence each; empty when it can."""
    if vorige is None:
        return ["Er is nog geen PIP om te wijzigen."]
    redenen = beletsels_lopend(dossier)
    if vorige.intrekkingen.filter(stand=Intrekkingstand.VOORGESTELD).exists():
        redenen.append("Er ligt een voorstel om dit PIP in te trekken.")
    if onderweg := vorige.beschikking and vorige.beschikking.opvolger_onderweg:
        redenen.append(f"Besluit {onderweg} is vastgesteld en nog niet verzonden. Maak dat eerst bekend.")
    if is_beeindigd(vorige):
        redenen.extend(_niet_opnieuw(vorige))
    return redenen


def _niet_opnieuw(vorige: Pip) -> list[str]:
    """Why no new PIP comes after this one that ended: there is one again, or it comes nowhere here."""
    feiten = situatie(vorige.dossier).feiten
    eerder = eerder_pip(vorige.dossier, feiten)
    weer = f"Het PIP van {datum_zonder_weekdag(eerder.datum)} geldt weer. Wijzig dat." if eerder else ""
    return [reden for reden in (weer, geen_vervolg(feiten)) if reden]


def beletsels_lopend(dossier: Dossier) -> list[str]:
    """What stands in the way of any new version of this dossier."""
    redenen = []
    if dossier.status == Dossierstatus.AFGESLOTEN:
        redenen.append("Dit dossier is afgesloten.")
    if Pip.objects.lopend().filter(dossier=dossier).exists():
        redenen.append("Er is al een concept. Maak dat af of trek het in.")
    return redenen


def huidig(vorige: Pip) -> Huidig:
    """What the rules of a change compare with."""
    return huidig_van(vorige.dossier, vorige.leerroute, tuple(vorige.a2_onderdelen))


def huidig_van(dossier: Dossier, leerroute: str, a2_onderdelen: tuple[str, ...] = ()) -> Huidig:
    """The same for a leerroute that is known in another way; the window is the open term of this dossier."""
    venster = dossier.termijnen.open().filter(soort=TermijnSoort.LEERROUTE_WISSEL.value).first()
    return Huidig(leerroute, a2_onderdelen, venster.laatste_dag if venster else None)


@transaction.atomic
def begin_wijziging(*, vorige: Pip, vraag: Wijzigingsvraag, door: Medewerker, op: date) -> Pip:
    """Start a concept from the version that holds, with all its fields and rows, and the reason beside it.

    With another leerroute the hours, the school and the reasons of the old one stay behind. The zienswijze is asked
    anew, except for a verschrijving.
    After intrekken or herroepen the kind is always OPNIEUW, of an advice always ADVIES. Raises WijzigingGeweigerd for
    what the law does not allow (Wi 17, Bi 5.4, 5.5), PlanFout while another concept or proposal is open, while a
    decision on it waits to be sent, after the end of the plicht, when `vorige` is not the version to go on with, and
    for a change other than a verschrijving before the PIP was made known.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=vorige.dossier_id)
    laatste = uitgegeven_versie(vorige.dossier)
    if laatste != vorige:
        raise PlanFout("Er is al een nieuwere versie. Ververs de pagina.")
    if redenen := beletsels_wijzigen(vorige.dossier, laatste):
        raise PlanFout(" ".join(redenen))
    _eis_soort(laatste, vraag.soort)
    if gevonden := gebreken(vraag, huidig(laatste), op):
        raise WijzigingGeweigerd(gevonden)
    pip = _kopieer(laatste, vraag, door, op)
    leg_reden_vast(pip, laatste, vraag)
    neem_leerroute_over(pip, situatie(pip.dossier), op)
    registreer_handeling(
        dossier=pip.dossier,
        soort=handelingen.PIP_WIJZIGING_BEGONNEN,
        datum=op,
        door=door,
        gegevens={"versie": pip.versie, "soort": Wijzigingssoort(vraag.soort).label},
    )
    return pip


def past_bij(vorige: Pip) -> tuple[Wijzigingssoort, ...]:
    """The kinds of change that are possible from this version now."""
    if vorige.is_advies:
        return (Wijzigingssoort.ADVIES,)
    if is_beeindigd(vorige):
        return (Wijzigingssoort.OPNIEUW,)
    if vorige.beschikking and vorige.beschikking.status == Beschikkingstatus.VASTGESTELD:
        return (Wijzigingssoort.VERSCHRIJVING,)
    return TE_KIEZEN


def gebreken_nu(pip: Pip, op: date) -> list[Gemis]:
    """The rules of its kind of change again, for a concept on the day that it is offered or decided on."""
    wijziging = pip.wijziging_of_niets
    if wijziging is None:
        return []
    if wijziging.eerder_datum:
        return gebreken(vraag_van(pip), huidig_van(pip.dossier, wijziging.eerder_leerroute), op)
    if wijziging.vorige is None:
        return []
    inhoud = geen_schrijffout(pip, wijziging.vorige) if wijziging.soort == Wijzigingssoort.VERSCHRIJVING else ()
    return [*_intussen(pip, wijziging), *gebreken(vraag_van(pip), huidig(wijziging.vorige), op), *inhoud]


def _intussen(pip: Pip, wijziging: Wijziging) -> list[Gemis]:
    """What happened to the version it was started from, when that makes this concept one of nothing."""
    besluit = wijziging.vorige.beschikking if wijziging.vorige else None
    staat = geldende(versies(pip.dossier))
    if wijziging.soort == Wijzigingssoort.OPNIEUW and staat:
        return [Gemis("motivering", f"{staat.beschikking} geldt weer. Trek dit concept in en wijzig dat PIP.")]
    if wijziging.soort == Wijzigingssoort.OPNIEUW and (eerder := eerder_pip(pip.dossier, situatie(pip.dossier).feiten)):
        weer = f"Het PIP van {datum_zonder_weekdag(eerder.datum)} geldt weer. Trek dit concept in en wijzig dat PIP."
        return [Gemis("motivering", weer)]
    einde = besluit.opvolger if besluit else None
    if wijziging.soort == Wijzigingssoort.OPNIEUW and einde and (wacht := einde.opvolger_onderweg):
        return [Gemis("motivering", f"Besluit {wacht} is vastgesteld en nog niet verzonden. Maak dat eerst bekend.")]
    if wijziging.soort != Wijzigingssoort.OPNIEUW and besluit and not besluit.is_geldend:
        wat = f"{besluit} is {besluit.get_status_display()}. Trek dit concept in en begin opnieuw."
        return [Gemis("motivering", wat)]
    return []


def _eis_soort(vorige: Pip, soort: Wijzigingssoort) -> None:
    mogelijk = past_bij(vorige)
    if soort in mogelijk:
        return
    if mogelijk == (Wijzigingssoort.VERSCHRIJVING,):
        raise PlanFout(EERST_BEKENDMAKEN)
    raise PlanFout(f"Deze wijziging past niet bij een PIP dat {vorige.stand} is.")


def _kopieer(vorige: Pip, vraag: Wijzigingsvraag, door: Medewerker, op: date) -> Pip:
    pip = Pip(dossier=vorige.dossier, opgesteld_door=door, gewijzigd_door=door, opgesteld_op=op)
    pip.versie = (vorige.dossier.pips.geldend().aggregate(hoogste=Max("versie"))["hoogste"] or 0) + 1
    neem_velden_over(vorige, pip, met_zienswijze=vraag.soort == Wijzigingssoort.VERSCHRIJVING)
    gegevens = situatie(vorige.dossier)
    if vraag.soort == Wijzigingssoort.LEERROUTE:
        for veld, waarde in velden_na_wissel(pip, Leerroute(vraag.leerroute), gegevens, op).items():
            setattr(pip, veld, waarde)
    if vraag.soort == Wijzigingssoort.AFSCHALEN:
        pip.a2_onderdelen = [*vorige.a2_onderdelen, *(set(vraag.a2_onderdelen) - set(vorige.a2_onderdelen))]
    pip.b1_haalbaar = gegevens.b1_haalbaar
    pip.save()
    pip.schrijvers.add(door)
    neem_rijen_over(vorige, pip)
    return pip


def leg_reden_vast(
    pip: Pip, vorige: Pip | None, vraag: Wijzigingsvraag, *, eerder_datum: date | None = None
) -> Wijziging:
    """Only what belongs to this kind of change is kept, whatever else was typed."""
    rij = Wijziging(pip=pip, vorige=vorige, soort=vraag.soort, reden=vraag.reden.strip())
    if eerder_datum:
        rij.eerder_datum, rij.eerder_nummer = eerder_datum, vraag.eerder_nummer.strip()
        rij.eerder_leerroute = vraag.eerder_leerroute
    if vraag.soort == Wijzigingssoort.LEERROUTE:
        rij.grond, rij.uitzondering = vraag.grond, vraag.uitzondering
        rij.uitzondering_reden = vraag.uitzondering_reden.strip() if vraag.uitzondering else ""
    if vraag.soort == Wijzigingssoort.AFSCHALEN:
        rij.cursusuren, rij.cursusuren_op = vraag.cursusuren, vraag.cursusuren_op
        rij.cursusuren_bron = vraag.cursusuren_bron.strip()
    rij.save()
    return rij
