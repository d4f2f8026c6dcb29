import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { readWallTime } from "@/app/_format/read-wall-time";
import type { GreetingRecording } from "@/lib/call/setup";
import type { TypedRecording } from "./recordings-schema";

interface TypedRecordings {
  standingSoundId: string;
  recordings: readonly TypedRecording[];
}

const isSoundId = (text: string): boolean => z.uuid().safeParse(text).success;

/**
 * The recordings that the editor has sent, their dates by the firm's clock; or what is wrong, by the name of the field. A
 * time that the clocks skip is the moment after, and of one that comes twice the first.
 */
export function readRecordings(
  { standingSoundId, recordings }: TypedRecordings,
  timeZone: string,
): { recordings: GreetingRecording[] } | { fieldErrors: Record<string, string> } {
  const fieldErrors: Record<string, string> = {};
  const dated = recordings.map((typed, index): GreetingRecording => {
    const complain = (field: keyof TypedRecording, message: string) => {
      fieldErrors[`recordings.${index}.${field}`] = message;
    };
    const instantOf = (field: "from" | "until"): Temporal.Instant | null => {
      const instant = readWallTime(typed[field])?.toZonedDateTime(timeZone).toInstant() ?? null;
      if (!instant) complain(field, "Enter the whole date and the time.");
      return instant;
    };
    const { soundId, label } = typed;
    if (!label) complain("label", "Please say what it is for.");
    if (!isSoundId(soundId)) complain("soundId", "Please record something, or choose a file.");
    const [startsAt, endsAt] = [instantOf("from"), instantOf("until")];
    if (startsAt && endsAt && endsAt.epochMilliseconds <= startsAt.epochMilliseconds) {
      complain("until", "This has to be after the beginning.");
    }
    return { soundId, label, startsAt, endsAt };
  });
  const hasStanding = isSoundId(standingSoundId);
  // Nothing at all means none; what is no sound is not taken for that.
  if (!hasStanding && (standingSoundId !== "" || recordings.length === 0)) {
    fieldErrors.standingSoundId = "Please record something, or choose a file.";
  }
  if (Object.keys(fieldErrors).length > 0) return { fieldErrors };
  const standing = { soundId: standingSoundId, label: "", startsAt: null, endsAt: null };
  return { recordings: hasStanding ? [standing, ...dated] : dated };
}
