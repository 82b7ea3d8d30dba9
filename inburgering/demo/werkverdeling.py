"""How the team divides its work: a term put off, filters and columns of one's own, and dossiers that changed hands."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils.timezone import make_aware

from cases.enums_werk import Lijst
from cases.models import Dossier, Termijn
from cases.services import lijstkeuze, toewijzen
from cases.services.uitstel import stel_uit

from .accounts import BRAM, FATIMA, SANNE
from .draaiboek import Verloop
from .traject import Wereld

GEGEVEN = 3


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    yield _verloop(wereld)


def _verloop(wereld: Wereld) -> Verloop:
    vandaag = yield wereld.werkdag(-1)
    moment = make_aware(datetime.combine(vandaag, time(16)))
    sanne, bram, fatima = (wereld.mensen[persoon.sleutel] for persoon in (SANNE, BRAM, FATIMA))
    _leg_weg(wereld, moment)
    for wie, naam, vraag in (
        (sanne, "mijn PIP's", "wie=mijn&soort=PIP"),
        (sanne, "werk van Bram", f"wie=alle&consulent={bram.pk}"),
        (wereld.teamleider, "nog van niemand", "wie=zonder"),
    ):
        lijstkeuze.bewaar_filter(
            medewerker=wie,
            gemeente=wereld.gemeente,
            lijst=Lijst.WERKVOORRAAD,
            naam=naam,
            vraag=vraag,
            standaard=False,
        )
    van_fatima = Dossier.objects.lopend().filter(gemeente=wereld.gemeente, consulent=fatima).order_by("pk")
    ronde = toewijzen.vraag_aan(
        gemeente=wereld.gemeente,
        dossiers=Dossier.objects.filter(pk__in=list(van_fatima.values_list("pk", flat=True)[:GEGEVEN])),
        consulent=bram,
        door=wereld.teamleider,
        sleutel=uuid5(NAMESPACE_URL, f"{wereld.gemeente.slug} {vandaag}"),
        moment=moment,
    )
    while toewijzen.werk_stuk(ronde_id=ronde.pk, op=vandaag, moment=moment):
        pass


def _leg_weg(wereld: Wereld, moment: datetime) -> None:
    """The first term of Sanne that leaves room for it."""
    vandaag, sanne = moment.date(), wereld.mensen[SANNE.sleutel]
    ruim = Termijn.objects.open().plichten().filter(laatste_dag__gt=vandaag + timedelta(days=14))
    termijn = ruim.filter(gemeente=wereld.gemeente, dossier__in=Dossier.objects.lopend().van([sanne.pk])).first()
    if termijn:
        stel_uit(
            termijn=termijn,
            tot=vandaag + timedelta(days=8),
            reden="De inburgeraar is tot volgende week met vakantie. De intake staat al gepland.",
            door=sanne,
            op=vandaag,
            moment=moment,
        )
