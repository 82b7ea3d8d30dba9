"""PVT in groups, the MAP and the guidance in the demonstration; each a course of its own beside a story."""

from collections.abc import Generator
from copy import copy
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from cases.models import Gemeente, Medewerker
from inburgering.recht.feiten import GROEP_MET_AANBOD
from pip_plans.modules.enums import Mapresultaat, Mapthema, Urenmodule, Verklaringstand
from pip_plans.modules.models import Pvtgroep
from pip_plans.modules.services.begeleiding import leg_bericht_vast, pak_op
from pip_plans.modules.services.brief import schrijf_uitnodiging
from pip_plans.modules.services.eindgesprek import leg_eindgesprek_vast
from pip_plans.modules.services.groepen import bewaar_groep, leg_aanwezigheid_vast, meld_aan, plan_bijeenkomst
from pip_plans.modules.services.uren import leg_uren_vast
from pip_plans.modules.services.verklaringen import leg_ondertekening_vast, plan_ondertekening, rond_pvt_af
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.models import Aanbieder, Contract
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.services.plaatsing import bevestig_begin, plaats, stel_voor

from .draaiboek import Verloop
from .traject import Traject, Wereld

# Language, and days from the peildatum on which the group meets; the last one is the excursion.
GROEPEN = (("Tigrinya", (-41, -34, -27, -20)), ("Arabisch", (-13, -6, 8, 15)))
BEGELEID, UREN_PER_WEEK = timedelta(days=540), 2
FEEST: dict[str, Any] = {
    "begin": time(15),
    "plaats": "de raadzaal van het gemeentehuis",
    "namens": "wethouder M. de Boer",
}
WERK = (
    (Mapthema.BEROEPEN, "gesprek over beroepen, bij VluchtelingenWerk"),
    (Mapthema.BEELD, "een dag mee in de keuken van het buurthuis"),
    (Mapthema.COMPETENTIES, "een dag mee in de keuken van het buurthuis"),
    (Mapthema.WERKCULTUUR, "een dag mee in de keuken van het buurthuis"),
    (Mapthema.WERK_VINDEN, "een cv maken, bij VluchtelingenWerk"),
)
VERSLAG = "U liep mee in de keuken van het buurthuis. Dat vond u leuk. U wilt kok worden."


def maak_pvtgroepen(*, gemeente: Gemeente, door: Medewerker, wereld: Wereld) -> None:
    """Two groups: one that has met, one that is halfway."""
    wie = Aanbieder.objects.van(gemeente).get(naam="VluchtelingenWerk")
    for taal, dagen in GROEPEN:
        gegevens = {"aanbieder": wie, "taal": taal, "plaats": "Buurthuis De Brug", "plaatsen": 12}
        datums = [wereld.werkdag(dag) for dag in dagen]
        groep = bewaar_groep(gemeente=gemeente, gegevens=gegevens | {"start": datums[0]}, door=door)
        for datum in datums:
            plan_bijeenkomst(
                groep=groep, datum=datum, begin=time(9, 30), uren=Decimal(3), excursie=datum == datums[-1], door=door
            )


def begeleid(t: Traject) -> None:
    """Ask VluchtelingenWerk, for who has the right."""
    if t.doelgroep not in GROEP_MET_AANBOD:
        return
    contract = Contract.objects.van(t.wereld.gemeente).get(soort=Aanbodsoort.BEGELEIDING)
    rij = stel_voor(dossier=t.dossier, soort=Aanbodsoort.BEGELEIDING, contract=contract, **_wie(t))
    try:
        rij = plaats(
            plaatsing=rij, start=t.vandaag, einde=t.vandaag + BEGELEID, uren_per_week=UREN_PER_WEEK,
            aangeboden_op=t.vandaag, **_wie(t),
        )  # fmt: skip
    except UitvoeringFout:
        return
    bevestig_begin(plaatsing=rij, datum=t.vandaag, **_wie(t))


def volg_pvt(traject: Traject, taal: str, *, tekenen: int | None = None) -> Verloop:
    """In the group of this language, every time there; `tekenen` is the day of the signing, from the peildatum."""
    groep = Pvtgroep.objects.get(gemeente=traject.wereld.gemeente, taal=taal)
    dagen = list(groep.bijeenkomsten.all())
    t = yield from _begin(traject, dagen[0].datum - timedelta(days=4))
    deelname = meld_aan(groep=groep, dossier=t.dossier, **_wie(t))
    deelname.dossier = t.dossier
    schrijf_uitnodiging(deelname, norm=12, **_wie(t))
    for dag in dagen:
        yield from t.naar(dag.datum)
        leg_aanwezigheid_vast(bijeenkomst=dag, standen={deelname.pk: "aanwezig"}, **_wie(t))
    if tekenen is not None:
        yield from t.na(2)
        yield from teken(t, tekenen)


def teken(t: Traject, dag: int) -> Verloop:
    """The festive signing on this day; with it the PVT is done."""
    verklaring = plan_ondertekening(dossier=t.dossier, datum=t.wereld.werkdag(dag), **FEEST, **_wie(t))
    yield from t.naar(verklaring.datum)
    leg_ondertekening_vast(verklaring=verklaring, stand=Verklaringstand.ONDERTEKEND, **_wie(t))
    rond_pvt_af(dossier=t.dossier, **_wie(t))


def deed_pvt_eerder(traject: Traject) -> Verloop:
    """Nine hours under the act of 2013, followed before this system; the declaration was signed last month."""
    t = yield from _begin(traject, traject.wereld.dag(-70))
    gegevens = {"datum": date(t.vandaag.year - 2, 5, 12), "uren": Decimal(9), "thema": "", "waar": "PVT in het AZC"}
    leg_uren_vast(dossier=t.dossier, module=Urenmodule.PVT, gegevens=gegevens, **_wie(t))
    yield from teken(t, -30)


def doe_map(traject: Traject, *, vanaf: int, keer: int = 5) -> Verloop:
    """A day of eight hours a week on a theme each; with five of them the talk and the fact."""
    t = yield from _begin(traject, traject.wereld.dag(vanaf))
    for nummer, (thema, waar) in enumerate(WERK[:keer]):
        yield from t.naar(t.wereld.dag(vanaf + 4 * nummer))
        gegevens = {"datum": t.vandaag, "uren": Decimal(8), "thema": thema, "waar": waar}
        leg_uren_vast(dossier=t.dossier, module=Urenmodule.MAP, gegevens=gegevens, **_wie(t))
    if keer == len(WERK):
        yield from t.na(3)
        leg_eindgesprek_vast(
            dossier=t.dossier, datum=t.vandaag, met=t.door, resultaat=Mapresultaat.VOLDAAN, verslag=VERSLAG,
            vervolg="U zoekt samen met uw klantmanager een leerwerkplek.", **_wie(t),
        )  # fmt: skip


def hoor_van_begeleider(traject: Traject, *, juridisch: bool = False) -> Verloop:
    """Accepted, then how it goes; a signal that is still to be taken up, or a taalcoach."""
    t = yield from _begin(traject, traject.wereld.dag(-17))
    _bericht(t, soort="aanvaard", taalcoach="gevraagd", tekst="Els Kramer begeleidt.")
    yield from t.naar(t.wereld.dag(-4))
    rij = _bericht(t, soort="terugkoppeling", juridisch=juridisch, taalcoach="" if juridisch else "gekoppeld",
                   tekst="De post en de verzekeringen zijn samen doorgenomen.")  # fmt: skip
    if not juridisch:
        pak_op(bericht=rij, **_wie(t))


def _bericht(t: Traject, **gegevens: Any) -> Any:
    leeg = {"datum": t.vandaag, "juridisch": False, "psychosociaal": False}
    return leg_bericht_vast(dossier=t.dossier, gegevens=leeg | gegevens, **_wie(t))


def _begin(traject: Traject, dag: date) -> Generator[date, date, Traject]:
    """A copy that walks on days of its own."""
    vandaag = yield dag
    t = copy(traject)
    t.vandaag = vandaag
    return t


def _wie(t: Traject) -> dict[str, Any]:
    return {"door": t.door, "op": t.vandaag}
