"use client";

import { useState } from "react";

/** Plays a sound of ours. Nothing is fetched before somebody asks for it. */
export function SoundPlayer({ src, label }: { src: string; label: string }) {
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <div className="w-full">
      {/* biome-ignore lint/a11y/useMediaCaption: what a greeting says is not written down anywhere. */}
      <audio
        key={src}
        controls
        preload="none"
        src={src}
        aria-label={label}
        className="h-10 w-full max-w-md"
        onPlaying={() => setFailed(null)}
        onError={() => setFailed(src)}
      />
      {failed === src && (
        <p role="alert" className="text-sm text-danger">
          There is nothing to be heard just now.
        </p>
      )}
    </div>
  );
}
