"""One dossier through its life, day by day, by the services of the product. The facts of a decision stand for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cases.enums import Documentstatus, Dossierstatus, Termijnstatus
from cases.models import Dossier, Medewerker
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.gebeurtenissen import registreer_feit
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import TAALDELEN, Deel
from inburgering.recht.feiten import GROEP_MET_AANBOD, GROEP_WI2013, Doelgroep, FeitSoort, Leerroute, Regime
from pip_plans.afronding.services.afronden import certificaat_van, maak_certificaat, reik_uit, sluit_af
from pip_plans.afronding.services.delen import leg_deel_vast
from pip_plans.afronding.services.einde import leg_voldaan_vast
from pip_plans.afronding.services.examens import leg_uitslag_vast
from pip_plans.afronding.services.plan import voortgang_van
from tests.fabriek import maak_dossier

BEGIN = date(2022, 9, 5)
PIP = date(2022, 11, 7)
KLAAR = date(2025, 6, 2)


@dataclass
class Leven:
    """The dossier and the day it is. After every step nothing may have come to a dead end."""

    dossier: Dossier
    wie: Medewerker
    dag: date

    def feit(self, soort: FeitSoort, **gegevens: Any) -> None:
        registreer_feit(
            dossier=self.dossier, soort=soort, datum=self.dag, door=self.wie, op=self.dag, gegevens=gegevens
        )
        self.ververs()

    def naar(self, dag: date) -> None:
        self.dag = dag
        self.ververs()

    def ververs(self) -> None:
        self.dossier = Dossier.objects.get(pk=self.dossier.pk)

    @property
    def beeld(self) -> Dossierbeeld:
        return Dossierbeeld(
            dossier=self.dossier,
            feiten=dossierfeiten_van(self.dossier),
            termijnen=list(self.dossier.termijnen.exclude(status=Termijnstatus.VERVANGEN)),
            medewerker=self.wie,
            op=self.dag,
        )

    @property
    def stappen(self) -> list[str]:
        return [stap.titel for stap in wat_nu(self.beeld)]

    @property
    def open_termijnen(self) -> set[str]:
        return set(self.dossier.termijnen.filter(status=Termijnstatus.OPEN).values_list("soort", flat=True))

    def loopt_door(self) -> None:
        """In every state there is a next step or a term that runs, or the dossier is closed."""
        dicht = self.dossier.status == Dossierstatus.AFGESLOTEN
        assert dicht or self.stappen or self.open_termijnen, f"dead end on {self.dag}"


def tot_het_pip(gemeente: Any, wie: Medewerker, groep: Doelgroep, route: Leerroute | None) -> Leven:
    """From the opening to the PIP, or under the act of 2013 to the registration."""
    regime = Regime.WI2013 if groep in GROEP_WI2013 else Regime.WI2021
    leven = Leven(maak_dossier(gemeente, wie, op=BEGIN, regime=regime, straat="Laan", huisnummer="1"), wie, BEGIN)
    leven.loopt_door()
    leven.feit(FeitSoort.DOELGROEP, doelgroep=groep.value)
    if groep in GROEP_MET_AANBOD:
        leven.feit(FeitSoort.KOPPELING)
    leven.feit(FeitSoort.KENNISGEVING_DUO)
    leven.loopt_door()
    leven.feit(FeitSoort.BRP_INSCHRIJVING)
    leven.feit(FeitSoort.EERSTE_CONTACT)
    leven.loopt_door()
    if regime is Regime.WI2013:
        return leven
    assert "PIP" in leven.open_termijnen
    leven.naar(PIP)
    nummer = f"PIP-{leven.dossier.pk}"
    leven.feit(FeitSoort.PIP_VASTGESTELD, leerroute=route.value if route else "", beschikking=nummer, eerste=True)
    leven.feit(FeitSoort.BESCHIKKING_BEKENDGEMAAKT, beschikking=nummer)
    assert {"INBURGERINGSTERMIJN", "LEERROUTE_WISSEL", "BEZWAAR"} <= leven.open_termijnen
    assert ("AANBOD" in leven.open_termijnen) is (groep in GROEP_MET_AANBOD)
    assert ("ONDERWIJSROUTE_START" in leven.open_termijnen) is (route is Leerroute.ONDERWIJS)
    leven.loopt_door()
    leven.feit(FeitSoort.TERMIJN_DUO, start=date(2022, 11, 8).isoformat(), einde=date(2025, 11, 7).isoformat())
    if groep in GROEP_MET_AANBOD:
        leven.feit(FeitSoort.AANBOD_GEDAAN)
    if route is Leerroute.ONDERWIJS:
        leven.feit(FeitSoort.TAALSCHAKELTRAJECT_GESTART)
    leven.loopt_door()
    return leven


def doe_alles(leven: Leven, groep: Doelgroep, route: Leerroute | None) -> None:
    """Every part that the route asks, a week apart; after each of them the way goes on."""
    leven.naar(KLAAR)
    wie: dict[str, Any] = {"volgens": "DUO", "door": leven.wie}
    while over := voortgang_van(leven.dossier, leven.beeld.feiten).open:
        code = over[0].code
        basis = {"dossier": leven.dossier, "datum": leven.dag, "op": leven.dag, **wie}
        if code in list(Deel):
            uren = {"taaluren": 800, "participatie_uren": 800 if groep in GROEP_MET_AANBOD else None}
            uren = uren if code == Deel.Z_EINDGESPREK else {}
            leg_deel_vast(deel=Deel(code), **basis, elders=True, toelichting="Bericht van DUO.", **uren)
        else:
            niveau = ("A2" if route is None else "B1") if code in TAALDELEN else ""
            leg_uitslag_vast(onderdeel=code, niveau=niveau, uitslag="niet_geslaagd", **basis)
            leven.naar(leven.dag + timedelta(days=7))
            basis |= {"datum": leven.dag, "op": leven.dag}
            leg_uitslag_vast(onderdeel=code, niveau=niveau, uitslag="geslaagd", **basis)
        leven.naar(leven.dag + timedelta(days=7))
        leven.loopt_door()
    assert "Voldaan vastleggen" in leven.stappen


def voldoe(leven: Leven, route: Leerroute | None) -> None:
    """DUO says so; in the Z-route the certificate follows, in person."""
    leg_voldaan_vast(dossier=leven.dossier, datum=leven.dag, door=leven.wie, op=leven.dag)
    leven.ververs()
    leven.loopt_door()
    if route is not Leerroute.Z:
        assert certificaat_van(leven.dossier) is None
        return
    assert "Certificaat uitreiken" in leven.stappen
    document = maak_certificaat(dossier=leven.dossier, door=leven.wie, op=leven.dag)
    document.status = Documentstatus.GEREED
    document.aangemaakt_op = document.aangemaakt_op.replace(year=2022)
    type(document).objects.filter(pk=document.pk).update(
        status=document.status, aangemaakt_op=document.aangemaakt_op, bytes=b"%PDF-", sha256="0" * 64
    )
    reik_uit(dossier=leven.dossier, datum=leven.dag, door=leven.wie, op=leven.dag)


def sluit(leven: Leven) -> None:
    """The only step that is left is to close it; then there is nothing to do, and no term of the law runs."""
    assert "Dossier afsluiten" in leven.stappen
    leven.naar(leven.dag + timedelta(days=7))
    sluit_af(dossier=leven.dossier, brief=True, door=leven.wie, op=leven.dag)
    leven.ververs()
    assert leven.dossier.status == Dossierstatus.AFGESLOTEN
    assert leven.stappen == []
    assert leven.open_termijnen <= {"BEZWAAR", "DUO_BESLIS"}
    assert leven.dossier.documenten.filter(soort="afsluiting").count() == 1
