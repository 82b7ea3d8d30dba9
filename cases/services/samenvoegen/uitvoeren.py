"""The merge itself: one transaction, both dossiers locked in one order, the terms derived once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases import handelingen
from cases.beletsels import Stand, bereid_voor, tweevouden
from cases.enums import Dossierstatus, Termijnstatus
from cases.models import Dossier, Gezinskind, Inburgeraar, Medewerker, Samenvoeging
from cases.services.dossiers import VELDNAMEN, wijzig_persoon
from cases.services.gebeurtenissen import laat_vervallen, registreer_handeling
from cases.services.koppelingen import vergeet_dossier
from cases.services.termijnen import actualiseer

from .vergelijken import (
    NUMMERS,
    VELDEN,
    VERVALLEN,
    Keuzes,
    geldende_feiten,
    te_kiezen,
    toon,
    vervalt,
    wat_blokkeert,
)
from .verplaatsen import houd_gebruikte_stukken, verplaats


class SamenvoegFout(Exception):
    """Why two records cannot be merged; the text is Dutch and meant for the screen."""


@transaction.atomic
def voeg_samen(
    *, blijft: Dossier, vervallen: Dossier, keuzes: Keuzes, reden: str, door: Medewerker, op: date
) -> Samenvoeging:
    """Give everything of `vervallen` to `blijft`, close `vervallen` for good and say so in both; safe to repeat.

    Grondslag: accuracy of personal data (art. 5 lid 1 onder d AVG). Order: the person, the rows, the facts that are
    double or were not chosen (withdrawn through a correction, never removed), the terms. Documents keep their bytes.
    The caller fetched both through `zichtbaar_voor`. Raises SamenvoegFout with everything that stands in the way.
    """
    blijft, vervallen = _vergrendel(blijft, vervallen)
    if vervallen.status == Dossierstatus.SAMENGEVOEGD:
        return _al_gedaan(blijft, vervallen)
    _bewaak(blijft, vervallen, keuzes, reden)
    hier, daar = geldende_feiten(blijft), geldende_feiten(vervallen)
    waren = _persoon_als_tekst(vervallen.inburgeraar)
    nummers = {veld: getattr(vervallen.inburgeraar, veld) or "" for veld in NUMMERS}
    _voeg_personen_samen(blijft, vervallen, keuzes, door, op)
    _kies_enkelvoud(blijft, vervallen, keuzes)
    bereid_voor(blijft, vervallen)
    houd_gebruikte_stukken(van=vervallen, naar=blijft)
    verplaatst, gebleven = verplaats(van=vervallen, naar=blijft)
    laat_vervallen(
        dossier=blijft,
        feiten=vervalt(hier, daar, keuzes),
        toelichting=f"Samengevoegd met {vervallen.nummer}.",
        bron="samenvoeging",
        door=door,
    )
    _noteer(blijft, vervallen, sum(map(len, verplaatst.values())), reden, door, op)
    _sluit(blijft, vervallen)
    actualiseer(dossier=blijft, op=op)
    return Samenvoeging.objects.create(
        gemeente_id=blijft.gemeente_id,
        blijft=blijft,
        vervallen=vervallen,
        persoon=waren,
        gekozen=sorted(keuzes.velden),
        verplaatst=verplaatst,
        gebleven=gebleven,
        reden=reden.strip(),
        op=op,
        door=door,
        door_naam=door.naam,
        **nummers,
    )


def _vergrendel(blijft: Dossier, vervallen: Dossier) -> tuple[Dossier, Dossier]:
    """Both as they are now. Always the lowest key first, so that two merges at once wait for each other."""
    if blijft.gemeente_id != vervallen.gemeente_id:
        raise SamenvoegFout("Dit dossier is niet gevonden. Controleer het dossiernummer.")
    if blijft.pk == vervallen.pk:
        raise SamenvoegFout("Kies twee verschillende dossiers.")
    rijen = Dossier.objects.select_for_update(of=("self",)).filter(pk__in=[blijft.pk, vervallen.pk]).order_by("pk")
    per_pk = {rij.pk: rij for rij in rijen}
    personen = sorted(rij.inburgeraar_id for rij in per_pk.values())
    list(Inburgeraar.objects.select_for_update(of=("self",)).filter(pk__in=personen).order_by("pk"))
    return per_pk[blijft.pk], per_pk[vervallen.pk]


def _al_gedaan(blijft: Dossier, vervallen: Dossier) -> Samenvoeging:
    eerder: Samenvoeging = vervallen.samengevoegd_in
    if eerder.blijft_id != blijft.pk:
        raise SamenvoegFout(f"{vervallen.nummer} is intussen samengevoegd met {eerder.blijft.nummer}.")
    return eerder


def _kies_enkelvoud(blijft: Dossier, vervallen: Dossier, keuzes: Keuzes) -> None:
    """Of what a dossier has once, the one that does not count changes places and stays with the old number."""
    for deel in tweevouden():
        stand = deel.stand(blijft, vervallen)
        if stand == Stand.WISSEL or (stand == Stand.KIES and keuzes.enkel[deel.soort] == VERVALLEN):
            deel.wissel(blijft, vervallen)


def _bewaak(blijft: Dossier, vervallen: Dossier, keuzes: Keuzes, reden: str) -> None:
    if blijft.status == Dossierstatus.SAMENGEVOEGD:
        met = blijft.samengevoegd_in.blijft.nummer
        raise SamenvoegFout(f"{blijft.nummer} is intussen samengevoegd met {met}.")
    if not reden.strip():
        raise SamenvoegFout("Schrijf op waarom dit dezelfde persoon is.")
    if zinnen := wat_blokkeert(blijft, vervallen):
        raise SamenvoegFout(" ".join(zinnen))
    if open_ := [deel.label for deel in te_kiezen(blijft, vervallen) if deel.soort not in keuzes.enkel]:
        raise SamenvoegFout(f"Kies welke telt: {', '.join(open_)}.")


def _persoon_als_tekst(persoon: Inburgeraar) -> dict[str, str]:
    """Every field as it was, for the record; the numbers stand in columns of their own."""
    return {str(VELDNAMEN[veld]): toon(persoon, veld) for veld in VELDNAMEN if veld not in NUMMERS}


def _voeg_personen_samen(blijft: Dossier, vervallen: Dossier, keuzes: Keuzes, door: Medewerker, op: date) -> None:
    """The chosen values go over. The other person keeps what he was called, but no number and no gezin."""
    oud = vervallen.inburgeraar
    nieuw: Mapping[str, Any] = {veld: getattr(oud, veld) for veld in keuzes.velden & set(VELDEN)}
    if "gezin" in nieuw:
        nieuw = {**nieuw, "gezinsrol": oud.gezinsrol}
    wijzig_persoon(
        dossier=vervallen,
        persoon={"gezin": None, "gezinsrol": ""},
        door=door,
        op=op,
        reden=f"samengevoegd met {blijft.nummer}",
    )
    oud.refresh_from_db()
    oud.bsn = oud.v_nummer = None
    oud.samengevoegd_met_id = blijft.inburgeraar_id
    oud.save(update_fields=["bsn", "v_nummer", "samengevoegd_met"])
    wijzig_persoon(dossier=blijft, persoon=nieuw, door=door, op=op, reden=f"samengevoegd met {vervallen.nummer}")
    _neem_kinderen_over(oud, Inburgeraar.objects.get(pk=blijft.inburgeraar_id))


def _neem_kinderen_over(oud: Inburgeraar, nieuw: Inburgeraar) -> None:
    """The children recorded with the old person; out of a gezin that nobody is in any more they come along."""
    for kind in oud.gezinskinderen.select_related("gezin"):
        gezin = nieuw.gezin if nieuw.gezin and not kind.gezin.leden.exists() else kind.gezin
        sleutel = {"naam": kind.naam, "geboortedatum": kind.geboortedatum}
        if not Gezinskind.objects.filter(gezin=gezin, bij=nieuw, **sleutel).exists():
            kind.bij, kind.gezin = nieuw, gezin
            kind.save(update_fields=["bij", "gezin"])


def _sluit(blijft: Dossier, vervallen: Dossier) -> None:
    """Close the one for good, and let the other inherit what it lacks; protection is never lost."""
    vervallen.termijnen.filter(status=Termijnstatus.OPEN).update(
        status=Termijnstatus.VERVALLEN, reden=f"Samengevoegd met {blijft.nummer}."
    )
    wordt_beschermd = vervallen.extra_beschermd and not blijft.extra_beschermd
    blijft.extra_beschermd = blijft.extra_beschermd or vervallen.extra_beschermd
    blijft.consulent = blijft.consulent or vervallen.consulent
    blijft.scenario = blijft.scenario or vervallen.scenario
    blijft.save(update_fields=["extra_beschermd", "consulent", "scenario"])
    vervallen.status = Dossierstatus.SAMENGEVOEGD
    vervallen.save(update_fields=["status"])
    if wordt_beschermd:
        vergeet_dossier(dossier=blijft)


def _noteer(blijft: Dossier, vervallen: Dossier, aantal: int, reden: str, door: Medewerker, op: date) -> None:
    """An event in both, after the move: the one about the record that ends stays with its number."""
    wie: dict[str, Any] = {"datum": op, "door": door, "toelichting": reden}
    hier = {"nummer": vervallen.nummer, "aantal": aantal}
    registreer_handeling(dossier=blijft, soort=handelingen.SAMENGEVOEGD, gegevens=hier, **wie)
    daar = {"nummer": blijft.nummer}
    registreer_handeling(dossier=vervallen, soort=handelingen.SAMENGEVOEGD_MET, gegevens=daar, **wie)
