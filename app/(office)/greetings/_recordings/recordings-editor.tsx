"use client";

import { Button } from "@heroui/react/button";
import { fieldErrorVariants } from "@heroui/styles";
import { useEffect, useRef, useState } from "react";
import { HiddenValue } from "@/app/_components/hidden-value";
import { useErrorsByRow } from "@/app/_components/use-errors-by-row";
import { useHydrated } from "@/app/_components/use-hydrated";
import type { Ringing } from "../_sources/source-props";
import { DatedRecording } from "./dated-recording";
import { type EditedRecording, mostDatedRecordings, type RecordingsToEdit, toJson } from "./edited-recording";
import { SoundField } from "./sound-field";

interface RecordingsEditorProps {
  initial: RecordingsToEdit;
  /** The firm's zone, as people name it. */
  zone: string;
  ringing: Ringing;
  /** All of the form's: those of this editor are called "standingSoundId", "recordings" and "recordings.0.label". */
  fieldErrors: Readonly<Record<string, string>>;
}

/** All recordings of a greeting. They travel in the fields "standingSoundId" and "recordings": see `recordingsFields`. */
export function RecordingsEditor({ initial, zone, ringing, fieldErrors }: RecordingsEditorProps) {
  const isAwake = useHydrated();
  const [standing, setStanding] = useState(initial.standing);
  const [dated, setDated] = useState(initial.dated);
  const [added, setAdded] = useState(0);
  const errorOf = useErrorsByRow("recordings", fieldErrors, dated);
  const editor = useRef<HTMLDivElement>(null);
  const place = useRef<string | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    editor.current?.querySelector<HTMLElement>(`[data-place="${place.current}"]`)?.focus();
    place.current = null;
  });

  const add = () => {
    const key = `added-${added}`;
    setAdded(added + 1);
    setDated([...dated, { key, label: "", from: "", until: "", sound: null }]);
    place.current = `label ${key}`;
  };
  const change = (key: string, changed: Partial<EditedRecording>) =>
    setDated((all) => all.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  const remove = (key: string) => {
    setDated(dated.filter((one) => one.key !== key));
    place.current = "add";
  };
  return (
    <div ref={editor} className="flex flex-col gap-6">
      <HiddenValue name="standingSoundId" value={standing?.id ?? ""} />
      <HiddenValue name="recordings" value={toJson(dated)} />
      <section aria-labelledby="standing" className="flex flex-col gap-3">
        <h2 id="standing" className="text-base font-semibold">
          Standing recording
        </h2>
        <p className="text-sm text-muted">Played whenever nothing below takes its place.</p>
        <SoundField
          label="Standing recording"
          sound={standing}
          error={fieldErrors.standingSoundId}
          ringing={ringing}
          onChange={setStanding}
        >
          {standing && (
            <Button size="sm" variant="ghost" onPress={() => setStanding(null)}>
              Take it away
            </Button>
          )}
        </SoundField>
      </section>
      <section aria-labelledby="dated" className="flex flex-col gap-3">
        <h2 id="dated" className="text-base font-semibold">
          For a time
        </h2>
        <p className="text-sm text-muted">
          Takes the standing one’s place between two moments, such as over Christmas, and gives it back by
          itself. Where two overlap, the one that begins later is played.
        </p>
        {fieldErrors.recordings !== undefined && (
          <p role="alert" tabIndex={-1} data-visible className={fieldErrorVariants()}>
            {fieldErrors.recordings}
          </p>
        )}
        {dated.map((recording) => (
          <DatedRecording
            key={recording.key}
            recording={recording}
            zone={zone}
            errors={{
              label: errorOf(recording, "label"),
              from: errorOf(recording, "from"),
              until: errorOf(recording, "until"),
              soundId: errorOf(recording, "soundId"),
            }}
            ringing={ringing}
            isDisabled={!isAwake}
            onChange={(changed) => change(recording.key, changed)}
            onRemove={() => remove(recording.key)}
          />
        ))}
        <div>
          <Button
            data-place="add"
            variant="secondary"
            size="sm"
            isDisabled={!isAwake || dated.length >= mostDatedRecordings}
            onPress={add}
          >
            Add a recording for a time
          </Button>
        </div>
      </section>
    </div>
  );
}
