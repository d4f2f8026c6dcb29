import { findCall, type ToldCall } from "@/db/queries/calls/find-call";
import { stepKinds } from "@/lib/call/step";
import type { Office } from "../office/start-office";
import { sid } from "../twilio/twilio";
import type { CallPlan, Ring } from "./call-plan";
import { type Callee, doesNotAnswer } from "./callee";
import { type CallerStep, scripted } from "./caller";
import type { Party } from "./party";
import { playCall } from "./play-call";
import { type Asked, inWords, type PlayedCall } from "./played-call";

/** Somebody of the staff, as the tests make them. */
interface MadePerson {
  name: string;
  numbers: readonly string[];
}

export interface GivenCall extends Partial<Omit<CallPlan, "account" | "to" | "caller" | "nameNumber">> {
  /** What the caller does, in order; or a caller who decides as it goes. */
  caller?: readonly CallerStep[] | Party;
  /** What their phones do: always the same, or something else each time that they ring. Whoever is not named does not answer. */
  staff?: readonly (readonly [MadePerson | string, ...Callee[]])[];
  /** Returned rather than thrown, where a story is about them. */
  expectsFaults?: boolean;
}

export interface CallInOffice extends PlayedCall {
  /** What the log says of it, as the call's page shows it; null when there is nothing. */
  log: ToldCall | null;
  /** What happened on it, in the log's words. */
  story: string[];
}

/**
 * Plays a whole call in an office. Before anything else happens on the call, what has happened so far is written to the
 * log, as it would be in the seconds that pass on a telephone.
 *
 * @throws when the caller never came to do all that was planned, and when something happened that never should.
 */
export async function playInOffice(
  office: Office,
  { number: to }: { number: string },
  { caller = [], staff = [], callSid = sid("CA"), expectsFaults = false, ...given }: GivenCall = {},
): Promise<CallInOffice> {
  const plan = typeof caller === "function" ? { party: caller, left: () => [] } : scripted(caller);
  let told = 0;
  const written = () => office.logWrites.untilTried(callSid, told);
  const call = await playCall({
    ...given,
    account: office.account,
    to,
    callSid,
    caller: plan.party,
    phone: given.phone ?? ((ring) => calleeFor(ring, staff)),
    nameNumber: (number) => ownerOf(number, staff)?.name ?? null,
    before: async (asked) => {
      await written();
      await given.before?.(asked);
    },
    after: async (asked) => {
      if (isLogged(asked)) told += given.treatment?.asksTwice ? 2 : 1;
      await given.after?.(asked);
    },
    // What comes of a callback is written before its answer.
    tellApp: async (send) => {
      await written();
      const before = office.logWrites.countOf(callSid);
      await send();
      told += office.logWrites.countOf(callSid) - before;
    },
    timePasses: async (seconds) => {
      await written();
      await given.timePasses?.(seconds);
    },
  });
  const [left] = plan.left();
  if (left !== undefined) throw new Error(`The caller never ${left}:\n${inWords(call)}`);
  if (!expectsFaults && call.faults.length > 0) throw new Error(`${call.faults[0]}:\n${inWords(call)}`);
  const log = await findCall(office.db, callSid);
  return { ...call, log, story: log?.steps.map(({ words }) => words) ?? [] };
}

/** Every step for which a caller waits is written down, once for each time that it is asked. */
const isLogged = ({ step }: Asked): boolean =>
  step === "entry" || step === "fallback" || (stepKinds as readonly string[]).includes(step);

const ownerOf = (number: string, staff: NonNullable<GivenCall["staff"]>): MadePerson | null => {
  for (const [who] of staff) if (typeof who !== "string" && who.numbers.includes(number)) return who;
  return null;
};

function calleeFor({ number, time }: Ring, staff: NonNullable<GivenCall["staff"]>): Callee {
  const found = staff.find(([who]) =>
    typeof who === "string" ? who === number : who.numbers.includes(number),
  );
  const callees = (found?.slice(1) ?? []) as Callee[];
  return callees[Math.min(time, callees.length) - 1] ?? doesNotAnswer;
}
