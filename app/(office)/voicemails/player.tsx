"use client";

import { startTransition, useActionState, useState } from "react";
import { idle } from "@/app/_mutations/mutation-state";
import { markVoicemail } from "./mutations";

/** Plays a voicemail, which then has been heard. Nothing is fetched before somebody asks for it. */
export function Player({ id, isHeard, about }: { id: string; isHeard: boolean; about: string }) {
  const [, markHeard] = useActionState(markVoicemail, idle);
  const [fault, setFault] = useState<string | null>(null);
  const source = `/voicemails/${id}/audio`;
  return (
    <div className="w-full">
      {/* biome-ignore lint/a11y/useMediaCaption: what was said stands beside it once it has been transcribed. */}
      <audio
        controls
        preload="none"
        src={source}
        aria-label={`Voicemail of ${about}`}
        className="h-10 w-full max-w-md"
        onPlaying={() => {
          setFault(null);
          if (isHeard) return;
          const form = new FormData();
          form.set("id", id);
          form.set("as", "heard");
          startTransition(() => markHeard(form));
        }}
        onError={() => void whyItFailed(source).then(setFault)}
      />
      {fault && (
        <p role="alert" className="text-sm text-danger">
          {fault}
        </p>
      )}
    </div>
  );
}

const unknownFault =
  "The sound could not be played. The voicemail is still there: look at your connection, and try again.";

/** A player does not tell why it failed: the first byte is asked for, and a refusal says it in words. */
async function whyItFailed(source: string): Promise<string> {
  try {
    const answer = await fetch(source, { headers: { range: "bytes=0-0" } });
    return answer.ok ? unknownFault : (await answer.text()).trim() || unknownFault;
  } catch {
    return unknownFault;
  }
}
