import { Input } from "@heroui/react/input";
import { useId } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import type { ParameterProps } from "./parameter-props";
import { labelOf } from "./parameter-words";

/** The sounds that ship with the app, in public/sounds. */
const ownSounds = [{ path: "/sounds/chime.wav", label: "A chime" }];

/** The address of a sound, with those of our own to choose from. */
export function AudioParameter({ declaration, name, value, typed, error }: ParameterProps) {
  const listId = useId();
  const help = `${declaration.help} The address of a sound file (MP3 or WAV) that begins with https://, or our own chime: /sounds/chime.wav`;
  return (
    <FieldFrame label={labelOf(declaration)} name={name} help={help.trim()} error={error}>
      {(names) => (
        <>
          <Input
            {...names}
            type="text"
            inputMode="url"
            autoComplete="off"
            list={listId}
            defaultValue={typed ?? (typeof value === "string" ? value : "")}
            fullWidth
          />
          <datalist id={listId}>
            {ownSounds.map(({ path, label }) => (
              <option key={path} value={path}>
                {label}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}
