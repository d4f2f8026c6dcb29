import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calls, textBacks } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { listNotices } from "./list-notices";
import { planNotices } from "./plan-notices";
import { recordDelivery } from "./record-delivery";
import { findTextBack } from "./text-backs";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const at = Temporal.Instant.from("2026-11-23T17:00:00Z");
const delivered = { delivery: "delivered", errorCode: null } as const;
const undelivered = { delivery: "undelivered", errorCode: 30003 } as const;

it.each([
  [[undelivered, delivered]],
  [[delivered, undelivered]],
  [[undelivered, undelivered, delivered, delivered]],
])("keeps that a notice arrived, in whatever order it is told: %j", async (told) => {
  const { id: voicemailId } = await makeVoicemail(test.db);
  const [to, other] = [anyNumber(), anyNumber()];
  const recipient = (address: string) => ({ channel: "text", address, personId: null }) as const;
  await planNotices(test.db, { voicemailId, recipients: [recipient(to), recipient(other)], at });
  for (const one of told) await recordDelivery(test.db, { kind: "notice", voicemailId }, { ...one, to });
  const notices = await listNotices(test.db, voicemailId);
  expect(notices.find(({ address }) => address === to)).toMatchObject({
    delivery: "delivered",
    deliveryErrorCode: null,
  });
  expect(notices.find(({ address }) => address === other)?.delivery).toBeNull();
});

it("keeps why a text to a caller did not arrive, and nothing of a number that was not texted", async () => {
  const { callSid, from } = await makeVoicemail(test.db);
  const [call] = await test.db.select({ number: calls.fromNumber }).from(calls).where(eq(calls.sid, callSid));
  await test.db.insert(textBacks).values({ number: call?.number ?? from, day: "2026-11-23", callSid });
  await recordDelivery(test.db, { kind: "back", callSid }, { ...delivered, to: anyNumber() });
  expect((await findTextBack(test.db, callSid))?.delivery).toBeNull();
  await recordDelivery(test.db, { kind: "back", callSid }, { ...undelivered, to: call?.number ?? from });
  expect(await findTextBack(test.db, callSid)).toMatchObject({
    delivery: "undelivered",
    deliveryErrorCode: 30003,
  });
});
