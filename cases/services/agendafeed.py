"""What somebody has to do, as a calendar (iCalendar, RFC 5545). It leaves the gemeente: no names, only case numbers."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from cases.models import Afspraak, Agendalink, Dossier, Notitie, Termijn
from inburgering.recht.uitleg import datum_lang

from .vervanging import vervangen_consulenten

TERUG, VOORUIT = timedelta(days=31), timedelta(days=366)
EEN_DAG = timedelta(days=1)
Adres = Callable[[str, Dossier], str]


def agendafeed(*, link: Agendalink, op: date, moment: datetime, adres: Adres) -> bytes:
    """Open terms, afspraken and reminders of whose work this person does on this date, and may see today.

    A term stands on the day to plan for, with its legal last day in the text; a duty that is late stays. Afspraken of
    the past month and the coming year. `adres(naam, dossier)` gives the full address of a page of a dossier.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//Inburgering//werkvoorraad//NL")
    agenda.add("version", "2.0")
    agenda.add("x-wr-calname", f"Inburgering {link.gemeente.naam}")
    mijn = vervangen_consulenten(medewerker=link.medewerker, gemeente_id=link.gemeente_id, op=op)
    zichtbaar = Dossier.objects.zichtbaar_voor(link.medewerker, link.gemeente, op)
    for punt in (
        *_termijnen(zichtbaar.lopend().filter(consulent__in=mijn), op, adres),
        *_afspraken(zichtbaar, mijn, op, adres),
        *_herinneringen(zichtbaar, mijn, adres),
    ):
        punt.add("dtstamp", moment)
        agenda.add_component(punt)
    return agenda.to_ical()


def _termijnen(dossiers: Iterable[Dossier], op: date, adres: Adres) -> Iterator[Event]:
    rijen = Termijn.objects.open().filter(dossier__in=dossiers).select_related("dossier")
    for termijn in [*rijen.plichten(), *rijen.sluit_binnenkort(op)]:
        punt = _punt(f"termijn-{termijn.pk}", termijn.naam, termijn.dossier, adres("cases:dossier", termijn.dossier))
        punt.add("description", f"Wettelijk uiterlijk {datum_lang(termijn.laatste_dag)}.")
        yield _hele_dag(punt, termijn.ruwe_dag)


def _afspraken(zichtbaar: Iterable[Dossier], mijn: list[int], op: date, adres: Adres) -> Iterator[Event]:
    rijen = Afspraak.objects.tussen(op - TERUG, op + VOORUIT).niet_geannuleerd()
    for afspraak in rijen.filter(met__in=mijn, dossier__in=zichtbaar).select_related("dossier"):
        naam = afspraak.get_soort_display()
        punt = _punt(f"afspraak-{afspraak.pk}", naam, afspraak.dossier, adres("cases:afspraken", afspraak.dossier))
        punt.add("dtstart", afspraak.begin)
        punt.add("dtend", afspraak.begin + timedelta(minutes=afspraak.duur_minuten))
        yield punt


def _herinneringen(zichtbaar: Iterable[Dossier], mijn: list[int], adres: Adres) -> Iterator[Event]:
    rijen = Notitie.objects.open().filter(door__in=mijn, dossier__in=zichtbaar).select_related("dossier")
    for notitie in rijen:
        punt = _punt(f"notitie-{notitie.pk}", "Herinnering", notitie.dossier, adres("cases:afspraken", notitie.dossier))
        yield _hele_dag(punt, notitie.datum)


def _punt(uid: str, naam: str, dossier: Dossier, url: str) -> Event:
    punt = Event()
    punt.add("uid", f"{uid}@inburgering")
    punt.add("summary", f"{naam} · {dossier.nummer}")
    punt.add("url", url)
    return punt


def _hele_dag(punt: Event, dag: date) -> Event:
    punt.add("dtstart", dag)
    punt.add("dtend", dag + EEN_DAG)
    punt.add("transp", "TRANSPARENT")
    return punt
