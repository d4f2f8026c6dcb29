import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { phoneRecordings } from "@/db/schema";
import { isAtLeast, isStaffRole, type StaffRole, staffRoles } from "@/lib/auth/roles";
import { anyNumber } from "../office/make-line";
import { sid } from "../twilio/twilio";
import { test as base, expect } from "./fixtures";
import { addressesOf, type Method, pages, routes } from "./security/doors";
import { commonHeaders, faultsOfPage } from "./security/faults-of-page";
import { fingerprintOf } from "./security/fingerprint";
import { addressOf, type HostileOffice, hostile, makeHostileOffice } from "./security/hostile-office";
import { directivesOf, inGroups, leadsTo } from "./security/read-page";

interface Visitor {
  /** Null for a stranger. */
  role: StaffRole | null;
  request: APIRequestContext;
}

const test = base.extend<{ hostileOffice: HostileOffice; visitors: Visitor[] }>({
  hostileOffice: async ({ office }, use) => {
    const made = await makeHostileOffice(office);
    await use(made);
    await made.close();
  },
  visitors: async ({ playwright, pageOf, baseURL }, use) => {
    const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
    const staff = await Promise.all(
      staffRoles.map(async (role) => ({ role, request: (await pageOf(role, `A ${role}`)).request })),
    );
    await use([{ role: null, request: stranger }, ...staff]);
    await stranger.dispose();
  },
});
/** How Next.js says that a page is none once it has begun to be sent: its head says 200 by then. */
const foundNothing = "NEXT_HTTP_ERROR_FALLBACK;404";

// Some hundred requests, each of a whole page; no browser.
test.describe.configure({ timeout: 120_000 });

test("every page and every route is on the list of who may ask", () => {
  expect(addressesOf("page.tsx")).toEqual(Object.values(pages).flat().sort());
  expect(addressesOf("route.ts")).toEqual(Object.keys(routes).sort());
});

test("each page opens for those whom the list names, with its policy, and leads everybody else away", async ({
  hostileOffice: { samples },
  visitors,
}) => {
  const nonces = new Set<string>();
  const asked = (Object.entries(pages) as [StaffRole | "anyone", string[]][]).flatMap(([least, patterns]) =>
    patterns.flatMap((pattern) => visitors.map((visitor) => ({ least, pattern, ...visitor }))),
  );
  await inGroups(asked, async ({ least, pattern, role, request }) => {
    const path = addressOf(pattern, samples);
    const what = `${role ?? "a stranger"} at ${pattern}`;
    const answer = await request.get(path, { maxRedirects: 0 });
    const html = await answer.text();
    const target = leadsTo(answer, html);
    if (least === "anyone") {
      // Whoever is signed in has no business at these; and there is an owner already.
      if (target === null) expect(answer.status(), what).toBe(200);
      else expect(target, what).toMatch(pattern === "/setup" ? /\/sign-in$/ : /\/$/);
    } else if (role === null) {
      const back = path === "/" ? "" : `?${new URLSearchParams({ callbackUrl: path })}`;
      expect(target, what).toBe(`/sign-in${back}`);
    } else if (!isAtLeast(role, least)) {
      expect(target, what).toBe(`/not-allowed?needs=${least}`);
    } else if (pattern === "/not-allowed" && role === "owner") {
      expect(target, what).toBe("/");
    } else {
      expect(target, what).toBeNull();
      expect(answer.status(), what).toBe(200);
      // A sample that is none would show the same page wherever it stands.
      expect(html, what).not.toContain(foundNothing);
    }
    if (answer.status() === 200) {
      expect(faultsOfPage(answer, html), what).toEqual([]);
      nonces.add(answer.headers()["content-security-policy"] ?? "");
    }
  });
  expect(nonces.size, "each answer has a nonce of its own").toBeGreaterThan(200);
});

/** Forms that begin as a copy of something, or are made of it. */
const copies = [
  "/actions/new?from=",
  "/actions/new?template=",
  "/blocked-callers/new?from=",
  "/configurations/new?from=",
  "/greetings/new?from=",
  "/known-callers/new?from=",
  "/people/new?from=",
  "/schedules/new?from=",
  "/templates/new?from=",
];

test("what is no page has its policy too, and an id that is none finds nothing", async ({
  hostileOffice: { samples },
  visitors,
}) => {
  const owner = visitors.find(({ role }) => role === "owner")?.request;
  if (!owner) throw new Error("There is no owner.");
  for (const path of ["/nothing-here", "/nothing/here", "/schedules/not-an-id"]) {
    const answer = await owner.get(path);
    const html = await answer.text();
    if (path.startsWith("/nothing")) expect(html, path).toMatch(/<h1[^>]*>There is nothing here/);
    else expect(html, path).toContain(foundNothing);
    expect(faultsOfPage(answer, html), path).toEqual([]);
  }
  for (const path of ["/icons/nothing.svg", "/audio/nothing", "/audio/a/b", "/api/nothing", "/sounds/x"]) {
    const answer = await owner.get(path);
    const policy = directivesOf(answer.headers()["content-security-policy"] ?? "");
    expect(answer.status(), path).toBe(404);
    expect(policy.get("default-src"), path).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors"), path).toEqual(["'none'"]);
    expect(answer.headers(), path).toMatchObject(commonHeaders);
  }
  const script =
    /\/_next\/static\/[^"\\]+\.js/.exec(await (await owner.get("/profile")).text())?.[0] ?? "none";
  for (const path of [
    "/favicon.ico",
    "/manifest.webmanifest",
    "/icons/icon.svg",
    "/sounds/chime.wav",
    script,
  ]) {
    const answer = await owner.get(path);
    const policy = directivesOf(answer.headers()["content-security-policy"] ?? "");
    expect(answer.status(), path).toBe(200);
    expect(policy.get("default-src"), path).toEqual(["'none'"]);
    // A sound in a tab of its own is played by a page of the browser's, which may fetch that sound and nothing else.
    const ownSound = path.startsWith("/sounds/") ? ["'self'"] : undefined;
    expect(policy.get("media-src"), path).toEqual(ownSound);
    const others = [...policy].filter(([name]) => name !== "media-src").flatMap(([, sources]) => sources);
    expect(others.join(" "), path).not.toMatch(/self|unsafe/);
    expect(answer.headers(), path).toMatchObject(commonHeaders);
  }
  const withIds = [...Object.values(pages).flat(), ...Object.keys(routes)].filter((pattern) =>
    /\[(id|sid)\]/.test(pattern),
  );
  expect(withIds.length).toBeGreaterThan(30);
  for (const path of ["/find?q=%00", "/calls?q=%00", "/%00"]) {
    expect((await owner.get(path)).status(), path).toBe(400);
  }
  // Of nothing, and of something else, in the form that this address takes.
  const wellFormed = (pattern: string): string[] => {
    if (pattern.includes("[sid]")) return [sid("CA"), sid("RE")];
    const isOfPerson = pattern.startsWith("/people/");
    return [randomUUID(), samples[isOfPerson ? "/schedules/[id]" : "/people/[id]"] ?? ""];
  };
  // And what is no id at all, each text in its turn.
  const none = ["%27%20or%20true--", "..%2f..%2fteam", "0".repeat(5000)];
  const asked = [
    ...withIds.flatMap((pattern, index) =>
      [...wellFormed(pattern), none[index % none.length] ?? ""].map((id) =>
        addressOf(pattern, Object.fromEntries(Object.keys(samples).map((sample) => [sample, id]))),
      ),
    ),
    ...copies.flatMap((address) => wellFormed(address).map((id) => address + id)),
  ];
  await inGroups(asked, async (path) => {
    const answer = await owner.get(path, { maxRedirects: 0 });
    const text = await answer.text();
    const what = path.slice(0, 100);
    const isNotFound =
      answer.status() === 404 ||
      text.includes(foundNothing) ||
      // One that was accepted or withdrawn is gone, and no different from one that never was.
      text.includes("This invitation is no longer open");
    expect(isNotFound, `${what} is not found: ${answer.status()}`).toBe(true);
    expect(text, what).not.toMatch(/went wrong|Reference:|<img src=x|postgres/i);
  });
});

test("what an address brings is text in the page that it asks for", async ({ visitors }) => {
  const of = (role: StaffRole | null) => {
    const found = visitors.find((visitor) => visitor.role === role)?.request;
    if (!found) throw new Error(`There is no ${role}.`);
    return found;
  };
  const query = (...names: string[]) => new URLSearchParams(names.map((name) => [name, hostile])).toString();
  const asked: { path: string; by: StaffRole | null; isShown?: true }[] = [
    {
      path: `/calls?${query("q", "to", "result", "person", "from", "until", "older", "newer")}`,
      by: "owner",
      isShown: true,
    },
    { path: `/try?${query("number", "from", "date", "time", "withheld")}`, by: "owner" },
    { path: `/activity?${query("q", "by", "subject", "id", "from", "until", "after")}`, by: "owner" },
    { path: `/caller-data?${query("number")}`, by: "owner", isShown: true },
    { path: `/phone-numbers/buy?${query("country", "type", "contains", "area")}`, by: "owner" },
    { path: `/people?${query("q", "page")}`, by: "owner", isShown: true },
    { path: `/known-callers/new?${query("number", "name")}`, by: "owner", isShown: true },
    { path: `/blocked-callers/new?${query("number")}`, by: "owner", isShown: true },
    { path: `/team/invite?${query("role")}`, by: "owner" },
    { path: `/?${query("name", "number")}`, by: "owner" },
    { path: `/not-allowed?${query("needs")}`, by: "staff" },
    { path: `/sign-in?${query("callbackUrl", "code", "error")}`, by: null },
    { path: `/reset-password?${query("error", "email")}`, by: null },
  ];
  for (const { path, by, isShown } of asked) {
    const answer = await of(by).get(path, { maxRedirects: 0 });
    const html = await answer.text();
    const what = path.slice(0, path.indexOf("="));
    expect(answer.status(), what).toBe(200);
    expect(leadsTo(answer, html), what).toBeNull();
    expect(faultsOfPage(answer, html), what).toEqual([]);
    // Otherwise it would be no wonder.
    if (isShown) expect(html, what).toContain("&lt;img src=x");
  }
  // For a script of ours, and no browser takes it for a page.
  const found = await of("owner").get(`/find?${query("q")}`);
  expect(found.status()).toBe(200);
  expect(found.headers()["content-type"]).toBe("application/json");
  expect(found.headers()).toMatchObject(commonHeaders);
});

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

test("each route answers those whom the list names, by its own methods, and nobody else", async ({
  office,
  hostileOffice: { samples },
  visitors,
  baseURL,
}) => {
  const own = { origin: baseURL ?? "", "sec-fetch-site": "same-origin" };
  const asked = Object.entries(routes).flatMap(([pattern, route]) => {
    // Where no role counts, whoever has none and whoever has the highest stand for all.
    const isByRole = typeof route.by === "string" && isStaffRole(route.by);
    const of = visitors.filter(({ role }) => isByRole || role === null || role === "owner");
    return of.flatMap((visitor) => methods.map((method) => ({ pattern, ...route, ...visitor, method })));
  });
  await inGroups(
    asked,
    async ({ pattern, by, methods: known, status: given, query, role, request, method }) => {
      const path = addressOf(pattern, samples) + (query ? `?${query}` : "");
      const what = `${method} ${pattern} by ${role ?? "a stranger"}`;
      const answer = await request.fetch(path, {
        method,
        maxRedirects: 0,
        headers: { ...own, "content-type": "application/x-www-form-urlencoded" },
        ...(method !== "GET" && { data: "a=b" }),
      });
      const status = answer.status();
      const isLedTo = (start: string) => answer.headers().location?.startsWith(start) ?? false;
      expect(answer.headers(), what).toMatchObject(commonHeaders);
      expect(answer.headers()["access-control-allow-origin"], what).toBeUndefined();
      if (!known.includes(method)) expect([405, 400], what).toContain(status);
      else if (by === "Twilio") expect(status, what).toBe(403);
      else if (by === "cron") expect(status, what).toBe(401);
      else if (typeof by === "object") expect(given ? [given] : [200, 302, 400], what).toContain(status);
      else if (role === null) expect(isLedTo("/sign-in") || status === 401, what).toBe(true);
      else if (!isAtLeast(role, by)) expect(isLedTo("/not-allowed") || status === 403, what).toBe(true);
      else {
        // Answered: with what was asked, with what is wrong with the text that was sent, or that there is none.
        expect([200, 307, 404, 422], what).toContain(status);
        if (pattern !== "/greetings/[id]/sound")
          expect(answer.headers()["cache-control"], what).toMatch(/no-store/);
      }
    },
  );
  // Whoever is kept from what is handed out or taken in is in the log.
  for (const path of ["/backup/file", "/caller-data/file"]) {
    const said = office.app.output().length;
    await visitors.find(({ role }) => role === "staff")?.request.get(path);
    expect(office.app.output().slice(said), path).toContain('"event":"access.refused"');
  }
  // What another site's page sends with the cookies of somebody who may.
  const owner = visitors.find(({ role }) => role === "owner")?.request;
  const before = await fingerprintOf(office.db);
  for (const path of ["/backup/import?mode=add", "/greetings/sounds?source=upload"]) {
    for (const headers of [
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "same-site" },
      {},
    ]) {
      const answer = await owner?.post(path, { headers, data: "{}" });
      expect(answer?.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  expect(await fingerprintOf(office.db)).toBe(before);
});

test("nobody is told of a greeting that somebody else records by phone", async ({
  office,
  page,
  makeStaff,
  signIn,
}) => {
  const [mine, other] = [await makeStaff("manager"), await makeStaff("owner", "Ben Finch")];
  const [recording] = await office.db
    .insert(phoneRecordings)
    .values({ madeById: mine.id, number: anyNumber() })
    .returning();
  const path = `/greetings/phone-recordings/${recording?.id}`;
  await signIn(other);
  expect((await page.request.get(path)).status()).toBe(404);
  await signIn(mine);
  expect(await (await page.request.get(path)).json()).toMatchObject({ status: "ringing" });
});

test("what callers and files are called is text in a browser, on every page that shows it", async ({
  page,
  signedInAs,
  hostileOffice: { samples },
}) => {
  await signedInAs("owner");
  const shown = [
    "/",
    "/calls",
    "/calls/[sid]",
    "/voicemails",
    "/voicemails/[id]",
    "/greetings/[id]",
    "/templates/[id]/edit",
    "/schedules/[id]",
    "/activity",
  ];
  for (const pattern of shown) {
    await page.goto(addressOf(pattern, samples));
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    const found = await page.evaluate(() => ({
      isBroken: "broken" in window,
      elements: document.querySelectorAll('img[src="x"], svg[onload], a[href^="javascript:"]').length,
    }));
    expect(found, pattern).toEqual({ isBroken: false, elements: 0 });
  }
  await page.goto(addressOf("/voicemails/[id]", samples));
  await expect(page.getByText(hostile).first()).toBeVisible();
  // And what somebody sees of an id of nothing, whose page has said 200 by then.
  await page.goto(`/voicemails/${randomUUID()}`);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
