"""Template plus frozen content gives HTML: strict, escaped, without request, clock or database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Context, Engine

_ROUTE = re.compile(r"\b(?:B1|Z)-route\b")
_TEKST = re.compile(r">[^<]+<")
SJABLOON = re.compile(r"[a-z0-9_]+/v[0-9]+")


class _Streng(str):
    """Raises where Django would print nothing: a letter with a hole in it must not leave the building."""

    def __mod__(self, naam: object) -> str:
        raise KeyError(f"De inhoud van de brief mist {naam}.")


@cache
def _engine() -> Engine:
    return Engine(
        dirs=[str(Path(settings.HOOFDMAP) / "templates" / "pdf")],
        builtins=["cases.pdf.filters"],
        string_if_invalid=_Streng("%s"),
    )


def maak_html(sjabloon: str, inhoud: Mapping[str, Any], *, watermerk: str = "") -> str:
    """The letter as HTML, for the renderer and for tests that read words.

    Raises ValueError on a template name that is not <soort>/v<n>, KeyError when the content
    lacks a value that the template prints.
    """
    if not SJABLOON.fullmatch(sjabloon):
        raise ValueError(f"Geen geldige naam van een briefsjabloon: {sjabloon!r}")
    context = Context({**inhoud, "watermerk": watermerk}, use_l10n=False, use_tz=False)
    return _engine().get_template(f"{sjabloon}.html").render(context)


def bijeen(html: str) -> str:
    """The same HTML in which the name of a leerroute is not broken over two lines."""
    kop, lijf, rest = html.partition("<body")
    vast = r'<span class="bijeengehouden">\g<0></span>'
    return kop + lijf + _TEKST.sub(lambda tekst: _ROUTE.sub(vast, tekst[0]), rest)
