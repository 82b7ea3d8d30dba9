"""One row against what is known: the outcome, what would change, and the facts that would be recorded."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.enums import Dossierstatus, Regeluitkomst
from cases.models import Dossier, Gebeurtenis, Inburgeraar
from cases.namen import vouw
from cases.services.gebeurtenissen import NieuwFeit
from inburgering.recht.feiten import LABELS as FEITLABELS
from inburgering.recht.feiten import FeitSoort, Regime

from .bekend import Bekend
from .keuren import Keuring
from .kolommen import BRON, FEITKOLOM, LABELS
from .meldingen import Melding, fout, heeft_fout, informatie, let_op, wijziging
from .verschuiving import verschuivingen
from .volgorde import cijfers

# The law reads the last one of these, and the first one of every other kind.
_LAATSTE_TELT = {FeitSoort.DOELGROEP, FeitSoort.VERBLIJFSVERGUNNING}


@dataclass(slots=True)
class Beoordeling:
    """What will happen to a row, with everything that writing it needs."""

    keuring: Keuring
    meldingen: list[Melding]
    inburgeraar: Inburgeraar | None = None
    dossier: Dossier | None = None
    persoon: dict[str, Any] = field(default_factory=dict)
    gezinsnummer: str = ""
    feiten: list[NieuwFeit] = field(default_factory=list)

    @property
    def regime(self) -> Regime:
        """Of the dossier that is there, else of the permit, else the present law."""
        return Regime(self.dossier.regime) if self.dossier else self.keuring.regime or Regime.WI2021

    @property
    def uitkomst(self) -> Regeluitkomst:
        if heeft_fout(self.meldingen):
            return Regeluitkomst.FOUT
        if self.dossier is None:
            return Regeluitkomst.NIEUW
        anders = self.persoon or self.gezinsnummer or self.feiten
        return Regeluitkomst.BIJGEWERKT if anders else Regeluitkomst.ONGEWIJZIGD


def vergelijk(keuring: Keuring, bekend: Bekend) -> Beoordeling:
    """Compare one row with the database as it was fetched; reads and changes nothing."""
    beoordeling = Beoordeling(keuring, list(keuring.meldingen))
    _zoek_persoon(beoordeling, bekend)
    if not heeft_fout(beoordeling.meldingen):
        _zoek_dossier(beoordeling, bekend)
    beoordeling.meldingen.extend(_lijkt_op(beoordeling, bekend))
    if heeft_fout(beoordeling.meldingen):
        return beoordeling
    if beoordeling.dossier is None:
        beoordeling.persoon, beoordeling.gezinsnummer = keuring.persoon, keuring.gezinsnummer
        beoordeling.feiten = [NieuwFeit(soort, dag, geg) for soort, (dag, geg) in keuring.feiten().items()]
    else:
        _vergelijk_persoon(beoordeling, beoordeling.dossier.inburgeraar)
        _vergelijk_feiten(beoordeling, beoordeling.dossier, bekend)
    return beoordeling


def kenmerk(inburgeraar_id: int, soort: FeitSoort, dag: date, gegevens: Mapping[str, Any]) -> str:
    """The reference under which a fact of a file is recorded once: person, fact, date and particulars."""
    vingerafdruk = hashlib.sha256(json.dumps(dict(gegevens), sort_keys=True).encode()).hexdigest()[:12]
    return f"{inburgeraar_id}:{soort.value}:{dag}:{vingerafdruk}"


def _zoek_persoon(beoordeling: Beoordeling, bekend: Bekend) -> None:
    keuring = beoordeling.keuring
    met_bsn, met_v = bekend.op_bsn.get(keuring.bsn), bekend.op_v_nummer.get(keuring.v_nummer)
    if met_bsn and met_v and met_bsn.pk != met_v.pk:
        reden = "Dit BSN en dit V-nummer horen bij twee verschillende personen in deze gemeente."
        beoordeling.meldingen.append(fout("bsn", reden))
        return
    beoordeling.inburgeraar = met_bsn or met_v


def _zoek_dossier(beoordeling: Beoordeling, bekend: Bekend) -> None:
    persoon, regime = beoordeling.inburgeraar, beoordeling.keuring.regime
    if persoon is None:
        return
    if persoon.pk in bekend.afgeschermd:
        reden = "Deze regel kunt u niet zelf verwerken. Leg hem voor aan de teamleider."
        beoordeling.meldingen.append(fout("", reden))
        return
    dossiers = bekend.dossiers.get(persoon.pk, [])
    passend = [dossier for dossier in dossiers if regime is None or dossier.regime == regime.value]
    if not passend:
        reden = (
            "Deze persoon is bekend, maar heeft geen dossier onder de wet die bij deze vergunning hoort. "
            "Controleer de datum van de vergunning in het dossier."
        )
        beoordeling.meldingen.append(fout("datum_vergunning", reden))
        return
    beoordeling.dossier = passend[-1]
    if passend[-1].status == Dossierstatus.AFGESLOTEN:
        beoordeling.meldingen.append(let_op("", f"Dossier {passend[-1].nummer} is afgesloten."))


def _lijkt_op(beoordeling: Beoordeling, bekend: Bekend) -> Iterator[Melding]:
    for ander in bekend.lijkt_op(beoordeling.keuring, beoordeling.inburgeraar):
        reden = f"Lijkt op {ander.naam} (dossier {ander.dossiernummer}), met dezelfde geboortedatum."
        yield let_op("achternaam", reden, dossier=ander.dossiernummer)


def _vergelijk_persoon(beoordeling: Beoordeling, persoon: Inburgeraar) -> None:
    for veld, waarde in beoordeling.keuring.persoon.items():
        oud = getattr(persoon, veld)
        if oud == waarde:
            continue
        beoordeling.persoon[veld] = waarde
        beoordeling.meldingen.append(wijziging(veld, _was_wordt(_toon(veld, oud), _toon(veld, waarde))))
        if oud and veld in ("bsn", "v_nummer"):
            reden = f"Van deze persoon is een ander {LABELS[veld]} bekend. Controleer of het om dezelfde persoon gaat."
            beoordeling.meldingen.append(let_op(veld, reden))
    gezin = persoon.gezin.kenmerk if persoon.gezin else ""
    if beoordeling.keuring.gezinsnummer and beoordeling.keuring.gezinsnummer != gezin:
        beoordeling.gezinsnummer = beoordeling.keuring.gezinsnummer
        beoordeling.meldingen.append(wijziging("gezinsnummer", _was_wordt(gezin, beoordeling.gezinsnummer)))


def _toon(veld: str, waarde: Any) -> str:
    """A value as people read it; of a BSN only the end."""
    if veld == "bsn" and waarde:
        return f"…{waarde[-3:]}"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return cijfers(waarde) if isinstance(waarde, date) else str(waarde or "")


def _was_wordt(oud: str, nieuw: str) -> str:
    return f"Was ‘{oud}’, wordt ‘{nieuw}’." if oud else f"Wordt aangevuld: ‘{nieuw}’."


def _vergelijk_feiten(beoordeling: Beoordeling, dossier: Dossier, bekend: Bekend) -> None:
    geldend, alle = bekend.geldend(dossier), bekend.feiten.get(dossier.pk, [])
    for soort, (dag, gegevens) in beoordeling.keuring.feiten().items():
        kolom = FEITKOLOM[soort]
        soortgenoten = [feit for feit in geldend if feit.soort == soort.value]
        if any(_zegt_hetzelfde(feit, dag, gegevens) for feit in soortgenoten):
            continue
        if soort == FeitSoort.DOELGROEP and _groep_blijft(beoordeling.keuring, soortgenoten):
            continue
        if _met_de_hand_gewijzigd(soort, dag, gegevens, soortgenoten, alle):
            reden = f"{FEITLABELS[soort][0]} {cijfers(dag)} is in het dossier met de hand gewijzigd; dat blijft zo."
            beoordeling.meldingen.append(informatie(kolom, reden))
            continue
        oud = (soortgenoten[-1] if soort in _LAATSTE_TELT else soortgenoten[0]) if soortgenoten else None
        beoordeling.feiten.append(_voorstel(soort, dag, gegevens, oud))
        beoordeling.meldingen.append(wijziging(kolom, _feitzin(soort, dag, gegevens, oud)))
    if beoordeling.feiten:
        beoordeling.meldingen.extend(verschuivingen(dossier, geldend, beoordeling.feiten, bekend))


def _groep_blijft(keuring: Keuring, geldend: Sequence[Gebeurtenis]) -> bool:
    """Without a permit date the day of the group is only a guess: then the same group is no news."""
    zelfde = bool(geldend) and geldend[-1].gegevens.get("doelgroep") == keuring.doelgroep
    return zelfde and "datum_vergunning" not in keuring.data


def _zegt_hetzelfde(feit: Gebeurtenis, dag: date, gegevens: Mapping[str, str]) -> bool:
    """Same day and no other particulars; what the file leaves out does not count as different."""
    return feit.datum == dag and all(
        vouw(str(feit.gegevens.get(sleutel, ""))) == vouw(waarde) for sleutel, waarde in gegevens.items()
    )


def _met_de_hand_gewijzigd(
    soort: FeitSoort,
    dag: date,
    gegevens: Mapping[str, str],
    geldend: Sequence[Gebeurtenis],
    alle: Sequence[Gebeurtenis],
) -> bool:
    """Whether a file brought exactly this before, and a person has corrected or withdrawn it since."""
    if any(feit.bron == BRON for feit in geldend):
        return False
    return any(
        feit.soort == soort.value and feit.bron == BRON and _zegt_hetzelfde(feit, dag, gegevens) for feit in alle
    )


def _voorstel(soort: FeitSoort, dag: date, gegevens: Mapping[str, str], oud: Gebeurtenis | None) -> NieuwFeit:
    if oud is None:
        return NieuwFeit(soort, dag, gegevens)
    return NieuwFeit(soort, dag, {**oud.gegevens, **gegevens}, toelichting="koppelbestand", corrigeert=oud)


def _feitzin(soort: FeitSoort, dag: date, gegevens: Mapping[str, str], oud: Gebeurtenis | None) -> str:
    label, extra = FEITLABELS[soort][0], ", ".join(gegevens.values()).replace("_", " ").lower()
    if oud is None:
        return f"{label} {cijfers(dag)} komt erbij."
    if oud.datum == dag:
        was = ", ".join(str(oud.gegevens.get(sleutel, "")) for sleutel in gegevens).replace("_", " ").lower()
        return f"{label} {cijfers(dag)}: was ‘{was}’, wordt ‘{extra}’."
    return f"{label}: was {cijfers(oud.datum)}, wordt {cijfers(dag)}."
