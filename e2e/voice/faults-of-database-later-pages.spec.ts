import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { contextOf, makeOwner } from "../faults/ask-office";
import { digestIn, expectNothingGivenAway } from "../faults/expect-answer";
import { type Fault, faults } from "../faults/fault";
import { listPages } from "../faults/list-routes";
import { expect, isThorough, test, tried } from "../faults/matrix";
import { pageOutcome } from "../faults/office-rows";
import { makeLine } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import type { RunningApp } from "../office/start-app";
import type { Office } from "../office/start-office";

test.describe.configure({ timeout: 1_200_000 });

/** More statements than any page has. */
const most = 40;

/** One of each kind: what is counted, listed, shown, edited, chosen from and checked. */
const section = [
  "/",
  "/calls",
  "/calls/[sid]",
  "/configurations/[id]",
  "/reports",
  "/actions/new",
  "/health",
];

/** What is waited for takes seconds at each statement. */
const isWaitedFor = (fault: Fault): boolean => fault === "hanging" || fault === "slow";

/** The pages that a fault strikes, and behind how many statements at most. */
function plan(fault: Fault): { pages: readonly string[]; last: number } {
  if (isThorough)
    return isWaitedFor(fault) ? { pages: section, last: most } : { pages: listPages(), last: most };
  return isWaitedFor(fault) ? { pages: ["/calls"], last: 1 } : { pages: section, last: most };
}

/** Each with something in it, so that it asks all that it can. */
async function pathsIn(office: Office): Promise<(page: string) => string> {
  const line = await makeLine(office.db);
  const voicemail = await makeVoicemail(office.db);
  const ids: Readonly<Record<string, string>> = {
    configurations: line.configurationId,
    "phone-numbers": line.phoneNumberId,
    schedules: line.scheduleId,
    voicemails: voicemail.id,
  };
  return (page) =>
    page
      .replace("[id]", ids[page.split("/")[1] ?? ""] ?? randomUUID())
      .replace("[sid]", voicemail.callSid)
      .replace(/\[\w+\]/, "15550000000");
}

interface Struck {
  page: string;
  path: string;
  fault: Fault;
  after: number;
}

/** @returns whether the page had a statement for the fault to strike */
async function strike(
  { office, app, context }: { office: Office; app: RunningApp; context: APIRequestContext },
  { page, path, fault, after }: Struck,
): Promise<boolean> {
  const what = `${page}: ${fault} after ${after}`;
  office.database.setFault(fault, { after });
  const answer = await context.get(path, { headers: { accept: "text/html" } });
  const html = await answer.text();
  const hasStruck = office.database.hasStruck();
  office.database.setFault("none");
  expectNothingGivenAway(html, what);
  if (!hasStruck) return false;
  const digest = digestIn(html);
  if (pageOutcome(fault) === "late") {
    expect([200, 307, 404], what).toContain(answer.status());
    expect(app.output(), what).not.toContain(digest ?? "a reference that no page shows");
  }
  // Each line of the check-up stands for itself, and is what this page is there to say.
  else if (page === "/health") expect(html, what).toContain("Does not work");
  else expect(app.output(), what).toContain(digest ?? "the fault of a page without a reference");
  return true;
}

for (const fault of isThorough ? tried : faults) {
  const { pages, last } = plan(fault);
  test(`the database ${fault} in the middle: ${pages.length} pages`, async ({ office, app }) => {
    const context = await contextOf(await makeOwner(office), app.baseUrl);
    const pathOf = await pathsIn(office);
    const struck = new Map<string, number>();
    for (const page of pages) {
      for (let after = 1; after <= last; after++) {
        const hasStruck = await strike({ office, app, context }, { page, path: pathOf(page), fault, after });
        if (!hasStruck) break;
        struck.set(page, after);
      }
    }
    expect(struck.size, "most ask more than who is signed in").toBeGreaterThan(pages.length / 2);
    if (last > 1) expect(Math.max(...struck.values())).toBeGreaterThan(5);
    await context.dispose();
  });
}
