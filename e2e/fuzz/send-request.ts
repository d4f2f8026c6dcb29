import { createHmac } from "node:crypto";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { readAll } from "../faults/fault";
import type { Scene } from "../faults/make-scene";
import { type Account, sid } from "../twilio/twilio";
import type { AnyRequest, Forgery } from "./any-request";

export interface SentRequest {
  method: string;
  /** As it stands in the first line of the request. */
  path: string;
  contentType: string;
  form: URLSearchParams;
  body: string;
  callSid: string;
}

export interface ReceivedAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Puts the scene's own ids where a request names them. */
export function inScene(request: AnyRequest, scene: Scene, { accountSid }: Account): SentRequest {
  const callSid = sid("CA");
  const named: Record<string, string> = {
    configuration: scene.line.configurationId,
    number: scene.line.number,
    menu: scene.menuId,
    ring: scene.ringId,
    voicemail: scene.voicemailId,
    extension: scene.extensionId,
    directory: scene.directoryId,
    say: scene.sayId,
    person: scene.personId,
    outgoingCall: scene.outgoingCallId,
    phoneRecording: scene.phoneRecordingId,
    account: accountSid,
    recording: sid("RE"),
    textedCall: scene.callSid,
    textedNumber: scene.textedNumber,
    noticed: scene.noticedId,
    callSid,
  };
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => named[name] ?? whole);
  const { route, segments, query, method, contentType, parameters, rawBody } = request;
  const path = [route.replace(/\/\[\.\.\.\w+\]$/, ""), ...segments.parts].join("/");
  const form = new URLSearchParams(parameters.map(([name, value]) => [name, filled(value)]));
  const body = rawBody ?? form.toString();
  return {
    method,
    path: filled(path) + query,
    contentType,
    form: rawBody === null ? form : new URLSearchParams(rawBody),
    body,
    callSid,
  };
}

/** By Twilio's rule, and not by the code of the app: the two must come to the same. */
function signatureOf(token: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const pairs = names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value));
  return createHmac("sha1", token)
    .update(url + pairs.join(""), "utf8")
    .digest("base64");
}

/** As Twilio would sign it. */
export const genuineSignature = ({ path, form }: SentRequest, { authToken, baseUrl }: Account): string =>
  signatureOf(authToken, baseUrl + path, form);

/** What somebody without the token sends in its place; null for none. */
export function forgedSignature(how: Forgery, request: SentRequest, account: Account): string | null {
  const { authToken, accountSid, baseUrl } = account;
  const { path, form } = request;
  const url = baseUrl + path;
  const right = genuineSignature(request, account);
  switch (how) {
    case "no signature":
      return null;
    case "an empty one":
      return "";
    case "one of zeros":
      return `${"A".repeat(27)}=`;
    case "half of the right one":
      return right.slice(0, 14);
    case "the right one in lower case":
      // One without capitals would be the right one.
      return right.toLowerCase() === right ? "" : right.toLowerCase();
    case "the right one and more":
      return `${right}A`;
    case "the right one in hexadecimal":
      return Buffer.from(right, "base64").toString("hex");
    case "one of another token":
      return signatureOf("0".repeat(32), url, form);
    case "one of the account's sid":
      return signatureOf(accountSid, url, form);
    case "one of an empty token":
      return signatureOf("\0", url, form);
    case "one of another path":
      return signatureOf(authToken, `${baseUrl}/api/voice/elsewhere${path}`, form);
    case "one of other parameters":
      return signatureOf(authToken, url, new URLSearchParams([...form, ["Digits", "another"]]));
    case "one of the address alone":
      return signatureOf(authToken, form.size > 0 ? url : `${url}/`, new URLSearchParams());
    case "one without the last character of the address":
      // A question mark with nothing behind it is no part of the address: without it, it would be the same one.
      return signatureOf(authToken, url.replace(/\?$/, "").slice(0, -1), form);
  }
}

/** Byte by byte as it is: nothing on the way puts a path or a header right. */
export function send(
  { method, path, contentType, body }: SentRequest,
  signature: string | null,
  { baseUrl }: Account,
): Promise<ReceivedAnswer> {
  const { hostname, port } = new URL(baseUrl);
  const hasBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        hostname,
        port,
        path,
        method,
        headers: {
          ...(contentType && { "content-type": contentType }),
          ...(signature !== null && { "x-twilio-signature": signature }),
          ...(hasBody && { "content-length": Buffer.byteLength(body) }),
        },
        timeout: 15_000,
        // An address that is sent back tidied up comes twice in the head of the answer.
        maxHeaderSize: 256 * 1024,
      },
      async (answer) => {
        try {
          const bytes = await readAll(answer);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes.toString() });
        } catch (error) {
          reject(error);
        }
      },
    );
    request.on("timeout", () => request.destroy(new Error("No answer came within Twilio's 15 seconds.")));
    request.on("error", reject);
    request.end(hasBody ? body : undefined);
  });
}
