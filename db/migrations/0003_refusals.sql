-- Over HTTP a batch is one transaction, which only an error ends: a condition that must hold has to raise when it does not.
-- The name travels where Postgres puts a constraint's, so that both kinds of refusal are read the same way.
CREATE FUNCTION refuse_unless(holds boolean, name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF holds IS NOT TRUE THEN
    RAISE EXCEPTION USING ERRCODE = 'SB002', MESSAGE = 'refused: ' || name, CONSTRAINT = name;
  END IF;
END $$;
--> statement-breakpoint
-- A phone that is one of our own numbers would send a call round.
CREATE FUNCTION refuse_own_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_unless(
    NEW.number IS NULL OR NOT EXISTS (SELECT FROM phone_numbers WHERE phone_numbers.number = NEW.number),
    TG_TABLE_NAME || '_not_our_own_number'
  );
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER person_phones_not_our_own_number BEFORE INSERT OR UPDATE OF number ON person_phones
  FOR EACH ROW EXECUTE FUNCTION refuse_own_number();
--> statement-breakpoint
CREATE TRIGGER action_people_not_our_own_number BEFORE INSERT OR UPDATE OF number ON action_people
  FOR EACH ROW EXECUTE FUNCTION refuse_own_number();
