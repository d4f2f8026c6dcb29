CREATE TABLE "call_people" (
	"call_sid" text NOT NULL,
	"person_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "call_people_call_sid_person_id_pk" PRIMARY KEY("call_sid","person_id")
);
--> statement-breakpoint
DROP INDEX "calls_by_rung";--> statement-breakpoint
ALTER TABLE "voicemails" ADD COLUMN "from_number" text;--> statement-breakpoint
ALTER TABLE "voicemails" ADD COLUMN "from_name" text;--> statement-breakpoint
UPDATE "voicemails" SET "from_number" = "calls"."from_number", "from_name" = "calls"."from_name"
FROM "calls" WHERE "calls"."sid" = "voicemails"."call_sid";--> statement-breakpoint
-- Whatever tells of a call may tell who called, and in any order: what its voicemails have of it follows the call itself.
CREATE FUNCTION keep_caller_of_voicemails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'calls' THEN
    UPDATE voicemails SET from_number = NEW.from_number, from_name = NEW.from_name WHERE call_sid = NEW.sid;
  ELSE
    UPDATE voicemails SET from_number = calls.from_number, from_name = calls.from_name
    FROM calls WHERE calls.sid = NEW.call_sid AND voicemails.id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- After the statement, which may write the call and its voicemail together.
CREATE TRIGGER voicemails_keep_caller AFTER INSERT ON "voicemails"
  FOR EACH ROW EXECUTE FUNCTION keep_caller_of_voicemails();
--> statement-breakpoint
CREATE TRIGGER calls_keep_caller_of_voicemails AFTER UPDATE ON "calls" FOR EACH ROW
  WHEN (OLD.from_number IS DISTINCT FROM NEW.from_number OR OLD.from_name IS DISTINCT FROM NEW.from_name)
  EXECUTE FUNCTION keep_caller_of_voicemails();
--> statement-breakpoint
ALTER TABLE "call_people" ADD CONSTRAINT "call_people_call_sid_calls_sid_fk" FOREIGN KEY ("call_sid") REFERENCES "public"."calls"("sid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_people" ADD CONSTRAINT "call_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "call_people" ("call_sid", "person_id", "received_at")
SELECT "calls"."sid", "people"."id", "calls"."received_at" FROM "calls"
JOIN "people" ON "people"."id" = ANY ("calls"."rung_ids" || "calls"."answered_by_id");--> statement-breakpoint
-- Several requests tell of one call, in any order: whose it is follows what has become of it.
CREATE FUNCTION keep_people_of_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO call_people (call_sid, person_id, received_at)
  SELECT NEW.sid, people.id, NEW.received_at FROM people
  WHERE people.id = ANY (NEW.rung_ids || NEW.answered_by_id)
  ON CONFLICT (call_sid, person_id) DO UPDATE SET received_at = excluded.received_at
  WHERE call_people.received_at <> excluded.received_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER calls_keep_people_when_new AFTER INSERT ON "calls" FOR EACH ROW
  WHEN (NEW.rung_ids <> '{}' OR NEW.answered_by_id IS NOT NULL)
  EXECUTE FUNCTION keep_people_of_call();
--> statement-breakpoint
CREATE TRIGGER calls_keep_people AFTER UPDATE ON "calls" FOR EACH ROW
  WHEN (
    OLD.rung_ids IS DISTINCT FROM NEW.rung_ids OR OLD.answered_by_id IS DISTINCT FROM NEW.answered_by_id
    OR OLD.received_at IS DISTINCT FROM NEW.received_at
  )
  EXECUTE FUNCTION keep_people_of_call();
--> statement-breakpoint
CREATE INDEX "call_people_by_time" ON "call_people" USING btree ("person_id","received_at" DESC NULLS LAST,"call_sid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_degraded" ON "calls" USING btree ("received_at" DESC NULLS LAST,"sid" DESC NULLS LAST) WHERE "calls"."degraded_to" is not null;--> statement-breakpoint
CREATE INDEX "voicemails_by_words" ON "voicemails" USING gin ((coalesce("from_name", '') || ' ' || coalesce("from_number", '') || ' ' || coalesce("transcription", '') || ' ' || "note") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "voicemails_by_caller" ON "voicemails" USING btree ("from_number");--> statement-breakpoint
CREATE INDEX "text_backs_by_time" ON "text_backs" USING btree ("created_at");