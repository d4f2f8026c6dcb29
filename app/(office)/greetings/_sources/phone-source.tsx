"use client";

import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { inputVariants } from "@heroui/styles";
import { startTransition, useActionState, useState } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import { SoundPlayer } from "@/app/_components/sound-player";
import { idle } from "@/app/_mutations/mutation-state";
import { ringToRecord } from "./mutations";
import type { KeptSound } from "./send-sound";
import { SourceFault } from "./source-fault";
import type { Ringing, SourceProps } from "./source-props";
import { usePhoneRecording } from "./use-phone-recording";

/** Another number than one's own phones. */
const another = "another";

/** Rings a phone, whose holder speaks the greeting into it: to be listened to here, then kept or made again. */
export function PhoneSource({ onKeep, ringing }: SourceProps & { ringing: Ringing }) {
  const [state, ring, isAsking] = useActionState(ringToRecord, idle);
  const [awaitedId, setAwaitedId] = useState<string | null>(null);
  const [chosen, setChosen] = useState(ringing.phones[0]?.number ?? another);
  const [typed, setTyped] = useState("");
  const isRefused = state.status === "refused";
  const progress = usePhoneRecording(isAsking || isRefused ? null : awaitedId);

  if (ringing.hindrance !== null) return <p className="text-sm text-muted">{ringing.hindrance}</p>;
  const start = () => {
    const id = crypto.randomUUID();
    const form = new FormData();
    form.set("id", id);
    form.set("number", chosen === another ? typed : chosen);
    setAwaitedId(id);
    startTransition(() => ring(form));
  };
  const isWaiting = isAsking || progress.isWaiting;
  return (
    <div className="flex flex-col gap-3">
      {ringing.phones.length > 0 && (
        <FieldFrame label="Phone to ring" name="">
          {({ name: _, ...names }) => (
            // Of no form: React resets a form that was sent, and a list to what it first showed.
            <select
              {...names}
              form="none"
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              className={inputVariants({ className: "min-h-10 max-w-sm" })}
            >
              {ringing.phones.map(({ number, words }) => (
                <option key={number} value={number}>
                  {words}
                </option>
              ))}
              <option value={another}>Another number</option>
            </select>
          )}
        </FieldFrame>
      )}
      {chosen === another && (
        <FieldFrame label="Number to ring" name="" error={isRefused ? state.fieldErrors.number : undefined}>
          {({ name: _, ...names }) => (
            <Input
              {...names}
              type="tel"
              autoComplete="tel"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              className="max-w-sm"
            />
          )}
        </FieldFrame>
      )}
      <p role="status" className="text-sm">
        {isAsking ? "Asking Twilio to ring…" : progress.words}
      </p>
      {progress.sound && <SoundPlayer src={`/audio/${progress.sound.id}`} label="What you have spoken" />}
      <Buttons sound={progress.sound} isWaiting={isWaiting} onKeep={onKeep} onRing={start} />
      <SourceFault fault={(isRefused ? state.message : null) ?? progress.failure} />
    </div>
  );
}

interface ButtonsProps extends SourceProps {
  sound: KeptSound | null;
  isWaiting: boolean;
  onRing(): void;
}

function Buttons({ sound, isWaiting, onKeep, onRing }: ButtonsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {sound && (
        <Button size="sm" onPress={() => onKeep(sound)}>
          Keep it
        </Button>
      )}
      <Button size="sm" variant={sound ? "secondary" : "primary"} isDisabled={isWaiting} onPress={onRing}>
        {sound ? "Record again" : "Ring now"}
      </Button>
    </div>
  );
}
