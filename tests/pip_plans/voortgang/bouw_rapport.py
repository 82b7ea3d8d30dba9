"""Reports as files, for the tests."""

import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

from pip_plans.uitvoering.models import Aanbieder
from pip_plans.voortgang.models import Rapport
from pip_plans.voortgang.services import rapport as dienst
from tests.fabriek import Cast

from .bouw import OP

NOVEMBER, OKTOBER = date(2026, 11, 1), date(2026, 10, 1)
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
KOP = ("dossiernummer", "deelnemernummer", "week", "uren_nt2", "verzuim_geoorloofd", "verzuim_ongeoorloofd")
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def csv(*rijen: tuple[Any, ...], kop: tuple[str, ...] = KOP) -> bytes:
    return "\r\n".join(";".join(str(cel) for cel in rij) for rij in (kop, *rijen)).encode()


def xlsx(*rijen: tuple[Any, ...], kop: tuple[str, ...] = KOP, extra: dict[str, str] | None = None) -> bytes:
    """A sheet as Excel writes it: texts shared, numbers as numbers; what starts with '=' is a formula."""
    teksten: list[str] = []

    def cel(plek: str, waarde: Any) -> str:
        if isinstance(waarde, int | float):
            return f'<c r="{plek}"><v>{waarde}</v></c>'
        if waarde.startswith("="):
            return f'<c r="{plek}"><f>{waarde[1:]}</f><v>3</v></c>'
        teksten.append(waarde)
        return f'<c r="{plek}" t="s"><v>{len(teksten) - 1}</v></c>'

    blad = "".join(
        f'<row r="{n}">' + "".join(cel(f"{'ABCDEFGHIJ'[k]}{n}", w) for k, w in enumerate(rij) if w != "") + "</row>"
        for n, rij in enumerate((kop, *rijen), start=1)
    )
    delen = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{_NS}" xmlns:r="{_R}"><sheets>'
        '<sheet name="nov" r:id="rId7"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_NS}"><sheetData>{blad}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_NS}">' + "".join(f"<si><t>{t}</t></si>" for t in teksten) + "</sst>",
    }
    bak = io.BytesIO()
    with zipfile.ZipFile(bak, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in (delen | (extra or {})).items():
            pakket.writestr(naam, inhoud)
    return bak.getvalue()


def blad(*nummers: int) -> bytes:
    """A sheet of which the rows have these numbers."""
    rijen = "".join(f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>week</t></is></c></row>' for n in nummers)
    return xlsx(
        extra={"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_NS}"><sheetData>{rijen}</sheetData></worksheet>'}
    )


def lees(cast: Cast, wie: Aanbieder, inhoud: bytes, **anders: Any) -> Rapport:
    """The preview."""
    velden = {"maand": NOVEMBER, "verbetering": "", "door": cast.consulent} | anders
    return dienst.maak_voorbeeld(gemeente=cast.gemeente, aanbieder=wie, inhoud=inhoud, op=OP, **velden)[0]


def schrijf(cast: Cast, rapport: Rapport) -> Rapport:
    """Confirm, and write to the end as the worker does."""
    dienst.bevestig(rapport=rapport, door=cast.consulent, moment=MOMENT)
    while dienst.schrijf_stuk(rapport_id=rapport.pk, op=OP, moment=MOMENT):
        pass
    rapport.refresh_from_db()
    return rapport


def redenen(rapport: Rapport) -> list[str]:
    """Per row why it is faulty, '' for a good one."""
    return [" ".join(m["reden"] for m in regel.meldingen if m["ernst"] == "fout") for regel in rapport.regels.all()]


def uitkomsten(rapport: Rapport) -> list[str]:
    return list(rapport.regels.values_list("uitkomst", flat=True))
