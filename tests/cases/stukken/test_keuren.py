"""A file is what its content says, and only a few kinds come in."""

import zlib

import pytest
from PIL import ImageFile

from cases.enums_stukken import Bestandsoort
from cases.services.stukken.keuren import keur
from cases.services.stukken.weigering import StukFout

from .hulp import docx, foto, heic, odf, pakket, pdf, xlsx

SJABLOON = b"""<Relationships><Relationship Id="r1" Target="https://voorbeeld.nl/x.dotm" TargetMode="External"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
GOED = {
    "brief.pdf": (pdf(), Bestandsoort.PDF),
    "IMG_1.JPG": (foto(), Bestandsoort.JPEG),
    "scherm.png": (foto("PNG"), Bestandsoort.PNG),
    "IMG_2.HEIC": (heic(), Bestandsoort.HEIC),
    "cv.docx": (docx(), Bestandsoort.DOCX),
    "uren.xlsx": (xlsx(), Bestandsoort.XLSX),
    "grafiek.docx": (docx(**{"word/embeddings/Blad1.xlsx": xlsx()}), Bestandsoort.DOCX),
    "link.docx": (
        docx(**{"word/_rels/x.rels": SJABLOON.replace(b"attachedTemplate", b"hyperlink")}),
        Bestandsoort.DOCX,
    ),
    "cv.odt": (odf("text"), Bestandsoort.ODT),
    "uren.ods": (odf("spreadsheet"), Bestandsoort.ODS),
    "zonder-extensie": (pdf(), Bestandsoort.PDF),
    "telefoon.jpg": (foto("PNG"), Bestandsoort.PNG),
}
SLECHT = {
    "leeg.pdf": (b"", "is leeg"),
    "half.pdf": (pdf()[:-40], "niet compleet"),
    "kapot.pdf": (b"%PDF-1.7\n" + b"x" * 100 + b"\nstartxref\n0\n%%EOF", "gaat niet open"),
    "slot.pdf": (b"%PDF-1.7\ntrailer<</Encrypt 5 0 R>>\nstartxref\n0\n%%EOF", "wachtwoord"),
    "half.jpg": (foto(maat=(900, 700))[:-2000], "beschadigd"),
    "half.png": (foto("PNG")[:-30], "beschadigd"),
    "half.heic": (heic()[:-5], "niet compleet"),
    "plaatje.gif": (foto("GIF"), "nemen wij niet aan"),
    "tekening.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "nemen wij niet aan"),
    "pagina.html": (b"<!doctype html><html><script>alert(1)</script></html>", "nemen wij niet aan"),
    "programma.pdf": (b"MZ" + b"\0" * 300, "nemen wij niet aan"),
    "factuur.pdf": (docx(), "heet .pdf, maar is een Word-document"),
    "pagina.htm": (pdf(), "heet .htm, maar is een PDF"),
    "oud.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud kantoorbestand"),
    "macro.docx": (docx(**{"word/vbaProject.bin": b"x"}), "macro"),
    "macro.xlsx": (xlsx(**{"xl/macrosheets/sheet1.xml": b"x"}), "macro"),
    "knop.docx": (docx(**{"word/activeX/activeX1.xml": b"x"}), "macro"),
    "ole.odt": (odf("text", **{"Object 1": OLE}), "ingepakt bestand of programma"),
    "ole.xlsx": (xlsx(**{"xl/media/foto.png": OLE}), "ingepakt bestand of programma"),
    "exe.docx": (docx(**{"word/media/foto.png": b"MZ" + b"x" * 99}), "ingepakt bestand of programma"),
    "diep.docx": (
        docx(**{"word/embeddings/Blad1.xlsx": xlsx(**{"xl/vbaProject.bin": b"x"})}),
        r"‘Blad1.xlsx’ bevat een programma \(macro\)",
    ),
    "diep.odt": (odf("text", **{"Object 1": docx(**{"word/vbaProject.bin": b"x"})}), "‘Object 1’ bevat een programma"),
    "diepst.docx": (
        docx(**{"word/embeddings/a.docx": docx(**{"word/embeddings/b.docx": docx(**{"word/x": docx()})})}),
        "te groot is of zelf is ingepakt",
    ),
    "verstopt.docx": (
        docx(**{"[Content_Types].xml": b'<T><O ContentType="x.macro&#69;nabled.main+xml"/></T>'}),
        "macro",
    ),
    "zestien.docx": (
        docx(**{"[Content_Types].xml": '<?xml version="1.0"?><T><O ContentType="macroEnabled"/></T>'.encode("utf-16")}),
        "macro",
    ),
    "entiteit.docx": (docx(**{"[Content_Types].xml": b'<!DOCTYPE T [<!ENTITY a "b">]><T>&a;</T>'}), "beschadigd"),
    "breed.docx": (docx(**{"[Content_Types].xml": b"<T>" + b" " * 1_100_000 + b"</T>"}), "veel te groot"),
    "object.docx": (docx(**{"word/embeddings/oleObject1.bin": b"x"}), "ingepakt bestand"),
    "object.xlsx": (xlsx(**{"xl/embeddings/setup.exe": b"MZ"}), "ingepakt bestand"),
    "sjabloon.docx": (docx(**{"word/_rels/settings.xml.rels": SJABLOON}), "sjabloon van buiten"),
    "nullen.docx": (docx(**{"word/media/nul": b"\0" * 60 * 1024 * 1024}), "veel te groot"),
    "buiten.docx": (docx(**{"../../etc/passwd": b"x"}), "pad buiten het bestand"),
    "delen.docx": (docx(**{f"word/{nummer}": b"" for nummer in range(5000)}), "veel te groot"),
    "basic.odt": (pakket({"mimetype": b"x", "Basic/Standard/Module1.xml": b"x"}), "macro"),
    "slot.odt": (odf("text", b"<manifest:encryption-data/>"), "wachtwoord"),
    "praatje.odp": (odf("presentation"), "geen odt of ods"),
    "map.zip": (pakket({"foto.jpg": foto()}), "zip-bestand"),
    "half.docx": (docx()[:-30], "beschadigd"),
}


@pytest.mark.parametrize("naam", GOED)
def test_a_file_is_known_by_its_content(naam):
    inhoud, soort = GOED[naam]

    assert keur(naam=naam, inhoud=inhoud).soort == soort


@pytest.mark.parametrize("naam", SLECHT)
def test_everything_else_is_refused_with_a_reason(naam):
    inhoud, reden = SLECHT[naam]

    with pytest.raises(StukFout, match=reden):
        keur(naam=naam, inhoud=inhoud)


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded(settings):
    settings.STUK_MEGAPIXEL = 1
    breed_png = bytearray(foto("PNG"))
    breed_png[16:24] = (60_000).to_bytes(4, "big") * 2  # the header promises 3.6 thousand million pixels
    breed_png[29:33] = zlib.crc32(bytes(breed_png[12:29])).to_bytes(4, "big")

    for naam, inhoud in (("bom.png", bytes(breed_png)), ("groot.jpg", foto(maat=(1200, 1000)))):
        with pytest.raises(StukFout, match="te veel beeldpunten"):
            keur(naam=naam, inhoud=inhoud)


@pytest.mark.parametrize("naam", ["half.jpg", "half.png"])
def test_half_a_picture_is_refused_also_after_a_pdf_was_made(monkeypatch, naam):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # what importing WeasyPrint does

    with pytest.raises(StukFout, match="beschadigd"):
        keur(naam=naam, inhoud=SLECHT[naam][0])


def test_a_container_that_grows_enormous_is_refused():
    bom = docx(**{f"word/{nummer}.xml": b"\0" * 60_000_000 for nummer in range(9)})

    assert len(bom) < 1_000_000
    with pytest.raises(StukFout, match="veel te groot"):
        keur(naam="bom.docx", inhoud=bom)


def test_a_pdf_that_is_protected_but_opens_is_kept_with_a_remark():
    beveiligd = pdf() + b"\n% /Encrypt 9 0 R\nstartxref\n0\n%%EOF"

    assert "zonder wachtwoord" in keur(naam="duo.pdf", inhoud=beveiligd).let_op
