import { TypedArea } from "@/app/_components/typed-area";
import { TypedField } from "@/app/_components/typed-field";
import type { FieldLookup } from "./field-lookup";

/** What limits a value of a type. The names are those of the bounds that `declarationSchema` knows for it. */
export function BoundFields({ type, field }: { type: string; field: FieldLookup }) {
  const number = (name: string, label: string) => (
    <TypedField {...field(`bounds.${name}`)} label={label} inputMode="decimal" autoComplete="off" />
  );
  switch (type) {
    case "text":
    case "longText":
      return number("maxLength", "Most characters");
    case "number":
      return (
        <div className="grid grid-cols-2 gap-4">
          {number("min", "Smallest")}
          {number("max", "Largest")}
          {number("step", "In steps of")}
          <TypedField {...field("bounds.unit")} label="Counted in" autoComplete="off" />
        </div>
      );
    case "people":
      return (
        <div className="grid grid-cols-2 gap-4">
          {number("min", "Fewest people")}
          {number("max", "Most people")}
        </div>
      );
    case "choice":
      return (
        <TypedArea
          {...field("bounds.options")}
          label="Options"
          help="One a line: what it stands for, an equals sign, what people read. For example: busy = The busy tone"
          rows={4}
        />
      );
    default:
      return null;
  }
}
