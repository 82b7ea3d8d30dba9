"""The bank file of a month: writing, validating and reading back 1,000, 10,000 and 35,000 payments.

    ./run test tests/bench/betaalbestand.py -n0 -s

The payments are made on the fly. For the time the sizes take turns in one warm process, so that a busy machine slows
all alike; for the memory every size has a process of its own. Prints microseconds of processor time per payment and
the highest memory of the process. Time per payment stays within a fifth of that at 1,000, memory within a tenth.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ontzorgen.kenmerk import Kenmerk, Kenmerksoort
from ontzorgen.sepa.keuren import keur
from ontzorgen.sepa.lezen import lees_betaalbestand
from ontzorgen.sepa.opdracht import Betaalregel, Betaler, Blok, Opdracht, Versie
from ontzorgen.sepa.schrijven import schrijf

WORTEL = Path(__file__).parents[2]
AANTALLEN, PER_BEURT, WARM, BEURTEN = (1_000, 10_000, 35_000), 10_000, 500, 3
STAPPEN = ("schrijven", "keuren", "lezen")
MEESTE_TRAAGHEID, MEESTE_GROEI = 1.2, 1.1
DAG = date(2026, 11, 26)
REKENINGEN = ("NL91ABNA0417164300", "NL20INGB0001234567", "BE68539007547034", "DE89370400440532013000")
Tijden = dict[str, float]


def test_time_per_payment_stays_level_up_to_35_000_payments(tmp_path: Path) -> None:
    pad = tmp_path / "betalingen.xml"
    _ronde(pad, WARM)
    rondes: dict[int, list[Tijden]] = {aantal: [] for aantal in AANTALLEN}
    for _ in range(BEURTEN):
        for aantal in AANTALLEN:
            rondes[aantal] += [_ronde(pad, aantal) for _ in range(max(1, PER_BEURT // aantal))]
    per_betaling = {aantal: _gemiddeld(aantal, tijden) for aantal, tijden in rondes.items()}
    print()
    for aantal, tijden in per_betaling.items():
        print(f"{aantal:>6} betalingen: " + ", ".join(f"{stap} {tijden[stap]:.0f} µs" for stap in STAPPEN))
    klein = per_betaling[AANTALLEN[0]]
    for tijden in per_betaling.values():
        assert all(tijden[stap] <= klein[stap] * MEESTE_TRAAGHEID for stap in STAPPEN)


def test_memory_stays_level_up_to_35_000_payments() -> None:
    geheugen = {aantal: _megabytes_van_eigen_proces(aantal) for aantal in AANTALLEN}
    print("\n" + ", ".join(f"{aantal} betalingen: {mb:.1f} MB" for aantal, mb in geheugen.items()))
    assert max(geheugen.values()) <= geheugen[AANTALLEN[0]] * MEESTE_GROEI


def _gemiddeld(aantal: int, rondes: list[Tijden]) -> Tijden:
    """Microseconds per payment and step."""
    return {stap: sum(ronde[stap] for ronde in rondes) * 1e6 / aantal / len(rondes) for stap in STAPPEN}


def _megabytes_van_eigen_proces(aantal: int) -> float:
    opdracht = [sys.executable, "-m", "tests.bench.betaalbestand", str(aantal)]
    return float(subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=True).stdout)


def _ronde(pad: Path, aantal: int) -> Tijden:
    """Seconds per step; every step reads or writes the file itself."""
    som = sum(regel.cents for regel in _regels(aantal))
    betaler = Betaler("Gemeente Diemen", "NL02ABNA0123456789")
    gemaakt = datetime(2026, 11, 20, 9)  # noqa: DTZ001  the file carries clock time without a zone
    opdracht = Opdracht("DIE-2026-11-1", gemaakt, betaler, (Blok(DAG, aantal, som),), Versie.V09)
    with pad.open("wb") as uit:
        schrijven = _seconden(lambda: schrijf(opdracht, _regels(aantal), uit))
    with pad.open("rb") as bron:
        keuren = _seconden(lambda: _zonder_fouten(keur(bron, opdracht.versie)))
    with pad.open("rb") as bron:
        lezen = _seconden(lambda: _zonder_fouten(lees_betaalbestand(bron).verschillen))
    return {"schrijven": schrijven, "keuren": keuren, "lezen": lezen}


def _regels(aantal: int) -> Iterator[Betaalregel]:
    """The payments of a run: few creditors, every payment its own reference, some names with accents."""
    for nummer in range(aantal):
        kenmerk = Kenmerk(Kenmerksoort.VRIJ, f"Contract {nummer:08d}, november 2026")
        naam = f"Woningstichting Één {nummer % 40}"
        yield Betaalregel(f"DIE2611-{nummer:06d}", 4_000 + nummer % 90_000, naam, REKENINGEN[nummer % 4], kenmerk, DAG)


def _seconden(stap: Callable[[], object]) -> float:
    begin = time.process_time()
    stap()
    return time.process_time() - begin


def _zonder_fouten(fouten: tuple[object, ...]) -> None:
    assert fouten == ()


def hoogste_megabytes() -> float:
    """Of this process alone: what the operating system says of its highest resident memory."""
    (regel,) = (regel for regel in Path("/proc/self/status").read_text().splitlines() if regel.startswith("VmHWM:"))
    return int(regel.split()[1]) / 1024


if __name__ == "__main__":
    with TemporaryDirectory() as map_:
        _ronde(Path(map_) / "betalingen.xml", int(sys.argv[1]))
    print(hoogste_megabytes())
