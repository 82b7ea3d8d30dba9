"""Every legal element of a PIP is on paper, for every group × leerroute × bijstand, and nothing that does not apply.

One real PIP is made through the services; the group, the leerroute and the bijstand are varied on it. What the table
asks is read back from the PDF itself.
"""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pypdf
import pytest

from cases.pdf import maak_pdf
from inburgering.recht.feiten import (
    ASIELGROEP,
    GROEP_MET_AANBOD,
    GROEP_WI2013,
    Doelgroep,
    Dossierfeiten,
    Feit,
    FeitSoort,
    Leerroute,
)
from pip_plans.plan.models import Pip
from pip_plans.plan.services.brief import stel_brief_samen
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.situatie import Situatie, situatie
from tests.conftest import VANDAAG
from tests.fabriek import Cast
from tests.pip_plans.plan.hulp import asiel_met_intake, maak_compleet

ONDERWIJS, B1, Z = Leerroute.ONDERWIJS, Leerroute.B1, Leerroute.Z


@dataclass(frozen=True)
class Geval:
    """One combination that exists in practice."""

    groep: Doelgroep
    route: Leerroute
    bijstand: bool

    @property
    def aanbod(self) -> bool:
        return self.groep in GROEP_MET_AANBOD

    @property
    def ontzorgen(self) -> bool:
        return self.bijstand and self.groep in ASIELGROEP


Wanneer = Callable[[Geval], bool]
ALTIJD: Wanneer = lambda _: True  # noqa: E731  (a word of the table)
GROEPEN = [groep for groep in Doelgroep if groep not in GROEP_WI2013]  # there is no beschikking for them
GEVALLEN = [
    Geval(groep, route, bijstand)
    for bijstand, groep, route in itertools.product((True, False), GROEPEN, (ONDERWIJS, B1, Z))
]

# element, source, when it applies, what the paper says; where it does not apply the words are absent
ELEMENTEN: list[tuple[str, str, Wanneer, str]] = [
    ("leerroute B1", "Wi 15(1)", lambda g: g.route == B1, "Uw leerroute is de B1-route"),
    ("leerroute Z", "Wi 15(1)", lambda g: g.route == Z, "Uw leerroute is de zelfredzaamheidsroute (Z-route)"),
    ("leerroute onderwijs", "Wi 15(1)", lambda g: g.route == ONDERWIJS, "Uw leerroute is de onderwijsroute"),
    ("begeleiding", "Wi 15(1)", ALTIJD, "Welke hulp u van ons krijgt"),
    ("wie begeleidt", "Wi 15(1)", ALTIJD, "uw inburgeringsconsulent: maakt met u afspraken"),
    ("intensiteit PVT", "Wi 15(1), Bi 3.1", ALTIJD, "Het PVT duurt ten minste 12 uur"),
    ("intensiteit MAP", "Wi 15(1), Ri 3.1", lambda g: g.route != ONDERWIJS, "U doet ten minste 40 uur ervaring op"),
    ("geen MAP", "Wi 8(3)", lambda g: g.route == ONDERWIJS, "hoeft u de module over werk zoeken niet te doen"),
    ("voorschools", "Wi 15(1)", ALTIJD, "Yohanna gaat naar voorschool De Bever."),
    ("intensiteit leerroute", "Wi 15(2)", lambda g: g.aanbod, "Zo veel les krijgt u: 12 uur les per week"),
    ("eigen school", "Wi 16, 19", lambda g: not g.aanbod, "U kiest zelf een school"),
    ("voortgangsgesprekken", "Bi 5.3(4)", ALTIJD, "Wij praten 6 keer met u"),
    ("eerdere inspanningen", "Bi 5.3(5)", ALTIJD, "Lezen op niveau A2, gehaald op 12 mei 2026."),
    ("cursusuren Z", "Bi 3.14", lambda g: g.route == Z, "U volgt 800 uur les"),
    ("participatie Z", "Bi 3.14", lambda g: g.route == Z and g.aanbod, "door mee te doen: 800 uur in de samenleving"),
    ("examenwens Z", "Bi 3.14(7)", lambda g: g.route == Z, "toch examen wilt doen in: Lezen op niveau A2"),
    ("besluit bijstand", "Wi 15(3)", lambda g: g.bijstand, "kenmerk PW-2026-1187"),
    ("één PIP", "Wi 15(3)", lambda g: g.bijstand, "vormen samen met deze brief één PIP"),
    ("ontzorgen", "PW 56a", lambda g: g.ontzorgen, "artikel 56a van de Participatiewet"),
    ("doel", "s001 §2.3", ALTIJD, "Uw doel"),
    ("mandaat", "Awb 10:10", ALTIJD, "namens het college van burgemeester en wethouders van Diemen"),
    ("functie", "Awb 10:10", ALTIJD, "teamleider Sociale Zaken"),
    ("motivering", "Awb 3:46", ALTIJD, "Waarom deze leerroute bij u past"),
    ("afwijking", "Awb 3:46", lambda g: g.route == Z, "U leert beter in de praktijk dan op papier."),
    ("toets", "Wi 14", ALTIJD, "hebt u de leerbaarheidstoets gemaakt"),
    ("grondslag", "Wi 15", ALTIJD, "op grond van artikel 15 van de Wet inburgering 2021"),
    ("termijn", "Wi 11", ALTIJD, "U bent klaar uiterlijk op 20 november 2029"),
    ("wisselen", "Bi 5.4", ALTIJD, "20 mei 2028"),
    ("plicht en boete", "Wi 23", ALTIJD, "artikel 23 van de Wet inburgering 2021"),
    ("bezwaartermijn", "Awb 3:45", ALTIJD, "binnen zes weken"),
    ("begin bezwaartermijn", "Awb 3:41", ALTIJD, "op de dag nadat wij deze brief aan u hebben gestuurd of gegeven"),
    ("bezwaar bij wie", "Awb 3:45", ALTIJD, "Stuur uw bezwaar naar: college van burgemeester en wethouders"),
    ("bezwaar tegen wat", "Awb 6:5", ALTIJD, "PIP-2026-0042 van 20 november 2026"),
    ("geen schorsing", "Awb 6:16", ALTIJD, "Uw PIP blijft gelden als u bezwaar maakt"),
    ("voorlopige voorziening", "Awb 8:81", ALTIJD, "voorlopige voorziening"),
    ("zienswijze", "Awb 4:8", ALTIJD, "U hebt over het plan gezegd:"),
    ("gesprek alleen", "Bi 5.2", ALTIJD, "recht hebt op een gesprek zonder uw partner of familie"),
    ("handtekening", "domein 4.3", ALTIJD, "ook zonder uw handtekening geldt dit besluit"),
    ("tolk", "s001 §6", ALTIJD, "ook met een tolk"),
]


@pytest.fixture
def pip(cast: Cast) -> Pip:
    pip = stel_op(dossier=asiel_met_intake(cast), door=cast.consulent, op=VANDAAG)
    vrij = {"voorschools": "Yohanna gaat naar voorschool De Bever", "doel": "U wilt in de zorg werken"}
    return maak_compleet(pip, eerdere_inspanningen="Lezen op niveau A2, gehaald op 12 mei 2026", **vrij)


def brief(pip: Pip, geval: Geval, basis: Situatie) -> dict[str, object]:
    """What the letter says for this combination; those with bijstand come first."""
    pip.leerroute = geval.route.value
    pip.examenwensen = ["lezen"] if geval.route == Z else []
    pip.motivering_afwijking = "U leert beter in de praktijk dan op papier" if geval.route == Z else ""
    weg = {FeitSoort.DOELGROEP} | (set() if geval.bijstand else {FeitSoort.BIJSTAND_INGEGAAN})
    over = tuple(feit for feit in basis.feiten.feiten if feit.soort not in weg)
    groep = Feit(soort=FeitSoort.DOELGROEP, datum=VANDAAG, id="groep", gegevens={"doelgroep": geval.groep.value})
    gegevens = replace(basis, feiten=Dossierfeiten(regime=basis.feiten.regime, feiten=(*over, groep)))
    if not geval.bijstand:
        pip.pw_beschikkingen.all().delete()
    inhoud = stel_brief_samen(
        pip=pip, gegevens=gegevens, nummer="PIP-2026-0042", dagtekening=VANDAAG, tekent="M. Groot"
    )
    return inhoud.als_json()


@cache
def gelezen(inhoud: str) -> str:
    """The words of the PDF with one space between them; the same content is set once."""
    bladen = pypdf.PdfReader(io.BytesIO(maak_pdf("pip/v1", json.loads(inhoud)))).pages
    return " ".join(" ".join(blad.extract_text() for blad in bladen).split())


@pytest.mark.usefixtures("lettertypen")
def test_every_legal_element_is_on_paper_where_it_applies_and_only_there(pip: Pip) -> None:
    basis, fouten = situatie(pip.dossier), []
    for geval in GEVALLEN:
        tekst = gelezen(json.dumps(brief(pip, geval, basis), sort_keys=True))
        fouten += [
            (geval.groep.value, geval.route.value, geval.bijstand, naam, bron)
            for naam, bron, geldt, woorden in ELEMENTEN
            if geldt(geval) != (woorden in tekst)
        ]
    assert fouten == []
    assert len(GEVALLEN) == 42
