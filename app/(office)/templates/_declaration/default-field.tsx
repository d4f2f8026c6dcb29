import { ChoiceField } from "@/app/_components/choice-field";
import { TypedArea } from "@/app/_components/typed-area";
import { TypedField } from "@/app/_components/typed-field";
import type { FieldLookup } from "./field-lookup";

const label = "If left empty";

/** What holds where an action leaves the value empty. People, actions and menus have no default. */
export function DefaultField({ type, field }: { type: string; field: FieldLookup }) {
  const props = { ...field("defaultValue"), label };
  switch (type) {
    case "people":
    case "action":
    case "menu":
      return null;
    case "longText":
      return <TypedArea {...props} rows={3} />;
    case "yesNo":
      return (
        <ChoiceField
          {...props}
          empty="Nothing chosen, which counts as no"
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
      );
    default:
      return <TypedField {...props} help={helps[type]} autoComplete="off" />;
  }
}

const helps: Readonly<Record<string, string>> = {
  phoneNumber: "With + and the country code, like +12125550142.",
  choice: "What one of the options stands for: the part before its equals sign.",
  voice: "A voice and its language, like Polly.Amy-Neural en-GB. Without one, the firm's voice speaks.",
  audio: "A sound of ours, like /sounds/chime.wav, or an address that begins with https://.",
};
