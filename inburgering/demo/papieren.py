"""Papers that people bring along, drawn by code: a scan with a few lines on it, as a picture or as a PDF."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from cases.enums_stukken import Stukonderwerp
from cases.models import Stuk
from cases.services.stukken import Bestand, ontvang

from .traject import Traject

MAAT, KANTLIJN, REGEL = (620, 420), 48, 44


def blad(regels: Sequence[str], soort: str, op: date) -> bytes:
    """A small sheet with these lines, dated `op` inside; `soort` is PNG or PDF."""
    beeld = Image.new("L", MAAT, 250)
    tekening = ImageDraw.Draw(beeld)
    tekening.rectangle((16, 16, MAAT[0] - 16, MAAT[1] - 16), outline=120, width=2)
    for nummer, regel in enumerate(regels):
        tekening.text((KANTLIJN, KANTLIJN + nummer * REGEL), regel, fill=30, font_size=24)
    uit = BytesIO()
    beeld.save(uit, soort, creationDate=op.timetuple(), modDate=op.timetuple())
    return uit.getvalue()


def lever_in(
    t: Traject, onderwerp: Stukonderwerp, omschrijving: str, regels: Sequence[str], *, soort: str = "PDF",
    postvak: bool = False,
) -> Stuk:  # fmt: skip
    """Somebody hands in a paper today: for the dossier, or for the Postvak when nobody knows yet whose it is."""
    inhoud = blad(regels, soort, t.vandaag)
    uitkomst = ontvang(
        gemeente=t.wereld.gemeente,
        dossier=None if postvak else t.dossier,
        bestanden=[Bestand(f"scan.{soort.lower()}", len(inhoud), lambda: inhoud)],
        gegevens={"onderwerp": onderwerp, "omschrijving": omschrijving, "over": "", "ontvangen_op": t.vandaag},
        door=t.door,
        op=t.vandaag,
    )
    return uitkomst.stukken[0]
