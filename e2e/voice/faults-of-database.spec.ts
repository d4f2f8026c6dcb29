import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { contextOf, makeOwner } from "../faults/ask-office";
import { digestIn, expectNothingGivenAway, expectReference, expectTwiml } from "../faults/expect-answer";
import type { Fault } from "../faults/fault";
import { faultsDocument } from "../faults/faults-document";
import { listPages, listRoutes } from "../faults/list-routes";
import { makeScene } from "../faults/make-scene";
import { ask, cronHeaders, expect, isThorough, test, tried } from "../faults/matrix";
import {
  formOutcome,
  officeRows,
  pageOutcome,
  pageWithoutQuestions,
  savesInSteps,
} from "../faults/office-rows";
import { type VoiceRequest, type VoiceRow, voiceRows } from "../faults/voice-rows";
import { fallbackNumber } from "../office/start-office";
import { callMutation, listMutations } from "../pages/call-mutation";
import { fingerprintOf } from "../pages/security/fingerprint";
import { knownMutations } from "../pages/security/mutations";
import { inGroups } from "../pages/security/read-page";
import { wholeFieldsFor } from "../pages/security/whole-fields";
import { type Answer, sid } from "../twilio/twilio";

test.describe.configure({ timeout: 180_000 });

test("every route has its row", () => {
  const rows = [...voiceRows, ...officeRows].map(({ route }) => route);
  expect(rows.toSorted()).toEqual(listRoutes());
});

test("docs/faults.md is what the rows say", () => {
  const words = "`npx tsx .ci/write-faults.ts` writes it anew";
  expect(readFileSync("docs/faults.md", "utf8"), words).toBe(faultsDocument());
});

for (const fault of tried) {
  test(`the database ${fault}: every route of a call`, async ({ office, app }) => {
    const scene = await makeScene(office);
    const asked = voiceRows.map((row) => ({ row, request: row.ask(scene, office) }));
    const askAll = (rows: typeof asked) =>
      Promise.all(
        rows.map(async ({ row, request }) => ({ row, request, answer: await ask(office, app, request) })),
      );

    office.database.setFault(fault);
    for (const { row, request, answer } of await askAll(asked)) expectCold(row, request, answer, fault);

    office.database.setFault("none");
    for (const { row, request, answer } of await askAll(asked)) {
      expectUsual(row, request, answer);
      // Where the first attempt was kept, and only its answer lost, this is the second.
      if (request.countKept) expect(await request.countKept(), row.route).toBe(1);
    }

    office.database.setFault(fault);
    const remembering = asked.filter(({ row }) => ["fromMemory", "letGo"].includes(row.outcome(fault)));
    for (const { row, request, answer } of await askAll(remembering)) expectUsual(row, request, answer);
  });

  test(`the database ${fault}: everything that a browser, a monitor or a clock asks`, async ({
    office,
    app,
  }) => {
    const context = await contextOf(await makeOwner(office), app.baseUrl);
    const askAll = () =>
      Promise.all(
        officeRows.map(async (row) => {
          const headers = {
            ...(row.route.startsWith("/api/cron") && cronHeaders),
            ...(row.post && { "content-type": row.post.contentType }),
          };
          const answer = row.post
            ? await context.post(row.path, { headers, data: row.post.body })
            : await context.get(row.path, { headers });
          return { row, answer, text: await answer.text() };
        }),
      );
    for (const { row, answer } of await askAll()) expect(answer.status(), row.route).toBe(row.usually);
    office.database.setFault(fault);
    for (const { row, answer, text } of await askAll()) {
      const outcome = row.outcome(fault);
      expectNothingGivenAway(text, row.route);
      if (outcome === "asUsual" || outcome === "late") {
        expect(answer.status(), row.route).toBe(row.usually);
        continue;
      }
      expect(answer.status(), row.route).toBe(outcome === "words" || outcome === "notReady" ? 503 : 500);
      if (outcome === "notReady")
        expect(JSON.parse(text), row.route).toMatchObject({ database: "unreachable" });
      if (outcome === "words") expect(text, row.route).toMatch(/^[A-Z][^<{]+\.\n$/);
      if (outcome === "reference") expectReference(text, app, row.route);
    }
    await context.dispose();
  });

  test(`the database ${fault}: every page`, async ({ office, app }) => {
    const context = await contextOf(await makeOwner(office), app.baseUrl);
    const pathOf = (page: string) =>
      page
        .replace("[id]", randomUUID())
        .replace("[sid]", sid("CA"))
        .replace(/\[\w+\]/, "15550000000");
    const waiting = listPages();
    office.database.setFault(fault);
    const takeNext = async () => {
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        const answer = await context.get(pathOf(page), { headers: { accept: "text/html" } });
        const html = await answer.text();
        expectNothingGivenAway(html, page);
        if (page === pageWithoutQuestions || pageOutcome(fault) === "late") {
          expect([200, 307, 404], page).toContain(answer.status());
          continue;
        }
        const digest = digestIn(html);
        expect(digest, `${page} answers ${answer.status()} without a reference`).not.toBeNull();
        expect(app.output(), page).toContain(digest);
      }
    };
    await Promise.all(Array.from({ length: 12 }, takeNext));
    await context.dispose();
  });

  test(`the database ${fault}: every form says so, keeps what was typed, and saves no half`, async ({
    office,
  }) => {
    const owner = await makeOwner(office);
    // One bag for all: who is asking is looked up first, and that is what fails.
    const like = { name: "saveConfiguration", filename: "app/(office)/configurations/mutations.ts" };
    const { fields } = await wholeFieldsFor(office, like, owner.staffId);
    const before = await fingerprintOf(office.db);
    office.database.setFault(fault);
    const send = async (mutation: ReturnType<typeof listMutations>[number]) => {
      const context = await contextOf(owner, office.app.baseUrl);
      const answer = await callMutation({ request: context }, { ...mutation, at: "/profile" }, fields);
      const text = await answer.text();
      expectNothingGivenAway(text, mutation.name);
      if (formOutcome(mutation, fault) === "late")
        expect(answer.headers()["x-action-redirect"], mutation.name).toContain("/profile");
      // As React tells a script that what it called has failed.
      if (formOutcome(mutation, fault) === "formSaysSo")
        expect(text, mutation.name).toMatch(/^\d+:E\{"digest":/m);
      else if (formOutcome(mutation, fault) === "reference") {
        expectReference(text, office.app, mutation.name);
        expect(text, mutation.name).toContain(`"name":"${fields.name}"`);
      }
      await context.dispose();
    };
    // What is late is carried out: one stands for all. So is what is cut, and a try to sign in is written down before
    // anything else is known.
    const asked = listMutations().filter(({ name }) =>
      fault === "slow" ? name === "saveMyName" : fault !== "cut" || !savesInSteps.has(name),
    );
    await inGroups(asked, send, 25);
    office.database.setFault("none");
    const isSame = (await fingerprintOf(office.db)) === before;
    expect(isSame, "something was saved").toBe(fault !== "slow");
  });
}

if (isThorough) {
  test("the database down from a later statement on: every form that only saves here", async ({ office }) => {
    test.setTimeout(600_000);
    const struck = new Map<string, number>();
    const faults: string[] = [];
    for (const mutation of listMutations()) {
      const known = knownMutations.get(`${mutation.filename} ${mutation.name}`);
      // What Twilio has been told cannot be taken back: that has rows of its own. A look-up saves nothing.
      if (!known || known.asksTwilio || formOutcome(mutation, "down") !== "reference") continue;
      if (savesInSteps.has(mutation.name)) continue;
      for (let after = 1; after < 12; after++) {
        const owner = await makeOwner(office);
        const { fields } = await wholeFieldsFor(office, mutation, owner.staffId);
        const context = await contextOf(owner, office.app.baseUrl);
        const before = await fingerprintOf(office.db);
        office.database.setFault("down", { after });
        const answer = await callMutation({ request: context }, { ...mutation, at: "/profile" }, fields);
        const text = await answer.text();
        const hasStruck = office.database.hasStruck();
        office.database.setFault("none");
        await context.dispose();
        const what = `${mutation.name} after ${after}`;
        expectNothingGivenAway(text, what);
        const isSame = (await fingerprintOf(office.db)) === before;
        // What comes behind a save is the page that is shown next.
        const isDone =
          answer.headers()["x-action-redirect"] !== undefined || text.includes('"status":"done"');
        if (isDone && isSame) faults.push(`${what}: said to be done, and is not`);
        if (!hasStruck || isDone) break;
        if (!isSame) faults.push(`${what}: half saved`);
        const [, reference = "none"] = /Reference: ([0-9a-f]{8})/.exec(text) ?? [];
        if (!office.app.output().includes(`"reference":"${reference}"`))
          faults.push(`${what}: nothing said: ${text}`);
        struck.set(mutation.name, after);
      }
    }
    expect(faults).toEqual([]);
    // Otherwise it would be the first statement again.
    expect(struck.size).toBeGreaterThan(30);
    expect(Math.max(...struck.values())).toBeGreaterThan(1);
  });

  test("the database down from a later statement on: what a browser or a monitor asks", async ({
    office,
    app,
  }) => {
    const context = await contextOf(await makeOwner(office), app.baseUrl);
    let struck = 0;
    for (const row of officeRows.filter(({ route }) => !route.startsWith("/api/"))) {
      office.database.setFault("down", { after: 1 });
      const answer = row.post
        ? await context.post(row.path, {
            headers: { "content-type": row.post.contentType },
            data: row.post.body,
          })
        : await context.get(row.path);
      const text = await answer.text().catch(() => "");
      expectNothingGivenAway(text, row.route);
      if (!office.database.hasStruck()) expect(answer.status(), row.route).toBe(row.usually);
      else {
        struck += 1;
        expect(answer.status(), row.route).toBe(row.outcome("down") === "words" ? 503 : 500);
        if (row.outcome("down") === "reference") expectReference(text, app, row.route);
      }
    }
    expect(struck).toBeGreaterThan(5);
    await context.dispose();
  });
}

function expectUsual({ route }: VoiceRow, { usually }: VoiceRequest, answer: Answer): void {
  expect(answer.status, `${route}: ${answer.body}`).toBe(usually ? 200 : 204);
  if (usually) expectTwiml(answer, route).toMatch(usually);
}

/** What a server says that has answered nobody yet. */
function expectCold(row: VoiceRow, request: VoiceRequest, answer: Answer, fault: Fault): void {
  const { route } = row;
  const outcome = row.outcome(fault);
  if (outcome === "asUsual" || outcome === "late") expectUsual(row, request, answer);
  else if (outcome === "fromMemory") expectTwiml(answer, route).toContain(`>${fallbackNumber}</Number>`);
  else if (outcome === "letGo") expectTwiml(answer, route).toContain("<Response><Hangup/></Response>");
  else if (outcome === "cannotGoOn") expectTwiml(answer, route).toMatch(/<Say>[^<]+<\/Say>/);
  else {
    expect(answer.status, route).toBe(503);
    expectNothingGivenAway(answer.body, route);
  }
}
