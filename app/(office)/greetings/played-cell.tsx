import { ListenButton } from "@/app/_components/listen-button";
import { lengthInWords } from "@/app/_format/length-in-words";
import type { LibraryRecording } from "@/db/queries/greetings/recordings-json";

interface PlayedCellProps {
  words: string;
  played: LibraryRecording | null;
  label: string;
}

/** What a greeting plays now, in words and to listen to. */
export function PlayedCell({ words, played, label }: PlayedCellProps) {
  return (
    <div className="flex flex-col gap-2">
      <p>
        {words}
        {played && (
          <span className="text-muted">
            {" "}
            · {lengthInWords(Math.max(1, Math.round(played.durationSeconds)))}
          </span>
        )}
      </p>
      {played && <ListenButton src={`/audio/${played.soundId}`} label={label} />}
    </div>
  );
}
