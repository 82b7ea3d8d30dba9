"""The participatieverklaring: planned with its letter, signed or refused, and the PVT that is done."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from django.db import transaction

from cases.enums import Dossierstatus
from cases.models import Dossier, Gebeurtenis, Medewerker
from cases.services.gebeurtenissen import registreer_feit, registreer_handeling
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import Deel
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.modules import Module
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.modules import handelingen
from pip_plans.modules.enums import Verklaringstand, Vervolg
from pip_plans.modules.models import Verklaring
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur

from .brief import schrijf_verklaring
from .stand import plicht_van, pvt_van

BRON = "modules"
UITERLIJK = timedelta(days=366)
UITKOMSTEN = (Verklaringstand.ONDERTEKEND, Verklaringstand.GEWEIGERD, Verklaringstand.NIET_GEKOMEN)


@transaction.atomic
def plan_ondertekening(
    *, dossier: Dossier, datum: date, begin: time, plaats: str, namens: str, door: Medewerker, op: date
) -> Verklaring:
    """Plan the signing, or move the one that is planned; with the letter and the declaration itself.

    The same plan again changes nothing. Raises UitvoeringFout for a day behind us or more than a year away, for who has
    signed, for a dossier that does not run, and while the group is not known.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if dossier.status != Dossierstatus.LOPEND:
        raise UitvoeringFout("Dit dossier loopt niet meer.")
    if plicht_van(dossier, dossierfeiten_van(dossier), Module.PVT) is None:
        raise UitvoeringFout("Leg eerst de doelgroep vast.")
    if not op <= datum <= op + UITERLIJK:
        raise UitvoeringFout("Kies een dag vanaf vandaag, binnen een jaar.", "datum")
    bestaand = dossier.verklaringen.filter(stand__in=(Verklaringstand.GEPLAND, Verklaringstand.ONDERTEKEND)).first()
    if bestaand and bestaand.stand == Verklaringstand.ONDERTEKEND:
        raise UitvoeringFout("De participatieverklaring is al ondertekend.")
    rij = bestaand or Verklaring(dossier=dossier, stand=Verklaringstand.GEPLAND)
    nieuw = (datum, begin, plaats, namens)
    if bestaand and (rij.datum, rij.begin, rij.plaats, rij.namens) == nieuw:
        return rij
    rij.datum, rij.begin, rij.plaats, rij.namens = nieuw
    rij.door = door
    keur(rij)
    rij.save()
    _schrijf(rij, handelingen.VERKLARING_GEPLAND, door, op)
    schrijf_verklaring(rij, door=door, op=op)
    return rij


def plan_samen(
    *, dossiers: Iterable[Dossier], datum: date, begin: time, plaats: str, namens: str, door: Medewerker, op: date
) -> int:
    """One festive signing for several people; who signed already is passed over. Returns for how many it is planned."""
    gedaan = 0
    with transaction.atomic():
        for dossier in dossiers:
            if dossier.verklaringen.filter(stand=Verklaringstand.ONDERTEKEND).exists():
                continue
            plan_ondertekening(
                dossier=dossier, datum=datum, begin=begin, plaats=plaats, namens=namens, door=door, op=op
            )
            gedaan += 1
    return gedaan


@transaction.atomic
def leg_ondertekening_vast(
    *, verklaring: Verklaring, stand: Verklaringstand, door: Medewerker, op: date, reden: str = ""
) -> Verklaring:
    """How the planned signing went. A refusal is registered with its reason and nothing follows by itself.

    The same outcome again changes nothing. Raises UitvoeringFout before that day, and once it has another outcome.
    """
    rij = _slot(verklaring)
    if rij.stand == stand:
        return rij
    if rij.stand != Verklaringstand.GEPLAND or stand not in UITKOMSTEN:
        raise UitvoeringFout("Van deze dag is al vastgelegd hoe het ging. Ververs de pagina.")
    if rij.datum > op:
        raise UitvoeringFout("Deze dag is nog niet geweest.")
    rij.stand, rij.reden = stand, reden.strip() if stand == Verklaringstand.GEWEIGERD else ""
    if stand == Verklaringstand.GEWEIGERD and not rij.reden:
        raise UitvoeringFout("Schrijf op waarom de inburgeraar niet tekent.", "reden")
    keur(rij)
    rij.save()
    getekend = stand == Verklaringstand.ONDERTEKEND
    soort = handelingen.VERKLARING_ONDERTEKEND if getekend else handelingen.VERKLARING_NIET
    _schrijf(rij, soort, door, op)
    return rij


@transaction.atomic
def kies_vervolg(*, verklaring: Verklaring, vervolg: Vervolg, door: Medewerker, op: date) -> Verklaring:
    """What somebody chose after a refusal; it can be chosen anew."""
    rij = _slot(verklaring)
    if rij.stand != Verklaringstand.GEWEIGERD or not vervolg:
        raise UitvoeringFout("Kies wat u na de weigering doet.", "vervolg")
    if rij.vervolg != vervolg:
        rij.vervolg = vervolg
        rij.save(update_fields=["vervolg"])
        _schrijf(rij, handelingen.VERKLARING_VERVOLG, door, op, vervolg=vervolg.label)
    return rij


@transaction.atomic
def rond_pvt_af(*, dossier: Dossier, door: Medewerker, op: date) -> Gebeurtenis | None:
    """The fact that the PVT is done, on the day of the last hour or of the signature, whichever came later.

    None when that fact is there already. Raises UitvoeringFout with what is missing.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    feiten = dossierfeiten_van(dossier)
    plicht = plicht_van(dossier, feiten, Module.PVT)
    if plicht is None:
        raise UitvoeringFout("Leg eerst de doelgroep vast.")
    stand = pvt_van(dossier, feiten, plicht)
    if stand.klaar_op:
        return None
    if stand.ontbreekt or stand.verklaring is None:
        raise UitvoeringFout(" ".join(stand.ontbreekt))
    return registreer_feit(
        dossier=dossier,
        soort=FeitSoort.ONDERDEEL_AFGEROND,
        datum=max(dag for dag in (stand.laatste_dag, stand.verklaring.datum) if dag),
        door=door,
        op=op,
        bron=BRON,
        gegevens={"onderdeel": Deel.PVT.value},
    )


def _slot(verklaring: Verklaring) -> Verklaring:
    rijen = Verklaring.objects.select_for_update(of=("self",)).select_related("dossier")
    rij: Verklaring = rijen.get(pk=verklaring.pk)
    return rij


def _schrijf(rij: Verklaring, soort: str, door: Medewerker, op: date, **meer: str) -> None:
    gegevens = {"dag": datum_zonder_weekdag(rij.datum), "namens": rij.namens, "stand": rij.get_stand_display()}
    registreer_handeling(dossier=rij.dossier, soort=soort, datum=op, door=door, gegevens=gegevens | meer)
