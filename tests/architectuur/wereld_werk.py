"""A term that was put off, for the addresses of the daily work."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from cases.models import Dossier, Termijn
from cases.services.toewijzen import vraag_aan
from cases.services.uitstel import stel_uit
from tests.fabriek import Cast

OP = date(2026, 11, 20)
MOMENT = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))


def werkrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    termijn = Termijn.objects.open().filter(dossier=dossier, laatste_dag__gt=OP).first()
    uitstel = stel_uit(
        termijn=termijn, tot=termijn.laatste_dag, reden="Wacht op DUO.", door=cast.consulent, op=OP, moment=MOMENT
    )
    ronde = vraag_aan(
        gemeente=cast.gemeente, dossiers=Dossier.objects.filter(pk=dossier.pk), consulent=cast.collega,
        door=cast.teamleider, sleutel=uuid4(), moment=MOMENT,
    )  # fmt: skip
    rondes = {f"cases:{naam}.pk": ronde.pk for naam in ("toewijzing", "toewijzing_opnieuw")}
    return rondes | {
        "cases:lijstkeuze.lijst": "werkvoorraad",
        "cases:uitstellen.pk": termijn.pk,
        "cases:uitstel_terughalen.pk": uitstel.pk,
    }
