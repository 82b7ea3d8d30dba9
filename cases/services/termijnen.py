"""Facts in, terms out: derive, compare with what is stored, replace what differs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from cases import panelen
from cases.enums import Termijnstatus
from cases.instellingen import beleid
from cases.kalender import kalender
from cases.models import Dossier, Gebeurtenis, Gemeente, Termijn
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, Regime
from inburgering.recht.kalender import Kalender
from inburgering.recht.regels import REGELS
from inburgering.recht.verplichtingen import Beleid, Verplichting, verplichtingen

Sleutel = tuple[str, str]
# Kept when a term is met: what it says may not move any more, except that the meeting fact itself is corrected.
VERGELEKEN = ("code", "versie", "start", "ruwe_dag", "laatste_dag", "voorlopig", "gehaald_op")


@dataclass(frozen=True, slots=True)
class Verschil:
    """One term that a change of facts would move: the stored row, the derived one, or both."""

    oud: Termijn | None
    nieuw: Verplichting | None

    @property
    def naam(self) -> str:
        return REGELS[self.nieuw.code if self.nieuw else self.oud.code].naam  # type: ignore[union-attr]  # one is there

    @property
    def verschuift(self) -> bool:
        """Whether a day differs, or the term comes or goes; not when only the rule or the text is another."""
        oud = self.oud if self.oud and self.oud.status != Termijnstatus.VERVALLEN else None
        nieuw = self.nieuw if self.nieuw and not self.nieuw.vervallen_reden else None
        if oud is None or nieuw is None:
            return oud is not nieuw
        return (oud.ruwe_dag, oud.laatste_dag) != (nieuw.ruwe_dag, nieuw.laatste_dag)


def feiten_van(dossier: Dossier) -> tuple[Feit, ...]:
    """The facts that hold now, as the law library reads them."""
    return tuple(feit_van(rij) for rij in dossier.gebeurtenissen.feiten().geldend())


def dossierfeiten_van(dossier: Dossier) -> Dossierfeiten:
    """The same with the law that they fall under, ready for the rules."""
    return Dossierfeiten(regime=Regime(dossier.regime), feiten=feiten_van(dossier))


def feiten_per_dossier(dossiers: Sequence[Dossier]) -> dict[int, Dossierfeiten]:
    """The facts that hold now of each of these dossiers, in one query."""
    gevonden: dict[int, list[Feit]] = {dossier.pk: [] for dossier in dossiers}
    for rij in Gebeurtenis.objects.filter(dossier__in=dossiers).feiten().geldend():
        gevonden[rij.dossier_id].append(feit_van(rij))
    return {d.pk: Dossierfeiten(regime=Regime(d.regime), feiten=tuple(gevonden[d.pk])) for d in dossiers}


def feit_van(rij: Gebeurtenis) -> Feit:
    """One recorded fact as the law library reads it."""
    return Feit(
        soort=FeitSoort(rij.soort),
        datum=rij.datum,
        id=f"{rij.pk:012d}",  # padded: facts of one day keep the order in which they were recorded
        kenmerk=rij.kenmerk,
        gegevens=rij.gegevens,
        vastgelegd_op=rij.vastgelegd_op,
        door=rij.door_naam,
    )


def leid_af(
    *, dossier: Dossier, feiten: Iterable[Feit], op: date, rekenkalender: Kalender | None = None
) -> tuple[Verplichting, ...]:
    """What the law asks of this dossier with these facts, under the policy in force on `op`."""
    dossierfeiten = Dossierfeiten(regime=Regime(dossier.regime), feiten=tuple(feiten))
    wet = verplichtingen(dossierfeiten, beleid=beleid(dossier.gemeente, op), kalender=rekenkalender or kalender())
    return _met_besluit({dossier.pk: wet})[dossier.pk]


def _met_besluit(afgeleid: Mapping[int, Sequence[Verplichting]]) -> dict[int, tuple[Verplichting, ...]]:
    """By dossier id the terms of the law, of which a decision of the gemeente may have put off the last day."""
    gevonden = {pk: tuple(rijen) for pk, rijen in afgeleid.items()}
    for soort, bron in panelen.langer().items():
        met = [pk for pk, rijen in gevonden.items() if any(str(plicht.soort) == soort for plicht in rijen)]
        for (pk, start), (dag, zin) in (bron(met) if met else {}).items():
            gevonden[pk] = tuple(
                _verzet(plicht, dag, zin) if (str(plicht.soort), plicht.start) == (soort, start) else plicht
                for plicht in gevonden[pk]
            )
    return gevonden


def _verzet(plicht: Verplichting, dag: date, zin: str) -> Verplichting:
    if dag <= plicht.laatste_dag:
        return plicht
    return replace(plicht, ruwe_dag=dag, laatste_dag=dag, uitleg=(*plicht.uitleg, zin))


def verschillen(*, dossier: Dossier, feiten: Iterable[Feit], op: date) -> list[Verschil]:
    """Which stored terms would change with these facts; changes nothing. Feeds the 'dit verschuift' screen."""
    return vergelijk(_geldende(dossier), leid_af(dossier=dossier, feiten=feiten, op=op))


def verschillen_per_dossier(
    *, dossiers: Sequence[Dossier], beleid_van: Callable[[Gemeente], Beleid], rekenkalender: Kalender
) -> list[tuple[Dossier, list[Verschil]]]:
    """What a recomputation under this policy and calendar would change in each; changes nothing, in two queries."""
    feiten = feiten_per_dossier(dossiers)
    geldend: dict[int, list[Termijn]] = {dossier.pk: [] for dossier in dossiers}
    for termijn in Termijn.objects.geldend().filter(dossier__in=dossiers):
        geldend[termijn.dossier_id].append(termijn)
    wet = {d.pk: verplichtingen(feiten[d.pk], beleid=beleid_van(d.gemeente), kalender=rekenkalender) for d in dossiers}
    nodig = _met_besluit(wet)
    return [(d, vergelijk(geldend[d.pk], nodig[d.pk])) for d in dossiers]


@transaction.atomic
def actualiseer(*, dossier: Dossier, op: date) -> list[Verschil]:
    """Bring the stored terms of a dossier in line with its facts; running it again changes nothing.

    Locks the dossier. Missing → insert; other outcome → the old row becomes *vervangen* and the new one refers to it;
    met → *gehaald*; no longer due → *vervallen* with the reason. Tells the other apps of the facts (`panelen`).
    Returns what changed.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    feiten = dossierfeiten_van(dossier)
    gevonden = vergelijk(_geldende(dossier), leid_af(dossier=dossier, feiten=feiten.feiten, op=op))
    for verschil in gevonden:
        _voer_door(dossier, verschil)
    panelen.bij_feiten(dossier, feiten)
    return gevonden


def _geldende(dossier: Dossier) -> Iterable[Termijn]:
    rijen: Iterable[Termijn] = dossier.termijnen.geldend()
    return rijen


def vergelijk(rijen: Iterable[Termijn], afgeleid: Iterable[Verplichting]) -> list[Verschil]:
    """The stored terms of one dossier beside the derived ones: what differs."""
    geldend = {(termijn.soort, termijn.aanleiding): termijn for termijn in rijen}
    nodig = {(str(plicht.soort), plicht.aanleiding): plicht for plicht in afgeleid}
    verschillen = [
        Verschil(oud=geldend.get(sleutel), nieuw=nodig.get(sleutel))
        for sleutel in sorted(geldend.keys() | nodig.keys())
    ]
    return [verschil for verschil in verschillen if is_anders(verschil)]


def is_anders(verschil: Verschil) -> bool:
    """Whether the stored row would be replaced, met or lapse."""
    oud, nieuw = verschil.oud, verschil.nieuw
    if oud is None:
        return True
    if nieuw is None or nieuw.vervallen_reden:
        return oud.status != Termijnstatus.VERVALLEN
    return oud.status == Termijnstatus.VERVALLEN or any(
        getattr(oud, veld) != getattr(nieuw, veld) for veld in VERGELEKEN
    )


def _voer_door(dossier: Dossier, verschil: Verschil) -> None:
    oud, nieuw = verschil.oud, verschil.nieuw
    if oud and (nieuw is None or nieuw.vervallen_reden):
        oud.status = Termijnstatus.VERVALLEN
        oud.gehaald_op = None
        oud.reden = nieuw.vervallen_reden if nieuw else "Het feit waarop deze termijn rustte, geldt niet meer."
        oud.save(update_fields=["status", "reden", "gehaald_op"])
        return
    if nieuw is None:
        return
    if oud:
        oud.status = Termijnstatus.VERVANGEN
        oud.gehaald_op = None
        oud.save(update_fields=["status", "gehaald_op"])
    _maak(dossier, nieuw, vervangt=oud)


def _maak(dossier: Dossier, nieuw: Verplichting, vervangt: Termijn | None) -> Termijn:
    status = Termijnstatus.OPEN
    if nieuw.vervallen_reden:
        status = Termijnstatus.VERVALLEN
    elif nieuw.gehaald_op:
        status = Termijnstatus.GEHAALD
    return Termijn.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        soort=str(nieuw.soort),
        code=nieuw.code,
        versie=nieuw.versie,
        aard=str(nieuw.aard),
        aanleiding=nieuw.aanleiding,
        start=nieuw.start,
        ruwe_dag=nieuw.ruwe_dag,
        laatste_dag=nieuw.laatste_dag,
        voorlopig=nieuw.voorlopig,
        uitleg=list(nieuw.uitleg),
        status=status,
        gehaald_op=None if nieuw.vervallen_reden else nieuw.gehaald_op,
        reden=nieuw.vervallen_reden,
        vervangt=vervangt,
    )
