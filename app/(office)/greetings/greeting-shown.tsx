import { Card } from "@heroui/react/card";
import type { Temporal } from "temporal-polyfill";
import { SoundPlayer } from "@/app/_components/sound-player";
import type { LibraryRecording } from "@/db/queries/greetings/recordings-json";

interface GreetingShownProps {
  recordings: readonly LibraryRecording[];
  inWords(instant: Temporal.Instant): string;
}

/** The recordings of a greeting, for those who may listen and not change. */
export function GreetingShown({ recordings, inWords }: GreetingShownProps) {
  return (
    <Card className="max-w-2xl p-4 sm:p-6">
      <ul className="flex flex-col gap-5">
        {recordings.map(({ soundId, label, startsAt, endsAt }) => (
          <li key={`${soundId} ${label} ${startsAt}`} className="flex flex-col gap-1">
            <p className="font-medium wrap-anywhere">{label || "Standing recording"}</p>
            {startsAt && endsAt && (
              <p className="text-sm text-muted">
                {inWords(startsAt)} to {inWords(endsAt)}
              </p>
            )}
            <SoundPlayer src={`/audio/${soundId}`} label={label || "Standing recording"} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
