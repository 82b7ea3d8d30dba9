"""The columns of a report. No name, no birth date and never a BSN: a number is enough."""

from pip_plans.voortgang.enums import TELVELDEN, UREN, Vaardigheid

WIE = ("dossiernummer", "deelnemernummer")
NIVEAUS = {f"niveau_{wat.value}": wat for wat in Vaardigheid}
KOLOMMEN = (*WIE, "gemeente", "week", *TELVELDEN, *NIVEAUS)
NODIG = ("week",)
LABELS = (
    {"dossiernummer": "Dossiernummer", "deelnemernummer": "Nummer bij de aanbieder", "week": "Week"}
    | {"gemeente": "Gemeente (mag leeg; handig als u voor meer gemeenten werkt)"}
    | {veld: f"Uren {naam}" if veld in UREN else naam.capitalize() for veld, naam in TELVELDEN.items()}
    | {kolom: f"Niveau {wat.label}" for kolom, wat in NIVEAUS.items()}
)
