import type { APIResponse } from "@playwright/test";
import { firmSettings } from "@/db/schema";
import { arrangements } from "../faults/arrange";
import { contextOf, makeOwner } from "../faults/ask-office";
import { expectNothingGivenAway } from "../faults/expect-answer";
import type { Fault } from "../faults/fault";
import { listFiles } from "../faults/list-routes";
import { expect, test, tried } from "../faults/matrix";
import { type Asking, type MutationRequest, type MutationRow, mutationRows } from "../faults/mutation-rows";
import { restRows } from "../faults/rest-rows";
import { canAskTwilio, mutationsBeside, pagesThatLook } from "../faults/who-asks-twilio";
import { callMutation, listMutations } from "../pages/call-mutation";
import { knownMutations } from "../pages/security/mutations";

test.describe.configure({ timeout: 180_000 });

interface Prepared {
  row: MutationRow;
  owner: Asking;
  request: MutationRequest;
}

test("every mutation that asks something of Twilio has its row", () => {
  const asking = listMutations().filter(
    ({ name, filename }) => knownMutations.get(`${filename} ${name}`)?.asksTwilio,
  );
  const rows = mutationRows.map(({ name, filename }) => `${filename} ${name}`);
  expect(rows.toSorted()).toEqual(asking.map(({ name, filename }) => `${filename} ${name}`).sort());
});

test("whatever can come to ask Twilio has its row, or is known to ask nothing", () => {
  const mutations = listMutations()
    .filter(({ filename }) => canAskTwilio(filename))
    .map(({ name, filename }) => `${filename} ${name}`);
  const rows = mutationRows.map(({ name, filename }) => `${filename} ${name}`);
  const words = "a row in e2e/faults, or a line in e2e/faults/who-asks-twilio.ts";
  expect(mutations.sort(), words).toEqual([...rows, ...mutationsBeside].sort());

  const asked = ["route.ts", "page.tsx", "layout.tsx"]
    .flatMap(listFiles)
    .filter(({ file }) => canAskTwilio(file))
    .map(({ address }) => address);
  const own = new Set<string>(Object.values(restRows).map(({ route }) => route));
  expect(asked.sort(), words).toEqual([...own, ...pagesThatLook].sort());
});

for (const fault of tried) {
  test(`Twilio ${fault}: everything that a person has it do`, async ({ office }) => {
    const { app } = office;
    const prepared: Prepared[] = [];
    for (const row of mutationRows) {
      const owner = await makeOwner(office);
      prepared.push({ row, owner, request: await row.prepare(office, owner) });
    }
    office.twilio.fail(/./, { kind: fault });
    const carryOut = async ({ row, owner, request }: Prepared) => {
      const { name, filename } = row;
      const context = await contextOf(owner, app.baseUrl);
      const answer = await callMutation(
        { request: context },
        { name, filename, at: "/profile" },
        request.fields,
      );
      const text = await answer.text();
      expectNothingGivenAway(text, name);
      if (fault === "slow") expectDone(answer, text, name);
      else {
        expectSaidWhy(row, fault, answer, text);
        expect(await request.isWhole(), `${name}: nothing half saved`).toBe(true);
      }
      await context.dispose();
    };
    // It is about every number, and so waits for the others.
    const isLast = ({ row }: Prepared) => row.name === "synchronise";
    await Promise.all(prepared.filter((one) => !isLast(one)).map(carryOut));
    for (const one of prepared.filter(isLast)) await carryOut(one);
  });

  test(`Twilio ${fault}: everything that a route asks of it`, async ({ office, app }) => {
    await office.db
      .update(firmSettings)
      .set({ textBack: "Sorry that we missed you.", keepsVoicemailsDays: 30 });
    try {
      const checks = await Promise.all(arrangements.map((arrange) => arrange(office, app, fault)));
      office.twilio.fail(/./, { kind: fault });
      await Promise.all(checks.map((check) => check()));
    } finally {
      await office.db.update(firmSettings).set({ textBack: null, keepsVoicemailsDays: null });
    }
  });
}

function expectDone(answer: APIResponse, text: string, what: string): void {
  const isDone = answer.headers()["x-action-redirect"] !== undefined || text.includes('"status":"done"');
  expect(isDone, `${what}: ${text}`).toBe(true);
}

/** How a fault of Twilio is told; what nobody knows the end of is told so. */
const told: Record<Exclude<Fault, "slow">, { happened: RegExp; kind: string; mayBeDone: boolean }> = {
  down: { happened: /broke off in the middle/, kind: "cut", mayBeDone: true },
  hanging: { happened: /did not answer in time/, kind: "timeout", mayBeDone: true },
  failing: { happened: /went wrong at Twilio \(HTTP 500\)/, kind: "broken", mayBeDone: true },
  limited: { happened: /too many requests/, kind: "refused", mayBeDone: false },
  cut: { happened: /broke off in the middle/, kind: "cut", mayBeDone: true },
  garbled: { happened: /broke off in the middle/, kind: "cut", mayBeDone: true },
  misshapen: { happened: /broke off in the middle/, kind: "cut", mayBeDone: true },
};

function expectSaidWhy(
  { name, notDone, unsure, saidAt }: MutationRow,
  fault: Exclude<Fault, "slow">,
  answer: APIResponse,
  text: string,
): void {
  const { happened, kind, mayBeDone } = told[fault];
  if (saidAt) {
    const led = answer.headers()["x-action-redirect"] ?? "";
    expect(led, name).toContain(saidAt);
    expect(led, name).toContain(`kind=${kind}`);
    return;
  }
  expect(text, name).toContain('"status":"refused"');
  expect(text, name).toMatch(happened);
  expect(text, name).toMatch(mayBeDone ? unsure : notDone);
}
