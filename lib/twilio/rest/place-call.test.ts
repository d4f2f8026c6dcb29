import { expect, it } from "vitest";
import { connectToTwilio } from "./connection";
import { placeCall, wayToCall } from "./place-call";

const account = { TWILIO_ACCOUNT_SID: `AC${"a".repeat(32)}`, TWILIO_AUTH_TOKEN: "b".repeat(32) };
const origin = "https://phones.example.com";
const preview = connectToTwilio({ ...account, VERCEL_ENV: "preview" });

it.each([
  ["without credentials", connectToTwilio({}), origin, /no credentials/],
  ["on a preview", preview, origin, /preview of Switchboard, which never calls/],
  [
    "where Twilio cannot reach the app",
    connectToTwilio(account),
    "http://localhost:3000",
    /cannot reach Switchboard/,
  ],
])("nobody is called %s, and the sentence says why", (_, twilio, here, hindrance) => {
  expect(wayToCall(twilio, here)).toEqual({ hindrance: expect.stringMatching(hindrance) });
});

it("nothing stands in the way of a public app with credentials", () => {
  expect(wayToCall(connectToTwilio(account), origin)).toHaveProperty("client");
});

it("a preview sends nothing, even past the sentence", async () => {
  if (!preview.isConnected) throw new Error("There are credentials.");
  const call = { to: "+12125550142", from: "+12125550100", url: origin, statusUrl: origin, stages: [] };
  await expect(placeCall(preview.client, call)).rejects.toMatchObject({ kind: "refusedHere" });
});
