CREATE TABLE "action_parameters" (
	"action_id" uuid NOT NULL,
	"parameter_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "action_parameters_action_id_parameter_id_pk" PRIMARY KEY("action_id","parameter_id")
);
--> statement-breakpoint
CREATE TABLE "action_people" (
	"action_id" uuid NOT NULL,
	"parameter_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"person_id" uuid,
	"number" text,
	"ring_seconds" smallint,
	CONSTRAINT "action_people_action_id_parameter_id_position_pk" PRIMARY KEY("action_id","parameter_id","position"),
	CONSTRAINT "action_people_person_or_number" CHECK (num_nonnulls("action_people"."person_id", "action_people"."number") = 1),
	CONSTRAINT "action_people_number_e164" CHECK ("action_people"."number" ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "action_people_ring_seconds_bounds" CHECK ("action_people"."ring_seconds" between 5 and 600)
);
--> statement-breakpoint
CREATE TABLE "action_targets" (
	"action_id" uuid NOT NULL,
	"parameter_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"menu_key" text,
	"label" text,
	"target_action_id" uuid NOT NULL,
	CONSTRAINT "action_targets_action_id_parameter_id_position_pk" PRIMARY KEY("action_id","parameter_id","position"),
	CONSTRAINT "action_targets_key_once" UNIQUE NULLS NOT DISTINCT("action_id","parameter_id","menu_key"),
	CONSTRAINT "action_targets_menu_key_dtmf" CHECK ("action_targets"."menu_key" ~ '^[0-9*#]$'),
	CONSTRAINT "action_targets_label_with_key" CHECK (("action_targets"."menu_key" is null) = ("action_targets"."label" is null))
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"template_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "actions_of_template" UNIQUE("id","template_id"),
	CONSTRAINT "actions_name_not_blank" CHECK (btrim("actions"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"staff_user_id" uuid,
	"by_name" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_name" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "activity_says_something" CHECK (num_nonnulls("activity"."before", "activity"."after") >= 1)
);
--> statement-breakpoint
CREATE TABLE "blocked_callers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"blocked_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "blocked_callers_number_unique" UNIQUE("number"),
	CONSTRAINT "blocked_callers_number_form" CHECK ("blocked_callers"."number" = 'anonymous' or "blocked_callers"."number" ~ '^\+[1-9][0-9]{6,14}$')
);
--> statement-breakpoint
CREATE TABLE "call_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "call_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"call_sid" text NOT NULL,
	"step_key" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action_id" uuid,
	"action_name" text,
	"words" text NOT NULL,
	"detail" jsonb,
	CONSTRAINT "call_events_once" UNIQUE("call_sid","step_key")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"sid" text PRIMARY KEY NOT NULL,
	"from_number" text NOT NULL,
	"from_name" text,
	"to_number" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"configuration_id" uuid,
	"configuration_version" integer,
	"action_id" uuid,
	"action_name" text,
	"reason_code" text NOT NULL,
	"reason" text NOT NULL,
	"degraded_to" text,
	"status" text,
	"duration_seconds" integer,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "calls_sid_form" CHECK ("calls"."sid" ~ '^CA[0-9a-f]{32}$'),
	CONSTRAINT "calls_duration_not_negative" CHECK ("calls"."duration_seconds" >= 0),
	CONSTRAINT "calls_degraded_to_known" CHECK ("calls"."degraded_to" in ('memory', 'fallbackNumber', 'sentence'))
);
--> statement-breakpoint
CREATE TABLE "voicemails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"call_sid" text NOT NULL,
	"recording_sid" text NOT NULL,
	"recording_url" text NOT NULL,
	"duration_seconds" integer NOT NULL,
	"action_id" uuid,
	"transcription" text,
	"left_at" timestamp (3) with time zone NOT NULL,
	"heard_at" timestamp (3) with time zone,
	"assigned_to_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voicemails_recording_sid_unique" UNIQUE("recording_sid"),
	CONSTRAINT "voicemails_recording_sid_form" CHECK ("voicemails"."recording_sid" ~ '^RE[0-9a-f]{32}$'),
	CONSTRAINT "voicemails_recording_url_https" CHECK ("voicemails"."recording_url" ~ '^https?://'),
	CONSTRAINT "voicemails_duration_not_negative" CHECK ("voicemails"."duration_seconds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "configurations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"phone_number_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"open_action_id" uuid NOT NULL,
	"closed_action_id" uuid NOT NULL,
	"is_active" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "configurations_name_not_blank" CHECK (btrim("configurations"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "firm_settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text DEFAULT 'Our office' NOT NULL,
	"country" text DEFAULT 'US' NOT NULL,
	"time_zone" text DEFAULT 'America/New_York' NOT NULL,
	"voice" text DEFAULT 'Polly.Joanna-Neural' NOT NULL,
	"language" text DEFAULT 'en-US' NOT NULL,
	"fallback_number" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "firm_settings_only_one" CHECK ("firm_settings"."id" = 1),
	CONSTRAINT "firm_settings_name_not_blank" CHECK (btrim("firm_settings"."name") <> ''),
	CONSTRAINT "firm_settings_country_iso" CHECK ("firm_settings"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "firm_settings_time_zone_real" CHECK (is_time_zone("firm_settings"."time_zone")),
	CONSTRAINT "firm_settings_voice_not_blank" CHECK (btrim("firm_settings"."voice") <> ''),
	CONSTRAINT "firm_settings_language_bcp47" CHECK ("firm_settings"."language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
	CONSTRAINT "firm_settings_fallback_number_e164" CHECK ("firm_settings"."fallback_number" ~ '^\+[1-9][0-9]{6,14}$')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"extension" text,
	"email" text,
	"away_until" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_extension_unique" UNIQUE("extension"),
	CONSTRAINT "people_name_not_blank" CHECK (btrim("people"."name") <> ''),
	CONSTRAINT "people_extension_digits" CHECK ("people"."extension" ~ '^[0-9]{2,5}$'),
	CONSTRAINT "people_email_form" CHECK ("people"."email" ~ '^[^@\s]+@[^@\s]+$')
);
--> statement-breakpoint
CREATE TABLE "person_phones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"label" text NOT NULL,
	"number" text NOT NULL,
	"position" smallint NOT NULL,
	"is_rung" boolean DEFAULT true NOT NULL,
	CONSTRAINT "person_phones_number_once" UNIQUE("person_id","number"),
	CONSTRAINT "person_phones_position_once" UNIQUE("person_id","position"),
	CONSTRAINT "person_phones_number_e164" CHECK ("person_phones"."number" ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "person_phones_label_not_blank" CHECK (btrim("person_phones"."label") <> '')
);
--> statement-breakpoint
CREATE TABLE "phone_numbers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"twilio_sid" text,
	"number" text NOT NULL,
	"friendly_name" text NOT NULL,
	"can_voice" boolean DEFAULT true NOT NULL,
	"can_sms" boolean DEFAULT false NOT NULL,
	"can_mms" boolean DEFAULT false NOT NULL,
	"settings_before" jsonb,
	"settings_wanted" jsonb,
	"settings_confirmed" jsonb,
	"synchronised_at" timestamp (3) with time zone,
	"gone_since" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_numbers_number_unique" UNIQUE("number"),
	CONSTRAINT "phone_numbers_twilio_sid_unique" UNIQUE("twilio_sid"),
	CONSTRAINT "phone_numbers_number_e164" CHECK ("phone_numbers"."number" ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "phone_numbers_friendly_name_not_blank" CHECK (btrim("phone_numbers"."friendly_name") <> ''),
	CONSTRAINT "phone_numbers_twilio_sid_form" CHECK ("phone_numbers"."twilio_sid" ~ '^PN[0-9a-f]{32}$')
);
--> statement-breakpoint
CREATE TABLE "schedule_exception_windows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"exception_id" uuid NOT NULL,
	"opens_at" time(0) NOT NULL,
	"closes_at" time(0) NOT NULL,
	CONSTRAINT "schedule_exception_windows_once" UNIQUE("exception_id","opens_at","closes_at"),
	CONSTRAINT "schedule_exception_windows_opens_within_day" CHECK ("schedule_exception_windows"."opens_at" < '24:00'),
	CONSTRAINT "schedule_exception_windows_whole_minutes" CHECK (extract(second from "schedule_exception_windows"."opens_at") = 0 and extract(second from "schedule_exception_windows"."closes_at") = 0)
);
--> statement-breakpoint
CREATE TABLE "schedule_exceptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"schedule_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "schedule_exceptions_dates_in_order" CHECK ("schedule_exceptions"."starts_on" <= "schedule_exceptions"."ends_on"),
	CONSTRAINT "schedule_exceptions_label_not_blank" CHECK (btrim("schedule_exceptions"."label") <> '')
);
--> statement-breakpoint
CREATE TABLE "schedule_overrides" (
	"schedule_id" uuid PRIMARY KEY NOT NULL,
	"is_open" boolean NOT NULL,
	"until" timestamp (3) with time zone,
	"reason" text NOT NULL,
	"set_by_name" text NOT NULL,
	"set_by_id" uuid,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_overrides_end_after_start" CHECK ("schedule_overrides"."until" > "schedule_overrides"."set_at"),
	CONSTRAINT "schedule_overrides_set_by_name_not_blank" CHECK (btrim("schedule_overrides"."set_by_name") <> '')
);
--> statement-breakpoint
CREATE TABLE "schedule_windows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"schedule_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"opens_at" time(0) NOT NULL,
	"closes_at" time(0) NOT NULL,
	CONSTRAINT "schedule_windows_once" UNIQUE("schedule_id","weekday","opens_at","closes_at"),
	CONSTRAINT "schedule_windows_weekday_iso" CHECK ("schedule_windows"."weekday" between 1 and 7),
	CONSTRAINT "schedule_windows_opens_within_day" CHECK ("schedule_windows"."opens_at" < '24:00'),
	CONSTRAINT "schedule_windows_whole_minutes" CHECK (extract(second from "schedule_windows"."opens_at") = 0 and extract(second from "schedule_windows"."closes_at") = 0)
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedules_name_unique" UNIQUE("name"),
	CONSTRAINT "schedules_name_not_blank" CHECK (btrim("schedules"."name") <> ''),
	CONSTRAINT "schedules_time_zone_real" CHECK (is_time_zone("schedules"."time_zone"))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_email_form" CHECK ("invitations"."email" ~ '^[^@\s]+@[^@\s]+$' and "invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_role_known" CHECK ("invitations"."role" in ('owner', 'manager', 'staff')),
	CONSTRAINT "invitations_expiry_ahead" CHECK ("invitations"."expires_at" > "invitations"."created_at")
);
--> statement-breakpoint
CREATE TABLE "password_reset_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"staff_user_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "password_reset_tokens_expiry_ahead" CHECK ("password_reset_tokens"."expires_at" > "password_reset_tokens"."created_at")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"address" text NOT NULL,
	"has_succeeded" boolean NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"is_disabled" boolean DEFAULT false NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"person_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_users_email_unique" UNIQUE("email"),
	CONSTRAINT "staff_users_email_form" CHECK ("staff_users"."email" ~ '^[^@\s]+@[^@\s]+$' and "staff_users"."email" = lower("staff_users"."email")),
	CONSTRAINT "staff_users_name_not_blank" CHECK (btrim("staff_users"."name") <> ''),
	CONSTRAINT "staff_users_role_known" CHECK ("staff_users"."role" in ('owner', 'manager', 'staff')),
	CONSTRAINT "staff_users_password_hash_argon2id" CHECK ("staff_users"."password_hash" like '$argon2id$%')
);
--> statement-breakpoint
CREATE TABLE "template_parameters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"template_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" smallint NOT NULL,
	"label" text NOT NULL,
	"help" text DEFAULT '' NOT NULL,
	"type" text NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"default_value" jsonb,
	"bounds" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "template_parameters_key_once" UNIQUE("template_id","key"),
	CONSTRAINT "template_parameters_of_template" UNIQUE("id","template_id"),
	CONSTRAINT "template_parameters_key_form" CHECK ("template_parameters"."key" ~ '^[a-z][A-Za-z0-9]*$'),
	CONSTRAINT "template_parameters_label_not_blank" CHECK (btrim("template_parameters"."label") <> ''),
	CONSTRAINT "template_parameters_type_known" CHECK ("template_parameters"."type" in ('text', 'longText', 'phoneNumber', 'number', 'yesNo', 'choice', 'voice', 'audio', 'people', 'action', 'menu'))
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"built_in_key" text,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "templates_built_in_key_unique" UNIQUE("built_in_key"),
	CONSTRAINT "templates_built_in_key_form" CHECK ("templates"."built_in_key" ~ '^[a-z][a-z0-9-]*$'),
	CONSTRAINT "templates_name_not_blank" CHECK (btrim("templates"."name") <> ''),
	CONSTRAINT "templates_body_not_blank" CHECK (btrim("templates"."body") <> ''),
	CONSTRAINT "templates_body_size" CHECK (octet_length("templates"."body") <= 65536)
);
--> statement-breakpoint
ALTER TABLE "action_parameters" ADD CONSTRAINT "action_parameters_action_fk" FOREIGN KEY ("action_id","template_id") REFERENCES "public"."actions"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_parameters" ADD CONSTRAINT "action_parameters_parameter_fk" FOREIGN KEY ("parameter_id","template_id") REFERENCES "public"."template_parameters"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_people" ADD CONSTRAINT "action_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_people" ADD CONSTRAINT "action_people_action_fk" FOREIGN KEY ("action_id","template_id") REFERENCES "public"."actions"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_people" ADD CONSTRAINT "action_people_parameter_fk" FOREIGN KEY ("parameter_id","template_id") REFERENCES "public"."template_parameters"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_targets" ADD CONSTRAINT "action_targets_target_action_id_actions_id_fk" FOREIGN KEY ("target_action_id") REFERENCES "public"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_targets" ADD CONSTRAINT "action_targets_action_fk" FOREIGN KEY ("action_id","template_id") REFERENCES "public"."actions"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_targets" ADD CONSTRAINT "action_targets_parameter_fk" FOREIGN KEY ("parameter_id","template_id") REFERENCES "public"."template_parameters"("id","template_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_staff_user_id_staff_users_id_fk" FOREIGN KEY ("staff_user_id") REFERENCES "public"."staff_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_callers" ADD CONSTRAINT "blocked_callers_blocked_by_id_staff_users_id_fk" FOREIGN KEY ("blocked_by_id") REFERENCES "public"."staff_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_events" ADD CONSTRAINT "call_events_call_sid_calls_sid_fk" FOREIGN KEY ("call_sid") REFERENCES "public"."calls"("sid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_events" ADD CONSTRAINT "call_events_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_configuration_id_configurations_id_fk" FOREIGN KEY ("configuration_id") REFERENCES "public"."configurations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voicemails" ADD CONSTRAINT "voicemails_call_sid_calls_sid_fk" FOREIGN KEY ("call_sid") REFERENCES "public"."calls"("sid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voicemails" ADD CONSTRAINT "voicemails_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voicemails" ADD CONSTRAINT "voicemails_assigned_to_id_people_id_fk" FOREIGN KEY ("assigned_to_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "configurations" ADD CONSTRAINT "configurations_phone_number_id_phone_numbers_id_fk" FOREIGN KEY ("phone_number_id") REFERENCES "public"."phone_numbers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "configurations" ADD CONSTRAINT "configurations_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "configurations" ADD CONSTRAINT "configurations_open_action_id_actions_id_fk" FOREIGN KEY ("open_action_id") REFERENCES "public"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "configurations" ADD CONSTRAINT "configurations_closed_action_id_actions_id_fk" FOREIGN KEY ("closed_action_id") REFERENCES "public"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_phones" ADD CONSTRAINT "person_phones_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_exception_windows" ADD CONSTRAINT "schedule_exception_windows_exception_id_schedule_exceptions_id_fk" FOREIGN KEY ("exception_id") REFERENCES "public"."schedule_exceptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_exceptions" ADD CONSTRAINT "schedule_exceptions_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_overrides" ADD CONSTRAINT "schedule_overrides_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_overrides" ADD CONSTRAINT "schedule_overrides_set_by_id_staff_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."staff_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_windows" ADD CONSTRAINT "schedule_windows_schedule_id_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_staff_users_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."staff_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_reset_tokens" ADD CONSTRAINT "password_reset_tokens_staff_user_id_staff_users_id_fk" FOREIGN KEY ("staff_user_id") REFERENCES "public"."staff_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_users" ADD CONSTRAINT "staff_users_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_parameters" ADD CONSTRAINT "template_parameters_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_people_by_person" ON "action_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "action_targets_by_target" ON "action_targets" USING btree ("target_action_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actions_name_unique" ON "actions" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "actions_by_template" ON "actions" USING btree ("template_id");--> statement-breakpoint
CREATE INDEX "activity_by_time" ON "activity" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "activity_by_subject" ON "activity" USING btree ("subject","subject_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "call_events_by_action" ON "call_events" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "calls_by_time" ON "calls" USING btree ("received_at" DESC NULLS LAST,"sid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "calls_by_configuration" ON "calls" USING btree ("configuration_id");--> statement-breakpoint
CREATE INDEX "calls_by_action" ON "calls" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "voicemails_by_time" ON "voicemails" USING btree ("left_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "voicemails_by_call" ON "voicemails" USING btree ("call_sid");--> statement-breakpoint
CREATE INDEX "voicemails_by_action" ON "voicemails" USING btree ("action_id");--> statement-breakpoint
CREATE UNIQUE INDEX "configurations_name_unique" ON "configurations" USING btree (lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "configurations_one_active_per_number" ON "configurations" USING btree ("phone_number_id") WHERE "configurations"."is_active";--> statement-breakpoint
CREATE INDEX "configurations_by_number" ON "configurations" USING btree ("phone_number_id");--> statement-breakpoint
CREATE INDEX "configurations_by_schedule" ON "configurations" USING btree ("schedule_id");--> statement-breakpoint
CREATE INDEX "configurations_by_open_action" ON "configurations" USING btree ("open_action_id");--> statement-breakpoint
CREATE INDEX "configurations_by_closed_action" ON "configurations" USING btree ("closed_action_id");--> statement-breakpoint
CREATE INDEX "schedule_exceptions_by_end" ON "schedule_exceptions" USING btree ("schedule_id","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_open_per_email" ON "invitations" USING btree ("email") WHERE "invitations"."accepted_at" is null;--> statement-breakpoint
CREATE INDEX "password_reset_tokens_by_user" ON "password_reset_tokens" USING btree ("staff_user_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_by_email" ON "sign_in_attempts" USING btree ("email","at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_by_address" ON "sign_in_attempts" USING btree ("address","at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_users_person_unique" ON "staff_users" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "templates_own_name_unique" ON "templates" USING btree (lower("name")) WHERE "templates"."built_in_key" is null;