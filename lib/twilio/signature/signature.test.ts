import fc from "fast-check";
import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks";
import { describe, expect, it } from "vitest";
import { isFromTwilio, sign } from "./signature";

const token = "12345";

const url = "https://office.example/api/voice";

const parameters = new URLSearchParams({
  CallSid: "CA1",
  From: "+14155550123",
  To: "+14155550100",
  Digits: "",
});

/** As the twilio package takes them: repeated values in an array. */
function asRecord(from: URLSearchParams): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(from.keys())) {
    const values = from.getAll(name);
    record[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return record;
}

const withoutPort = (of: string) => of.replace(/^(\w+:\/\/(?:\[[^\]]*\]|[^/:?]*))(:\d+)?/, "$1");
const withPort = (of: string) => {
  if (withoutPort(of) !== of) return of;
  const standardPort = /^https/i.test(of) ? ":443" : ":80";
  return of.replace(/^(\w+:\/\/(?:\[[^\]]*\]|[^/:?]*))/, `$1${standardPort}`);
};

const anyText = fc.string({ unit: "binary", maxLength: 12 });
const anyName = fc.oneof(
  fc.constantFrom("From", "To", "from", "CallSid", "Digits", "ñ", "1", "10", "2"),
  anyText,
);
const anyParameters = fc
  .array(fc.tuple(anyName, fc.oneof(anyText, fc.constant(""))), { maxLength: 12 })
  .map((pairs) => new URLSearchParams(pairs));
const anyPort = fc.constantFrom("", ":443", ":80", ":3000", ":8443");
/** One address, spelt with two ports: as it was signed, and as it was requested. */
const anyUrls = fc
  .record({
    scheme: fc.constantFrom("https", "http", "HTTPS"),
    host: fc.constantFrom("office.example", "a-b.office.example", "127.0.0.1", "[::1]"),
    ports: fc.tuple(anyPort, anyPort),
    path: fc.constantFrom("", "/", "/api/voice", "/api/voice/go/a/b", "/it's~here", "/a%20b"),
    query: fc.constantFrom(
      "",
      "?",
      "?x",
      "?x=",
      "?x=%20y",
      "?x=it's",
      "?a=1&b=2",
      "?x-vercel-protection-bypass=abc",
    ),
  })
  .map(({ scheme, host, ports, path, query }) =>
    ports.map((port) => `${scheme}://${host}${port}${path}${query}`),
  );

describe("sign", () => {
  it("agrees with the twilio package for any URL and any parameters", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyUrls, anyParameters, async (authToken, [signedUrl = ""], sent) => {
        fc.pre(authToken !== "");
        const expected = getExpectedTwilioSignature(authToken, signedUrl, asRecord(sent));
        expect(await sign(authToken, signedUrl, sent)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("isFromTwilio", () => {
  it("accepts a request signed with or without its port exactly when the twilio package does", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(anyUrls, anyParameters, async ([signedUrl = "", requestedUrl = ""], sent) => {
        const signature = getExpectedTwilioSignature(token, signedUrl, asRecord(sent));
        const ours = await isFromTwilio({ signature, url: requestedUrl, parameters: sent }, [token]);
        // As received, that is: the package goes on to try URLs re-encoded on the way, which ours never are.
        const asReceived = [withPort(requestedUrl), withoutPort(requestedUrl)].includes(signedUrl);
        expect(ours).toBe(asReceived || signedUrl === requestedUrl);
        if (ours) {
          accepted += 1;
          expect(validateRequest(token, signature, requestedUrl, asRecord(sent))).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  it("accepts either of two tokens while one is rotated", async () => {
    const signature = await sign("new", url, parameters);
    expect(await isFromTwilio({ signature, url, parameters }, ["old", "new"])).toBe(true);
    expect(await isFromTwilio({ signature, url, parameters }, ["old"])).toBe(false);
  });

  it.each([
    ["a missing signature", null],
    ["an empty one", ""],
    ["something that is no base64", "!!!!"],
    ["a signature that is cut short", "AAAA"],
    ["one of another request", "MHcCAQEEIAAAAAAAAAAAAAAAAAA="],
  ])("refuses %s", async (_, signature) => {
    expect(await isFromTwilio({ signature, url, parameters }, [token])).toBe(false);
  });

  it("refuses a second base64 spelling of a right signature", async () => {
    const signature = await sign(token, url, parameters);
    const last = signature.charAt(26);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const sibling = `${signature.slice(0, 26)}${alphabet.charAt(alphabet.indexOf(last) ^ 1)}=`;
    expect(await isFromTwilio({ signature: sibling, url, parameters }, [token])).toBe(false);
  });

  it.each([
    ["a changed value", new URLSearchParams({ ...Object.fromEntries(parameters), From: "+14155550199" })],
    ["a parameter more", new URLSearchParams({ ...Object.fromEntries(parameters), Extra: "1" })],
    ["a parameter less", new URLSearchParams({ CallSid: "CA1" })],
  ])("refuses %s", async (_, changed) => {
    const signature = await sign(token, url, parameters);
    expect(await isFromTwilio({ signature, url, parameters: changed }, [token])).toBe(false);
  });

  it("refuses the signature of another URL", async () => {
    const signature = await sign(token, url, parameters);
    expect(await isFromTwilio({ signature, url: `${url}/go`, parameters }, [token])).toBe(false);
  });

  it("refuses everything when no token is known", async () => {
    const signature = await sign(token, url, parameters);
    expect(await isFromTwilio({ signature, url, parameters }, [])).toBe(false);
  });
});
