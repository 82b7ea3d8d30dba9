"""*Wat nu?* from the fourth month: who takes over which payment, and contact afterwards."""

from collections.abc import Iterator

from django.urls import reverse

from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from inburgering.recht.uitleg import datum_zonder_weekdag, opsomming

from .maanden import laatste_dag
from .models import Nazorgcontact, Uitkeringseenheid
from .services.afbouw import afbouwplan
from .services.eenheden import eenheid_van
from .services.eindbericht import achterhaald
from .services.lasteinde import einden_van, te_schrijven
from .services.perioden import laatste_periode


@registreer_stappen
def afbouwen(beeld: Dossierbeeld) -> Iterator[Stap]:
    """Only for who has, or had, a period of ontzorgen."""
    if not beeld.feiten.bijstand and not beeld.feiten.einde_bijstand:
        return
    url = reverse("ontzorgen:afbouw", args=(beeld.dossier.gemeente.slug, beeld.dossier.nummer))
    eenheid = eenheid_van(dossier=beeld.dossier, op=beeld.op)
    plan = afbouwplan(dossier=beeld.dossier, eenheid=eenheid, op=beeld.op)
    if plan and plan.gevraagd and plan.open:
        einde = datum_zonder_weekdag(plan.einde)
        if plan.zonder_afspraak:
            wat = _aantal(len(plan.zonder_afspraak))
            reden = f"Het ontzorgen eindigt op {einde}. Bij {wat} is nog niet afgesproken wie dan betaalt."
            yield Stap("Afspreken wie de vaste lasten overneemt", reden, url, plan.einde, 61)
        elif plan.luid:
            reden = f"Het einde is op {einde}. Bij {_aantal(len(plan.open))} is nog niet gezien dat een ander betaalt."
            yield Stap("Nagaan of de vaste lasten zijn overgenomen", reden, url, plan.einde, 61)
    yield from _eindbrieven(beeld, eenheid)
    yield from _nazorg(beeld, url)


def _eindbrieven(beeld: Dossierbeeld, eenheid: Uitkeringseenheid | None) -> Iterator[Stap]:
    """The creditors who were not told yet that the gemeente stops paying."""
    einden = einden_van(eenheid=eenheid, op=beeld.op).values() if eenheid else ()
    url = reverse("ontzorgen:overzicht", args=(beeld.dossier.gemeente.slug, beeld.dossier.nummer))
    berichten = achterhaald(eenheid=eenheid, op=beeld.op).values() if eenheid else ()
    if eigen := [b for b in berichten if b.last.dossier_id in (None, beeld.dossier.pk)]:
        aan = opsomming([f"{bericht.last.crediteur} ({bericht.last.soort.naam.lower()})" for bericht in eigen])
        waar = "in de eindbrief" if any(bericht.brief for bericht in eigen) else "in het afbouwplan"
        reden = f"De gemeente betaalt langer dan {waar} staat: {aan}. Voorkom dubbele betalingen."
        afbouw = reverse("ontzorgen:afbouw", args=(beeld.dossier.gemeente.slug, beeld.dossier.nummer))
        yield Stap("Opnieuw afspreken wie betaalt", reden, afbouw, min(b.vanaf for b in eigen), 60)
    nog = te_schrijven(einden, dossier_id=beeld.dossier.pk, op=beeld.op)
    if nog:
        aan = opsomming([f"{einde.last.crediteur} ({einde.last.soort.naam.lower()})" for einde in nog])
        reden = f"De gemeente stopt met betalen. Nog geen eindbrief aan {aan}."
        eerste = min(einde.maand for einde in nog if einde.maand)
        yield Stap("Eindbrief aan de crediteuren maken", reden, f"{url}#brieven", laatste_dag(eerste), 61)


def _nazorg(beeld: Dossierbeeld, url: str) -> Iterator[Stap]:
    periode = laatste_periode(beeld.dossier)
    if periode is None or periode.laatste_dag >= beeld.op:
        return
    contacten = list(Nazorgcontact.objects.filter(dossier=beeld.dossier, gepland_op__gt=periode.laatste_dag))
    if not contacten:
        reden = (
            f"Het ontzorgen eindigde op {datum_zonder_weekdag(periode.laatste_dag)}. Hoor na een maand hoe het gaat."
        )
        yield Stap("Nazorg plannen", reden, url, None, 62)
    for contact in contacten:
        if not contact.uitkomst and contact.gepland_op <= beeld.op:
            yield Stap("Contact voor de nazorg", "Vraag of het betalen lukt.", url, contact.gepland_op, 62)


def _aantal(aantal: int) -> str:
    return "één betaling" if aantal == 1 else f"{aantal} betalingen"
