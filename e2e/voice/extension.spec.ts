import { randomInt } from "node:crypto";
import { expect, test } from "../fixtures";
import { callInLog, stepsInLog } from "../office/call-log";
import { makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { fallbackNumber, type Office } from "../office/start-office";
import { callParameters, sid } from "../twilio/twilio";

const anyExtension = () => String(randomInt(10_000, 99_999));

const gather = (body: string) => /<Gather action="([^"]+)"/.exec(body)?.[1] ?? "";
const redirect = (body: string) => /<Redirect>([^<]+)</.exec(body)?.[1] ?? "";
const dial = (body: string) => /<Dial action="([^"]+)"/.exec(body)?.[1] ?? "";
const screen = (body: string) => /<Number url="([^"]+)">/.exec(body)?.[1] ?? "";

async function promptFor(office: Office, given: { otherwise?: string; askForName?: boolean } = {}) {
  const extension = anyExtension();
  const ana = await makePerson(office.db, "Ana Ruiz", { extension });
  const next = await makeSaying(office.db, "Nobody took it.");
  const action = await makeAction(office.db, "extension", {
    unanswered: { actionId: next.id },
    ...(given.askForName && { askForName: { value: true } }),
    ...(given.otherwise && { otherwise: { actionId: given.otherwise } }),
  });
  const line = await makeLine(office.db, { openActionId: action.id });
  const callSid = sid("CA");
  const call = { ...callParameters({ to: line.number, callSid }), CallStatus: "in-progress" };
  const { body } = await office.call({ to: line.number, callSid });
  const keys = (url: string, Digits: string) => office.post(url, { ...call, Digits });
  return { ana, extension, line, callSid, call, body, keys };
}

test("a caller dials an extension that nobody has, is asked again, and reaches a person who is asked first", async ({
  office,
}) => {
  const { ana, extension, line, callSid, call, body, keys } = await promptFor(office);
  expect(body).toContain("Please dial the extension");
  await callInLog(office.db, callSid);

  const again = (await keys(gather(body), "1")).body;
  expect(again).toContain("Sorry, nobody has this extension.");
  const rung = (await keys(gather(again), extension)).body;
  expect(rung).toContain(`>${ana.numbers[0]}</Number>`);
  expect(rung).not.toContain("+14155550123");

  const leg = {
    ...callParameters({ to: ana.numbers[0] ?? "", callSid: sid("CA") }),
    ParentCallSid: callSid,
    Direction: "outbound-dial",
  };
  const question = (await office.post(screen(rung), leg)).body;
  expect(question).toContain(`Call for ${line.name}, from 4 1 5, 5 5 5, 0 1 2 3.`);
  const [, refuse = ""] = /<Gather[^>]* action="([^"]+)"/.exec(question) ?? [];
  expect((await office.post(refuse, { ...leg, Digits: "2" })).body).toContain("<Hangup/>");
  await stepsInLog(office.db, callSid, 5);

  const over = await office.post(dial(rung), { ...call, DialCallStatus: "completed", DialBridged: "false" });
  expect((await office.post(redirect(over.body), call)).body).toContain("Nobody took it.");
  const story = await stepsInLog(office.db, callSid, 7);
  expect(story).toContain("Dialled 1, which is nobody’s extension; asked again");
  expect(story).toContain(`Dialled ${extension}, the extension of Ana Ruiz`);
  expect(story).toContain("Ana Ruiz did not take the call");
});

test("a caller who dials an extension says their name, and whoever picks up hears it", async ({ office }) => {
  const { ana, extension, callSid, call, body, keys } = await promptFor(office, { askForName: true });
  const asked = (await keys(gather(body), extension)).body;
  const [, nameUrl = ""] = /<Record action="([^"]+)"/.exec(asked) ?? [];
  const RecordingUrl = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1";
  const rung = (await office.post(nameUrl, { ...call, RecordingUrl })).body;
  expect(rung).toContain(`>${ana.numbers[0]}</Number>`);
  await stepsInLog(office.db, callSid, 3);
  const leg = { ...callParameters({ to: ana.numbers[0] ?? "", callSid: sid("CA") }), ParentCallSid: callSid };
  expect((await office.post(screen(rung), leg)).body).toContain(`<Play>${RecordingUrl}</Play>`);
});

test("an extension costs one statement before the answer and one after it", async ({ office }) => {
  const { extension, callSid, body, keys } = await promptFor(office);
  await stepsInLog(office.db, callSid, 1);
  office.database.takeRequests();
  expect((await keys(gather(body), extension)).body).toContain("<Dial");
  await stepsInLog(office.db, callSid, 2);
  expect(office.database.takeRequests().map(({ statements }) => statements.length)).toEqual([1, 1]);
});

test("in an outage an extension that was dialled before rings; another goes to the last resort, or the fallback", async ({
  office,
}) => {
  const resort = await makeSaying(office.db, "Please call again later.");
  const known = await promptFor(office, { otherwise: resort.id });
  const bare = await promptFor(office);
  // The isolate has seen both prompts, and one of the extensions.
  expect((await known.keys(gather(known.body), known.extension)).body).toContain("<Dial");
  await bare.keys(gather(bare.body), "");

  office.database.setFault("down");
  const rung = await known.keys(gather(known.body), known.extension);
  expect(rung.body).toContain(`>${known.ana.numbers[0]}</Number>`);
  const lost = await known.keys(gather(known.body), bare.extension);
  expect(redirect(lost.body)).toContain(`/go/${known.line.configurationId}/${resort.id}/`);
  const fallback = await bare.keys(gather(bare.body), bare.extension);
  expect(fallback.status).toBe(200);
  expect(fallback.body).toContain(`>${fallbackNumber}</Number>`);
});

test("within a menu the first key decides between a choice and an extension", async ({ office }) => {
  const extension = anyExtension();
  const ana = await makePerson(office.db, "Ana Ruiz", { extension });
  const [sales, resort] = [await makeSaying(office.db, "Sales."), await makeSaying(office.db, "Goodbye.")];
  const menu = await makeAction(office.db, "menu", {
    // No extension can begin with the hash key, so this menu is in nobody's way.
    choices: { menu: [{ menuKey: "#", label: "sales", actionId: sales.id }] },
    takesExtensions: { value: true },
    otherwise: { actionId: resort.id },
  });
  const { number } = await makeLine(office.db, { openActionId: menu.id });
  const callSid = sid("CA");
  const call = callParameters({ to: number, callSid });
  const { body } = await office.call({ to: number, callSid });
  expect(body).toContain('numDigits="5" timeout="2"');
  const chosen = await office.post(gather(body), { ...call, Digits: "#" });
  expect((await office.post(redirect(chosen.body), call)).body).toContain("Sales.");
  const rung = (await office.post(gather(body), { ...call, Digits: extension })).body;
  expect(rung).toContain(`>${ana.numbers[0]}</Number>`);
  const missed = await office.post(dial(rung), { ...call, DialCallStatus: "no-answer" });
  expect((await office.post(redirect(missed.body), call)).body).toContain("Goodbye.");
});
