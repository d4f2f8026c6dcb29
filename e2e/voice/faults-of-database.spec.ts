import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { contextOf, makeOwner } from "../faults/ask-office";
import { digestIn, expectNothingGivenAway, expectReference, expectTwiml } from "../faults/expect-answer";
import type { Fault } from "../faults/fault";
import { faultsDocument } from "../faults/faults-document";
import { listPages, listRoutes } from "../faults/list-routes";
import { makeScene } from "../faults/make-scene";
import { ask, cronHeaders, expect, test, tried } from "../faults/matrix";
import { officeRows, pageOutcome, pageWithoutQuestions } from "../faults/office-rows";
import { type VoiceRequest, type VoiceRow, voiceRows } from "../faults/voice-rows";
import { fallbackNumber } from "../office/start-office";
import { callMutation } from "../pages/call-mutation";
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

  test(`the database ${fault}: a form keeps what was typed`, async ({ office }) => {
    const { app } = office;
    const context = await contextOf(await makeOwner(office), app.baseUrl);
    office.database.setFault(fault);
    const mutation = { name: "saveMyName", filename: "app/(office)/profile/mutations.ts", at: "/profile" };
    const name = `Typed ${randomUUID().slice(0, 8)}`;
    const answer = await callMutation({ request: context }, mutation, { name, version: "1" });
    const text = await answer.text();
    expectNothingGivenAway(text, mutation.name);
    if (fault !== "slow") {
      expectReference(text, app, mutation.name);
      expect(text).toContain(`"name":"${name}"`);
    }
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
