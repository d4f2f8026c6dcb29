import type { Temporal } from "temporal-polyfill";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { withExamples } from "@/lib/call/example-action";
import { exampleMoment } from "@/lib/call/example-moment";
import { previewAction } from "@/lib/call/preview-action";
import type { CallPreview } from "@/lib/call/preview-call";
import { callActionOf } from "./call-action-of";
import type { ReadAction } from "./read-action";

/** What a call would get of an action that a form describes, as far as it is filled in. */
export function previewOf(
  action: { id: string; name: string },
  read: Omit<ReadAction, "fieldErrors">,
  { origin, at }: { origin: string; at: Temporal.Instant },
): CallPreview {
  const { firm, country, actions } = read.parts;
  return previewAction(
    withExamples(callActionOf(action, read), read.template.parameters),
    actions.filter(({ id }) => id !== action.id),
    exampleMoment({ at, origin, firm }),
    (number) => formatPhoneNumber(number, country),
  );
}
