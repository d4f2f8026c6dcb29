-- Lets an exclusion constraint compare a uuid with = beside a range with &&.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Whether a name is a zone of the IANA database. Postgres itself also takes abbreviations ("EST"), POSIX rules
-- ("FOO+3") and any capitalisation, which JavaScript and the tz database do not mean the same by.
-- Declared immutable because a check constraint asks for it: zones are added, hardly ever removed.
CREATE FUNCTION is_time_zone(name text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT name = 'UTC' OR (
    name ~ '^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)+$'
    AND EXISTS (SELECT 1 FROM pg_timezone_names AS zone WHERE zone.name = is_time_zone.name)
  )
$$;
