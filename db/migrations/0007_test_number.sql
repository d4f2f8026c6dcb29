ALTER TABLE "voicemails" ADD COLUMN "heard_by_id" uuid;--> statement-breakpoint
ALTER TABLE "voicemails" ADD COLUMN "heard_by_name" text;--> statement-breakpoint
ALTER TABLE "phone_recordings" ADD COLUMN "recording_sid" text;--> statement-breakpoint
ALTER TABLE "text_backs" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "text_backs" ADD COLUMN "delivery_error_code" integer;--> statement-breakpoint
ALTER TABLE "voicemail_notices" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "voicemail_notices" ADD COLUMN "delivery_error_code" integer;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "is_test_number" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "preview_origin" text;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "preview_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "voicemails" ADD CONSTRAINT "voicemails_heard_by_id_staff_users_id_fk" FOREIGN KEY ("heard_by_id") REFERENCES "public"."staff_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phone_recordings_at_twilio" ON "phone_recordings" USING btree ("created_at") WHERE "phone_recordings"."recording_sid" is not null;--> statement-breakpoint
ALTER TABLE "voicemails" ADD CONSTRAINT "voicemails_heard_by_of_heard" CHECK ("voicemails"."heard_by_name" is null or "voicemails"."heard_at" is not null);--> statement-breakpoint
ALTER TABLE "phone_recordings" ADD CONSTRAINT "phone_recordings_recording_sid_form" CHECK ("phone_recordings"."recording_sid" ~ '^RE[0-9a-f]{32}$');--> statement-breakpoint
ALTER TABLE "text_backs" ADD CONSTRAINT "text_backs_delivery_known" CHECK ("text_backs"."delivery" in ('delivered', 'undelivered'));--> statement-breakpoint
ALTER TABLE "text_backs" ADD CONSTRAINT "text_backs_delivery_error_of_undelivered" CHECK ("text_backs"."delivery_error_code" is null or "text_backs"."delivery" is not distinct from 'undelivered');--> statement-breakpoint
ALTER TABLE "voicemail_notices" ADD CONSTRAINT "voicemail_notices_delivery_known" CHECK ("voicemail_notices"."delivery" in ('delivered', 'undelivered'));--> statement-breakpoint
ALTER TABLE "voicemail_notices" ADD CONSTRAINT "voicemail_notices_delivery_error_of_undelivered" CHECK ("voicemail_notices"."delivery_error_code" is null or "voicemail_notices"."delivery" is not distinct from 'undelivered');--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_preview_of_test_number" CHECK ("phone_numbers"."preview_origin" is null or "phone_numbers"."is_test_number");--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_preview_dated" CHECK (("phone_numbers"."preview_origin" is null) = ("phone_numbers"."preview_since" is null));--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_preview_origin_https" CHECK ("phone_numbers"."preview_origin" ~ '^https://[a-z0-9.-]+$');