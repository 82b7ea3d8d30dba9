"""Where people come from: names with their diacritics, language and nationality. All combinations are invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Herkomst:
    nationaliteit: str
    taal: str
    achternamen: tuple[str, ...]
    vrouwen: tuple[str, ...]
    mannen: tuple[str, ...]
    voorvoegsel: str = ""


ASIEL = (
    Herkomst(
        "Syrische", "Arabisch", ("Khoury", "Darwish", "Al-Hamwi", "Haddad", "Qasim"),
        ("Nour", "Rima", "Hala", "Amal"), ("Yusuf", "Ibrahim", "Samir", "Ziad"),
    ),
    Herkomst(
        "Eritrese", "Tigrinya", ("Kidane", "Habtemariam", "Gebremedhin", "Weldu"),
        ("Luwam", "Rahwa", "Senait", "Feven"), ("Filmon", "Robel", "Tekle", "Merhawi"),
    ),
    Herkomst(
        "Afghaanse", "Dari", ("Ahmadi", "Rahimi", "Noorzai", "Sultani"),
        ("Mina", "Zahra", "Parwana", "Laila"), ("Reza", "Hamid", "Navid", "Jawad"),
    ),
    Herkomst(
        "Turkse", "Koerdisch (Kurmanji)", ("Çelik", "Şahin", "Gündoğdu", "Özer"),
        ("Gülşen", "Ayşe", "Berîvan"), ("Emre", "Şiyar", "Oğuz"),
    ),
    Herkomst(
        "Jemenitische", "Arabisch", ("Saleh", "Al-Hakimi", "Ba’abad"),
        ("Arwa", "Balqis"), ("Abdulrahman", "Faris"),
    ),
    Herkomst(
        "Somalische", "Somali", ("Abdi Warsame", "Hassan Nur", "Jaamac"),
        ("Hodan", "Ifrah"), ("Liban", "Cabdi"),
    ),
)  # fmt: skip
REGULIER = (
    Herkomst("Braziliaanse", "Portugees", ("Silva Conceição", "Gonçalves"), ("Inês", "Lúcia"), ("João", "André"), "da"),
    Herkomst("Marokkaanse", "Tamazight", ("El Idrissi", "Aït Benhaddou"), ("Naïma", "Saïda"), ("Youssef", "Driss")),
    Herkomst("Vietnamese", "Vietnamees", ("Nguyễn", "Trần"), ("Thảo", "Hương"), ("Quân", "Đức")),
    Herkomst("Amerikaanse", "Engels", ("O’Connor", "Núñez"), ("Kelly", "Zoë"), ("Brandon", "René")),
    Herkomst("Indonesische", "Indonesisch", ("Siregar", "Wijaya"), ("Dewi", "Ratna"), ("Budi", "Agus")),
)
GEESTELIJK = Herkomst("Turkse", "Turks", ("Yıldırım",), ("Elif",), ("Süleyman",))

AZCS = ("AZC Almere", "AZC Amsterdam-West (Willinklaan)", "AZC Utrecht", "AZC Zaandam", "AZC Katwijk", "COL Ter Apel")
STRATEN: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "diemen": (
            ("Ouddiemerlaan", "1111 HL"), ("Rode Kruislaan", "1111 XA"), ("Arent Krijtsstraat", "1111 AJ"),
            ("Prins Bernhardlaan", "1111 EP"), ("Wilhelminaplantsoen", "1111 CK"), ("Beukenhorst", "1112 BJ"),
        ),
        "ouder-amstel": (("Kerkstraat", "1191 JB"), ("Rijksstraatweg", "1115 AS")),
        "uithoorn": (("Dorpsstraat", "1421 AS"), ("Zijdelweg", "1421 TC")),
    }
)  # fmt: skip
