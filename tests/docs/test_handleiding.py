"""What the documents say is so: the table of roles, every link and picture, every command and file they name."""

import re
from itertools import chain
from pathlib import Path

import pytest

from cases.enums import Rol
from cases.toegang import TABEL
from inburgering.ingebed.omgeving import CHECKOUT

DOCS = CHECKOUT / "docs"
HANDLEIDING = DOCS / "handleiding"
PAGINAS = [CHECKOUT / "README.md", CHECKOUT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
GROOTSTE_BEELD = 200_000
# The settings module and the addresses of the two stores are written in the compose file itself; the others have to do
# with development, or with the image.
NIET_IN_VOORBEELD = {"DATABASE_URL", "REDIS_URL", "DEMO", "STATIC_ROOT"}


def naam(pagina: Path) -> str:
    return str(pagina.relative_to(CHECKOUT))


def tabel_van_rollen() -> str:
    """The table of `cases.toegang` as it stands on the page: an action on every row, a role in every column."""
    koppen = ["U wilt", *(rol.label for rol in Rol)]
    lijnen = [koppen, [":--", *(":-:" for _ in Rol)]]
    lijnen += [[actie.value, *("✓" if rol in rollen else "" for rol in Rol)] for actie, rollen in TABEL.items()]
    return "\n".join("| " + " | ".join(lijn) + " |" for lijn in lijnen)


def test_the_page_about_roles_has_the_table_of_the_code() -> None:
    pagina = (HANDLEIDING / "rollen.md").read_text(encoding="utf-8")
    gevonden = "\n".join(regel for regel in pagina.splitlines() if regel.startswith("|"))
    assert gevonden == tabel_van_rollen()


@pytest.mark.parametrize("pagina", PAGINAS, ids=naam)
def test_every_link_leads_somewhere(pagina: Path) -> None:
    dood = [link for link in links(pagina) if not bestaat(pagina, link)]
    assert dood == []


def links(pagina: Path) -> list[str]:
    """Addresses within the repository; others are not ours to keep alive."""
    gevonden = re.findall(r"\]\(([^)\s]+)\)", zonder_code(pagina.read_text(encoding="utf-8")))
    return [link for link in gevonden if "://" not in link and not link.startswith("mailto:")]


def zonder_code(tekst: str) -> str:
    return re.sub(r"```.*?```", "", tekst, flags=re.DOTALL)


def bestaat(pagina: Path, link: str) -> bool:
    bestand, _, anker = link.partition("#")
    doel = (pagina.parent / bestand).resolve() if bestand else pagina
    return doel.exists() and (not anker or anker in ankers(doel))


def ankers(pagina: Path) -> set[str]:
    """What GitHub and the like make of the headings."""
    koppen = re.findall(r"^#+ (.+)$", zonder_code(pagina.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


def test_every_page_of_the_guide_is_in_its_index() -> None:
    genoemd = {link.partition("#")[0] for link in links(HANDLEIDING / "README.md")}
    assert genoemd == {pagina.name for pagina in HANDLEIDING.glob("*.md")} - {"README.md"}


def test_every_picture_is_used_with_a_description_and_is_small() -> None:
    beelden = chain.from_iterable(
        re.findall(r"!\[([^\]]*)\]\(schermen/([^)]+)\)", pagina.read_text(encoding="utf-8"))
        for pagina in HANDLEIDING.glob("*.md")
    )
    beschreven = {bestand for tekst, bestand in beelden if len(tekst) > 20}
    aanwezig = sorted(HANDLEIDING.glob("schermen/*.png"))
    assert beschreven == {beeld.name for beeld in aanwezig}
    assert [beeld.name for beeld in aanwezig if beeld.stat().st_size > GROOTSTE_BEELD] == []


@pytest.mark.parametrize("pagina", PAGINAS, ids=naam)
def test_every_test_file_and_command_that_is_named_exists(pagina: Path) -> None:
    tekst = pagina.read_text(encoding="utf-8")
    genoemd = re.findall(r"\btests/[\w/]+(?:\.py)?", tekst) + re.findall(r"\bdocs/handleiding/\w+\.py", tekst)
    opdrachten = re.findall(r"(?:manage\.py|\./run manage) ([a-z]+_[a-z_]+)", tekst)
    genoemd += [f"inburgering/management/commands/{opdracht}.py" for opdracht in opdrachten]
    assert [pad for pad in genoemd if not (CHECKOUT / pad).exists()] == []


def test_every_variable_that_the_settings_read_is_in_the_example() -> None:
    lagen = [CHECKOUT / "inburgering" / "settings" / f"{deel}.py" for deel in ("basis", "productie")]
    instellingen = "".join(laag.read_text(encoding="utf-8") for laag in lagen)
    gelezen = set(re.findall(r"""env(?:\.\w+)?\(\s*"([A-Z_]+)\"""", instellingen))
    voorbeeld = set(re.findall(r"^([A-Z_]+)=", (CHECKOUT / ".env.example").read_text(), re.MULTILINE))
    assert {"SECRET_KEY", "EMAIL_URL"} <= gelezen
    assert gelezen - NIET_IN_VOORBEELD - voorbeeld == set()
