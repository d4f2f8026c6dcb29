import { randomUUID } from "node:crypto";
import { request as playwrightRequest } from "@playwright/test";
import { staffUsers } from "@/db/schema";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { makePerson } from "../office/make-line";
import { sessionOf } from "../office/session-of";
import type { Office } from "../office/start-office";
import type { Asking } from "./mutation-rows";

/** An owner with a phone of their own. */
export async function makeOwner({ db }: Pick<Office, "db">): Promise<Asking> {
  const { id: personId, numbers } = await makePerson(db, "Olive Alder");
  const staffId = randomUUID();
  const email = `${staffId}@example.com`;
  await db.insert(staffUsers).values({ id: staffId, name: "Olive Alder", email, role: "owner", personId });
  return { staffId, phone: numbers[0] ?? "" };
}

/** As longer than anything here may take, so that what hangs is found. */
const patienceMilliseconds = 40_000;

/** What a browser of theirs sends, without a browser. */
export async function contextOf({ staffId }: Pick<Asking, "staffId">, baseURL: string) {
  return playwrightRequest.newContext({
    baseURL,
    timeout: patienceMilliseconds,
    maxRedirects: 0,
    extraHTTPHeaders: {
      cookie: `${sessionCookie}=${await sessionOf(staffId)}`,
      origin: baseURL,
      "sec-fetch-site": "same-origin",
    },
  });
}
