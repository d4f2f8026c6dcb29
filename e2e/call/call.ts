import { parseArgs } from "node:util";
import { findRunningApp, localSettings } from "@/db/embedded/local-settings";
import { lines } from "@/db/seed/demo-office";
import type { CallStep } from "@/lib/twiml/call-step";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { describeStep } from "@/lib/twiml/describe-step";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";
import { callParameters, postAsTwilio, sid } from "../twilio/twilio";

const usage = `Calls a number of the running app as Twilio would, and shows what the caller hears.

  npm run call -- --to ${lines.newYork.number} [--from +14155550123] [--url http://localhost:3000]

The demo office has ${Object.values(lines)
  .map(({ number, friendlyName }) => `${number} (${friendlyName})`)
  .join(", ")}.`;

/** Twilio gives up on a call after ten redirects (error 11215). */
const mostRedirects = 10;

async function main() {
  const { values } = parseArgs({
    options: {
      to: { type: "string" },
      from: { type: "string", default: "+14155550123" },
      url: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const baseUrl = values.url ?? findRunningApp();
  if (values.help || !values.to) return fail(usage);
  if (!baseUrl)
    return fail("The app is not running: start it with “npm run dev”, or say where it is with --url.");

  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = localSettings();
  const account = { accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN, baseUrl };
  const parameters = callParameters({ from: values.from, to: values.to, callSid: sid("CA") });
  console.log(`\n${values.from} calls ${values.to}.`);

  let url: string | null = `${baseUrl}/api/voice`;
  for (let redirects = 0; url && redirects <= mostRedirects; redirects += 1) {
    const answer = await postAsTwilio(account, url, parameters).catch(() => null);
    if (!answer)
      return fail(`Nothing answers at ${baseUrl}: start the app with “npm run dev”, or give --url.`);
    if (answer.status !== 200) return fail(`The app answered ${answer.status}: ${answer.body.trim()}`);
    url = show(answer.body, url);
  }
}

/** Shows one answer, and returns where Twilio would go on by itself. */
function show(twiml: string, from: string): string | null {
  const { steps, fault } = interpretTwiml(twiml);
  console.log(`\n${indent(twiml.trim())}\n`);
  for (const one of fault ? [fault] : checkTwiml(twiml)) console.log(`  ! Line ${one.line}: ${one.message}`);
  for (const step of steps) console.log(`  → ${describeStep(step, { nameUrl })}`);
  const last: CallStep | undefined = steps.at(-1);
  return last?.kind === "redirect" ? new URL(last.url, from).href : null;
}

/** What happens at the URL of a step, which itself is of no use to a reader. */
function nameUrl(url: string): string | null {
  const [, kind = ""] = /\/api\/voice\/([a-z-]+)/.exec(url) ?? [];
  const names: Record<string, string> = {
    go: "the next action",
    extension: "whoever has the extension",
    directory: "whoever has the name",
    "after-dial": "what follows a ring",
    screen: "the question to whoever picks up",
    "after-record": "what follows a message",
    fallback: "what follows the fallback number",
  };
  return names[kind] ?? null;
}

const indent = (text: string): string => text.replace(/^/gm, "    ");

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
