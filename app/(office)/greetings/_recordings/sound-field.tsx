"use client";

import { Button } from "@heroui/react/button";
import { fieldErrorVariants } from "@heroui/styles";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { SoundPlayer } from "@/app/_components/sound-player";
import { useHydrated } from "@/app/_components/use-hydrated";
import { lengthInWords } from "@/app/_format/length-in-words";
import { MicrophoneSource } from "../_sources/microphone-source";
import { PhoneSource } from "../_sources/phone-source";
import type { KeptSound } from "../_sources/send-sound";
import type { Ringing } from "../_sources/source-props";
import { UploadSource } from "../_sources/upload-source";

const ways = [
  { way: "upload", label: "Upload a file" },
  { way: "microphone", label: "Record here" },
  { way: "phone", label: "Ring my phone" },
] as const;

type Way = (typeof ways)[number]["way"];

interface SoundFieldProps {
  /** What the sound is, such as "Standing recording". */
  label: string;
  sound: KeptSound | null;
  error: string | undefined;
  ringing: Ringing;
  onChange(sound: KeptSound | null): void;
  /** Beside the ways to another sound. */
  children?: ReactNode;
}

/** One sound: what it is now, and three ways to another. The editor's hidden fields speak for it. */
export function SoundField({ label, sound, error, ringing, onChange, children }: SoundFieldProps) {
  const isAwake = useHydrated();
  const id = useId();
  const [open, setOpen] = useState<Way | null>(null);
  const kept = useRef<HTMLParagraphElement>(null);
  const hasJustKept = useRef(false);
  useEffect(() => {
    if (hasJustKept.current) kept.current?.focus();
    hasJustKept.current = false;
  });
  const keep = (next: KeptSound) => {
    // The panel with the button that was pressed goes, so the keyboard goes on at what has come of it.
    hasJustKept.current = true;
    setOpen(null);
    onChange(next);
  };
  return (
    <fieldset
      aria-label={label}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      className="flex min-w-0 flex-col gap-3"
    >
      {sound ? (
        <div className="flex flex-col gap-1">
          <p ref={kept} tabIndex={-1} className="text-sm outline-none">
            {label}: {lengthInWords(Math.max(1, Math.round(sound.durationSeconds)))}
          </p>
          <SoundPlayer src={`/audio/${sound.id}`} label={label} />
        </div>
      ) : (
        <p className="text-sm text-muted">Nothing is recorded yet.</p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" tabIndex={-1} data-visible className={fieldErrorVariants()}>
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {ways.map(({ way, label: words }) => (
          <Button
            key={way}
            size="sm"
            variant={open === way ? "primary" : "secondary"}
            aria-expanded={open === way}
            isDisabled={!isAwake}
            onPress={() => setOpen(open === way ? null : way)}
          >
            {words}
          </Button>
        ))}
        {children}
      </div>
      {open !== null && (
        <div className="rounded-2xl border border-separator p-4">
          {open === "upload" && <UploadSource onKeep={keep} />}
          {open === "microphone" && <MicrophoneSource onKeep={keep} />}
          {open === "phone" && <PhoneSource onKeep={keep} ringing={ringing} />}
        </div>
      )}
    </fieldset>
  );
}
