"""One of everything in Diemen, so that every address can be asked for a real object."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cases.enums import Afspraaksoort, Plaatssoort
from cases.models import Afspraak, Dossier, Gebeurtenis, Kbdag, Notitie, Vervanging
from cases.services.gezinnen import leg_kind_vast
from cases.services.koppelingen.bestand import maak_voorbeeld
from cases.services.samenvoegen import Keuzes, voeg_samen
from cases.services.tolken import meld_tolk
from inburgering.recht.feiten import FeitSoort
from ontzorgen.enums import Eindreden
from ontzorgen.services.lasten import leg_post_vast
from ontzorgen.services.voorstellen import stel_einde_voor
from pip_plans.intake.services.intake import start_intake
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.services.wijzigen import begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag
from tests.cases.bezwaar.hulp import besluit, klaar_om_te_beslissen
from tests.cases.stukken.hulp import pdf, stuur
from tests.fabriek import Cast, asielstatushouder, leg_vast, maak_dossier
from tests.ontzorgen.bouw import leg_last, maak_crediteur, maak_eenheid, periode
from tests.ontzorgen.bouw_maand import leg_toeslag
from tests.pip_plans.plan.hulp import pip_ter_lezing, vastgesteld_pip, zet_document_gereed

from .wereld_afronding import afrondingrijen
from .wereld_betalen import betaalrijen
from .wereld_einde import eindrijen, overlegrijen
from .wereld_gesprekken import gespreksrijen
from .wereld_handhaven import handhaafrijen
from .wereld_inhouden import inhoudrijen
from .wereld_intake import intakerijen
from .wereld_modules import modulerijen
from .wereld_uitvoering import uitvoeringrijen
from .wereld_voortgang import voortgangrijen
from .wereld_werk import werkrijen

BESTAND = Path(__file__).resolve().parents[1] / "cases" / "koppelingen" / "koppelingen-diemen-2026.csv"


@dataclass(frozen=True)
class Wereld:
    """The dossiers and rows that addresses point to. Every one is in Diemen and belongs to the consulent."""

    cast: Cast
    in_intake: Dossier
    ter_lezing: Dossier
    besloten: Dossier
    rijen: dict[str, Any]

    def argumenten(self, naam: str, verwacht: frozenset[str]) -> dict[str, Any]:
        """The arguments for the address with this full name; KeyError when nobody said which object it needs."""
        waarden: dict[str, Any] = {"gemeente": "diemen"}
        if "nummer" in verwacht:
            waarden["nummer"] = 2 if naam.startswith("cases:koppelregel") else self._dossier(naam).nummer
        for argument in verwacht - waarden.keys():
            waarden[argument] = self.rijen[f"{naam}.{argument}"]
        return waarden

    def _dossier(self, naam: str) -> Dossier:
        if naam.startswith(("intake:", "ontzorgen:")):
            return self.in_intake
        na_het_pip = naam.startswith(("uitvoering:", "afronding:", "modules:"))
        return self.besloten if naam in OP_BESLOTEN or na_het_pip else self.ter_lezing

    @property
    def dossiers(self) -> list[Dossier]:
        return [self.in_intake, self.ter_lezing, self.besloten]


BESTANDSDELEN = ("voortgang", "bevestigen", "weggooien", "fouten")
OP_BESLOTEN = {
    "plan:wijzigen",
    "plan:versie",
    "plan:verschil",
    "plan:intrekking",
    "plan:intrekking_vaststellen",
    "plan:intrekking_afwijzen",
    "plan:intrekking_terugnemen",
    "plan:intrekking_bekendmaken",
    "plan:documentstand",
    "plan:bekendmaken",
    "plan:tekenen",
    "cases:document",
    "cases:document_opnieuw",
    "cases:verzonden",
    "cases:niet_verzenden",
}


def maak_wereld(cast: Cast) -> Wereld:
    in_intake = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 10, 1), kennisgeving=date(2026, 9, 1))
    start_intake(dossier=in_intake, datum=date(2026, 10, 10), door=cast.consulent, op=date(2026, 10, 10))
    ter_lezing, besloten = pip_ter_lezing(cast).dossier, vastgesteld_pip(cast).dossier
    zet_document_gereed(besloten.documenten.get(soort="pip"))
    begin_verbetering(cast, besloten)
    for dossier in (in_intake, ter_lezing, besloten):
        leg_vast(dossier, FeitSoort.BEZWAAR_ONTVANGEN, date(2026, 11, 19), beschikking="PIP-2026-0001")
    rijen = _rijen(cast, ter_lezing, besloten) | intakerijen(in_intake.brede_intake) | _bezwaarrijen(cast, ter_lezing)
    rijen |= _ontzorgrijen(cast, in_intake) | _besluitrijen(cast, in_intake)
    rijen |= betaalrijen(cast, in_intake)
    rijen |= inhoudrijen(cast, in_intake)
    rijen |= handhaafrijen(cast, ter_lezing)
    rijen |= gespreksrijen(cast, ter_lezing)
    rijen |= eindrijen(cast, in_intake) | overlegrijen(cast, ter_lezing)
    rijen |= uitvoeringrijen(cast, besloten) | voortgangrijen(cast, ter_lezing)
    rijen |= afrondingrijen(cast, besloten) | modulerijen(cast, besloten)
    rijen |= werkrijen(cast, ter_lezing)
    return Wereld(cast, in_intake, ter_lezing, besloten, rijen)


def _ontzorgrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """A unit with a fixed cost, and a creditor whose account waits for a second person."""
    eenheid, crediteur = maak_eenheid(cast, dossier), maak_crediteur(cast)
    last = leg_last(cast, eenheid, crediteur)
    toeslag = leg_toeslag(cast, eenheid)
    gegevens = {"soort": "INKOMEN", "omschrijving": "loon", "bedrag": 100, "eerste_maand": date(2027, 8, 1)}
    wie = {"door": cast.sociale_zaken, "op": date(2026, 11, 20)}
    post = leg_post_vast(eenheid=eenheid, gegevens=gegevens | {"bron": "loonstrook"}, **wie)
    namen = ("crediteur", "crediteur_wijzigen", "rekening_goedkeuren", "rekening_afwijzen")
    return (
        {f"ontzorgen:{naam}.pk": crediteur.pk for naam in namen}
        | {f"ontzorgen:{naam}.pk": last.pk for naam in ("last_wijzigen", "last_einde", "crediteurbrief")}
        | {f"ontzorgen:{naam}.pk": toeslag.pk for naam in ("toeslag_wijzigen", "toeslag_nagevraagd")}
        | {f"ontzorgen:{naam}.pk": post.pk for naam in ("post_wijzigen", "post_einde")}
        | {"ontzorgen:lid_einde.pk": eenheid.leden.get().pk}
        | {"ontzorgen:leefsituatie_corrigeren.pk": eenheid.leefsituaties.get().pk}
    )


BESLUITDELEN = ("", "_vaststellen", "_afwijzen", "_bekendmaken", "_voorbeeld")


def _besluitrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """A period that runs, its letter, and a proposal to end it."""
    loopt = periode(cast, dossier, date(2026, 10, 1))
    voorstel = stel_einde_voor(
        dossier=dossier, per=date(2026, 12, 1), eindreden=Eindreden.BIJSTAND, motivering="U werkt.",
        door=cast.sociale_zaken, op=date(2026, 11, 20),
    )  # fmt: skip
    document = loopt.besluit.beschikking.document
    zet_document_gereed(document)
    begin = Gebeurtenis.objects.geldend().get(dossier=dossier, soort=FeitSoort.BIJSTAND_INGEGAAN)
    return {
        "ontzorgen:besluit_nieuw.soort": "57",
        "ontzorgen:bijstand_corrigeren.pk": begin.pk,
        "ontzorgen:brief.pk": document.pk,
        "ontzorgen:bekendmaking_corrigeren.pk": document.pk,
        "ontzorgen:brief_verzonden.pk": document.pk,
        **{f"ontzorgen:besluit{deel}.pk": voorstel.pk for deel in BESLUITDELEN},
    }


def _bezwaarrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """A bezwaar that waits for its decision, against a decision of its own."""
    bezwaar = klaar_om_te_beslissen(cast, besluit(cast, dossier))
    return {
        "cases:bezwaar_nieuw.pk": bezwaar.beschikking_id,
        "cases:bekendmaking_corrigeren.pk": bezwaar.beschikking.document_id,
        "cases:bezwaar.pk": bezwaar.pk,
        "cases:bezwaar_voorbeeld.pk": bezwaar.pk,
        "cases:bezwaar_stap.pk": bezwaar.pk,
        "cases:bezwaar_stap.stap": "verdagen",
    }


def begin_verbetering(cast: Cast, dossier: Dossier) -> None:
    """A second version of the PIP that is decided: a clerical error to be put right."""
    begin_wijziging(
        vorige=dossier.pips.get(),
        vraag=Wijzigingsvraag(soort=Wijzigingssoort.VERSCHRIJVING, reden="De naam van de school."),
        door=cast.consulent,
        op=date(2026, 11, 20),
    )


def _rijen(cast: Cast, dossier: Dossier, besloten: Dossier) -> dict[str, Any]:
    afspraak = Afspraak.objects.create(
        dossier=dossier,
        soort=Afspraaksoort.PIP,
        begin=datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Amsterdam")),
        plaatssoort=Plaatssoort.GEMEENTEHUIS,
        met=cast.consulent,
        tolk_taal="Tigrinya",
    )
    tolk = meld_tolk(afspraak=afspraak, stand="besteld", door=cast.consulent, op=date(2026, 11, 20))
    notitie = Notitie.objects.create(
        dossier=dossier, tekst="Terugbellen", door=cast.consulent, datum=date(2026, 11, 23)
    )
    vervanging = Vervanging.objects.create(
        gemeente=cast.gemeente,
        afwezige=cast.consulent,
        vervanger=cast.collega,
        van=date(2027, 1, 1),
        tot=date(2027, 1, 1) + timedelta(days=7),
    )
    bestand = maak_voorbeeld(
        gemeente=cast.gemeente, inhoud=BESTAND.read_bytes(), door=cast.consulent, op=date(2026, 11, 20)
    )
    feit = Gebeurtenis.objects.feiten().geldend().filter(dossier=dossier, soort=FeitSoort.BRP_INSCHRIJVING).get()
    afgewezen = {"aanvraag": "ONTHEFFING", "uitkomst": "AFGEWEZEN"}
    besluit_duo = leg_vast(dossier, FeitSoort.BESLUIT_DUO, date(2026, 11, 19), **afgewezen)
    yonas = {"naam": "Yonas", "geboortedatum": date(2023, 5, 1), "schoolsoort": "voorschool"}
    kind = leg_kind_vast(dossier=dossier, gegevens=yonas, door=cast.consulent, op=date(2026, 11, 20))
    dubbel, oud = (maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 20)) for _ in range(2))
    wie = {"reden": "twee keer geregistreerd", "door": cast.teamleider, "op": date(2026, 11, 20)}
    voeg_samen(blijft=dossier, vervallen=oud, keuzes=Keuzes(), **wie)
    per_adres = [
        (kind, ["gezin_kind"]),
        (afspraak, ["afspraak", "afspraak_wijzigen", "afspraak_uitkomst", "afspraak_tolk", "afspraak_annuleren"]),
        (afspraak, ["tolk_bestellen", "deelnemers", "aanwezigheid"]),
        (tolk, ["tolk_bevestigen", "tolk_annuleren", "tolk_inzet"]),
        (bestand, ["koppelbestand", *(f"koppelbestand_{deel}" for deel in BESTANDSDELEN)]),
        (bestand, ["koppelregel", "koppelregel_weglaten"]),
    ]
    rijen = {f"cases:{naam}.pk": rij.pk for rij, namen in per_adres for naam in namen} | _stukrijen(cast, dossier)
    return rijen | {
        "cases:samenvoegen_met.ander": dubbel.nummer,
        "cases:opgegaan.oud": oud.nummer,
        "cases:termijn_bijlage.pk": dossier.termijnen.filter(soort="PIP").first().pk,
        "cases:termijn.pk": dossier.termijnen.filter(soort="PIP").first().pk,
        "cases:notitie_afgehandeld.pk": notitie.pk,
        "cases:feit_nieuw.soort": "HUISVESTING",
        "cases:duo_besluit_intrekken.pk": besluit_duo.pk,
        "plan:versie.versie": 1,
        "plan:verschil.versie": 2,
        "cases:feit_corrigeren.pk": feit.pk,
        "cases:feit_intrekken.pk": feit.pk,
        "cases:document.pk": besloten.documenten.get(soort="pip").pk,
        "cases:document_opnieuw.pk": besloten.documenten.get(soort="pip").pk,
        "cases:niet_verzenden.pk": besloten.documenten.get(soort="pip").pk,
        "cases:verzonden.pk": besloten.documenten.get(soort="pip").pk,
        "cases:brief_schrijven.soort": "uitnodiging",
        "cases:brief_voorbeeld.soort": "oproep",
        "cases:medewerker.pk": cast.collega.pk,
        "cases:medewerker_actie.pk": cast.collega.pk,
        "cases:vervanging_verwijderen.pk": vervanging.pk,
        "cases:instelling.sleutel": "azc_bezoek",
        "cases:tekst.code": "pip-begeleiding-aanbod",
        "cases:vertalingen_taal.taal": "ar",
        "cases:vertaling.taal": "ar",
        "cases:vertaling.code": "les-kop",
        "cases:kbdag_verwijderen.pk": Kbdag.objects.first().pk,
        "cases:achtergrondtaak_nu.sleutel": "signalen",
    }


def _stukrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """A paper in the dossier, and one in the Postvak."""
    binnen = stuur(cast, ("huur.pdf", pdf()), dossier=dossier).stukken[0]
    los = stuur(cast, ("post.pdf", pdf(breed=300))).stukken[0]
    per_adres = [
        (binnen, ("stuk", "stuk_wijzigen", "stuk_losmaken")),
        (los, ("postvak_stuk", "postvak_inhoud", "postvak_verwijderen")),
    ]
    return {f"cases:{naam}.pk": rij.pk for rij, namen in per_adres for naam in namen}
