import type { APIResponse } from "@playwright/test";
import { contextOf, makeOwner } from "../faults/ask-office";
import { expectNothingGivenAway, expectReference } from "../faults/expect-answer";
import { expect, isThorough, test } from "../faults/matrix";
import { mutationRows } from "../faults/mutation-rows";
import { callMutation } from "../pages/call-mutation";
import { fingerprintOf } from "../pages/security/fingerprint";

test.describe.configure({ timeout: 600_000 });

/** More statements than any request of a person has. */
const most = 40;

const leadsTo = (answer: APIResponse): string => answer.headers()["x-action-redirect"] ?? "";
const isDone = (answer: APIResponse, text: string) =>
  leadsTo(answer) !== "" || text.includes('"status":"done"');
const asksToTryAgain = (text: string) => text.includes("Something went wrong on our side. Please try again.");

if (isThorough) {
  for (const row of mutationRows) {
    test(`the database down in the middle: ${row.what}`, async ({ office }) => {
      const { app, twilio, database } = office;
      const mutation = { name: row.name, filename: row.filename, at: "/profile" };
      const takeWrites = () => twilio.takeRequests(/^(POST|DELETE)/).map(({ method, path }) => method + path);
      let struck = 0;
      for (let after = 0; after < most; after++) {
        const what = `${row.name} after ${after}`;
        const owner = await makeOwner(office);
        const { fields } = await row.prepare(office, owner);
        const context = await contextOf(owner, app.baseUrl);
        twilio.takeRequests();
        const before = await fingerprintOf(office.db);
        database.setFault("down", { after });
        const answer = await callMutation({ request: context }, mutation, fields);
        const text = await answer.text();
        const hasStruck = database.hasStruck();
        database.setFault("none");
        expectNothingGivenAway(text, what);
        if (!hasStruck) {
          expect(isDone(answer, text), `${what}: ${text}`).toBe(true);
          await context.dispose();
          break;
        }
        struck += 1;
        if (asksToTryAgain(text)) {
          expectReference(text, app, what);
          // A configuration that is saved is not to be saved again, whatever Twilio has been told of it.
          if (row.saidAt) expect(await fingerprintOf(office.db), `${what}: nothing saved`).toBe(before);
          const written = takeWrites();
          const again = await callMutation({ request: context }, mutation, fields);
          const told = await again.text();
          const isOver = isDone(again, told) || told.includes('"status":"refused"');
          expect(isOver && !asksToTryAgain(told), `${what}, and again: ${told}`).toBe(true);
          const placed = [...written, ...takeWrites()].filter((request) =>
            /^POST.*\/(Calls|IncomingPhoneNumbers)\.json$/.test(request),
          );
          expect(placed.length, `${what}: rung or bought twice`).toBeLessThan(2);
        } else if (row.saidAt && leadsTo(answer).startsWith("/phone-numbers/")) {
          // The sentence is in a cookie, which Next.js drops where a page hands a mutation on to its own.
          const [id = "nowhere"] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(leadsTo(answer)) ?? [];
          const logged = `"event":"configuration.twilio-not-told","phoneNumberId":"${id}"`;
          expect(app.output(), what).toContain(logged);
        } else {
          // What comes behind that is the page that is shown next; or it is said what was done.
          expect(isDone(answer, text) || text.includes("could be recorded here"), `${what}: ${text}`).toBe(
            true,
          );
        }
        await context.dispose();
      }
      expect(struck, "it asks more than who is signed in").toBeGreaterThan(2);
    });
  }
}
