import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { FieldFrame } from "@/app/_components/field-frame";
import type { Ringing } from "../_sources/source-props";
import type { EditedRecording } from "./edited-recording";
import { SoundField } from "./sound-field";

interface DatedRecordingProps {
  recording: EditedRecording;
  /** As people name it. */
  zone: string;
  errors: Record<"label" | "from" | "until" | "soundId", string | undefined>;
  ringing: Ringing;
  isDisabled: boolean;
  onChange(changed: Partial<EditedRecording>): void;
  onRemove(): void;
}

/** A recording that takes the standing one's place between two moments. Its controls have no names: see `RecordingsEditor`. */
export function DatedRecording(props: DatedRecordingProps) {
  const { recording, zone, errors, ringing, isDisabled, onChange, onRemove } = props;
  const called = recording.label || "the new recording";
  return (
    <fieldset
      disabled={isDisabled}
      className="flex min-w-0 flex-col gap-4 rounded-2xl border border-separator p-4"
    >
      <legend className="sr-only">Recording with dates: {called}</legend>
      <FieldFrame label="What it is for" name="" error={errors.label}>
        {({ name: _, ...names }) => (
          <Input
            {...names}
            data-place={`label ${recording.key}`}
            value={recording.label}
            onChange={(event) => onChange({ label: event.target.value })}
            placeholder="Christmas"
            autoComplete="off"
            className="max-w-sm"
          />
        )}
      </FieldFrame>
      <div className="grid gap-3 sm:grid-cols-2">
        {(["from", "until"] as const).map((end) => (
          <FieldFrame
            key={end}
            label={end === "from" ? "Played from" : "Until"}
            name=""
            help={`By the clock in ${zone}.`}
            error={errors[end]}
          >
            {({ name: _, ...names }) => (
              <Input
                {...names}
                type="datetime-local"
                value={recording[end]}
                onChange={(event) => onChange({ [end]: event.target.value })}
                fullWidth
              />
            )}
          </FieldFrame>
        ))}
      </div>
      <SoundField
        label={`Recording for ${called}`}
        sound={recording.sound}
        error={errors.soundId}
        ringing={ringing}
        onChange={(sound) => onChange({ sound })}
      />
      <div>
        <Button size="sm" variant="ghost" aria-label={`Remove these dates: ${called}`} onPress={onRemove}>
          Remove these dates
        </Button>
      </div>
    </fieldset>
  );
}
