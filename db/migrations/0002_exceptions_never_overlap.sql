-- Two exceptions of one schedule on the same day would leave it open which of them rules.
ALTER TABLE "schedule_exceptions"
  ADD CONSTRAINT "schedule_exceptions_never_overlap"
  EXCLUDE USING gist ("schedule_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&);
--> statement-breakpoint
-- One installation serves one firm. Its owner edits this row; nothing makes a second.
INSERT INTO "firm_settings" DEFAULT VALUES;
