import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { ListedCall } from "@/db/queries/calls/list-calls";
import { callLines } from "./call-lines";

const call: ListedCall = {
  sid: `CA${"0".repeat(32)}`,
  from: "+12125550142",
  fromName: null,
  to: "+442079460123",
  lineName: "Front desk",
  receivedAt: Temporal.Instant.from("2026-11-01T06:30:00Z"),
  reason: "Open until 17:00",
  actionName: "Ring the team",
  result: "answered",
  answeredByName: "Ana Lima",
  answeredAt: Temporal.Instant.from("2026-11-01T06:30:09Z"),
  status: "completed",
  durationSeconds: 61,
  endedAt: Temporal.Instant.from("2026-11-01T06:31:01Z"),
};
const line = (change: Partial<ListedCall> = {}) =>
  callLines([{ ...call, ...change }], {
    timeZone: "America/New_York",
    now: Temporal.Instant.from("2026-11-02T00:00:00Z"),
  });

describe("a call as a line of CSV", () => {
  it("has readable numbers, and times whose offset tells the two one o'clocks apart", () => {
    expect(line()).toBe(
      `2026-11-01T01:30:00-05:00,(+1) 212 555 0142,,(+44) 20 7946 0123,Front desk,Answered,Ana Lima,2026-11-01T01:30:09-05:00,Open until 17:00,Ring the team,completed,61,${call.sid}\r\n`,
    );
  });

  it.each(["=", "+", "-", "@", "\t", "\r", "\n", "\n=", "＝", "＋", "－", "＠"])(
    "is no formula that begins with %j",
    (sign) => {
      const evil = `${sign}HYPERLINK("http://evil")`;
      for (const change of [
        { fromName: evil },
        { from: evil },
        { lineName: evil },
        { reason: evil },
        { actionName: evil },
        { answeredByName: evil },
      ]) {
        expect(line(change)).toContain(`"'${sign}HYPERLINK(""http://evil"")"`);
      }
    },
  );

  it("keeps a cell together that has commas, quotes and line ends in it", () => {
    expect(line({ fromName: 'A, "B"\nC' })).toContain('"A, ""B""\nC"');
  });

  it.each(["anonymous", "client:ana", "sip:desk@example.com"])("leaves %s as it is", (from) => {
    expect(line({ from })).toContain(`,${from},`);
  });
});
