"""Letters of the demonstration that a consulent writes by hand."""

from collections.abc import Sequence

from cases.enums import Verzendkanaal
from cases.models import Afspraak, Document
from cases.schrijven import UITNODIGING, WELKOM
from cases.services.brieven import stel_op, uitnodiging, welkom
from cases.services.brieven.uitnodiging import Genodigde
from cases.services.documenten import maak
from cases.services.verzending import leg_verzending_vast

from .traject import Traject, tijdstip


def heet_welkom(t: Traject) -> Document:
    """The welcome letter of today; the worker renders it."""
    brieven = welkom.stel_samen(dossier=t.dossier, door=t.door, op=t.vandaag)
    return stel_op(dossier=t.dossier, soort=WELKOM, brieven=brieven, door=t.door, op=t.vandaag)[0]


def nodig_uit(t: Traject, afspraak: Afspraak, genodigden: Sequence[Genodigde]) -> list[Document]:
    """A letter of today for each of them."""
    brieven = uitnodiging.stel_samen(afspraak=afspraak, genodigden=genodigden, op=t.vandaag)
    return uitnodiging.nodig_uit(
        afspraak=afspraak,
        partijen=[gast.partij.value for gast in genodigden],
        soort=UITNODIGING,
        brieven=brieven,
        door=t.door,
        op=t.vandaag,
    )


def verzend(t: Traject, *documenten: Document) -> None:
    """Make the letters now and record that they went by post today."""
    for document in documenten:
        maak(document_id=document.pk, moment=tijdstip(t.vandaag, 16))
        leg_verzending_vast(document=document, datum=t.vandaag, kanaal=Verzendkanaal.POST, door=t.door, op=t.vandaag)
