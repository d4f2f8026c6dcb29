import { describe, expect, it } from "vitest";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { faultInAddress, unsettledPath } from "./unsettled-path";

const id = "11111111-1111-4111-8111-111111111111";
const queryOf = (path: string) =>
  Object.fromEntries(new URL(path, "https://phones.example.com").searchParams);

describe("unsettledPath", () => {
  it.each([
    new TwilioFault({ kind: "refused", status: 401, code: 20003 }),
    new TwilioFault({ kind: "timeout" }),
  ])("is read back as the fault that it was made from", (fault) => {
    const told = faultInAddress(queryOf(unsettledPath(id, fault)));
    expect(told?.phoneNumberId).toBe(id);
    expect(told?.fault).toMatchObject({ kind: fault.kind, status: fault.status, code: fault.code });
  });

  it("holds nothing of what Twilio said in its own words", () => {
    const fault = new TwilioFault({ kind: "refused", status: 400, code: 1, saying: "secret words" });
    expect(unsettledPath(id, fault)).not.toContain("secret");
  });

  it.each([
    {},
    { unsettled: id },
    { unsettled: "x", kind: "refused", status: "", code: "" },
    { unsettled: id, kind: "made up", status: "", code: "" },
    { unsettled: id, kind: "refused", status: "<b>", code: "" },
    { unsettled: id, kind: "refused", status: ["1", "2"], code: "" },
  ])("an address that names no fault says nothing: %o", (query) => {
    expect(faultInAddress(query)).toBeNull();
  });
});
