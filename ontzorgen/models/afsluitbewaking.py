"""What the database guards when a released run is closed: two people, evidence, and no file that still gets out."""

import pgtrigger

# One condition for a proposal and for the decision: what stands on the row is what is there now. The lock on the run
# makes it wait for a download or a message of the bank that is under way.
AANTONEN = pgtrigger.Trigger(
    name="aantonen",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("stand"),
    condition=~pgtrigger.Q(new__stand="afgewezen"),
    declare=[("run_stand", "text"), ("aantal", "bigint"), ("cents", "bigint")],
    func="""
        SELECT stand INTO run_stand FROM ontzorgen_betaalbatch WHERE id = NEW.batch_id FOR UPDATE;
        IF run_stand IS DISTINCT FROM 'vrijgegeven' THEN
            RAISE EXCEPTION 'runafsluiting_vrijgegeven: alleen een vrijgegeven run wordt afgesloten'
            USING ERRCODE = '23514';
        END IF;
        SELECT count(*), coalesce(sum(p.cents), 0) INTO aantal, cents FROM ontzorgen_betaalpoging p
        WHERE p.batch_id = NEW.batch_id AND p.stand = 'open';
        IF aantal = 0 OR NEW.aantal <> aantal OR NEW.cents <> cents THEN
            RAISE EXCEPTION 'runafsluiting_totaal: dit zijn niet de betalingen die nog open staan'
            USING ERRCODE = '23514';
        END IF;
        IF NEW.bewijs = 'niet_verstuurd' AND EXISTS (
            SELECT FROM ontzorgen_bestandsdownload d JOIN ontzorgen_betaalbestand b ON b.id = d.bestand_id
            WHERE b.batch_id = NEW.batch_id
        ) THEN
            RAISE EXCEPTION 'runafsluiting_bewijs: het bestand is gedownload; er is bewijs van de bank nodig'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
EERST_VOORGELEGD = pgtrigger.Protect(
    name="eerst_voorgelegd", operation=pgtrigger.Insert, condition=~pgtrigger.Q(new__stand="voorgesteld")
)
VOORSTEL_BLIJFT = pgtrigger.Protect(
    name="voorstel_blijft",
    operation=pgtrigger.UpdateOf(
        "batch_id", "bewijs", "kenmerk", "reden", "aantal", "cents", "voorgesteld_door_id", "voorgesteld_op"
    ),
)
BESLUIT_BLIJFT = pgtrigger.Protect(
    name="besluit_blijft", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__stand="voorgesteld")
)
_RUN_DICHT = """
        SELECT b.batch_id INTO run FROM ontzorgen_betaalbestand b WHERE b.id = NEW.{bestand};
        PERFORM FROM ontzorgen_betaalbatch WHERE id = run FOR SHARE;
        IF EXISTS (SELECT FROM ontzorgen_runafsluiting a WHERE a.batch_id = run AND a.stand <> 'afgewezen') THEN
            RAISE EXCEPTION 'runafsluiting_dicht: deze run wordt of is afgesloten; het bestand blijft hier'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """
# From the proposal on nobody takes the file, and no worker makes it after all.
NIET_MEER_MEE = pgtrigger.Trigger(
    name="niet_meer_mee",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("run", "bigint")],
    func=_RUN_DICHT.format(bestand="bestand_id"),
)
NIET_MEER_MAKEN = pgtrigger.Trigger(
    name="niet_meer_maken",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stand"),
    condition=pgtrigger.Q(new__stand="klaar"),
    declare=[("run", "bigint")],
    func=_RUN_DICHT.format(bestand="id"),
)
