CREATE INDEX "calls_degraded" ON "calls" USING btree ("received_at" DESC NULLS LAST,"sid" DESC NULLS LAST) WHERE "calls"."degraded_to" is not null;--> statement-breakpoint
CREATE INDEX "text_backs_by_time" ON "text_backs" USING btree ("created_at");--> statement-breakpoint
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
CREATE INDEX "voicemails_by_caller" ON "voicemails" USING btree ("from_number");--> statement-breakpoint
CREATE INDEX "voicemails_by_words" ON "voicemails" USING gin ((coalesce("from_name", '') || ' ' || coalesce("from_number", '') || ' ' || coalesce("transcription", '') || ' ' || "note") gin_trgm_ops);
