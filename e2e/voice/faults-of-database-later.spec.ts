import { randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { contextOf, makeOwner } from "../faults/ask-office";
import { digestIn, expectNothingGivenAway } from "../faults/expect-answer";
import { listPages } from "../faults/list-routes";
import { expect, isThorough, test } from "../faults/matrix";
import { mutationRows } from "../faults/mutation-rows";
import { makeLine } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import { callMutation } from "../pages/call-mutation";
import { fingerprintOf } from "../pages/security/fingerprint";

test.describe.configure({ timeout: 600_000 });

/** More statements than any request of a person has. */
const most = 40;

const leadsAway = (answer: APIResponse): string => answer.headers()["x-action-redirect"] ?? "";
const isDone = (answer: APIResponse, text: string) =>
  leadsAway(answer) !== "" || text.includes('"status":"done"');
const saysNoMore = (text: string) => text.includes("Something went wrong on our side. Please try again.");

if (isThorough) {
  for (const row of mutationRows) {
    test(`the database down in the middle: ${row.what}`, async ({ office }) => {
      const { name, filename } = row;
      const { app, twilio } = office;
      let struck = 0;
      for (let after = 0; after < most; after++) {
        const owner = await makeOwner(office);
        const { fields } = await row.prepare(office, owner);
        const context = await contextOf(owner, app.baseUrl);
        const send = () => callMutation({ request: context }, { name, filename, at: "/profile" }, fields);
        const what = `${name} after ${after}`;
        twilio.takeRequests();
        const before = await fingerprintOf(office.db);
        office.database.setFault("down", { after });
        const answer = await send();
        const text = await answer.text();
        const hasStruck = office.database.hasStruck();
        office.database.setFault("none");
        expectNothingGivenAway(text, what);
        if (!hasStruck) {
          expect(isDone(answer, text), `${what}: ${text}`).toBe(true);
          await context.dispose();
          break;
        }
        struck += 1;
        const [reference = "none"] = /[0-9a-f]{8}(?=")/.exec(text.split("Reference: ")[1] ?? "") ?? [];
        const wasSaved = (await fingerprintOf(office.db)) !== before;
        const changed = twilio.takeRequests(/^(POST|DELETE)/).map(({ method, path }) => `${method} ${path}`);
        if (saysNoMore(text)) {
          expect(app.output(), what).toContain(`"reference":"${reference}"`);
          // Whoever does as they are told and tries again comes to the end, and nothing is bought or rung twice.
          const again = await send();
          const told = await again.text();
          const isOver = isDone(again, told) || told.includes('"status":"refused"');
          expect(isOver && !saysNoMore(told), `${what}, and again: ${told}`).toBe(true);
          const once = /\/(Calls|IncomingPhoneNumbers)\.json$/;
          const twice = twilio.takeRequests(/^POST/).map(({ method, path }) => `${method} ${path}`);
          const all = [...changed, ...twice].filter((request) => once.test(request));
          expect(all.length, `${what}: ${all}`).toBeLessThan(2);
        }
        console.log(
          `${what}: ${wasSaved ? "saved" : "nothing"}, ${changed.join(" ") || "-"}: ${saysNoMore(text) ? "words, reference" : isDone(answer, text) ? `done ${leadsAway(answer)}` : text.slice(0, 300)}`,
        );
        await context.dispose();
      }
      expect(struck, "it asks more than who is signed in").toBeGreaterThan(1);
    });
  }

  test("the database down in the middle: every page", async ({ office, app }) => {
    const context = await contextOf(await makeOwner(office), app.baseUrl);
    const { configurationId, phoneNumberId, scheduleId } = await makeLine(office.db);
    const voicemail = await makeVoicemail(office.db);
    const idOf = (page: string): string =>
      page.startsWith("/configurations")
        ? configurationId
        : page.startsWith("/phone-numbers")
          ? phoneNumberId
          : page.startsWith("/schedules")
            ? scheduleId
            : page.startsWith("/voicemails")
              ? voicemail.id
              : randomUUID();
    const struck = new Map<string, number>();
    for (const page of listPages()) {
      const path = page
        .replace("[id]", idOf(page))
        .replace("[sid]", voicemail.callSid)
        .replace(/\[\w+\]/, "15550000000");
      for (let after = 1; after < most; after++) {
        office.database.setFault("down", { after });
        const answer = await context.get(path, { headers: { accept: "text/html" } });
        const html = await answer.text();
        const hasStruck = office.database.hasStruck();
        office.database.setFault("none");
        const what = `${page} after ${after}`;
        expectNothingGivenAway(html, what);
        if (!hasStruck) break;
        struck.set(page, after);
        const digest = digestIn(html);
        // What can be left out is; anything else is a page that says so.
        if (digest !== null) expect(app.output(), what).toContain(digest);
        else expect(html, what).toContain("</html>");
        console.log(`${what}: ${answer.status()} ${digest}`);
      }
    }
    expect(struck.size).toBeGreaterThan(25);
    expect(Math.max(...struck.values())).toBeGreaterThan(3);
    await context.dispose();
  });
}
