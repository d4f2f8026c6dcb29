import fc from "fast-check";
import type { Treatment } from "../call-plan";
import { seldom } from "./any-set-up";

/** What is settled before anybody does anything: who Twilio says calls, and how it treats what it leaves open. */
export interface AnyCircumstances {
  from: string;
  callerName: string;
  treatment: Pick<Treatment, "others" | "statusOfRefused" | "asksTwice" | "statusOfUnanswered">;
  /** Each callback is told at once, before the app is asked what comes next; otherwise in its own time. */
  isToldAtOnce: boolean;
}

export const anyCircumstances: fc.Arbitrary<AnyCircumstances> = fc.record({
  from: fc.constantFrom(
    "+14155550123",
    "anonymous",
    "+266696687",
    "client:front-desk",
    "sip:ann@example.com",
  ),
  callerName: fc.constantFrom("", "O’Neill & Sons", '"/><Dial>+19005550100</Dial>'),
  treatment: fc.record({
    others: fc.constantFrom("hungUp", "ringOn"),
    statusOfRefused: fc.constantFrom("completed", "no-answer"),
    asksTwice: seldom(5),
    statusOfUnanswered: fc.constantFrom("completed", "no-answer"),
  }),
  isToldAtOnce: seldom(3),
});
