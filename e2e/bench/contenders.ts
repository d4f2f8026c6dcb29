import type { Database } from "@/db/client";
import { sign } from "@/lib/twilio/signature/signature";
import { makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { type Account, callParameters, postAsTwilio, sid } from "../twilio/twilio";
import type { PreparedRequest } from "./load";

/** One kind of request, to be measured beside the others. */
export interface Contender {
  name: string;
  /** Whether each of its requests becomes one call in the log. */
  isLogged: boolean;
  /** Requests of its kind, signed beforehand: the bench must not spend on its side what it measures on the other. */
  prepare(count: number): Promise<PreparedRequest[]>;
}

const nobodysNumber = "+15550100000";

/** Everything that Twilio may ask of the app while somebody waits. */
export async function makeCalls(db: Database, account: Account): Promise<Record<CallKind, Contender>> {
  const open = await makeLine(db);
  const closed = await makeLine(db, { schedule: { windows: [] } });
  const team = await makeTeamLine(db);
  const menu = await makeMenuLine(db);
  const first = await postAsTwilio(account, entryOf(account), callParameters({ to: menu }));
  const afterKey = /<Gather action="([^"]+)"/.exec(first.body)?.[1];
  if (!afterKey) throw new Error(`The menu was answered without one: ${first.body}`);
  return {
    open: callTo(account, "call while open, told something", { To: open.number }),
    team: callTo(account, "call that rings a team of three", { To: team }),
    closed: callTo(account, "call while closed", { To: closed.number }),
    menu: callTo(account, "a key of a menu", { To: menu, Digits: "1" }, afterKey),
    unknown: callTo(account, "call to a number that is none of ours", { To: nobodysNumber }),
    forged: {
      name: "forged request",
      isLogged: false,
      prepare: async (count) => {
        const parameters = callParameters({ to: open.number });
        const forged = await signed({ ...account, authToken: "guessed" }, entryOf(account), parameters);
        return Array.from({ length: count }, () => ({ ...forged, expects: 403 }));
      },
    },
  };
}

export type CallKind = "open" | "team" | "closed" | "menu" | "unknown" | "forged";

/** The very same request as a call's, to something that answers a constant without looking at it. */
export const constantAt = (name: string, url: string, like: PreparedRequest): Contender => ({
  name,
  isLogged: false,
  prepare: async (count) => Array.from({ length: count }, () => ({ ...like, url, expects: 200 })),
});

const entryOf = ({ baseUrl }: Account): string => `${baseUrl}/api/voice`;

/** A call of its own each time. */
export const callTo = (
  account: Account,
  name: string,
  parameters: { To: string } & Record<string, string>,
  url: string = entryOf(account),
): Contender => ({
  name,
  isLogged: true,
  prepare: (count) =>
    prepareMany(count, () =>
      signed(account, url, { ...callParameters({ to: parameters.To, callSid: sid("CA") }), ...parameters }),
    ),
});

/** Rings a team of three, which is about as much to look up and to render as a call can be. */
async function makeTeamLine(db: Database): Promise<string> {
  const team = [];
  for (const name of ["Ana", "Ben", "Chloe"]) team.push({ personId: (await makePerson(db, name)).id });
  const next = await makeSaying(db, "Nobody is there.");
  const ring = await makeAction(db, "ring-all", {
    people: { people: team },
    unanswered: { actionId: next.id },
  });
  return (await makeLine(db, { openActionId: ring.id })).number;
}

async function makeMenuLine(db: Database): Promise<string> {
  const sales = await makeSaying(db, "This is sales.");
  const menu = await makeAction(db, "menu", {
    choices: { menu: [{ menuKey: "1", label: "sales", actionId: sales.id }] },
  });
  return (await makeLine(db, { openActionId: menu.id })).number;
}

async function prepareMany(count: number, prepare: () => Promise<PreparedRequest>) {
  const prepared: PreparedRequest[] = [];
  for (let index = 0; index < count; index += 1) prepared.push(await prepare());
  return prepared;
}

async function signed(
  { accountSid, authToken }: Account,
  url: string,
  parameters: Record<string, string>,
): Promise<PreparedRequest> {
  const form = new URLSearchParams({ AccountSid: accountSid, ...parameters });
  const body = form.toString();
  return {
    method: "POST",
    url,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(body.length),
      "x-twilio-signature": await sign(authToken, url, form),
    },
    body,
    expects: 200,
  };
}
