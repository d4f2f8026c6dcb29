CREATE TABLE "action_greetings" (
	"action_id" uuid NOT NULL,
	"parameter_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"greeting_id" uuid NOT NULL,
	CONSTRAINT "action_greetings_action_id_parameter_id_pk" PRIMARY KEY("action_id","parameter_id")
);
--> statement-breakpoint
CREATE TABLE "greeting_recordings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"greeting_id" uuid NOT NULL,
	"sound_id" uuid NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	CONSTRAINT "greeting_recordings_dates_together" CHECK (("greeting_recordings"."starts_at" is null) = ("greeting_recordings"."ends_at" is null) and ("greeting_recordings"."ends_at" is null or "greeting_recordings"."ends_at" > "greeting_recordings"."starts_at"))
);
--> statement-breakpoint
CREATE TABLE "greetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "greetings_name_not_blank" CHECK (btrim("greetings"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "phone_recordings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"made_by_id" uuid NOT NULL,
	"number" text NOT NULL,
	"status" text DEFAULT 'ringing' NOT NULL,
	"failure" text,
	"sound_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_recordings_number_form" CHECK ("phone_recordings"."number" ~ '^\+[1-9][0-9]{6,14}$' or (length("phone_recordings"."number") <= 255 and "phone_recordings"."number" ~ '^sips?:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?(\u003b[A-Za-z0-9.=_-]+)*$')),
	CONSTRAINT "phone_recordings_status_known" CHECK ("phone_recordings"."status" in ('ringing', 'recorded', 'failed')),
	CONSTRAINT "phone_recordings_failure_told" CHECK (("phone_recordings"."status" = 'failed') = ("phone_recordings"."failure" is not null))
);
--> statement-breakpoint
CREATE TABLE "sounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bytes" "bytea" NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"duration_seconds" real NOT NULL,
	"source" text NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"made_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sounds_content_type_known" CHECK ("sounds"."content_type" in ('audio/mpeg', 'audio/wav')),
	CONSTRAINT "sounds_size_within_4_mb" CHECK ("sounds"."size_bytes" between 1 and 4194304),
	CONSTRAINT "sounds_size_true" CHECK (octet_length("sounds"."bytes") = "sounds"."size_bytes"),
	CONSTRAINT "sounds_duration_positive" CHECK ("sounds"."duration_seconds" > 0),
	CONSTRAINT "sounds_source_known" CHECK ("sounds"."source" in ('upload', 'browser', 'phone'))
);
--> statement-breakpoint
CREATE TABLE "known_callers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"action_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_callers_number_unique" UNIQUE("number"),
	CONSTRAINT "known_callers_number_e164" CHECK ("known_callers"."number" ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "known_callers_name_not_blank" CHECK (btrim("known_callers"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "text_backs" (
	"number" text NOT NULL,
	"day" date NOT NULL,
	"call_sid" text,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_backs_number_day_pk" PRIMARY KEY("number","day"),
	CONSTRAINT "text_backs_number_e164" CHECK ("text_backs"."number" ~ '^\+[1-9][0-9]{6,14}$')
);
--> statement-breakpoint
CREATE TABLE "voicemail_notices" (
	"voicemail_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"person_id" uuid,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voicemail_notices_voicemail_id_channel_address_pk" PRIMARY KEY("voicemail_id","channel","address"),
	CONSTRAINT "voicemail_notices_channel_known" CHECK ("voicemail_notices"."channel" in ('email', 'text')),
	CONSTRAINT "voicemail_notices_sent_is_over" CHECK ("voicemail_notices"."sent_at" is null or "voicemail_notices"."next_attempt_at" is null)
);
--> statement-breakpoint
CREATE TABLE "outgoing_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"made_by_id" uuid,
	"made_by_name" text NOT NULL,
	"from_phone" text NOT NULL,
	"to_number" text NOT NULL,
	"phone_number_id" uuid,
	"call_sid" text,
	"twilio_sid" text,
	"status" text DEFAULT 'queued' NOT NULL,
	"dial_status" text,
	"duration_seconds" integer,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "outgoing_calls_twilio_sid_unique" UNIQUE("twilio_sid"),
	CONSTRAINT "outgoing_calls_from_phone_form" CHECK ("outgoing_calls"."from_phone" ~ '^\+[1-9][0-9]{6,14}$' or (length("outgoing_calls"."from_phone") <= 255 and "outgoing_calls"."from_phone" ~ '^sips?:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?(\u003b[A-Za-z0-9.=_-]+)*$')),
	CONSTRAINT "outgoing_calls_to_number_e164" CHECK ("outgoing_calls"."to_number" ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "outgoing_calls_duration_not_negative" CHECK ("outgoing_calls"."duration_seconds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "action_people" DROP CONSTRAINT "action_people_number_e164";--> statement-breakpoint
ALTER TABLE "person_phones" DROP CONSTRAINT "person_phones_number_e164";--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "result" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "answered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "answered_by_name" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "spoken_name_url" text;--> statement-breakpoint
ALTER TABLE "voicemails" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "voicemails" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "voicemails" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "configurations" ADD COLUMN "takes_known_callers_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "firm_settings" ADD COLUMN "text_back" text;--> statement-breakpoint
ALTER TABLE "firm_settings" ADD COLUMN "keeps_calls_days" smallint;--> statement-breakpoint
ALTER TABLE "firm_settings" ADD COLUMN "keeps_voicemails_days" smallint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "duty_schedule_id" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "is_told_by_email" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "is_told_by_text" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "action_greetings" ADD CONSTRAINT "action_greetings_greeting_id_greetings_id_fk" FOREIGN KEY ("greeting_id") REFERENCES "public"."greetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_greetings" ADD CONSTRAINT "action_greetings_action_fk" FOREIGN KEY ("action_id","template_id") REFERENCES "public"."actions"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_greetings" ADD CONSTRAINT "action_greetings_parameter_fk" FOREIGN KEY ("parameter_id","template_id") REFERENCES "public"."template_parameters"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "greeting_recordings" ADD CONSTRAINT "greeting_recordings_greeting_id_greetings_id_fk" FOREIGN KEY ("greeting_id") REFERENCES "public"."greetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "greeting_recordings" ADD CONSTRAINT "greeting_recordings_sound_id_sounds_id_fk" FOREIGN KEY ("sound_id") REFERENCES "public"."sounds"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_recordings" ADD CONSTRAINT "phone_recordings_made_by_id_staff_users_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."staff_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_recordings" ADD CONSTRAINT "phone_recordings_sound_id_sounds_id_fk" FOREIGN KEY ("sound_id") REFERENCES "public"."sounds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sounds" ADD CONSTRAINT "sounds_made_by_id_staff_users_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."staff_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_callers" ADD CONSTRAINT "known_callers_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_backs" ADD CONSTRAINT "text_backs_call_sid_calls_sid_fk" FOREIGN KEY ("call_sid") REFERENCES "public"."calls"("sid") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voicemail_notices" ADD CONSTRAINT "voicemail_notices_voicemail_id_voicemails_id_fk" FOREIGN KEY ("voicemail_id") REFERENCES "public"."voicemails"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voicemail_notices" ADD CONSTRAINT "voicemail_notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_calls" ADD CONSTRAINT "outgoing_calls_made_by_id_staff_users_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."staff_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_calls" ADD CONSTRAINT "outgoing_calls_phone_number_id_phone_numbers_id_fk" FOREIGN KEY ("phone_number_id") REFERENCES "public"."phone_numbers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_calls" ADD CONSTRAINT "outgoing_calls_call_sid_calls_sid_fk" FOREIGN KEY ("call_sid") REFERENCES "public"."calls"("sid") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_greetings_by_greeting" ON "action_greetings" USING btree ("greeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "greeting_recordings_one_standing" ON "greeting_recordings" USING btree ("greeting_id") WHERE "greeting_recordings"."starts_at" is null;--> statement-breakpoint
CREATE INDEX "greeting_recordings_by_greeting" ON "greeting_recordings" USING btree ("greeting_id");--> statement-breakpoint
CREATE INDEX "greeting_recordings_by_sound" ON "greeting_recordings" USING btree ("sound_id");--> statement-breakpoint
CREATE UNIQUE INDEX "greetings_name_unique" ON "greetings" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "text_backs_by_call" ON "text_backs" USING btree ("call_sid");--> statement-breakpoint
CREATE INDEX "voicemail_notices_due" ON "voicemail_notices" USING btree ("next_attempt_at") WHERE "voicemail_notices"."next_attempt_at" is not null;--> statement-breakpoint
CREATE INDEX "outgoing_calls_by_call" ON "outgoing_calls" USING btree ("call_sid");--> statement-breakpoint
CREATE INDEX "outgoing_calls_by_time" ON "outgoing_calls" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_duty_schedule_id_schedules_id_fk" FOREIGN KEY ("duty_schedule_id") REFERENCES "public"."schedules"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_by_called_number" ON "calls" USING btree ("to_number","received_at" DESC NULLS LAST,"sid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_by_caller" ON "calls" USING btree ("from_number","received_at" DESC NULLS LAST,"sid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_by_result" ON "calls" USING btree ("result","received_at" DESC NULLS LAST,"sid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_by_answerer" ON "calls" USING btree ("answered_by_id","received_at" DESC NULLS LAST,"sid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "people_by_duty_schedule" ON "people" USING btree ("duty_schedule_id");--> statement-breakpoint
ALTER TABLE "action_people" ADD CONSTRAINT "action_people_number_form" CHECK ("action_people"."number" ~ '^\+[1-9][0-9]{6,14}$' or (length("action_people"."number") <= 255 and "action_people"."number" ~ '^sips?:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?(\u003b[A-Za-z0-9.=_-]+)*$'));--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_result_known" CHECK ("calls"."result" in ('answered', 'voicemail', 'missed', 'told', 'rejected'));--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_spoken_name_url_https" CHECK ("calls"."spoken_name_url" ~ '^https?://');--> statement-breakpoint
ALTER TABLE "firm_settings" ADD CONSTRAINT "firm_settings_text_back_length" CHECK (char_length(btrim("firm_settings"."text_back")) between 1 and 320);--> statement-breakpoint
ALTER TABLE "firm_settings" ADD CONSTRAINT "firm_settings_keeps_calls_days_bounds" CHECK ("firm_settings"."keeps_calls_days" between 1 and 3660);--> statement-breakpoint
ALTER TABLE "firm_settings" ADD CONSTRAINT "firm_settings_keeps_voicemails_days_bounds" CHECK ("firm_settings"."keeps_voicemails_days" between 1 and 3660);--> statement-breakpoint
ALTER TABLE "person_phones" ADD CONSTRAINT "person_phones_number_form" CHECK ("person_phones"."number" ~ '^\+[1-9][0-9]{6,14}$' or (length("person_phones"."number") <= 255 and "person_phones"."number" ~ '^sips?:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?(\u003b[A-Za-z0-9.=_-]+)*$'));