-- Finds words anywhere in a text by an index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "known_from" text DEFAULT 'entry' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "answer_known_from" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "rung_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "calls_by_rung" ON "calls" USING gin ("rung_ids");--> statement-breakpoint
CREATE INDEX "calls_by_words" ON "calls" USING gin ((coalesce("from_name", '') || ' ' || "from_number" || ' ' || "reason" || ' ' || coalesce("action_name", '')) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "calls_with_spoken_name" ON "calls" USING btree ("received_at","sid") WHERE "calls"."spoken_name_url" is not null;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_known_from_known" CHECK ("calls"."known_from" in ('status', 'step', 'entry'));--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_answer_known_from_known" CHECK ("calls"."answer_known_from" in ('afterDial', 'screened'));--> statement-breakpoint
-- What the log has so far worked out from the steps of a call each time that it was read.
UPDATE "calls" SET "known_from" = CASE
  WHEN EXISTS (SELECT FROM "call_events" WHERE "call_sid" = "sid" AND "step_key" = 'entry') THEN 'entry'
  WHEN "reason_code" = 'recordLost' THEN 'status'
  ELSE 'step'
END;--> statement-breakpoint
UPDATE "calls" SET "result" = CASE
  WHEN "reason_code" IN ('numberUnknown', 'configurationInactive', 'callerBlocked') THEN 'rejected'
  WHEN EXISTS (SELECT FROM "call_events" WHERE "call_sid" = "sid" AND "detail" ->> 'isTaken' = 'true') THEN 'answered'
  WHEN EXISTS (SELECT FROM "voicemails" WHERE "call_sid" = "sid") THEN 'voicemail'
  WHEN EXISTS (
    SELECT FROM "call_events" WHERE "call_sid" = "sid" AND "kind" IN ('after-dial', 'screen', 'screened')
  ) THEN 'missed'
  WHEN "ended_at" IS NOT NULL THEN 'told'
END
WHERE "result" IS NULL;--> statement-breakpoint
UPDATE "calls" SET
  "answered_at" = taken."at",
  "answered_by_name" = taken."name",
  "answer_known_from" = taken."known_from"
FROM (
  SELECT DISTINCT ON ("call_sid") "call_sid",
    CASE "kind" WHEN 'screened' THEN "at"
      ELSE "at" - make_interval(secs => coalesce(("detail" ->> 'durationSeconds')::integer, 0)) END AS "at",
    coalesce("detail" ->> 'name', "detail" ->> 'number') AS "name",
    CASE "kind" WHEN 'screened' THEN 'screened' ELSE 'afterDial' END AS "known_from"
  FROM "call_events"
  WHERE "detail" ->> 'isTaken' = 'true'
  ORDER BY "call_sid", "kind" <> 'screened', "at"
) AS taken
WHERE taken."call_sid" = "calls"."sid" AND "calls"."answered_at" IS NULL;
