"""The components of the screens: one tag and one template in `templates/onderdelen/` per component.

`{% load onderdelen %}` brings the date filters of `datums` along. Tags show what they are given: they decide and query
nothing. Block tags (`paginakop`, `melding`, `tabel`, `vlak`) end with `{% end<name> %}`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.forms import BaseForm, BaseFormSet
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases import naasten
from cases import tijdlijn as lijn
from cases.kort import Kort, niet_alles
from cases.templatetags import datums
from inburgering.recht.geld import euro

register = Library()
register.filters.update(datums.register.filters)

BERICHTSOORT = {"success": "ok", "warning": "waarschuwing", "error": "fout"}


@register.filter
def berichtsoort(niveau: str) -> str:
    """The kind of `melding` for the level of a Django message."""
    return BERICHTSOORT.get(niveau, "info")


@register.filter
def genoemd(wie: naasten.Genoemde, beschermd: bool) -> str:
    """`{{ deelnemer|genoemd:naasten_beschermd }}`: a relative without a name while the gezin is protected."""
    return naasten.genoemd(wie, beschermd)


@register.filter
def in_euro(cent: int | None) -> str:
    """Whole cents as '€ 78,50'; '' for no amount."""
    return "" if cent is None else euro(cent)


@register.filter
def van(betaald: int, gevraagd: int) -> str:
    """`{{ betaald|van:gevraagd }}`: '€ 78,50', or '€ 0,00 van € 78,50' where less is paid than was due, in cents."""
    return euro(betaald) if betaald == gevraagd else f"{euro(betaald)} van {euro(gevraagd)}"


@register.inclusion_tag("onderdelen/kruimels.html")
def kruimels(*delen: str) -> dict[str, Any]:
    """Breadcrumbs: `{% kruimels "Dossiers" lijst_url "D-2026-0012" %}`; the last label is this page."""
    return {"paden": list(zip(delen[0::2], delen[1::2], strict=False)), "hier": delen[-1]}


@register.simple_block_tag
def paginakop(content: str, titel: str, onder: str = "") -> SafeString:
    """`{% paginakop titel onder="…" %}buttons{% endpaginakop %}`: the h1 with a line below and actions beside it."""
    return render_to_string("onderdelen/paginakop.html", {"acties": content, "titel": titel, "onder": onder})


@register.simple_block_tag
def melding(content: str, soort: str = "info", kop: str = "") -> SafeString:
    """`{% melding "waarschuwing" kop="…" %}text{% endmelding %}`; soort: info, ok, waarschuwing or fout."""
    return render_to_string("onderdelen/melding.html", {"tekst": content, "soort": soort, "kop": kop})


@register.simple_block_tag
def vlak(content: str, kop: str = "", niveau: int = 2, anker: str = "") -> SafeString:
    """`{% vlak "Brede intake" %}…{% endvlak %}`: a white panel with a heading."""
    return render_to_string("onderdelen/vlak.html", {"inhoud": content, "kop": kop, "niveau": niveau, "anker": anker})


@register.simple_block_tag
def tabel(content: str, bijschrift: str, toon: bool = True) -> SafeString:
    """`{% tabel "Open termijnen" %}<thead>…</thead><tbody>…</tbody>{% endtabel %}`; scrolls sideways when it must."""
    return render_to_string("onderdelen/tabel.html", {"inhoud": content, "bijschrift": bijschrift, "toon": toon})


@register.inclusion_tag("onderdelen/kolomkop.html", takes_context=True)
def kolomkop(context: Context, label: str, sleutel: str = "", getal: bool = False) -> dict[str, Any]:
    """A `th`; with `sleutel` it sorts by `?sorteer=` (`-sleutel` is descending) and keeps the rest of the query."""
    if not sleutel:
        return {"label": label, "getal": getal}
    vraag = context["request"].GET.copy()
    richting = {sleutel: "ascending", f"-{sleutel}": "descending"}.get(vraag.get("sorteer"), "")
    vraag.pop("na", None)  # another order starts at the first page again
    vraag["sorteer"] = f"-{sleutel}" if richting == "ascending" else sleutel
    return {"label": label, "getal": getal, "richting": richting, "url": f"?{vraag.urlencode()}"}


@register.inclusion_tag("onderdelen/bladeren.html")
def bladeren(vorige: str = "", volgende: str = "", telling: str = "") -> dict[str, str]:
    """Paging by key: the two addresses (empty when there is none) and a small count such as '99+'."""
    return {"vorige": vorige, "volgende": volgende, "telling": telling}


@register.simple_tag
def en_meer(rijen: Kort[Any], welke: str = "eerste") -> str:
    """Below a list of `cases.kort` that does not show everything, a line that says so."""
    zin = niet_alles(len(rijen), welke)
    return format_html('<p class="zacht">{}</p>', zin) if rijen.meer else ""


@register.inclusion_tag("onderdelen/status_badge.html")
def status_badge(status: str, tekst: str = "") -> dict[str, str]:
    """Shape and word: te_laat ●, binnenkort ◐, later ○, gehaald ✓, te_laat_gedaan ✓ in orange, vervallen –."""
    return {"status": status, "tekst": tekst or status.replace("_", " ")}


@register.inclusion_tag("onderdelen/definities.html")
def definities(rijen: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """A `dl` of (label, value) pairs; an empty value shows as 'niet bekend'."""
    return {"rijen": rijen}


@register.inclusion_tag("onderdelen/leeg.html")
def leeg(kop: str, uitleg: str = "", knop_tekst: str = "", knop_url: str = "") -> dict[str, str]:
    """Nothing here: what that means and what to do."""
    return {"kop": kop, "uitleg": uitleg, "knop_tekst": knop_tekst, "knop_url": knop_url}


@register.inclusion_tag("onderdelen/tabbladen.html")
def tabbladen(tabs: Iterable[Mapping[str, Any]], label: str = "Onderdelen van dit dossier") -> dict[str, Any]:
    """Tabs as links: each {label, url, actief} and optionally `aantal`."""
    return {"tabs": tabs, "naam": label}


@register.inclusion_tag("onderdelen/keuzebalk.html")
def keuzebalk(keuzes: Iterable[Mapping[str, Any]], label: str) -> dict[str, Any]:
    """One choice out of a few, as links (mijn | team | alle): each {label, url, actief}."""
    return {"keuzes": keuzes, "naam": label}


@register.inclusion_tag("onderdelen/knop.html")
def knop(
    tekst: str,
    url: str = "",
    soort: str = "primair",
    *,
    naam: str = "",
    waarde: str = "",
    klein: bool = False,
    over: str = "",
) -> dict[str, Any]:
    """A link with `url`, else a submit button; soort: primair, secundair, rustig or gevaar.

    `over` completes the name for who does not see the row it stands in: "Openen" + "dossier Tesfay".
    """
    klasse = {
        "primair": "utrecht-button--primary-action",
        "secundair": "utrecht-button--secondary-action",
        "rustig": "utrecht-button--subtle",
        "gevaar": "utrecht-button--primary-action utrecht-button--danger",
    }[soort]
    return {"tekst": tekst, "url": url, "klasse": klasse, "naam": naam, "waarde": waarde, "klein": klein, "over": over}


@register.inclusion_tag("onderdelen/voortgang.html")
def voortgang(waarde: int, totaal: int, label: str) -> dict[str, Any]:
    """Progress of long work, in a bar and in words."""
    return {"waarde": waarde, "totaal": totaal, "naam": label}


@register.inclusion_tag("onderdelen/tijdlijn.html")
def tijdlijn(
    punten: Iterable[lijn.Punt],
    perioden: Iterable[lijn.Periode] = (),
    vandaag: date | None = None,
    titel: str = "Tijdlijn",
) -> dict[str, Any]:
    """The time line of `cases.tijdlijn.Punt`s and `Periode`s: a picture, and the same as a list in words."""
    tekening = lijn.plaats(punten, perioden, vandaag)
    return {"tekening": tekening, "titel": titel, "vandaag": vandaag}


@register.inclusion_tag("onderdelen/foutenlijst.html")
def foutenlijst(form: BaseForm | BaseFormSet) -> dict[str, Any]:
    """All errors of a form or formset on top of it, each linked to its field."""
    return {"fouten": list(_fouten(form))}


def _fouten(form: BaseForm | BaseFormSet) -> Iterable[dict[str, str]]:
    if isinstance(form, BaseFormSet):
        yield from ({"tekst": str(fout), "anker": ""} for fout in form.non_form_errors())
        for deel in form.forms:
            yield from _fouten(deel)
        return
    yield from ({"tekst": str(fout), "anker": ""} for fout in form.non_field_errors())
    for veld in form:
        for fout in veld.errors:
            yield {"tekst": _zin(str(veld.label), str(fout)), "anker": _anker(veld)}


def _zin(label: str, fout: str) -> str:
    """The message, with the label before it unless it names the field by itself."""
    return fout if label.lower() in fout.lower() else f"{label}: {fout}"


def _anker(veld: Any) -> str:
    """The id a link can focus: the first option of a group, else the field itself."""
    return f"{veld.auto_id}_0" if veld.use_fieldset else veld.id_for_label or veld.auto_id
