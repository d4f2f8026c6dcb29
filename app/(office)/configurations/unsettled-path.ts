import { z } from "zod";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";

/** In an address an empty number is one that Twilio did not name. */
const numberOrNone = z
  .string()
  .regex(/^\d{0,6}$/)
  .transform((text) => (text === "" ? null : Number(text)));

const schema = z.object({
  unsettled: z.uuid(),
  kind: z.enum(["refused", "broken", "timeout", "unreachable", "cut", "refusedHere"]),
  status: numberOrNone,
  code: numberOrNone,
});

/** The list of configurations, saying of a number why Twilio does not follow. What Twilio said stays readable for longer than a toast. */
export function unsettledPath(
  phoneNumberId: string,
  { kind, status, code }: Pick<TwilioFault, "kind" | "status" | "code">,
): `/configurations?${string}` {
  const query = { unsettled: phoneNumberId, kind, status: `${status ?? ""}`, code: `${code ?? ""}` };
  return `/configurations?${new URLSearchParams(query)}`;
}

/** The fault that an address names, and of which number; null when it names none. */
export function faultInAddress(
  searchParams: Readonly<Record<string, string | string[] | undefined>>,
): { phoneNumberId: string; fault: TwilioFault } | null {
  const parsed = schema.safeParse(searchParams);
  if (!parsed.success) return null;
  const { unsettled, ...facts } = parsed.data;
  return { phoneNumberId: unsettled, fault: new TwilioFault(facts) };
}
