"use client";

import { useId, useState } from "react";
import { sendSound } from "./send-sound";
import { SourceFault } from "./source-fault";
import type { SourceProps } from "./source-props";

/** A file from this device, sent as soon as it has been chosen: so saving can be refused without choosing it again. */
export function UploadSource({ onKeep }: SourceProps) {
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const send = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    setFault(null);
    setBusy(true);
    const sent = await sendSound(file, { source: "upload", name: file.name });
    setBusy(false);
    if ("sound" in sent) return onKeep(sent.sound);
    setFault(sent.fault);
    // The same file can be chosen again once it has been mended.
    input.value = "";
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        File
      </label>
      <p id={`${id}-help`} className="text-sm text-muted">
        MP3 or WAV, up to 4 MB.
      </p>
      <input
        id={id}
        type="file"
        accept=".mp3,.wav,audio/mpeg,audio/wav"
        aria-describedby={`${id}-help`}
        aria-invalid={fault !== null || undefined}
        onChange={(event) => void send(event.currentTarget)}
        className="max-w-full text-sm file:me-3 file:rounded-xl file:border-0 file:bg-default file:px-4 file:py-2 file:text-sm file:font-medium file:text-foreground"
      />
      <p role="status" className="text-sm text-muted">
        {isBusy ? "Sending…" : ""}
      </p>
      <SourceFault fault={fault} />
    </div>
  );
}
