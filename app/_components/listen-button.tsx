"use client";

import { Button } from "@heroui/react/button";
import { useRef, useState } from "react";
import { PauseIcon, TryIcon } from "./icons";
import { useHydrated } from "./use-hydrated";

/** Plays a sound of ours where there is no room for a player. Nothing is fetched before somebody asks for it. */
export function ListenButton({ src, label }: { src: string; label: string }) {
  const isAwake = useHydrated();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const fail = () => {
    setPlaying(false);
    setFailed(true);
  };
  const press = () => {
    setFailed(false);
    if (isPlaying) audio.current?.pause();
    // Where it cannot be played the element says so itself, and the promise says it once more.
    else void audio.current?.play().catch(fail);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="sm"
        variant="secondary"
        isDisabled={!isAwake}
        aria-label={`${isPlaying ? "Stop" : "Listen"}: ${label}`}
        onPress={press}
      >
        {isPlaying ? <PauseIcon /> : <TryIcon />}
        {isPlaying ? "Stop" : "Listen"}
      </Button>
      {/* biome-ignore lint/a11y/useMediaCaption: what a greeting says is not written down anywhere. */}
      <audio
        ref={audio}
        preload="none"
        src={src}
        onPlaying={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={fail}
      />
      {hasFailed && (
        <p role="alert" className="text-sm text-danger">
          It cannot be heard just now.
        </p>
      )}
    </div>
  );
}
