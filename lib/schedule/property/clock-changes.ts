import { Temporal } from "temporal-polyfill";

/** Where and when the wall clock does something that code gets wrong: the instant of each change, in UTC. */
const changes: [timeZone: string, at: string, what: string][] = [
  ["America/New_York", "2026-03-08T07:00Z", "02:00 becomes 03:00"],
  ["America/New_York", "2026-11-01T06:00Z", "02:00 becomes 01:00"],
  ["Europe/Dublin", "2026-10-25T01:00Z", "summer time is its standard time"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z", "02:00 becomes 01:30"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z", "02:00 becomes 02:30"],
  ["Pacific/Chatham", "2026-04-04T14:00Z", "03:45 becomes 02:45"],
  ["Antarctica/Troll", "2026-10-25T01:00Z", "two hours back"],
  ["America/Sao_Paulo", "2017-10-15T03:00Z", "midnight becomes 01:00"],
  ["America/Sao_Paulo", "2018-02-18T02:00Z", "midnight becomes 23:00"],
  ["Africa/Cairo", "2026-04-23T22:00Z", "midnight becomes 01:00"],
  ["Africa/Cairo", "2026-10-29T21:00Z", "midnight becomes 23:00"],
  ["Asia/Beirut", "2026-03-28T22:00Z", "midnight becomes 01:00"],
  ["Asia/Beirut", "2026-10-24T21:00Z", "midnight becomes 23:00"],
  ["America/Havana", "2026-03-08T05:00Z", "midnight becomes 01:00"],
  ["America/Havana", "2026-11-01T05:00Z", "01:00 becomes midnight"],
  ["America/Asuncion", "2024-03-24T03:00Z", "midnight becomes 23:00"],
  ["Asia/Amman", "2021-10-28T22:00Z", "01:00 becomes midnight"],
  ["America/St_Johns", "2010-11-07T02:31Z", "00:01 becomes 23:01"],
  ["Africa/Casablanca", "2026-02-15T02:00Z", "an hour back for Ramadan"],
  ["Africa/Casablanca", "2026-03-22T02:00Z", "and forward again"],
  ["Pacific/Apia", "2011-12-30T10:00Z", "a date is skipped"],
  ["Pacific/Kwajalein", "1993-08-21T12:00Z", "a date is skipped"],
  ["Asia/Pyongyang", "2018-05-04T15:00Z", "23:30 becomes midnight"],
  ["America/Caracas", "2016-05-01T07:00Z", "half an hour for good"],
  ["Africa/Monrovia", "1972-01-07T00:44:30Z", "an offset with seconds ends"],
  ["America/Juneau", "1983-10-30T10:00Z", "two hours for good, at the end of summer time"],
];

/** Zones whose clocks do not change, with offsets that are far off or odd. */
const steady = ["UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Tokyo"];

export const clockChanges = [
  ...changes,
  ...steady.map((timeZone): [string, string, string] => [timeZone, "2026-12-31T23:00Z", "nothing"]),
].map(([timeZone, at, what]) => ({ timeZone, what, at: Temporal.Instant.from(at) }));
