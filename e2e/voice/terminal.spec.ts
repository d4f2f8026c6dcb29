import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { findCall } from "@/db/queries/calls/find-call";
import { openTerminal } from "../call/terminal";
import { expect, test } from "../fixtures";
import { anyNumber, makeAction, makeLine, makePerson } from "../office/make-line";
import type { Office } from "../office/start-office";

/** `npm run call` as a process, with what is typed through a pipe. */
async function call(office: Office, words: string[], typed = "") {
  const { accountSid, authToken, baseUrl } = office.account;
  const child = spawn(process.execPath, ["--import", "tsx", "e2e/call/call.ts", "--url", baseUrl, ...words], {
    env: {
      ...process.env,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      DATABASE_URL: office.databaseUrl,
      NEON_HTTP_ENDPOINT: office.database.endpoint,
    },
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk));
  child.stdin.end(typed);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const sid = /\/calls\/(CA[0-9a-f]{32})/.exec(printed)?.[1];
  return { code, printed, log: sid ? await findCall(office.db, sid) : null };
}

/** A menu, whose 1 rings a person of this name, who leads to a message. */
async function lineOf({ db }: Office, name: string) {
  const person = await makePerson(db, name);
  const message = await makeAction(db, "voicemail", { greeting: { value: "Please leave a message." } });
  const ring = await makeAction(db, "ring-one", {
    people: { people: [{ personId: person.id }] },
    unanswered: { actionId: message.id },
  });
  const menu = await makeAction(db, "menu", {
    greeting: { value: "Welcome." },
    choices: { menu: [{ menuKey: "1", label: "a person", actionId: ring.id }] },
    otherwise: { actionId: message.id },
  });
  return makeLine(db, { openActionId: menu.id });
}

test("a call from the terminal goes on by itself where nobody can be asked", async ({ office }) => {
  const { number } = await lineOf(office, "Ana Lima");
  const [plain, taken, unanswered] = await Promise.all([
    call(office, ["--to", number, "--twiml"]),
    call(office, ["--to", number, "--keys", "1", "--answers", "lima"]),
    call(office, ["--to", number, "--keys", "9,1", "--nobody", "--message", "0"]),
  ]);
  expect(plain.code, plain.printed).toBe(0);
  expect(plain.printed).toContain("The caller hears “Welcome.”");
  expect(plain.printed).toContain("<Gather");
  expect(plain.printed).toContain("The end: left a message of 12 s.");
  expect(plain.log).toMatchObject({ result: "voicemail", to: number });

  expect(taken.code, taken.printed).toBe(0);
  expect(taken.printed).toContain("The caller hears it ring: Ana Lima");
  expect(taken.printed).toMatch(/Ana Lima hears “Call for .*To take it, press 1\.”/);
  expect(taken.printed).not.toContain("<Gather");
  expect(taken.printed).toContain("The end: talked to Ana Lima.");
  expect(taken.log).toMatchObject({ result: "answered", answeredByName: "Ana Lima" });

  expect(unanswered.code, unanswered.printed).toBe(0);
  expect(unanswered.printed).toContain("Ana Lima stops ringing");
  expect(unanswered.printed).toContain("The end: hung up by the app.");
  expect(unanswered.log).toMatchObject({ result: "missed", voicemails: [] });
});

test("on a terminal it asks what the caller does and who answers", async ({ office }) => {
  const { number } = await lineOf(office, "Ana Lima");
  const [message, hungUp] = await Promise.all([
    call(office, ["--to", number, "--ask"], "1\nsomebody else\nmailbox ana\nabc\n33\n"),
    call(office, ["--to", number, "--ask"], "1\nh\n"),
  ]);
  expect(message.code, message.printed).toBe(0);
  expect(message.printed).toContain("Who answers: Ana Lima?");
  expect(message.printed).toContain("Ana Lima is hung up");
  expect(message.printed).toContain("The end: left a message of 33 s.");
  expect(message.log).toMatchObject({ result: "voicemail", voicemails: [{ durationSeconds: 33 }] });
  expect(hungUp.printed).toContain("The end: the caller hung up.");
  expect(hungUp.log).toMatchObject({ result: "missed" });
});

test("a call from the terminal says what is missing", async ({ office }) => {
  const [nobody, nothing] = await Promise.all([
    call(office, []),
    call(office, ["--to", anyNumber(), "--url", "http://127.0.0.1:9"]),
  ]);
  expect(nobody.code).toBe(1);
  expect(nobody.printed).toContain("npm run call -- --to");
  expect(nothing.code).toBe(1);
  expect(nothing.printed).toContain("Nothing answers at http://127.0.0.1:9");
});

/** What is answered to a question when keys arrive in these chunks, the first of them before it is asked. */
async function answerTo(early: string, chunks: readonly string[]): Promise<string | null> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const terminal = openTerminal(stdin, new PassThrough().resume());
  const arrive = async (chunk: string) => {
    stdin.write(chunk);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await arrive(early);
  const answer = terminal.ask("Type a key: ");
  for (const chunk of chunks) await arrive(chunk);
  const given = await answer;
  terminal.close();
  return given;
}

test("keys count where the arrows have gone to, however they are cut into chunks", async () => {
  const [left, right, home] = ["\u001b[D", "\u001b[C", "\u001bOH"];
  const burst = `12${left}${left}${right}3é${right}4${home}0\r`;
  expect(await answerTo("", [burst])).toBe("013é24");
  expect(await answerTo("", [...burst])).toBe("013é24");
  for (let cut = 1; cut < burst.length; cut += 1) {
    const [before, after] = [burst.slice(0, cut), burst.slice(cut)];
    expect(await answerTo("", [before, after]), `cut at ${cut}`).toBe("013é24");
    // Typed before the question came, as far as it is no whole line.
    expect(await answerTo(before, [after]), `asked at ${cut}`).toBe("013é24");
  }
});
