"""The list of withholdings, what the benefit system did with it, and what it paid beside what was expected."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from cases.models import Dossier, Inzage
from cases.services.vernietiging import vernietig
from cases.toegang import Actie
from ontzorgen.enums_inhouding import Terugleessoort
from ontzorgen.models import Inhoudingslijst, Inhoudingsregel, Inhoudingsuitkomst, Nettouitkering, Terugleesregel
from ontzorgen.services.betaalstops import hervat_betalingen, loopt
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.inhoudingen import download_lijst, maak_lijst, regelkenmerk
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.terugleesregels import ANDERS
from ontzorgen.services.teruglezen import lees_terug
from ontzorgen.services.verschillen import beschrijf, verschillen_van_eenheid, verschillend
from tests.fabriek import asielstatushouder

from .bouw_betaling import DEC, NOV, OP, betaalt_zelf, crediteur, huurder

MOMENT = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
INHOUDINGEN, NETTO = Terugleessoort.INHOUDINGEN, Terugleessoort.NETTO


@pytest.fixture
def landlord(cast):
    return crediteur(cast)


def maak(cast) -> Inhoudingslijst:
    return maak_lijst(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)


def download(cast, lijst) -> bytes:
    return download_lijst(lijst=lijst, door=cast.uitkeringsadministratie, moment=MOMENT)


def rijen(inhoud: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))


def lees(cast, soort, *regels: str, op=OP):
    inhoud = "\r\n".join(regels).encode()
    return lees_terug(gemeente=cast.gemeente, soort=soort, inhoud=inhoud, door=cast.uitkeringsadministratie, op=op)


def redenen(gelezen) -> list[tuple[str, str]]:
    return list(gelezen.bestand.regels.values_list("uitkomst", "reden"))


@pytest.mark.parametrize("zelf", [False, True])
def test_creditors_stand_on_the_list_only_where_the_benefit_system_pays_them(cast, landlord, zelf):
    if zelf:
        betaalt_zelf(cast)
    dossier, eenheid = huurder(cast, landlord)
    lijst = maak(cast)
    (rij,) = rijen(download(cast, lijst))

    assert (rij["eenheid"], rij["soort"], rij["bedrag"]) == (eenheid.nummer, "huur", "612,35")
    assert rij["naam"] == dossier.inburgeraar.naam
    assert rij.get("crediteur") == (None if zelf else "Woningstichting De Dijk")
    assert (lijst.aantal, lijst.totaal, lijst.met_crediteuren) == (1, 61_235, not zelf)
    with pytest.raises(IntegrityError, match="een_betaler"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "insert into ontzorgen_inhoudingslijst (betaalmaand_id, volgnummer, met_crediteuren, aantal, totaal,"
            " sha256, door_id, gemaakt_op) select betaalmaand_id, 9, not met_crediteuren, 1, 1, '', door_id, now()"
            " from ontzorgen_inhoudingslijst"
        )


def test_a_list_is_made_once_the_same_bytes_every_time_and_what_came_later_is_on_the_next(cast, landlord):
    dossier, _ = huurder(cast, landlord)
    lijst = maak(cast)
    eerste = download(cast, lijst)
    assert maak(cast) == lijst
    huurder(cast, landlord, kenmerk="contract 12")
    volgende = maak(cast)

    assert (volgende.volgnummer, volgende.aantal, Inhoudingsregel.objects.count()) == (2, 1, 2)
    assert download(cast, lijst) == eerste
    assert lijst.downloads.count() == 2
    assert [rij.verzameling for rij in Inzage.objects.filter(wat="inhoudingslijst")] == [[dossier.pk]] * 2
    with pytest.raises(InternalError), transaction.atomic():
        Inhoudingslijst.objects.update(totaal=0)


def test_who_is_protected_stands_on_the_list_without_a_name(cast, landlord):
    dossier, eenheid = huurder(cast, landlord)
    dossier.extra_beschermd = True
    dossier.save(update_fields=["extra_beschermd"])
    (rij,) = rijen(download(cast, maak(cast)))

    assert (rij["naam"], rij["bsn"], rij["eenheid"]) == ("", "", eenheid.nummer)


def test_a_month_without_anything_due_or_far_ahead_makes_no_list(cast, diemen):
    with pytest.raises(OntzorgFout, match="valt er niets in te houden"):
        maak(cast)
    with pytest.raises(OntzorgFout, match="te ver vooruit"):
        maak_lijst(gemeente=diemen, maand=date(2027, 1, 1), door=cast.uitkeringsadministratie, op=OP)


def test_every_line_is_accepted_or_refused_with_a_reason_and_none_is_lost(cast, landlord):
    huurder(cast, landlord)
    regel = regelkenmerk(maak(cast).regels.get().verplichting)
    kop = "regel;uitgevoerd;bedrag;datum;reden"
    gezegd = ("nee;;;rekening geblokkeerd", "misschien;;;", "nee;;;", "ja;veel;19-11-2026;", "ja;1,00;19-13-2026;",
              "ja;1,00;21-11-2026;", "ja;612,35;19-11-2026;;te;veel", "ja;612,35;19-11-2026;", "ja;612,35;19-11-2026;",
              "nee;;;toch niet")  # fmt: skip
    regels = [f"{regel};{rest}" for rest in gezegd]
    gelezen = lees(cast, INHOUDINGEN, kop, regels[0], "202611-999;ja;1,00;19-11-2026;", "", *regels[1:])

    assert redenen(gelezen) == [
        ("verwerkt", ""),
        ("geweigerd", "Deze regel staat op geen inhoudingslijst van deze gemeente."),
        ("geweigerd", "Schrijf bij ‘uitgevoerd’ ja of nee."),
        ("geweigerd", "Niet uitgevoerd: schrijf de reden erbij."),
        ("geweigerd", "Schrijf het bedrag in euro’s met een komma, bijvoorbeeld 612,35."),
        ("geweigerd", "Schrijf de datum als dag-maand-jaar of jaar-maand-dag, bijvoorbeeld 25-11-2026."),
        ("geweigerd", "De datum ligt in de toekomst."),
        ("geweigerd", "Deze regel heeft meer cellen dan er kolommen zijn."),
        ("verwerkt", ""),
        ("ongewijzigd", ""),
        ("geweigerd", f"Deze inhouding is al gemeld als uitgevoerd: €\xa0612,35 op 19 november 2026. {ANDERS}"),
    ]
    assert list(Inhoudingsuitkomst.objects.values_list("gedaan", "bedrag")) == [(False, 0), (True, 61_235)]


def test_the_same_file_twice_changes_nothing_and_another_gemeente_knows_none_of_it(cast, landlord, uithoorn):
    huurder(cast, landlord)
    regel = regelkenmerk(maak(cast).regels.get().verplichting)
    regels = ("regel,uitgevoerd,bedrag,datum,reden", f'{regel},ja,"612,35",2026-11-19,')
    assert lees(cast, INHOUDINGEN, *regels).nieuw
    assert not lees(cast, INHOUDINGEN, *regels).nieuw
    inhoud = "\n".join(regels).encode()
    elders = lees_terug(gemeente=uithoorn, soort=INHOUDINGEN, inhoud=inhoud, door=cast.buitenstaander, op=OP)

    assert [uitkomst for uitkomst, _ in redenen(elders)] == ["geweigerd"]
    assert (Inhoudingsuitkomst.objects.count(), Terugleesregel.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "leeg"),
        (b"PK\x03\x04rest", "geen CSV"),
        (b"regel;bedrag\n1;2", "ontbreken"),
        (b"regel;uitgevoerd;bedrag;datum;reden\n", "geen regels"),
        (b'regel;uitgevoerd;bedrag;datum;reden\n"1;2', "aanhalingsteken"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_nothing_behind(cast, inhoud, zin):
    with pytest.raises(OntzorgFout, match=zin) as fout:
        lees_terug(gemeente=cast.gemeente, soort=INHOUDINGEN, inhoud=inhoud, door=cast.uitkeringsadministratie, op=OP)
    assert fout.value.veld == "bestand"
    assert not Terugleesregel.objects.exists()


def test_what_was_paid_is_compared_with_what_was_expected_and_a_correction_replaces_it(cast, landlord):
    dossier, eenheid = huurder(cast, landlord)
    regel = regelkenmerk(maak(cast).regels.get().verplichting)
    kop = "eenheid;maand;netto;uitbetaald"
    gelezen = lees(cast, NETTO, kop, f"{eenheid.nummer};2026-11;1.348,49;700,00", "U-9;2026-11;1,00;1,00",
                   f"{eenheid.nummer};november;1,00;1,00", f"{eenheid.nummer};12-2026;1,00;1,00",
                   f"{eenheid.nummer};2019-10;1,00;1,00",
                   f"{eenheid.nummer};2026-11;-1,00;1,00", f"{eenheid.nummer};2026-11;5,00;1,00")  # fmt: skip
    assert redenen(gelezen)[:5] == [
        ("verwerkt", ""),
        ("geweigerd", "Deze uitkeringseenheid is in deze gemeente niet bekend."),
        ("geweigerd", "Schrijf de maand als maand-jaar of jaar-maand, bijvoorbeeld 11-2026 of 2026-11."),
        ("geweigerd", "December 2026 moet nog komen."),
        ("geweigerd", "Het jaar 2019 ligt niet tussen 2022 en 2100."),
    ]
    assert [uitkomst for uitkomst, _ in redenen(gelezen)] == ["verwerkt", *["geweigerd"] * 6]
    lees(cast, INHOUDINGEN, "regel;uitgevoerd;bedrag;datum;reden", f"{regel};ja;600,00;19-11-2026;")

    zichtbaar = Dossier.objects.zichtbaar_voor(cast.sociale_zaken, cast.gemeente, OP, Actie.ONTZORGEN_LEZEN)
    gelezen = verschillend(gemeente=cast.gemeente, maand=NOV, zichtbaar=zichtbaar, op=OP)
    (verschil,) = beschrijf(gelezen, maand=NOV, zichtbaar=zichtbaar, op=OP)
    assert [zin.replace("\xa0", " ") for zin in verschil.zinnen] == [
        "Uitbetaald: € 700,00, verwacht leefgeld € 736,14 (€ 36,14 minder).",
        "Huur aan Woningstichting De Dijk: € 600,00 ingehouden, verwacht € 612,35 (€ 12,35 minder).",
    ]
    assert [lid.dossier for lid in verschil.leden] == [dossier]

    lees(cast, NETTO, kop, f"{eenheid.nummer};11-2026;1348,49;736,14")
    assert len(verschillen_van_eenheid(eenheid=eenheid, zichtbaar=Dossier.objects.all(), op=OP)[0].zinnen) == 1
    assert list(Nettouitkering.objects.order_by("pk").values_list("uitbetaald", "vervangen")) == [
        (70_000, True), (73_614, False),
    ]  # fmt: skip


def test_a_list_stays_shut_after_a_dossier_on_it_was_destroyed(cast, landlord):
    dossier, eenheid = huurder(cast, landlord)
    huurder(cast, landlord, kenmerk="contract 12")
    lijst = maak(cast)
    lees(cast, NETTO, "eenheid;maand;netto;uitbetaald", f"{eenheid.nummer};2026-11;1348,49;700,00")
    vernietig(dossier=dossier, grondslag="test", door=cast.beheerder, op=OP, onterecht=True)

    assert (Nettouitkering.objects.count(), Terugleesregel.objects.count()) == (1, 1)
    assert list(lijst.regels.exclude(naam="").values_list("verplichting__kenmerk", flat=True)) == ["contract 12"]
    with pytest.raises(OntzorgFout, match="vernietigd"):
        download(cast, lijst)


def test_the_exchange_in_the_browser_and_who_may(cast, landlord, inloggen, django_capture_on_commit_callbacks):
    dossier, eenheid = huurder(cast, landlord)
    client, basis = inloggen(cast.uitkeringsadministratie), "/diemen/ontzorgen/inhoudingen/"
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{basis}maken/", {"maand": "11-2026"}).status_code == 302
    lijst = Inhoudingslijst.objects.get()
    antwoord = client.get(f"{basis}{lijst.pk}/")
    assert antwoord["Content-Disposition"] == 'attachment; filename="inhoudingen-2026-11-1.csv"'
    bestand = StringIO(f"eenheid;maand;netto;uitbetaald\n{eenheid.nummer};2026-11;1348,49;700,00\nU-9;2026-11;1;1\n")
    bestand.name = "x.csv"
    antwoord = client.post(f"{basis}inlezen/netto/", {"bestand": bestand}, follow=True)
    assert "1 verwerkt, 1 geweigerd" in antwoord.content.decode()
    assert "eenheid: U-9; maand: 2026-11; netto: 1; uitbetaald: 1</td>" in antwoord.content.decode()

    sociaal = inloggen(cast.sociale_zaken)
    assert "36,14" in sociaal.get("/diemen/ontzorgen/verschillen/?maand=2026-11").content.decode()
    pagina = sociaal.get(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/prognose/").content.decode()
    assert "Anders dan verwacht" in pagina
    assert sociaal.get(f"{basis}{lijst.pk}/").status_code == 403
    assert sociaal.get(basis).status_code == 200


def test_who_was_stopped_stands_on_no_new_list_and_the_page_names_the_list_that_has_him(cast, landlord, inloggen):
    eerder, _ = huurder(cast, landlord)
    lijst = maak(cast)
    later, _ = huurder(cast, landlord, kenmerk="contract 12")
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    client = inloggen(cast.sociale_zaken)
    paginas = [
        client.post(f"/diemen/dossiers/{wie.nummer}/ontzorgen/betalingen-stoppen/", {"reden": "weg"}, follow=True)
        for wie in (eerder, later)
    ]

    zin = "Staat al op inhoudingen 11-2026 lijst 1: bel de uitkeringsadministratie."
    assert [zin in pagina.content.decode() for pagina in paginas] == [True, False]
    assert maak(cast) == lijst
    hervat_betalingen(stop=loopt(later), door=cast.sociale_zaken, op=OP, moment=MOMENT)
    assert (maak(cast).volgnummer, maak(cast).aantal) == (2, 1)


def test_who_is_protected_after_the_list_was_made_leaves_it_without_a_name_and_holds_nobody_up(cast, landlord):
    _, eenheid = huurder(cast, landlord)
    ander, _ = huurder(cast, landlord, kenmerk="contract 12")
    lijst = maak(cast)
    partner = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    eenheid.leden.create(dossier=partner, vanaf=date(2026, 10, 1))
    eenheid.leefsituaties.update(leefvorm="GEHUWDEN")
    eerst = rijen(download(cast, lijst))
    partner.extra_beschermd = True
    partner.save(update_fields=["extra_beschermd"])
    daarna = rijen(download(cast, lijst))

    assert [(rij["eenheid"], rij["naam"], rij["bsn"]) for rij in daarna if rij["eenheid"] == eenheid.nummer] == [
        (eenheid.nummer, "", "")
    ]
    assert [rij for rij in daarna if rij["naam"]] == [rij for rij in eerst if rij["naam"] == ander.inburgeraar.naam]
    assert [(rij["regel"], rij["bedrag"]) for rij in daarna] == [(rij["regel"], rij["bedrag"]) for rij in eerst]
    assert (maak(cast), lijst.downloads.count(), lijst.regels.filter(naam="").count()) == (lijst, 2, 0)
    stap = partner.gebeurtenissen.get(soort="ONTZORGEN_LIJST_ZONDER_NAAM")
    assert (stap.door, stap.gegevens) == (cast.uitkeringsadministratie, {"maand": "november 2026", "lijst": "1"})
    assert not ander.gebeurtenissen.filter(soort="ONTZORGEN_LIJST_ZONDER_NAAM").exists()
    volgende = maak_lijst(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    assert {rij["naam"] for rij in rijen(download(cast, volgende))} == {"", ander.inburgeraar.naam}
