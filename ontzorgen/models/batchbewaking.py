"""What the database guards of a payment run: one payer, four eyes, nothing twice, and what was released stays."""

import pgtrigger

ALLEEN_EIGEN_BATCH = pgtrigger.Trigger(
    name="alleen_eigen_batch",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (
            SELECT FROM ontzorgen_betaalmaand m WHERE m.id = NEW.betaalmaand_id AND m.wijze = 'eigen_batch'
        ) THEN
            RAISE EXCEPTION 'betaalbatch_een_betaler: in deze maand betaalt het uitkeringssysteem'
            USING ERRCODE = '23514';
        END IF;
        IF NEW.stand <> 'wordt_gemaakt' THEN
            RAISE EXCEPTION 'betaalbatch_begint: een run begint leeg' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
STAP_VOOR_STAP = pgtrigger.Trigger(
    name="stap_voor_stap",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stand"),
    condition=pgtrigger.Q(old__stand__df=pgtrigger.F("new__stand")),
    func="""
        IF (OLD.stand, NEW.stand) NOT IN (
            ('wordt_gemaakt', 'voorstel'), ('voorstel', 'beoordeeld'), ('beoordeeld', 'gecontroleerd'),
            ('gecontroleerd', 'vrijgegeven'), ('wordt_gemaakt', 'ingetrokken'), ('voorstel', 'ingetrokken'),
            ('beoordeeld', 'ingetrokken'), ('gecontroleerd', 'ingetrokken')
        ) THEN
            RAISE EXCEPTION 'betaalbatch_stap: deze stap volgt niet op de vorige' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# The sums are those of the rows, as many people as needed saw exactly these, of nobody in it the payments are stopped,
# and nothing in it may have been paid before.
VRIJGAVE_KLOPT = pgtrigger.Trigger(
    name="vrijgave_klopt",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stand"),
    condition=pgtrigger.Q(new__stand="vrijgegeven"),
    declare=[("aantal", "bigint"), ("cents", "bigint"), ("vrijgevers", "bigint")],
    func="""
        SELECT count(*), coalesce(sum(p.cents), 0) INTO aantal, cents FROM ontzorgen_betaalpoging p
        WHERE p.batch_id = NEW.id AND p.stand = 'open';
        IF aantal = 0 OR NEW.aantal IS DISTINCT FROM aantal OR NEW.cents IS DISTINCT FROM cents THEN
            RAISE EXCEPTION 'betaalbatch_totaal: het totaal is niet dat van de betalingen' USING ERRCODE = '23514';
        END IF;
        SELECT count(DISTINCT v.door_id) INTO vrijgevers FROM ontzorgen_vrijgave v
        WHERE v.batch_id = NEW.id AND v.aantal = NEW.aantal AND v.cents = NEW.cents;
        IF vrijgevers < NEW.vrijgevers_nodig THEN
            RAISE EXCEPTION 'betaalbatch_vrijgevers: er hebben te weinig mensen vrijgegeven' USING ERRCODE = '23514';
        END IF;
        IF EXISTS (
            SELECT FROM ontzorgen_betaalpoging p
            JOIN ontzorgen_betaalverplichting v ON v.id = p.verplichting_id
            JOIN ontzorgen_maandafrekening a ON a.id = v.afrekening_id
            JOIN ontzorgen_eenheidlid l ON l.eenheid_id = a.eenheid_id
                AND l.vanaf < v.maand + INTERVAL '1 month' AND (l.tot IS NULL OR l.tot >= v.maand)
            JOIN ontzorgen_betaalstop s ON s.dossier_id = l.dossier_id AND s.opgeheven_op IS NULL
            WHERE p.batch_id = NEW.id AND p.stand = 'open'
        ) THEN
            RAISE EXCEPTION 'betaalbatch_gestopt: van iemand in de run zijn de betalingen gestopt'
            USING ERRCODE = '23514';
        END IF;
        IF EXISTS (
            SELECT FROM ontzorgen_betaalpoging p
            JOIN ontzorgen_betaalpoging eerder ON eerder.verplichting_id = p.verplichting_id
            JOIN ontzorgen_tegenspraak t ON t.poging_id = eerder.id AND t.uitkomst = ''
            WHERE p.batch_id = NEW.id AND p.stand = 'open'
        ) THEN
            RAISE EXCEPTION 'betaalbatch_tegenspraak: over iets in de run zei de bank twee dingen'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
VIER_OGEN = pgtrigger.Trigger(
    name="vier_ogen",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("batch", "ontzorgen_betaalbatch%ROWTYPE")],
    func="""
        SELECT * INTO batch FROM ontzorgen_betaalbatch WHERE id = NEW.batch_id FOR UPDATE;
        IF batch.stand <> 'gecontroleerd' THEN
            RAISE EXCEPTION 'vrijgave_stand: deze run ligt niet ter vrijgave' USING ERRCODE = '23514';
        END IF;
        IF NEW.door_id IN (batch.gemaakt_door_id, batch.beoordeeld_door_id, batch.gecontroleerd_door_id) THEN
            RAISE EXCEPTION 'vrijgave_vier_ogen: een ander dan wie hem maakte, beoordeelde of controleerde, geeft vrij'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# The lock waits for a release that is under way and then reads its outcome.
ALLEEN_IN_VOORSTEL = pgtrigger.Trigger(
    name="alleen_in_voorstel",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("batch", "ontzorgen_betaalbatch%ROWTYPE")],
    func="""
        SELECT * INTO batch FROM ontzorgen_betaalbatch WHERE id = NEW.batch_id FOR SHARE;
        IF batch.stand NOT IN ('wordt_gemaakt', 'voorstel') OR NEW.stand <> 'open' THEN
            RAISE EXCEPTION 'betaalpoging_bevroren: deze run neemt geen betalingen meer op' USING ERRCODE = '23514';
        END IF;
        IF NOT EXISTS (
            SELECT FROM ontzorgen_betaalverplichting v JOIN ontzorgen_maandafrekening a ON a.id = v.afrekening_id
            WHERE v.id = NEW.verplichting_id AND a.betaalmaand_id = batch.betaalmaand_id AND v.bedrag = NEW.cents
        ) THEN
            RAISE EXCEPTION 'betaalpoging_past: een ander bedrag of een andere maand dan de verplichting'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# Once for all rows of a statement, and planned anew each time: a plan that was kept from when the table was empty would
# read the whole table again for every row.
NIET_TEGENGESPROKEN = pgtrigger.Trigger(
    name="niet_tegengesproken",
    level=pgtrigger.Statement,
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    referencing=pgtrigger.Referencing(new="nieuw"),
    declare=[("tegengesproken", "boolean")],
    func="""
        EXECUTE $vraag$SELECT EXISTS (
            SELECT FROM nieuw n JOIN ontzorgen_betaalpoging eerder ON eerder.verplichting_id = n.verplichting_id
            WHERE eerder.stand = 'dubbel' OR EXISTS (
                SELECT FROM ontzorgen_tegenspraak t WHERE t.poging_id = eerder.id AND t.uitkomst = ''
            )
        )$vraag$ INTO tegengesproken;
        IF tegengesproken THEN
            RAISE EXCEPTION 'betaalpoging_tegenspraak: de bank zei twee dingen; beslis eerst wat klopt'
            USING ERRCODE = '23514';
        END IF;
        RETURN NULL;
    """,
)
# What a person decided of two answers of the bank is the last word, until the bank contradicts it again.
VERLOOP = pgtrigger.Trigger(
    name="verloop",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stand"),
    condition=pgtrigger.Q(old__stand__df=pgtrigger.F("new__stand")),
    declare=[("vrij", "boolean")],
    func="""
        SELECT stand = 'vrijgegeven' INTO vrij FROM ontzorgen_betaalbatch WHERE id = NEW.batch_id FOR SHARE;
        IF NOT (
            (OLD.stand = 'open' AND NEW.stand = 'uitgenomen' AND NOT vrij)
            OR (OLD.stand = 'open' AND NEW.stand IN ('uitgevoerd', 'geweigerd', 'retour') AND vrij)
            OR (OLD.stand IN ('uitgevoerd', 'dubbel') AND NEW.stand = 'retour')
            OR (NEW.stand IN ('uitgevoerd', 'dubbel', 'geweigerd') AND OLD.stand <> 'uitgenomen' AND vrij AND EXISTS (
                SELECT FROM ontzorgen_tegenspraak t WHERE t.poging_id = NEW.id
                AND t.uitkomst = CASE NEW.stand WHEN 'geweigerd' THEN 'niet_betaald' ELSE 'betaald' END
                AND NOT EXISTS (SELECT FROM ontzorgen_tegenspraak r WHERE r.poging_id = NEW.id AND r.id > t.id)
            ))
            OR (OLD.stand = 'open' AND NEW.stand = 'afgesloten' AND vrij AND EXISTS (
                SELECT FROM ontzorgen_runafsluiting a WHERE a.batch_id = NEW.batch_id AND a.stand = 'vastgesteld'
            ))
        ) THEN
            RAISE EXCEPTION 'betaalpoging_verloop: van % wordt een betaling niet %', OLD.stand, NEW.stand
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
EENMAAL_KLAAR = pgtrigger.Protect(
    name="eenmaal_klaar", operation=pgtrigger.Update, condition=pgtrigger.Q(old__stand="klaar")
)
EENMAAL_VRIJ = pgtrigger.Protect(
    name="eenmaal_vrij",
    operation=pgtrigger.Update,
    condition=pgtrigger.Q(old__stand__in=("vrijgegeven", "ingetrokken")),
)
BLIJFT = pgtrigger.Protect(name="blijft", operation=pgtrigger.Delete)
