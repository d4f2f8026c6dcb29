"use client";

import { Button } from "@heroui/react/button";
import { useEffect, useRef, useState } from "react";
import { SoundPlayer } from "@/app/_components/sound-player";
import { lengthInWords } from "@/app/_format/length-in-words";
import {
  longestSeconds,
  type Microphone,
  microphoneFault,
  startMicrophone,
  type TakenRecording,
} from "./microphone";
import { sendSound } from "./send-sound";
import { SourceFault } from "./source-fault";
import type { SourceProps } from "./source-props";

type Stage =
  | { at: "ready" }
  | { at: "starting" }
  | { at: "recording" }
  | { at: "taken"; taken: Taken }
  | { at: "sending"; taken: Taken };

interface Taken extends TakenRecording {
  /** For the player, until it has been kept. */
  url: string;
}

/** Records with this device's microphone: to be listened to, then kept or made again. */
export function MicrophoneSource({ onKeep }: SourceProps) {
  const [stage, setStage] = useState<Stage>({ at: "ready" });
  const [heard, setHeard] = useState({ level: 0, seconds: 0 });
  const [fault, setFault] = useState<string | null>(null);
  const microphone = useRef<Microphone>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      microphone.current?.cancel();
    };
  }, []);
  const url = "taken" in stage ? stage.taken.url : null;
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);

  const stop = async () => {
    const recorder = microphone.current;
    microphone.current = null;
    if (!recorder) return;
    const taken = await recorder.stop();
    setStage({ at: "taken", taken: { ...taken, url: URL.createObjectURL(taken.file) } });
  };
  const start = async () => {
    setFault(null);
    setHeard({ level: 0, seconds: 0 });
    setStage({ at: "starting" });
    try {
      const started = await startMicrophone((level, seconds) => {
        setHeard({ level, seconds });
        if (seconds >= longestSeconds) void stop();
      });
      if (isGone.current) return started.cancel();
      microphone.current = started;
      setStage({ at: "recording" });
    } catch (error) {
      setFault(microphoneFault(error));
      setStage({ at: "ready" });
    }
  };
  const keep = async (taken: Taken) => {
    setFault(null);
    setStage({ at: "sending", taken });
    const sent = await sendSound(taken.file, { source: "browser", name: "" });
    if ("sound" in sent) return onKeep(sent.sound);
    setFault(sent.fault);
    setStage({ at: "taken", taken });
  };

  return (
    <div className="flex flex-col gap-3">
      {(stage.at === "ready" || stage.at === "starting") && (
        <>
          <p className="text-sm text-muted">
            Your browser asks whether it may use the microphone. Two minutes at most.
          </p>
          <div>
            <Button size="sm" isDisabled={stage.at === "starting"} onPress={() => void start()}>
              Start recording
            </Button>
          </div>
        </>
      )}
      {stage.at === "recording" && (
        <>
          <LevelMeter {...heard} />
          <div>
            <Button size="sm" variant="danger" autoFocus onPress={() => void stop()}>
              Stop
            </Button>
          </div>
        </>
      )}
      {"taken" in stage && (
        <>
          <SoundPlayer src={stage.taken.url} label="What you have recorded" />
          {!stage.taken.isAudible && (
            <p className="text-sm text-warning-soft-foreground">
              The microphone heard next to nothing: listen before you keep it.
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              autoFocus
              isDisabled={stage.at === "sending"}
              onPress={() => void keep(stage.taken)}
            >
              {stage.at === "sending" ? "Keeping…" : "Keep it"}
            </Button>
            <Button
              size="sm"
              variant="secondary"
              isDisabled={stage.at === "sending"}
              onPress={() => void start()}
            >
              Record again
            </Button>
          </div>
        </>
      )}
      <SourceFault fault={fault} />
    </div>
  );
}

function LevelMeter({ level, seconds }: { level: number; seconds: number }) {
  return (
    <div className="flex items-center gap-3 text-sm">
      <meter
        aria-label="Loudness"
        min={0}
        max={1}
        value={level}
        className="h-4 w-40 min-w-0 flex-1 sm:flex-none"
      />
      <span>
        <span className="sr-only">Recorded so far: </span>
        {lengthInWords(Math.floor(seconds))} of {lengthInWords(longestSeconds)}
      </span>
    </div>
  );
}
