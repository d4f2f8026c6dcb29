import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { findRunningApp, localSettings } from "@/db/embedded/local-settings";
import { lines } from "@/db/seed/demo-office";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { playCall } from "../player/play-call";
import { type Asked, type Happening, nameOf } from "../player/played-call";
import type { Answers } from "./answers";
import { askedAnswers } from "./asked-answers";
import { findNames } from "./find-names";
import { givenAnswers } from "./given-answers";
import { openTerminal } from "./terminal";

const usage = `Plays a whole call to a number of the running app, in the part of Twilio and of everybody on the line.

  npm run call -- --to ${lines.newYork.number}

  --to       the number that is called
  --from     the caller's number, or “anonymous”
  --url      where the app is, if “npm run dev” did not start it: http://localhost:3000
  --twiml    shows each answer of the app

On a terminal it asks what the caller does and who picks up. It asks nothing, and goes on by itself, with any of:

  --keys     what the caller presses or says, one for each time they are asked: 1,2 or 1,sales
  --answers  who takes the call when their phone rings: "Ana,Ben"
  --nobody   nobody does
  --message  how many seconds of message the caller leaves, 12 unless told; 0 is silence

The demo office has ${Object.values(lines)
  .map(({ number, friendlyName }) => `${number} (${friendlyName})`)
  .join(", ")}.`;

async function main() {
  const { values } = parseArgs({
    options: {
      to: { type: "string" },
      from: { type: "string", default: "+14155550123" },
      url: { type: "string" },
      twiml: { type: "boolean", default: false },
      keys: { type: "string" },
      answers: { type: "string" },
      nobody: { type: "boolean", default: false },
      message: { type: "string" },
      /** Asks although nobody sits at a terminal: the answers come through a pipe. */
      ask: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const messageSeconds = Number(values.message ?? 12);
  if (values.help || !values.to || !Number.isInteger(messageSeconds) || messageSeconds < 0)
    return fail(usage);
  const baseUrl = values.url?.replace(/\/+$/, "") ?? findRunningApp();
  if (!baseUrl)
    return fail("The app is not running: start it with “npm run dev”, or say where it is with --url.");
  if (!(await fetch(`${baseUrl}/api/voice`).catch(() => null)))
    return fail(`Nothing answers at ${baseUrl}: start the app with “npm run dev”, or give --url.`);

  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = localSettings();
  const names = await namesOrNone();
  const isGiven =
    values.nobody || [values.keys, values.answers, values.message].some((value) => value !== undefined);
  const given = { keys: listed(values.keys), answers: listed(values.answers), messageSeconds };
  const terminal =
    values.ask || (process.stdin.isTTY && !isGiven) ? openTerminal(process.stdin, process.stdout) : null;
  const { caller, phone }: Answers = terminal ? askedAnswers(terminal.ask) : givenAnswers(given);

  console.log(`\n${values.from} calls ${values.to}.\n`);
  const call = await playCall({
    account: { accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN, baseUrl },
    from: values.from,
    to: values.to,
    caller,
    phone: (ring) => phone(ring),
    nameNumber: (number) => names.get(number) ?? null,
    tell: show,
    ...(values.twiml && { after: showTwiml }),
    timePasses: (seconds) => (seconds > 0 ? sleep(logMilliseconds) : Promise.resolve()),
  }).finally(() => terminal?.close());
  console.log(`\nThe end: ${call.ended}.`);
  console.log(`Its story in the log: ${baseUrl}/calls/${call.callSid}\n`);
  if (call.faults.length > 0) fail(call.faults.map((fault) => `! ${fault}`).join("\n"));
}

/** The log is written after an answer; on a telephone seconds pass until it is read. */
const logMilliseconds = 80;

async function namesOrNone(): Promise<ReadonlyMap<string, string>> {
  try {
    return await findNames();
  } catch (error) {
    console.error(`Numbers are shown without names: ${error instanceof Error ? error.message : error}`);
    return new Map();
  }
}

const listed = (text = ""): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

function show({ atSeconds, phone, words }: Happening): void {
  const minutes = Math.floor(atSeconds / 60);
  const seconds = String(Math.floor(atSeconds % 60)).padStart(2, "0");
  console.log(`${String(minutes).padStart(4)}:${seconds}  ${phone ? nameOf(phone) : "The caller"} ${words}`);
}

function showTwiml({ step, twiml }: Asked): void {
  if (twiml === null) return;
  console.log(`\n    ${step}:\n${twiml.trim().replace(/^/gm, "    ")}\n`);
  for (const { line, message } of checkTwiml(twiml)) console.log(`    ! Line ${line}: ${message}`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
