"""What each step of a bezwaar asks, does and says; `views.bezwaarstap` is the page of them all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.enums import Afspraakuitkomst, Kanaal, Verzendkanaal
from cases.enums_bezwaar import GeenDwangsom, NietHoren, Uitstelgrond, Zaaksoort, Zaakuitkomst
from cases.forms import bezwaar as forms
from cases.forms import bezwaarbeslissing as beslisforms
from cases.models import Bezwaar, Medewerker
from cases.services.bezwaar import beroep, beslissen, dwangsom, horen, registreren, verloop
from cases.services.verzending import leg_verzending_vast

Doen = Callable[[Bezwaar, dict[str, Any], Medewerker, date], Any]


@dataclass(frozen=True, slots=True)
class Stap:
    """The form of a step, what it does, what the page says before and after it."""

    form: type[forms.StapForm] | type[forms.WijzigForm]
    doe: Doen
    uitleg: str
    gelukt: str


def _met(dienst: Callable[..., Any], *namen: str) -> Doen:
    """A service that takes these fields of the form under their own names."""
    return lambda b, w, door, op: dienst(bezwaar=b, door=door, op=op, **{naam: w[naam] for naam in namen})


def _bekend(dienst: Callable[..., Any]) -> Doen:
    """A service that records a bekendmaking: on which day, and how."""
    return lambda b, w, door, op: dienst(bezwaar=b, datum=w["datum"], kanaal=Kanaal(w["kanaal"]), door=door, op=op)


STAPPEN: dict[str, Stap] = {
    "bevestigen": Stap(
        forms.BevestigForm,
        _met(verloop.bevestig_ontvangst),
        "De brief noemt de laatste dag om te beslissen en wat er nu gebeurt.",
        "De ontvangstbevestiging wordt gemaakt.",
    ),
    "tijdigheid": Stap(
        forms.TijdigheidForm,
        _met(verloop.oordeel_verschoonbaar, "verschoonbaar", "waarom"),
        "Een bezwaar dat te laat is, is niet-ontvankelijk, tenzij de persoon daar niets aan kon doen (art. 6:11 Awb).",
        "Het oordeel is vastgelegd.",
    ),
    "verzuim": Stap(
        forms.VerzuimForm,
        _met(verloop.vraag_herstel, "wat", "tot"),
        "Tot de aanvulling er is, of tot de laatste dag daarvoor, staat de beslistermijn stil (art. 6:6 en 7:10 lid 2 "
        "Awb).",
        "De brief wordt gemaakt en de beslistermijn is opnieuw berekend.",
    ),
    "hersteld": Stap(
        forms.DatumStapForm,
        _met(verloop.meld_herstel, "datum"),
        "Vanaf deze dag loopt de beslistermijn weer.",
        "De aanvulling is vastgelegd en de beslistermijn is opnieuw berekend.",
    ),
    "verdagen": Stap(
        forms.VerdaagForm,
        _met(verloop.verdaag, "weken", "reden"),
        "Dat kan één keer, met ten hoogste zes weken, en alleen voor de laatste dag (art. 7:10 lid 3 Awb).",
        "De beslissing is verdaagd. De brief wordt gemaakt.",
    ),
    "uitstel": Stap(
        forms.UitstelForm,
        lambda b, w, door, op: verloop.stel_verder_uit(
            bezwaar=b, tot=w["tot"], grond=Uitstelgrond(w["grond"]), reden=w["reden"], door=door, op=op
        ),
        "Na verdagen kan verder uitstel alleen op een van deze gronden (art. 7:10 lid 4 Awb). Bewaar de instemming van "
        "de indiener bij de stukken.",
        "Het uitstel is vastgelegd en de beslistermijn is opnieuw berekend. De brief wordt gemaakt.",
    ),
    "hoorzitting": Stap(
        forms.ZittingForm,
        lambda b, w, door, op: horen.nodig_uit(bezwaar=b, gegevens=w["gegevens"], door=door, op=op),
        "De dag ligt meer dan tien dagen vooruit, zodat iemand nog stukken kan sturen (art. 7:4 lid 1 Awb). De "
        "afspraak komt in uw agenda.",
        "De uitnodiging wordt gemaakt en de afspraak staat in de agenda.",
    ),
    "afzien": Stap(
        forms.AfzienForm,
        lambda b, w, door, op: horen.zie_af_van_horen(
            bezwaar=b, grond=NietHoren(w["grond"]), waarom=w["waarom"], door=door, op=op
        ),
        "Horen is de regel. Afzien kan alleen op een van deze gronden (art. 7:3 Awb).",
        "Vastgelegd dat er niet wordt gehoord.",
    ),
    "verplaatsen": Stap(
        forms.VerplaatsForm,
        lambda b, w, door, op: horen.verplaats_zitting(
            bezwaar=b, gegevens=w["gegevens"], reden=w["reden"], door=door, op=op
        ),
        "De persoon krijgt één brief: de oude afspraak gaat niet door, en dit is de nieuwe. De nieuwe dag ligt meer "
        "dan tien dagen vooruit (art. 7:4 lid 1 Awb). Was er een tolk besteld, bestel die dan af en opnieuw.",
        "De brief wordt gemaakt en de nieuwe afspraak staat in de agenda.",
    ),
    "zitting": Stap(
        forms.ZittingUitkomstForm,
        lambda b, w, door, op: horen.zitting_gaat_niet_door(
            bezwaar=b, uitkomst=Afspraakuitkomst(w["uitkomst"]), reden=w["reden"], door=door, op=op
        ),
        "Zegt de gemeente af, dan krijgt de persoon daar een brief over. Daarna kunt u opnieuw uitnodigen, of met "
        "een reden afzien van horen.",
        "Vastgelegd. Nodig opnieuw uit, of zie af van horen.",
    ),
    "verslag": Stap(
        forms.VerslagForm,
        _met(horen.leg_verslag_vast, "verslag"),
        "Het verslag komt achter de beslissing (art. 7:7 Awb).",
        "Het verslag is bewaard.",
    ),
    "opstellen": Stap(
        beslisforms.OpstelForm,
        lambda b, w, door, op: beslissen.stel_op(bezwaar=b, gegevens=w, door=door, op=op),
        "U kunt de tekst blijven wijzigen tot iemand anders de beslissing vaststelt.",
        "De beslissing is bewaard. Iemand anders kan haar nu vaststellen.",
    ),
    "vaststellen": Stap(
        beslisforms.VaststelForm,
        _met(beslissen.stel_vast, "revisie"),
        "U beslist namens het college. De dagtekening is vandaag. De brief verandert daarna niet meer.",
        "De beslissing is vastgesteld. De brief wordt gemaakt.",
    ),
    "bekendmaken": Stap(
        beslisforms.BekendForm,
        _bekend(beslissen.maak_bekend),
        "De zes weken voor beroep beginnen de dag erna (art. 6:8 Awb).",
        "De bekendmaking is vastgelegd.",
    ),
    "ingebrekestelling": Stap(
        forms.DatumStapForm,
        _met(verloop.registreer_ingebrekestelling, "datum"),
        "Leg de dag vast waarop de brief binnenkwam. Was de beslistermijn toen voorbij, dan kan na twee weken een "
        "dwangsom gaan lopen (art. 4:17 Awb).",
        "De ingebrekestelling is vastgelegd. De brief wordt gemaakt.",
    ),
    "dwangsom": Stap(
        beslisforms.DwangsomForm,
        lambda b, w, door, op: dwangsom.stel_op(
            bezwaar=b,
            uitzondering=GeenDwangsom(w["uitzondering"]) if w["uitzondering"] else None,
            toelichting=w["toelichting"],
            door=door,
            op=op,
        ),
        "De gemeente besliste te laat, na een ingebrekestelling. Zij stelt zelf vast wat zij moet betalen (art. 4:18 "
        "Awb). De dagen en het bedrag rekent het systeem uit.",
        "Het besluit is bewaard. Iemand anders kan het nu vaststellen.",
    ),
    "dwangsom_vaststellen": Stap(
        beslisforms.DwangsomVaststelForm,
        _met(dwangsom.stel_vast),
        "U beslist namens het college. De dagtekening is vandaag. De brief verandert daarna niet meer.",
        "Het besluit over de dwangsom is vastgesteld. De brief wordt gemaakt.",
    ),
    "dwangsom_bekend": Stap(
        beslisforms.BekendForm,
        _bekend(dwangsom.maak_bekend),
        "De gemeente betaalt binnen zes weken na deze dag (art. 4:87 Awb).",
        "De bekendmaking is vastgelegd.",
    ),
    "intrekken": Stap(
        forms.DatumStapForm,
        _met(verloop.trek_in, "datum"),
        "Alleen de indiener kan het bezwaar intrekken, schriftelijk of bij het horen (art. 6:21 Awb).",
        "Het bezwaar is ingetrokken. De bevestiging wordt gemaakt.",
    ),
    "wijzigen": Stap(
        forms.WijzigForm,
        lambda b, w, door, op: registreren.wijzig(bezwaar=b, gegevens=w, reden=w["reden"], door=door, op=op),
        "De termijnen worden opnieuw berekend. De oude gegevens blijven in de geschiedenis staan.",
        "De gegevens zijn gewijzigd.",
    ),
    "verzonden": Stap(
        forms.VerzondenForm,
        lambda b, w, door, op: leg_verzending_vast(
            document=w["brief"], datum=w["datum"], kanaal=Verzendkanaal(w["kanaal"]), door=door, op=op
        ),
        "Leg vast wanneer een brief is verstuurd of meegegeven.",
        "De verzending is vastgelegd.",
    ),
    "zaak": Stap(
        beslisforms.ZaakForm,
        lambda b, w, door, op: beroep.registreer_zaak(
            bezwaar=b,
            soort=Zaaksoort(w["soort"]),
            ingesteld_op=w["ingesteld_op"],
            zaaknummer=w["zaaknummer"],
            door=door,
            op=op,
        ),
        "Leg vast wat er bij de rechtbank loopt.",
        "De zaak is vastgelegd.",
    ),
    "uitspraak": Stap(
        beslisforms.UitspraakForm,
        lambda b, w, door, op: beroep.leg_uitspraak_vast(
            zaak=w["zaak"],
            uitkomst=Zaakuitkomst(w["uitkomst"]),
            datum=w["datum"],
            toelichting=w["toelichting"],
            door=door,
            op=op,
        ),
        "Moet het college opnieuw beslissen? Zet de dag die de rechter noemt ook als herinnering in het dossier.",
        "De uitspraak is vastgelegd.",
    ),
}
