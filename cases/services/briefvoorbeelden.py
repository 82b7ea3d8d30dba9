"""A sample of every kind of letter: invented content beside its template, on the paper of a gemeente."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from cases.brieven import Briefsoort
from cases.models import Gemeente

from .briefhoofd import afzender
from .documenten import voorbeeld


def bestand(soort: Briefsoort) -> Path:
    """'oproep/v1' → templates/pdf/oproep/v1.json; a kind that says something else on the same paper has its own."""
    map_ = Path(settings.HOOFDMAP) / "templates" / "pdf"
    eigen = map_ / f"{soort.sjabloon}.{soort.code}.json"
    return eigen if eigen.is_file() else map_ / f"{soort.sjabloon}.json"


def heeft_voorbeeld(soort: Briefsoort) -> bool:
    return bestand(soort).is_file()


@cache
def voorbeeldinhoud(soort: Briefsoort) -> dict[str, Any]:
    """The content of the sample, as it would be frozen."""
    inhoud: dict[str, Any] = json.loads(bestand(soort).read_text(encoding="utf-8"))
    return inhoud


def toon_voorbeeld(*, soort: Briefsoort, gemeente: Gemeente) -> bytes:
    """The sample as PDF, with the letterhead of this gemeente; nothing is stored. Raises PdfFout."""
    inhoud = dict(voorbeeldinhoud(soort))
    if "afzender" in inhoud:
        inhoud["afzender"] = asdict(afzender(gemeente))
    return voorbeeld(sjabloon=soort.sjabloon, inhoud=inhoud, watermerk="VOORBEELD")
