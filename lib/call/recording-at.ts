import { Temporal } from "temporal-polyfill";

/** When a recording of a greeting is played: the standing one has no dates, the others take its place between theirs. */
export interface DatedRecording {
  /** The first instant at which it is played; null for the standing one. */
  startsAt: Temporal.Instant | null;
  /** The first instant at which it is played no more; null for the standing one. */
  endsAt: Temporal.Instant | null;
}

/**
 * The recording of a greeting that is played at an instant; null when it has none for it. Where dates overlap, what
 * begins later is played, since it was made for the more particular occasion; of two that begin together, what ends
 * sooner.
 */
export function recordingAt<Recording extends DatedRecording>(
  recordings: readonly Recording[],
  at: Temporal.Instant,
): Recording | null {
  const [chosen] = recordings.filter((recording) => isPlayedAt(recording, at)).toSorted(mostParticularFirst);
  return chosen ?? null;
}

/** The next instant at which another recording, or none, is played; null when nothing changes any more. */
export function nextRecordingChange<Recording extends DatedRecording>(
  recordings: readonly Recording[],
  at: Temporal.Instant,
): Temporal.Instant | null {
  const now = recordingAt(recordings, at);
  const ends = recordings
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .filter((instant) => instant !== null)
    .filter((instant) => Temporal.Instant.compare(instant, at) > 0)
    .toSorted(Temporal.Instant.compare);
  return ends.find((instant) => recordingAt(recordings, instant) !== now) ?? null;
}

function isPlayedAt({ startsAt, endsAt }: DatedRecording, at: Temporal.Instant): boolean {
  if (!startsAt || !endsAt) return true;
  return Temporal.Instant.compare(startsAt, at) <= 0 && Temporal.Instant.compare(at, endsAt) < 0;
}

function mostParticularFirst(one: DatedRecording, other: DatedRecording): number {
  if (!one.startsAt || !other.startsAt) return Number(!one.startsAt) - Number(!other.startsAt);
  const byStart = Temporal.Instant.compare(other.startsAt, one.startsAt);
  if (byStart !== 0 || !one.endsAt || !other.endsAt) return byStart;
  return Temporal.Instant.compare(one.endsAt, other.endsAt);
}
