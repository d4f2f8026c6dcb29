import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { activity, configurations, phoneNumbers } from "@/db/schema";
import { anyNumber, makeSaying } from "../office/make-line";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const mutations = "app/(office)/phone-numbers/mutations.ts";
const mutationsOfOne = "app/(office)/phone-numbers/[id]/mutations.ts";
const mutationsOfBuying = "app/(office)/phone-numbers/buy/mutations.ts";
const old = { voiceUrl: "https://old.example/answer", voiceMethod: "GET" };

test("synchronising takes in what is new, changed and gone, over several pages of Twilio's list", async ({
  page,
  office,
  signedInAs,
}) => {
  const { db, twilio } = office;
  await signedInAs("manager");
  const synchronise = async (came: RegExp) => {
    await page.goto("/phone-numbers");
    await page.getByRole("button", { name: "Synchronise" }).click();
    await expect(page.getByText(came)).toBeVisible();
  };
  // Other tests leave numbers behind that the app has not heard of: those come first.
  twilio.addNumber();
  await synchronise(/at Twilio: .* new/);
  const stays = await makeTwilioLine(office, old);
  const goes = await makeTwilioLine(office, old);
  const comes = twilio.addNumber({ friendlyName: `New ${anyNumber()}`, ...old });
  twilio.removeNumber(goes.sid);
  twilio.changeNumber(stays.sid, { voiceUrl: "https://new.example/answer" });
  // The examples of other tests are none of Twilio's.
  const isAtTwilio = and(isNotNull(phoneNumbers.twilioSid), isNull(phoneNumbers.goneSince));
  twilio.limitPages(Math.ceil((await db.$count(phoneNumbers, isAtTwilio)) / 3));
  twilio.takeRequests();
  await synchronise(/at Twilio: .*1 new, .*1 changed, 1 gone/);
  expect(twilio.takeRequests(/^GET .*IncomingPhoneNumbers/).length).toBeGreaterThan(1);

  const rowOf = async (search: string) => {
    await page.getByRole("searchbox").fill(search.slice(-7));
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("row")).toHaveCount(2);
    return page.getByRole("row").nth(1);
  };
  await expect(await rowOf(comes.number)).toContainText("Not in use");
  await expect(await rowOf(goes.number)).toContainText("Gone");
  await expect(await rowOf(stays.number)).toContainText(stays.name);
  const known = await db
    .select()
    .from(phoneNumbers)
    .where(inArray(phoneNumbers.number, [comes.number, stays.number]))
    .orderBy(phoneNumbers.createdAt);
  expect(known.map((number) => number.settingsConfirmed?.voiceUrl)).toEqual([
    "https://new.example/answer",
    old.voiceUrl,
  ]);
});

test("a synchronisation that fails on a later page says why, and changes nothing", async ({
  page,
  office,
  signedInAs,
}) => {
  const line = await makeTwilioLine(office, old);
  office.twilio.addNumber();
  office.twilio.limitPages(1);
  office.twilio.changeNumber(line.sid, { voiceUrl: "https://new.example/" });
  await signedInAs("manager");
  await page.goto("/phone-numbers");
  office.twilio.fail(/Page=1/, { kind: "status", status: 503, code: 20503 });
  await page.getByRole("button", { name: "Synchronise" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Something went wrong at Twilio (Twilio error 20503)",
  );
  await expect(page.getByRole("main").getByRole("alert")).toContainText("nothing was changed");
  const [number] = await office.db.select().from(phoneNumbers).where(eq(phoneNumbers.number, line.number));
  expect(number?.settingsConfirmed?.voiceUrl).toBe(old.voiceUrl);
});

test("a push that Twilio refuses says what was not done, stays visible, and works when tried again", async ({
  page,
  office,
  signedInAs,
}) => {
  const { twilio } = office;
  const line = await makeTwilioLine(office, old);
  await signedInAs("manager");
  await page.goto(`/phone-numbers/${line.phoneNumberId}`);
  twilio.fail(new RegExp(`^POST .*${line.sid}`), { kind: "status", status: 500 });
  await page.getByRole("button", { name: "Try again" }).click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Something went wrong at Twilio (Twilio error 20500)");
  await expect(alert).toContainText("It is not known whether Twilio has taken the new settings");
  expect(twilio.settingsOf(line.sid)).toMatchObject(old);
  await page.reload();
  await expect(page.getByText("Waiting for Twilio", { exact: true })).toBeVisible();
  await expect(page.getByText("Not as wanted").first()).toBeVisible();

  twilio.heal();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("At Twilio the number now points at Switchboard.")).toBeVisible();
  await expect(page.getByText("In step", { exact: true })).toBeVisible();
  expect(twilio.settingsOf(line.sid)?.voiceUrl).toBe(`${office.app.baseUrl}/api/voice`);
  await expect(page.getByRole("heading", { name: "Stood there before Switchboard" })).toBeVisible();
  await expect(page.getByText(old.voiceUrl)).toBeVisible();
  const [change] = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, line.phoneNumberId))
    .orderBy(activity.id)
    .then((changes) => changes.slice(-1));
  expect(change).toMatchObject({ verb: "repairNumber", after: { "At Twilio": "In step" } });
});

test("a number that was changed behind our back is shown as such, and repaired in one click", async ({
  page,
  office,
  signedInAs,
}) => {
  const { twilio } = office;
  const line = await makeTwilioLine(office, old);
  await signedInAs("manager");
  await page.goto(`/phone-numbers/${line.phoneNumberId}`);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("In step", { exact: true })).toBeVisible();
  twilio.changeNumber(line.sid, {
    voiceUrl: "https://elsewhere.example/",
    trunkSid: "TK0123456789abcdef0123456789abcdef",
  });
  await page.goto("/phone-numbers");
  await page.getByRole("button", { name: "Synchronise" }).click();
  await expect(page.getByText(/does not do what it should|do not do what they should/)).toBeVisible();
  await page.goto(`/phone-numbers?q=${line.number.slice(-7)}`);
  await expect(page.getByRole("row").nth(1)).toContainText("Changed at Twilio");
  await page.getByRole("link", { name: line.name }).click();
  await expect(page.getByText("https://elsewhere.example/")).toBeVisible();
  await page.getByRole("button", { name: "Repair" }).click();
  await expect(page.getByText("In step", { exact: true })).toBeVisible();
  expect(twilio.settingsOf(line.sid)).toMatchObject({
    voiceUrl: `${office.app.baseUrl}/api/voice`,
    trunkSid: "",
  });

  // What was decided about this number can be had for another one: which, is left to be chosen.
  await page.getByRole("link", { name: /^Use for another number: / }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(/^Copy of /);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Choose the phone number that it is for.")).toBeVisible();
});

test("the old settings are shown, and put back, once no configuration is active", async ({
  page,
  office,
  signedInAs,
}) => {
  const { db, twilio } = office;
  const line = await makeTwilioLine(office, old);
  await signedInAs("manager");
  const path = `/phone-numbers/${line.phoneNumberId}`;
  await page.goto(path);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("In step", { exact: true })).toBeVisible();
  await page.goto(`${path}/let-go`);
  await expect(page.getByText("is active")).toBeVisible();
  await expect(page.getByRole("button", { name: "Put them back" })).toHaveCount(0);

  await db.update(configurations).set({ isActive: false }).where(eq(configurations.id, line.configurationId));
  await page.goto(path);
  await page.getByRole("link", { name: "Put the old settings back" }).click();
  await expect(page.getByText(old.voiceUrl)).toBeVisible();
  await page.getByRole("button", { name: "Put them back" }).click();
  await expect(page.getByText("At Twilio the number has its old settings back.")).toBeVisible();
  expect(twilio.settingsOf(line.sid)).toMatchObject(old);
  await expect(page.getByText("Not in use", { exact: true })).toBeVisible();
});

test("a test number is sent to a preview and taken back, and says so wherever it is looked at", async ({
  page,
  office,
  signedInAs,
}) => {
  const { twilio, db } = office;
  const line = await makeTwilioLine(office, old);
  const path = `/phone-numbers/${line.phoneNumberId}`;
  const preview = "switchboard-git-branch-firm.vercel.app";
  const main = page.getByRole("main");
  await signedInAs("manager");
  await page.goto(path);
  await expect(main.getByRole("heading", { name: "Preview" })).toHaveCount(0);
  await page.getByLabel("This is a test number").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(": saved.")).toBeVisible();

  // What cannot be a preview is said beside the field, and what Twilio refuses leaves everything as it was.
  await page.getByLabel("Address of the preview").fill("https://preview.evil.example");
  await page.getByLabel("Bypass secret").fill("0123456789abcdef");
  await page.getByRole("button", { name: "Point at this preview" }).click();
  await expect(main.getByText("Enter the address of a preview at Vercel")).toBeVisible();
  await expect(page.getByLabel("Bypass secret")).toHaveValue("0123456789abcdef");
  await page.getByLabel("Address of the preview").fill(`https://${preview}/voicemails`);
  twilio.fail(/^POST/, { kind: "status", status: 503, code: 20503 });
  await page.getByRole("button", { name: "Point at this preview" }).click();
  await expect(main.getByRole("alert").first()).toContainText("Twilio error 20503");
  twilio.heal();
  expect(twilio.settingsOf(line.sid)?.voiceUrl).toBe(old.voiceUrl);
  await page.getByRole("button", { name: "Point at this preview" }).click();
  await expect(page.getByText("points at the preview, until you take it back")).toBeVisible();
  expect(twilio.settingsOf(line.sid)).toMatchObject({
    voiceUrl: `https://${preview}/api/voice?x-vercel-protection-bypass=0123456789abcdef`,
    statusCallback: `https://${preview}/api/voice/status?x-vercel-protection-bypass=0123456789abcdef`,
  });
  await expect(main.getByText(/^Since .* calls to this number go to the preview at/)).toBeVisible();
  expect(await page.content()).not.toContain("0123456789abcdef");
  await expectToLookWell(page);

  // The mark stays while it is there.
  await page.getByLabel("This is a test number").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(main.getByRole("alert").first()).toContainText("Take it back first");
  await page.goto(`/?${new URLSearchParams({ name: line.name.slice(0, -1), number: "" })}`);
  const card = main.getByRole("listitem").filter({ hasText: line.name });
  await expect(card).toContainText("At a preview");
  await expect(card).toContainText(preview);
  await page.goto(`/phone-numbers?q=${encodeURIComponent(line.name)}`);
  await expect(page.getByRole("row").filter({ hasText: line.name })).toContainText("At a preview");
  await page.goto(path);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("points at Switchboard again")).toBeVisible();
  expect(twilio.settingsOf(line.sid)?.voiceUrl).toBe(`${office.account.baseUrl}/api/voice`);
  const told = await db.select().from(activity).where(eq(activity.subjectId, line.phoneNumberId));
  expect(told.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(["saveNumber", "pointAtPreview", "takeBackFromPreview"]),
  );
  expect(JSON.stringify(told)).not.toContain("0123456789abcdef");
});

test("an example is added, renamed and deleted, but not while a configuration uses it", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/phone-numbers/new");
  const number = anyNumber();
  await page.getByLabel("Phone number").fill("nobody");
  await page.getByLabel("Name").fill("Front desk");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByLabel("Phone number")).toHaveAccessibleDescription(/Enter a phone number/);
  await expect(page.getByLabel("Name")).toHaveValue("Front desk");
  await page.getByLabel("Phone number").fill(number);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText(/: added\.$/)).toBeVisible();
  await expect(page.getByText("Example", { exact: true })).toBeVisible();

  // Its many configurations stand last in their list, whose first page other tests may look at.
  await page.getByLabel("Name").fill("Warehouse");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Warehouse", level: 1 })).toBeVisible();
  await page.goto("/phone-numbers/new");
  await page.getByLabel("Phone number").fill(number);
  await page.getByLabel("Name").fill("Again");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByLabel("Phone number")).toHaveAccessibleDescription(
    "This number is in the list already.",
  );

  const [made] = await office.db.select().from(phoneNumbers).where(eq(phoneNumbers.number, number));
  const line = await makeTwilioLine(office);
  await office.db
    .update(configurations)
    .set({ phoneNumberId: made?.id ?? "" })
    .where(eq(configurations.id, line.configurationId));
  const { id: actionId } = await makeSaying(office.db, "Hello.");
  const prepared = {
    phoneNumberId: made?.id ?? "",
    scheduleId: line.scheduleId,
    openActionId: actionId,
    closedActionId: actionId,
  };
  await office.db
    .insert(configurations)
    .values(Array.from({ length: 53 }, (_, index) => ({ ...prepared, name: `Prepared ${index}` })));
  await page.goto(`/phone-numbers/${made?.id}/delete`);
  await expect(page.getByRole("main").getByRole("link", { name: /^Configuration “/ })).toHaveCount(50);
  await expect(page.getByRole("link", { name: "and 4 more" })).toHaveAttribute(
    "href",
    `/configurations?${new URLSearchParams({ q: number })}`,
  );
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await office.db.delete(configurations).where(eq(configurations.phoneNumberId, made?.id ?? ""));
  await page.reload();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(/: deleted\.$/)).toBeVisible();
  expect(await office.db.select().from(phoneNumbers).where(eq(phoneNumbers.number, number))).toEqual([]);
});

test("an owner searches for a number, is told what the law asks for, buys it and releases it", async ({
  page,
  office,
  signedInAs,
}) => {
  const { twilio } = office;
  const number = `+1212${anyNumber().slice(-7)}`;
  const approvedBundle = `BU${"a".repeat(32)}`;
  twilio.offer({
    number,
    country: "US",
    type: "Local",
    locality: "New York",
    region: "NY",
    addressRequirement: "any",
    approvedBundle,
  });
  await signedInAs("owner");
  await page.goto("/phone-numbers/buy");
  await expect(page.getByRole("link", { name: "Twilio's prices" })).toHaveAttribute(
    "href",
    "https://www.twilio.com/en-us/voice/pricing",
  );
  await page.getByLabel("With these digits or letters in it").fill(number.slice(-7));
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("needs an address")).toBeVisible();
  await page.getByRole("link", { name: /^Choose/ }).click();
  await page.getByLabel("Name").fill("Sales");
  await page.getByRole("textbox", { name: /^Type .* to buy it$/ }).fill("+12125550100");
  await page.getByRole("button", { name: "Buy" }).click();
  const confirmation = page.getByRole("textbox", { name: /^Type .* to buy it$/ });
  await expect(confirmation).toHaveAccessibleDescription(/not the number/);
  expect(twilio.sidOf(number)).toBeNull();

  await confirmation.fill(number);
  const bundle = page.getByLabel("SID of a regulatory bundle");
  await page.getByRole("button", { name: "Buy" }).click();
  await expect(bundle).toHaveAccessibleDescription(/papers.*Twilio error 21649.*was not bought.*approved/);
  await expect(bundle).toBeFocused();
  expect(twilio.sidOf(number)).toBeNull();
  await expect(page.getByRole("link", { name: /^bundles in Twilio's console/ })).toHaveAttribute(
    "href",
    /regulatory-compliance\/bundles$/,
  );
  await bundle.fill(approvedBundle);
  await page.getByRole("button", { name: "Buy" }).click();
  const address = page.getByLabel("SID of an address");
  await expect(address).toHaveAccessibleDescription(/Twilio error 21631.*was not bought/);
  await expect(address).toBeFocused();
  await expect(page.getByLabel("Name")).toHaveValue("Sales");
  await address.fill("AD0123456789abcdef0123456789abcdef");
  await page.getByRole("button", { name: "Buy" }).click();
  await expect(page.getByText(/: bought\.$/)).toBeVisible();
  expect(twilio.sidOf(number)).toMatch(/^PN/);
  await expect(page.getByRole("heading", { name: "Sales", level: 1 })).toBeVisible();

  await page.getByRole("link", { name: "Release" }).click();
  await page.getByRole("textbox", { name: /^Type .* to release it$/ }).fill("something");
  await page.getByRole("button", { name: "Release" }).click();
  await expect(page.getByRole("textbox", { name: /^Type/ })).toHaveAccessibleDescription(/not the number/);
  await page.getByRole("textbox", { name: /^Type/ }).fill(number);
  await page.getByRole("button", { name: "Release" }).click();
  await expect(page.getByText(/released\. It is not the firm's any more\.$/)).toBeVisible();
  expect(twilio.sidOf(number)).toBeNull();
  const [released] = await office.db.select().from(phoneNumbers).where(eq(phoneNumbers.number, number));
  expect(released?.goneSince).toBeInstanceOf(Date);
});

test("a search that Twilio cannot answer says why, and one that finds nothing what to try", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("owner");
  office.twilio.fail(/AvailablePhoneNumbers/, { kind: "status", status: 401, code: 20003 }, 1);
  await page.goto("/phone-numbers/buy?country=DE&type=mobile");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "did not accept the account SID and the auth token",
  );
  await page.goto("/phone-numbers/buy?country=DE&type=mobile");
  await expect(page.getByText("Twilio does not sell such numbers there")).toBeVisible();
});

test("a manager can neither buy nor release, and staff change nothing, whatever they send", async ({
  page,
  office,
  signedInAs,
  makeStaff,
  signIn,
}) => {
  const { twilio } = office;
  const line = await makeTwilioLine(office, old);
  const number = `+1212${anyNumber().slice(-7)}`;
  twilio.offer({ number, country: "US", type: "Local" });
  const fields = { id: line.phoneNumberId, version: "1", friendlyName: "Mine" };
  const purchase = { number, friendlyName: "Mine", confirmation: number, addressSid: "", bundleSid: "" };
  const refused = async (name: string, filename: string, sent: Record<string, string>) => {
    const answer = await callMutation(page, { name, filename, at: "/phone-numbers" }, sent);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  };
  await signedInAs("manager");
  twilio.takeRequests();
  await page.goto("/phone-numbers");
  await expect(page.getByRole("link", { name: "Buy a number" })).toHaveCount(0);
  await refused("buyNumber", mutationsOfBuying, purchase);
  await refused("releaseNumber", mutationsOfOne, { ...fields, confirmation: line.number });
  await page.goto("/phone-numbers/buy");
  await expect(page).toHaveURL(/not-allowed/);

  await page.context().clearCookies();
  await signIn(await makeStaff("staff"));
  await page.goto(`/phone-numbers/${line.phoneNumberId}`);
  await expect(page.getByText(old.voiceUrl)).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  for (const name of ["addExampleNumber", "saveNumber", "deleteNumber", "synchronise"]) {
    await refused(name, mutations, { ...fields, number: anyNumber() });
  }
  for (const name of ["repairNumber", "letGo", "pointNumberAtPreview", "takeNumberBack"])
    await refused(name, mutationsOfOne, fields);
  expect(twilio.takeRequests()).toEqual([]);
  expect(twilio.sidOf(number)).toBeNull();
  const [kept] = await office.db.select().from(phoneNumbers).where(eq(phoneNumbers.id, line.phoneNumberId));
  expect(kept).toMatchObject({ friendlyName: line.name, goneSince: null, version: 1 });
});

test("a number that the account has cannot be deleted here, whatever is sent", async ({
  page,
  office,
  signedInAs,
}) => {
  const line = await makeTwilioLine(office, old);
  await office.db.delete(configurations).where(eq(configurations.id, line.configurationId));
  await signedInAs("manager");
  const fields = { id: line.phoneNumberId, version: "1" };
  const target = { name: "deleteNumber", filename: mutations, at: "/phone-numbers" };
  expect(await (await callMutation(page, target, fields)).text()).toContain("Release it instead");
  expect(
    await office.db.select().from(phoneNumbers).where(eq(phoneNumbers.id, line.phoneNumberId)),
  ).toHaveLength(1);
});

test("a preview says that it writes nothing to Twilio, and writes nothing", async ({
  page,
  office,
  makeStaff,
}) => {
  test.slow();
  const { twilio } = office;
  const preview = await office.appOf("preview");
  const line = await makeTwilioLine(office, old);
  const owner = await makeStaff("owner");
  const path = `/phone-numbers/${line.phoneNumberId}`;
  await page.goto(`${preview.baseUrl}/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This is a preview of Switchboard", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  twilio.takeRequests();
  const at = `${preview.baseUrl}/phone-numbers`;
  const fields = { id: line.phoneNumberId, version: "1" };
  const number = `+1212${anyNumber().slice(-7)}`;
  twilio.offer({ number, country: "US", type: "Local" });
  for (const [name, filename, more] of [
    ["repairNumber", mutationsOfOne, {}],
    ["releaseNumber", mutationsOfOne, { confirmation: line.number }],
    [
      "buyNumber",
      mutationsOfBuying,
      { number, friendlyName: "Mine", confirmation: number, addressSid: "", bundleSid: "" },
    ],
  ] as const) {
    const answer = await callMutation(page, { name, filename, at }, { ...fields, ...more });
    expect(await answer.text()).toContain("preview");
  }
  expect(twilio.takeRequests(/^(POST|DELETE)/)).toEqual([]);
  expect(twilio.settingsOf(line.sid)).toMatchObject(old);
  await page.goto(at);
  await page.getByRole("button", { name: "Synchronise" }).click();
  await expect(page.getByText(/at Twilio: /)).toBeVisible();
});

test("without credentials the pages say so, and examples can be added", async ({
  page,
  office,
  makeStaff,
}) => {
  test.slow();
  const alone = await office.appOf("withoutTwilio");
  const owner = await makeStaff("owner");
  await page.goto(`${alone.baseUrl}/sign-in?callbackUrl=/phone-numbers`);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Switchboard is not connected to Twilio")).toBeVisible();
  await expect(page.getByRole("button", { name: "Synchronise" })).toHaveCount(0);
  await page.getByRole("link", { name: "Add an example" }).click();
  await page.getByLabel("Phone number").fill(anyNumber());
  await page.getByLabel("Name").fill("Trial");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText(/: added\.$/)).toBeVisible();
});
