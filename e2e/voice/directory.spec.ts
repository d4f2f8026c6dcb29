import { eq } from "drizzle-orm";
import { personPhones } from "@/db/schema";
import { expect, test } from "../fixtures";
import { stepsInLog } from "../office/call-log";
import { makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { fallbackNumber, type Office } from "../office/start-office";
import { callParameters, sid } from "../twilio/twilio";

const gather = (body: string) => /<Gather action="([^"]+)"/.exec(body)?.[1] ?? "";
const redirect = (body: string) => /<Redirect>([^<]+)</.exec(body)?.[1] ?? "";
const said = (body: string) => [...body.matchAll(/<Say[^>]*>([^<]*)</g)].map(([, words]) => words);

async function directory(office: Office, given: { otherwise?: string } = {}) {
  const action = await makeAction(office.db, "directory", {
    attempts: { value: 2 },
    ...(given.otherwise && { otherwise: { actionId: given.otherwise } }),
  });
  const { number } = await makeLine(office.db, { openActionId: action.id });
  const callSid = sid("CA");
  const call = callParameters({ to: number, callSid });
  const { body } = await office.call({ to: number, callSid });
  const keys = async (on: string, Digits: string) =>
    (await office.post(gather(on), { ...call, Digits })).body;
  return { body, keys, callSid, call };
}

/** The keys of XYL: no other test has people of such a name. */
const letters = "995";

test("a caller finds a person by the letters of a name, and that person rings", async ({ office }) => {
  const { db } = office;
  const ana = await makePerson(db, "Ana Xylander");
  await makePerson(db, "Bo Xyländer");
  const silent = await makePerson(db, "Cy Xylo");
  await db.update(personPhones).set({ isRung: false }).where(eq(personPhones.personId, silent.id));
  const { body, keys, callSid } = await directory(office);
  expect(body).toContain("first three letters");
  const none = await keys(body, "000");
  expect(said(none)[0]).toBe("Sorry, I did not find that.");
  const names = await keys(none, letters);
  expect(said(names).filter((words) => words?.startsWith("For "))).toEqual([
    "For Ana Xylander, press 1.",
    "For Bo Xyländer, press 2.",
  ]);
  const afresh = await keys(names, "*");
  expect(afresh).toContain("first three letters");
  const again = await keys(afresh, letters);
  await stepsInLog(db, callSid, 5);
  office.database.takeRequests();
  const rung = await keys(again, "1");
  expect(rung).toContain(`>${ana.numbers[0]}</Number>`);
  const story = await stepsInLog(db, callSid, 6);
  expect(story).toContain(`Keyed ${letters}: 2 names found`);
  expect(story).toContain("Pressed 1 for Ana Xylander");
  expect(office.database.takeRequests().map(({ statements }) => statements.length)).toEqual([1, 1]);
});

test("in an outage the names that were read before are read, and others go to the last resort or the fallback", async ({
  office,
}) => {
  await makePerson(office.db, "Ana Qyxander");
  const resort = await makeSaying(office.db, "Please call again later.");
  const [patient, bare] = [await directory(office, { otherwise: resort.id }), await directory(office)];
  const names = await patient.keys(patient.body, "799");
  expect(names).toContain("For Ana Qyxander, press 1.");
  await bare.keys(bare.body, "");

  office.database.setFault("down");
  expect(await patient.keys(patient.body, "799")).toContain("For Ana Qyxander");
  // Nobody was rung before the outage, so whose phone it would be is not remembered.
  expect(redirect(await patient.keys(names, "1"))).toContain(`/${resort.id}/`);
  const other = await bare.keys(bare.body, "799");
  const chosen = await bare.keys(other, "1");
  expect(chosen).toContain(`>${fallbackNumber}</Number>`);
});
