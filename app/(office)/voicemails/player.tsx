"use client";

import { startTransition, useActionState, useState } from "react";
import { idle } from "@/app/_mutations/mutation-state";
import { markVoicemail } from "./mutations";

/** Plays a voicemail, which then has been heard. Nothing is fetched before somebody asks for it. */
export function Player({ id, isHeard, about }: { id: string; isHeard: boolean; about: string }) {
  const [, markHeard] = useActionState(markVoicemail, idle);
  const [hasFailed, setFailed] = useState(false);
  return (
    <div className="w-full">
      {/* biome-ignore lint/a11y/useMediaCaption: what was said is not known before it has been transcribed. */}
      <audio
        controls
        preload="none"
        src={`/voicemails/${id}/audio`}
        aria-label={`Voicemail of ${about}`}
        className="h-10 w-full max-w-md"
        onPlaying={() => {
          setFailed(false);
          if (isHeard) return;
          const form = new FormData();
          form.set("id", id);
          form.set("as", "heard");
          startTransition(() => markHeard(form));
        }}
        onError={() => setFailed(true)}
      />
      {hasFailed && (
        <p role="alert" className="text-sm text-danger">
          The sound cannot be had from Twilio just now. The voicemail is still there: try again in a while.
        </p>
      )}
    </div>
  );
}
