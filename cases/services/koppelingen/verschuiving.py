"""Which terms would move when facts change; pure arithmetic over facts that were already fetched."""

from collections.abc import Iterable, Iterator, Sequence

from cases.models import Dossier, Gebeurtenis
from cases.services.gebeurtenissen import NieuwFeit
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, Regime
from inburgering.recht.regels import REGELS
from inburgering.recht.verplichtingen import Verplichting, verplichtingen

from .bekend import Bekend
from .meldingen import Melding, wijziging
from .volgorde import cijfers


def verschuivingen(
    dossier: Dossier, geldend: Sequence[Gebeurtenis], nieuw: Sequence[NieuwFeit], bekend: Bekend
) -> Iterator[Melding]:
    """One finding per term that comes, goes or gets another last day."""
    gecorrigeerd = {feit.corrigeert.pk for feit in nieuw if feit.corrigeert}
    straks = [_feit(rij) for rij in geldend if rij.pk not in gecorrigeerd]
    straks += [Feit(feit.soort, feit.datum, f"nieuw-{i}", feit.kenmerk, feit.gegevens) for i, feit in enumerate(nieuw)]
    oud = _termijnen(dossier, (_feit(rij) for rij in geldend), bekend)
    later = _termijnen(dossier, straks, bekend)
    for sleutel in sorted(oud.keys() | later.keys()):
        if zin := _zin(oud.get(sleutel), later.get(sleutel)):
            yield wijziging("", zin)


def _termijnen(dossier: Dossier, feiten: Iterable[Feit], bekend: Bekend) -> dict[tuple[str, str], Verplichting]:
    feitenreeks = Dossierfeiten(regime=Regime(dossier.regime), feiten=tuple(feiten))
    gevonden = verplichtingen(feitenreeks, beleid=bekend.beleid, kalender=bekend.kalender)
    return {(str(plicht.soort), plicht.aanleiding): plicht for plicht in gevonden if not plicht.vervallen_reden}


def _zin(oud: Verplichting | None, nieuw: Verplichting | None) -> str:
    if oud and nieuw:
        if oud.laatste_dag == nieuw.laatste_dag:
            return ""
        van, tot = cijfers(oud.laatste_dag), cijfers(nieuw.laatste_dag)
        return f"Termijn ‘{REGELS[nieuw.code].naam}’: uiterlijk {van} wordt {tot}."
    if nieuw:
        return f"Termijn ‘{REGELS[nieuw.code].naam}’ komt erbij: uiterlijk {cijfers(nieuw.laatste_dag)}."
    return f"Termijn ‘{REGELS[oud.code].naam}’ vervalt." if oud else ""


def _feit(rij: Gebeurtenis) -> Feit:
    return Feit(FeitSoort(rij.soort), rij.datum, f"{rij.pk:012d}", rij.kenmerk, rij.gegevens, rij.vastgelegd_op)
