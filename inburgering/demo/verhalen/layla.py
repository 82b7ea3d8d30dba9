"""Layla Al-Masri has two children and a PIP in force; the first progress talk is near."""

from collections.abc import Iterator

from cases.enums import Afspraaksoort, Gezinsrol, Partij
from cases.enums_stukken import Stukonderwerp
from cases.schrijven import WELKOM
from cases.services.brieven.uitnodiging import Genodigde
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import SANNE
from inburgering.demo.brede_intake import Intakeplan, Verwijzing, doe_intake
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.modules import doe_map
from inburgering.demo.ontzorgbesluiten import besluit_ontzorgen, overbrug
from inburgering.demo.ontzorgen import Lasten, ontzorg
from inburgering.demo.papieren import lever_in
from inburgering.demo.pipverloop import Pipplan, breng_bijlage_uit, maak_pip
from inburgering.demo.post import nodig_uit, verzend
from inburgering.demo.sociale_kaart import MADI
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.toeslagverloop import ontvang, verwacht, vraag_aan
from inburgering.demo.traject import Traject, Wereld
from inburgering.demo.versieverloop import wijzig_pip
from inburgering.recht.feiten import Doelgroep
from ontzorgen.toeslagen import ToeslagSoort
from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Opvang, Reactie, Voorschool
from pip_plans.intake.referentielijsten import Subdoelsoort
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag

from .basis import gezin, persoon, woont

PERSONEN = 1
KINDEREN = {
    Gebied.GEZIN: {
        "situatie": "U zorgt alleen voor Adam (3 jaar) en Lina (8 jaar).",
        "mogelijkheden": "Adam kan naar de voorschool, Lina gaat naar de Octopus.",
        "belemmeringen": "Lessen na drie uur kunnen niet.",
        "opvang": Opvang.GEREGELD.value,
        "voorschool": Voorschool.GAAT.value,
    },
    Gebied.GEZONDHEID: {"situatie": "U slaapt slecht; de huisarts weet ervan."},
    Gebied.WONEN: {"situatie": "U huurt een flat met drie kamers. De school van Lina is vlakbij."},
    Gebied.FINANCIEN: {
        "situatie": "U leeft van bijstand. De toeslagen zijn er nog niet.",
        "mogelijkheden": "U regelde in Syrië thuis het geld.",
        "belemmeringen": "U kent de toeslagen en de aanmaningen in Nederland nog niet.",
    },
    Gebied.NETWERK: {"situatie": "U kent twee vrouwen uit uw straat. In het taalcafé leert u anderen kennen."},
}

SUBDOELEN = {
    Subdoelsoort.WERKERVARING: "op een school of kinderdagverblijf",
    Subdoelsoort.TAALVAARDIGHEDEN: "in het taalcafé van de bibliotheek",
}
MADI_GELD = Verwijzing(
    gebied=Gebied.FINANCIEN, naar=MADI, waarvoor="toeslagen en kinderbijslag aanvragen",
    reactie=Reactie.GEACCEPTEERD, uitkomst="De toeslagen zijn aangevraagd.",
)  # fmt: skip

MEER_LES = Wijzigingsvraag(
    soort=Wijzigingssoort.HOOFDLIJN, reden="Lina kan nu overblijven. Daarom kunt u ook op vrijdag naar school."
)


BIJLAGE = {
    "rooster": "Maandag, dinsdag en donderdag van 9.00 tot 13.00 uur\nVrijdag van 9.00 tot 13.00 uur, lokaal 3",
    "subdoelen": "U werkt aan: meelopen op een school of kinderdagverblijf",
    "vrije_afspraken": "U gaat op woensdag naar het taalcafé in de bibliotheek",
    "bijzonderheden": "In de kerstvakantie zijn er geen lessen",
}


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    layla = persoon(
        wereld, "Layla", "Al-Masri", "v", leeftijd=31, nationaliteit="Syrische", taal="Arabisch",
        gezin=gezin(wereld, "G-LAYLA"), gezinsrol=Gezinsrol.AANVRAGER,
    )  # fmt: skip
    traject = Traject(
        wereld, layla, Doelgroep.ASIELSTATUSHOUDER, wereld.mensen[SANNE.sleutel], woont(wereld, "Ouddiemerlaan", "104")
    )
    komst = Komst(
        wereld.dag(-260), wereld.dag(-225), wereld.dag(-152), wereld.dag(-150), wereld.dag(-240), "AZC Utrecht"
    )
    yield _verloop(traject, komst)
    yield doe_map(traject, vanaf=-29)


def _verloop(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    verzend(t, *t.dossier.documenten.filter(soort=WELKOM.code))
    ontzorg(t, Lasten(huur=61_235, energie=14_200, water=1_450, zorgverzekering=15_990), leefvorm="ALLEENSTAANDE_OUDER")
    yield from besluit_ontzorgen(t)
    yield from overbrug(t, 22_500, maanden=4)
    vraag_aan(t, huurtoeslag=31_000, zorgtoeslag=12_800, kindgebonden_budget=43_500)
    plan = Intakeplan(
        teksten=VOOR_ROUTE["B1"][2], extra=KINDEREN, individueel=True, zienswijze="U wilt graag in de ochtend les.",
        subdoelen=SUBDOELEN, verwijzing=MADI_GELD,
    )  # fmt: skip
    yield from doe_intake(t, plan, vanaf=t.wereld.dag(-142))
    lever_in(
        t, Stukonderwerp.IDENTITEIT, "verblijfsdocument, voorkant", ["VERBLIJFSDOCUMENT", "(voorbeeld)"], soort="PNG"
    )
    lever_in(t, Stukonderwerp.BIJSTAND, "besluit over bijstand", ["Besluit over uw bijstandsuitkering", "(voorbeeld)"])
    voorschool = "Adam gaat vier ochtenden per week naar de voorschool.\nLina gaat naar de basisschool in de buurt."
    plan_b1 = Pipplan(route="B1", velden={"voorschools": voorschool})
    yield from maak_pip(t, plan_b1)
    yield from t.naar(t.wereld.dag(-30))
    ontvang(t, ToeslagSoort.ZORGTOESLAG)
    verwacht(t, ToeslagSoort.KINDGEBONDEN_BUDGET)
    yield from wijzig_pip(t, MEER_LES, {"uren_per_week": 16, "school": "Taalschool Amstel, ook op vrijdag"}, plan_b1)
    yield from t.naar(t.wereld.dag(-12))
    breng_bijlage_uit(t, BIJLAGE)
    gesprek = t.plan(Afspraaksoort.VOORTGANG, t.wereld.werkdag(4), 9.5)
    begeleider = Genodigde(Partij.BEGELEIDER, "Els Kramer, VluchtelingenWerk")
    verzend(t, *nodig_uit(t, gesprek, [Genodigde(Partij.INBURGERAAR), begeleider]))
