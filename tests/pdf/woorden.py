"""The Dutch sentences of a letter as people read them, for the readability figure."""

from __future__ import annotations

from html.parser import HTMLParser

from cases.inhoud import Inhoud
from cases.pdf import maak_html

BLOK = {"p", "h1", "h2", "h3", "li", "td", "th", "tr", "dt", "dd", "caption", "br", "div", "section"}
LEEG = {"br", "meta", "img", "hr", "link"}
OVERSLAAN = {"head", "header", "style", "table"}
OMSLAG = {"venster", "concept", "slot"}


class _Lezer(HTMLParser):
    """Collects the text of `main` line by line; skips tables of data, the signature and other languages."""

    def __init__(self) -> None:
        super().__init__()
        self.regels: list[str] = [""]
        self.diepte: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOK:
            self.regels.append("")
        if tag in LEEG:
            return
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        vreemd = tag != "html" and kenmerken.get("lang", "nl") != "nl"
        omslag = bool(OMSLAG & set(kenmerken.get("class", "").split()))
        self.diepte.append(tag in OVERSLAAN or vreemd or omslag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in LEEG and self.diepte:
            self.diepte.pop()
        if tag in BLOK:
            self.regels.append("")

    def handle_data(self, data: str) -> None:
        if not any(self.diepte):
            self.regels[-1] += data


def nederlandse_tekst(sjabloon: str, inhoud: Inhoud) -> str:
    """The running text of a letter, one block on each line."""
    lezer = _Lezer()
    lezer.feed(maak_html(sjabloon, inhoud.als_json()))
    return "\n".join(regel for ruw in lezer.regels if (regel := " ".join(ruw.split())))
