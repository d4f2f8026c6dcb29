import { markVoicemail } from "./mutations";
import { OneButtonForm } from "./one-button-form";

interface HeardFormProps {
  id: string;
  isHeard: boolean;
  about: string;
  size?: "sm" | "md";
}

/** Marks a voicemail as heard, and as new again. */
export function HeardForm({ id, isHeard, about, size = "sm" }: HeardFormProps) {
  return (
    <OneButtonForm
      mutation={markVoicemail}
      fields={{ id, as: isHeard ? "new" : "heard" }}
      label={isHeard ? "Mark as new" : "Mark as heard"}
      about={about}
      variant={isHeard ? "outline" : "secondary"}
      size={size}
    />
  );
}
