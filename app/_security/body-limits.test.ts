import { expect, it } from "vitest";
import { readBytes } from "@/lib/read-bytes";
import { readUpload } from "../(office)/backup/import/read-upload";
import { readForm } from "../api/voice/_line/read-form";

const chunk = new TextEncoder().encode("x=1&".repeat(256));
const kilobytes = (count: number) => count * chunk.length;

/** A body of so many kilobytes, in pieces, of which nothing is announced but what the headers say. */
function sent(count: number, headers: Record<string, string> = {}) {
  let given = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (given === count) return controller.close();
        given += 1;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request("http://127.0.0.1/", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  return { request, given: () => given };
}

const form = async (request: Request) => {
  const read = await readForm(request);
  return read instanceof Response ? read.status : read.toString().length;
};
const sound = async (request: Request) => (await readBytes(request, kilobytes(64)))?.length ?? 413;
const upload = async (request: Request) => {
  const read = await readUpload(request, kilobytes(64));
  return typeof read === "string" ? read.length : read;
};

const readers = [
  ["what Twilio sends", form],
  ["a sound", sound],
  ["a backup", upload],
] as const;

it.each(readers)("%s is read to its end when it is as long as it may be", async (_, read) => {
  // A form's last "&" is followed by nothing.
  expect(await read(sent(64).request)).toBeGreaterThanOrEqual(kilobytes(64) - 1);
});

it.each(readers)("%s that is longer than it said is refused, and read no further", async (_, read) => {
  for (const headers of [{}, { "content-length": "10" }]) {
    const { request, given } = sent(10_000, headers);
    expect(await read(request)).toBe(413);
    expect(given()).toBeLessThan(70);
  }
});

it.each(readers)("%s that says that it is too long is not read at all", async (_, read) => {
  const { request, given } = sent(10_000, { "content-length": String(kilobytes(65)) });
  expect(await read(request)).toBe(413);
  expect(given()).toBeLessThan(3);
});
