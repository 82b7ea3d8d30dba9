"""What a decision does to the ones before it, from the day on which it was made known (Awb 3:40, 3:41, 7:11)."""

from datetime import date

from cases import handelingen
from cases.enums import BEEINDIGD, Beschikkingstatus
from cases.herleving import wat_herleeft
from cases.models import Beschikking, Bezwaar, Dossier, Medewerker
from inburgering.recht.feiten import FeitSoort

from .gebeurtenissen import registreer_feit, registreer_handeling

BRON = "beschikking"


class BeschikkingFout(Exception):
    """A decision that cannot be taken or made known now; the text is Dutch and meant for the screen."""


def vergrendel_te_beeindigen(oud: Beschikking, dossier: Dossier, gevolg: Beschikkingstatus) -> Beschikking:
    """The decision that ends, locked: two people who replace it at once come after each other.

    Raises BeschikkingFout when it ended already, when another decision on it waits to be sent, and when what was never
    sent would be withdrawn or revoked.
    """
    if gevolg not in BEEINDIGD:
        raise ValueError(f"{gevolg} is no way in which a decision ends")
    vers: Beschikking = Beschikking.objects.select_for_update().get(pk=oud.pk, dossier=dossier)
    if not vers.is_geldend:
        raise BeschikkingFout(f"Besluit {vers.nummer} is al {vers.get_status_display()}. Ververs de pagina.")
    if wachtend := vers.opvolger_onderweg:
        raise BeschikkingFout(
            f"Besluit {wachtend.nummer} is vastgesteld en nog niet verzonden. Maak dat eerst bekend, of laat "
            "het niet verzenden (art. 3:40 Awb)."
        )
    if gevolg != Beschikkingstatus.VERVANGEN and not vers.werkt:
        raise BeschikkingFout(f"Besluit {vers.nummer} is nog niet verzonden en geldt dus nog niet (art. 3:40 Awb).")
    return vers


def laat_werken(*, nieuw: Beschikking, sinds: date, door: Medewerker | None, op: date) -> None:
    """End what `nieuw` ends, now that it is known `sinds` that day. Nothing for a decision that stands on its own."""
    if nieuw.gevolg == Beschikkingstatus.HERROEPEN:
        _herroep(nieuw, sinds, door, op)
    elif oud := nieuw.voorganger:
        beeindig(oud, nieuw, Beschikkingstatus(nieuw.gevolg), door, sinds)


def beeindig(
    oud: Beschikking, nieuw: Beschikking, gevolg: Beschikkingstatus, door: Medewerker | None, sinds: date
) -> None:
    """Give the older decision its end, with a line in the history on the day since which it holds no more."""
    oud.status = gevolg
    oud.save(update_fields=["status"])
    registreer_handeling(
        dossier=nieuw.dossier,
        soort=handelingen.BESCHIKKING_BEEINDIGD,
        datum=sinds,
        door=door,
        bron=BRON,
        kenmerk=f"beeindigd-{oud.nummer}-{nieuw.nummer}",
        gegevens={"nieuw": nieuw.nummer, "oud": oud.nummer, "gevolg": gevolg.label},
    )


def _herroep(nieuw: Beschikking, sinds: date, door: Medewerker | None, op: date) -> None:
    """Undo the decision objected to and those that came instead (Awb 6:19), the newest first.

    What was in force before them stands again, unless the decision on bezwaar puts something in its place (Awb 7:11).
    """
    bezwaar = Bezwaar.objects.select_related("beschikking").filter(beslissing=nieuw).first()
    if bezwaar is None:
        raise BeschikkingFout("Herroepen kan alleen met een beslissing op bezwaar (art. 7:11 Awb).")
    in_de_plaats = bool(bezwaar.vervanging)
    herleeft, eerder = bezwaar.herleeft, wat_herleeft(bezwaar)
    for oud in reversed(bezwaar.bestreden()):
        beeindig(oud, nieuw, Beschikkingstatus.HERROEPEN, door, sinds)
        registreer_feit(
            dossier=nieuw.dossier,
            soort=FeitSoort.BESCHIKKING_HERROEPEN,
            datum=sinds,
            door=door,
            op=op,
            bron=BRON,
            kenmerk=f"herroepen-{oud.nummer}",
            gegevens={"beschikking": oud.nummer, "beslissing": nieuw.nummer, "in_de_plaats": in_de_plaats},
        )
    if herleeft:
        _herstel(herleeft, bezwaar.beschikking)
    if eerder:
        registreer_handeling(
            dossier=nieuw.dossier,
            soort=handelingen.BESCHIKKING_HERLEEFT,
            datum=sinds,
            door=door,
            bron=BRON,
            kenmerk=f"herleeft-{eerder.nummer}-{bezwaar.beschikking.nummer}",
            gegevens={"oud": eerder.nummer, "herroepen": bezwaar.beschikking.nummer},
        )


def _herstel(oud: Beschikking, herroepen: Beschikking) -> None:
    """`oud` holds again, with its own dates, now that the decision which had ended it is undone."""
    tussen = herroepen.vervangt
    while tussen is not None and tussen.pk != oud.pk:  # replaced before it was ever sent, so it never held
        tussen.status = Beschikkingstatus.HERROEPEN
        tussen.save(update_fields=["status"])
        tussen = tussen.vervangt
    oud.status = Beschikkingstatus.BEKENDGEMAAKT
    oud.save(update_fields=["status"])
