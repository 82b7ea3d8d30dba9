"""What goes along with somebody who moves: PIP and progress, and fines on request (art. 35 lid 4 Wi 2021)."""

from collections.abc import Iterable, Iterator
from datetime import date

from cases.enums import Beschikkingstatus
from cases.feitwoorden import gegevens_in_woorden
from cases.models import Document, Dossier, Medewerker
from cases.services.brieven import Brief, stel_op
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import DOELGROEP_LABELS, Dossierfeiten, FeitSoort
from inburgering.recht.geld import euro
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.afronding.brieven import OVERDRACHTSBLAD
from pip_plans.afronding.inhoud import Bladdeel, Bladregel, OverdrachtInhoud
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.uitvoering.services.passend import route_van
from pip_plans.voortgang.services.norm import onderdelen

from .plan import pip_van, voortgang_van

Rij = tuple[str, str]


def maak_blad(
    *, van: Dossier, in_dossier: Dossier, naar: str, boetes: bool, door: Medewerker | None, op: date
) -> Document:
    """The sheet about `van`, kept in `in_dossier`: the old one, or the new one of the gemeente that takes over."""
    wie = van.consulent or door
    inhoud = OverdrachtInhoud(
        gemeente=van.gemeente.naam,
        datum=op.isoformat(),
        naar=naar,
        naam=van.inburgeraar.naam,
        medewerker=wie.naam if wie else "team Sociale Zaken",
        telefoon=(wie.telefoon if wie else "") or van.gemeente.telefoon,
        delen=tuple(_delen(van, boetes)),
    )
    brief = Brief("Overdrachtsblad", inhoud)
    return stel_op(dossier=in_dossier, soort=OVERDRACHTSBLAD, brieven=[brief], door=door, op=op)[0]


def _delen(dossier: Dossier, boetes: bool) -> Iterator[Bladdeel]:
    feiten = dossierfeiten_van(dossier)
    yield _deel("Wie", _wie(dossier, feiten))
    yield _deel("PIP", _pip(dossier, feiten))
    yield _deel("Voortgang", _voortgang(dossier, feiten))
    if boetes:
        yield _deel("Boetes", list(_boetes(dossier, feiten)) or [("Boetes", "geen")])


def _deel(kop: str, rijen: Iterable[Rij]) -> Bladdeel:
    return Bladdeel(kop=kop, regels=tuple(Bladregel(naam=naam, waarde=waarde) for naam, waarde in rijen if waarde))


def _wie(dossier: Dossier, feiten: Dossierfeiten) -> Iterator[Rij]:
    persoon = dossier.inburgeraar
    yield "Naam", persoon.naam
    yield "Geboortedatum", datum_zonder_weekdag(persoon.geboortedatum)
    yield "V-nummer", persoon.v_nummer or ""
    yield "Doelgroep", DOELGROEP_LABELS[feiten.doelgroep] if feiten.doelgroep else ""
    if kennisgeving := feiten.eerste(FeitSoort.KENNISGEVING_DUO):
        yield "Kennisgeving van DUO", datum_zonder_weekdag(kennisgeving.datum)


def _pip(dossier: Dossier, feiten: Dossierfeiten) -> Iterator[Rij]:
    eerste, staat = feiten.eerste_pip, staand_pip(feiten)
    yield "Eerste PIP", datum_zonder_weekdag(eerste.datum) if eerste else "er is nog geen PIP"
    if staat:
        yield "PIP dat nu geldt", f"{datum_zonder_weekdag(staat.datum)}, {staat.tekst('beschikking')}".strip(", ")
    yield "Leerroute", route_van(dossier, feiten).naam
    if pip := pip_van(dossier):
        yield "Onderdelen op niveau A2", ", ".join(pip.a2_onderdelen)
        yield "Uren les per week", str(pip.uren_per_week or "")
        yield "Doel", pip.doel
    if termijn := feiten.laatste(FeitSoort.TERMIJN_DUO):
        yield "Termijn van DUO", ", ".join(gegevens_in_woorden(termijn.gegevens))


def _voortgang(dossier: Dossier, feiten: Dossierfeiten) -> Iterator[Rij]:
    for eis in voortgang_van(dossier, feiten).eisen:
        yield eis.naam, eis.uitleg
    for uitslag in feiten.alle(FeitSoort.EXAMENUITSLAG):
        yield f"Examen van {datum_zonder_weekdag(uitslag.datum)}", ", ".join(gegevens_in_woorden(uitslag.gegevens))
    for onderdeel in onderdelen(dossier, feiten):
        yield f"Uren {onderdeel.naam}", f"{onderdeel.uren} uur gevolgd" if onderdeel.gevolgd else ""
    for plaats in dossier.plaatsingen.select_related("contract__aanbieder", "aanbieder"):
        if plaats.start:
            yield "Les of plaats", f"{plaats}, vanaf {datum_zonder_weekdag(plaats.start)}"


def _boetes(dossier: Dossier, feiten: Dossierfeiten) -> Iterator[Rij]:
    opgelegd = Handhavingszaak.objects.filter(dossier=dossier, beschikking__status=Beschikkingstatus.BEKENDGEMAAKT)
    for zaak in opgelegd.select_related("beschikking"):
        dag = datum_zonder_weekdag(zaak.beschikking.dagtekening) if zaak.beschikking else ""
        yield f"Boete van art. {zaak.artikel.value}", f"{euro(zaak.bedrag or 0)}, {dag} ({zaak.stand})"
    for feit in feiten.alle(FeitSoort.BOETE_DUO):
        yield "Boete van DUO", f"{datum_zonder_weekdag(feit.datum)}: {', '.join(gegevens_in_woorden(feit.gegevens))}"
