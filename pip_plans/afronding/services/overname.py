"""Taking over somebody whom another gemeente of this installation offers, or refusing that."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from cases.enums import Documentstatus, Dossierstatus
from cases.enums_stukken import Stukonderwerp
from cases.models import Dossier, Gemeente, Inburgeraar, Medewerker
from cases.opslag import lees
from cases.services import afsluiten
from cases.services.dossiers import open_dossier
from cases.services.gebeurtenissen import NieuwFeit, registreer_feiten, registreer_handeling
from cases.services.stukken import Bestand, ontvang
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, Regime
from pip_plans.afronding import handelingen
from pip_plans.afronding.enums import MEESTE_MISSERS, Overdrachtstand
from pip_plans.afronding.models import Gemeenteoverdracht

from .blad import maak_blad
from .fout import AfrondingFout
from .overdracht import AL_BESLIST, BRON, leg_vertrek_vast, schrijf, sluit, vergrendel
from .plan import pip_van, plan_van

NIEMAND = "Dit nummer hoort niet bij deze overdracht. Neem het over uit de BRP."
WIE = ("achternaam", "voorvoegsel", "voornamen", "geboortedatum", "geslacht", "bsn", "v_nummer")
# What of the past the terms of the next gemeente rest on, besides the PIP itself.
MEE = (FeitSoort.DOELGROEP, FeitSoort.KENNISGEVING_DUO, FeitSoort.TERMIJN_DUO)
VOORTGANG = (FeitSoort.EXAMENUITSLAG, FeitSoort.ONDERDEEL_AFGEROND)


def aanvaard(
    *, overdracht: Gemeenteoverdracht, gemeente: Gemeente, nummer: str, brp_op: date, boetes: bool, door: Medewerker,
    op: date,
) -> Dossier:  # fmt: skip
    """Take over who was registered here on `brp_op`: the dossier with PIP and progress, and the sheet that says so.

    `nummer` is the BSN or V-nummer that this gemeente knows from its own BRP; without it nobody learns who is offered.
    The old dossier ends and is closed when nothing waits there. Raises AfrondingFout; five wrong numbers end the offer.
    """
    if not _past(overdracht, gemeente, nummer, op):
        raise AfrondingFout(NIEMAND, "nummer")
    with transaction.atomic():
        rij = vergrendel(overdracht)
        if rij.stand == Overdrachtstand.AANVAARD and rij.ontvangen:
            return rij.ontvangen
        if not rij.is_open:
            raise AfrondingFout(AL_BESLIST)
        if not rij.aangeboden_op.replace(year=rij.aangeboden_op.year - 1, day=1) <= brp_op <= op:
            raise AfrondingFout("Kies de dag van de inschrijving in de BRP, tot en met vandaag.", "brp_op")
        nieuw = _dossier(rij, gemeente, door, op)
        _feiten(rij, nieuw, brp_op, door, op)
        van = rij.dossier.gemeente.naam
        maak_blad(van=rij.dossier, in_dossier=nieuw, naar=gemeente.naam, boetes=boetes, door=None, op=op)
        _pip_mee(rij.dossier, nieuw, door, op)
        registreer_handeling(
            dossier=nieuw, soort=handelingen.ONTVANGEN, datum=op, door=door, bron=BRON, kenmerk=f"overdracht-{rij.pk}",
            gegevens={"van": van},
        )  # fmt: skip
        _rond_af(rij, nieuw, brp_op, boetes, op)
    return nieuw


@transaction.atomic
def weiger(
    *, overdracht: Gemeenteoverdracht, gemeente: Gemeente, reden: str, door: Medewerker, op: date
) -> Gemeenteoverdracht:
    """We do not take this person over, with the reason that the other gemeente reads. Raises AfrondingFout."""
    rij = vergrendel(overdracht)
    if rij.naar_id != gemeente.pk:
        raise AfrondingFout(AL_BESLIST)
    if rij.stand == Overdrachtstand.GEWEIGERD:
        return rij
    return sluit(rij, Overdrachtstand.GEWEIGERD, reden, None, op)


@transaction.atomic
def _past(overdracht: Gemeenteoverdracht, gemeente: Gemeente, nummer: str, op: date) -> bool:
    """Whether this number is of who is offered; a miss is counted whatever becomes of the request."""
    rij = vergrendel(overdracht)
    if rij.naar_id != gemeente.pk or not (rij.is_open or rij.stand == Overdrachtstand.AANVAARD):
        raise AfrondingFout(AL_BESLIST)
    kaal, persoon = re.sub(r"[\s.\-]", "", nummer), rij.dossier.inburgeraar
    if kaal and kaal in (persoon.bsn, persoon.v_nummer):
        return True
    rij.missers += 1
    rij.save(update_fields=["missers"])
    if rij.is_open and rij.missers >= MEESTE_MISSERS:
        sluit(rij, Overdrachtstand.GEWEIGERD, "Er is vijf keer een nummer ingevuld dat niet paste.", None, op)
    return False


def _dossier(rij: Gemeenteoverdracht, gemeente: Gemeente, door: Medewerker, op: date) -> Dossier:
    """The dossier that this gemeente already had of the person, open again, or a new one without a consulent."""
    persoon, regime = rij.dossier.inburgeraar, Regime(rij.dossier.regime)
    zelfde = Q(bsn=persoon.bsn) if persoon.bsn else Q(pk=None)
    zelfde |= Q(v_nummer=persoon.v_nummer) if persoon.v_nummer else Q(pk=None)
    bekend = Inburgeraar.objects.filter(zelfde, gemeente=gemeente)
    bestaand = Dossier.objects.filter(inburgeraar__in=bekend, regime=regime).first()
    if bestaand is None:
        velden = {veld: getattr(persoon, veld) for veld in WIE}
        return open_dossier(gemeente=gemeente, persoon=velden, regime=regime, door=door, op=op)
    if bestaand.status == Dossierstatus.AFGESLOTEN:
        reden = f"Overgenomen van de gemeente {rij.dossier.gemeente}."
        return afsluiten.heropen(dossier=bestaand, reden=reden, door=door, op=op)
    if bestaand.status != Dossierstatus.LOPEND:
        raise AfrondingFout("Deze persoon is hier samengevoegd met een ander. Neem contact op met de teamleider.")
    return bestaand


def _feiten(rij: Gemeenteoverdracht, nieuw: Dossier, brp_op: date, door: Medewerker, op: date) -> None:
    bekend = dossierfeiten_van(rij.dossier)
    mee = [_kopie(feit, rij) for feit in _van_toen(bekend)]
    if pip := bekend.eerste_pip:
        gegevens = {"gemeente": pip.tekst("gemeente") or rij.dossier.gemeente.naam}
        if route := plan_van(rij.dossier, bekend).leerroute:
            gegevens["leerroute"] = route.value
        mee.append(NieuwFeit(FeitSoort.PIP_VORIGE_GEMEENTE, pip.datum, gegevens, f"{rij.pk}-pip"))
    mee.append(NieuwFeit(FeitSoort.BRP_INSCHRIJVING, brp_op, {}, f"{rij.pk}-brp"))
    registreer_feiten(dossier=nieuw, feiten=mee, door=door, op=op, bron=BRON)


def _van_toen(bekend: Dossierfeiten) -> Iterator[Feit]:
    for soort in MEE:
        if feit := bekend.laatste(soort):
            yield feit
    for soort in VOORTGANG:
        yield from bekend.alle(soort)


def _kopie(feit: Feit, rij: Gemeenteoverdracht) -> NieuwFeit:
    gegevens: dict[str, Any] = dict(feit.gegevens)
    if feit.soort in VOORTGANG:
        gegevens["volgens"] = f"de gemeente {rij.dossier.gemeente}"
    return NieuwFeit(feit.soort, feit.datum, gegevens, f"{rij.pk}-{feit.id}")


def _pip_mee(oud: Dossier, nieuw: Dossier, door: Medewerker, op: date) -> None:
    """The letter of the PIP itself, among the papers that came in."""
    pip = pip_van(oud)
    document = pip.stuk if pip else None
    if document is None or document.status != Documentstatus.GEREED:
        return
    inhoud = lees(document.__class__.objects.get(pk=document.pk))
    gegevens = {
        "onderwerp": Stukonderwerp.OVERIG, "omschrijving": f"PIP van de gemeente {oud.gemeente}", "ontvangen_op": op,
        "over": "",
    }  # fmt: skip
    bestand = Bestand("PIP.pdf", len(inhoud), lambda: inhoud)
    ontvang(gemeente=nieuw.gemeente, dossier=nieuw, bestanden=[bestand], gegevens=gegevens, door=door, op=op)


def _rond_af(rij: Gemeenteoverdracht, nieuw: Dossier, brp_op: date, boetes: bool, op: date) -> None:
    """The old dossier: that it went, the departure, and closed unless something still waits there."""
    oud = rij.dossier
    rij.document = maak_blad(van=oud, in_dossier=oud, naar=rij.naar_wie, boetes=boetes, door=None, op=op)
    rij.stand, rij.beslist_op, rij.ontvangen, rij.boetes = Overdrachtstand.AANVAARD, op, nieuw, boetes
    rij.save(update_fields=["stand", "beslist_op", "ontvangen", "boetes", "document"])
    schrijf(rij, handelingen.AANVAARD, None, op)
    leg_vertrek_vast(oud, min(rij.vertrek_op, brp_op), None, op)
    if not afsluiten.beletsels(oud, op):
        afsluiten.sluit_af(dossier=oud, door=None, op=op)
