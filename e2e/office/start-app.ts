import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { type SettingName, settingNames } from "@/lib/env";

export type AppSettings = Partial<Record<SettingName, string>>;

export interface RunningApp {
  baseUrl: string;
  /** Of the process. */
  pid: number;
  /** Everything that it has printed. */
  output(): string;
  /** The hosts beyond this machine that it was kept from asking something of: see `stay-here.mjs`. */
  triedToReach(): string[];
  /** Says that a test makes it want to ask these. */
  mayTryToReach(...hosts: string[]): void;
  /** @throws if it tried to reach any other, since what a test does must not hang on what is out there. */
  close(): Promise<void>;
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** An address, which has no space in it whatever the folder is called. */
const stayHere = new URL("./stay-here.mjs", import.meta.url).href;

/** What keeps the app on this machine, unless its database is elsewhere, as the bench's may be. */
function stayingHere({ NEON_HTTP_ENDPOINT: endpoint }: AppSettings): string[] {
  const isDatabaseHere = endpoint !== undefined && /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(endpoint);
  return isDatabaseHere ? [`--import=${stayHere}`] : [];
}

/** The environment of the app with these settings and no other: an empty one keeps a `.env` file from filling it in. */
function environmentWith(given: AppSettings): NodeJS.ProcessEnv {
  const blank = Object.fromEntries(settingNames.map((name) => [name, ""]));
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
    NODE_OPTIONS: [process.env.NODE_OPTIONS ?? "", ...stayingHere(given)].join(" "),
    ...blank,
    ...given,
  };
}

/** Where to knock until the app is up. A GET of the voice route is 405: it touches nothing, but loads the route. */
const voiceRoute = { path: "/api/voice", status: 405 };

/**
 * Starts the built app (`next build` comes first) and waits until it answers.
 *
 * @throws when it stops instead, with what it printed.
 */
export async function startApp(given: AppSettings, door = voiceRoute): Promise<RunningApp> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)],
    {
      env: environmentWith({ PUBLIC_BASE_URL: baseUrl, ...given }),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const printed: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
  const output = () => Buffer.concat(printed).toString();
  await untilItAnswers(baseUrl, door, child, output);
  const expected = new Set<string>();
  const triedToReach = () => [
    ...new Set(
      Array.from(output().matchAll(/^refused to leave the machine for (.+)$/gm), ([, host = ""]) => host),
    ),
  ];
  return {
    baseUrl,
    pid: child.pid ?? 0,
    output,
    triedToReach,
    mayTryToReach: (...hosts) => hosts.forEach((host) => void expected.add(host)),
    close: async () => {
      await stop(child);
      const unexpected = triedToReach().filter((host) => !expected.has(host));
      if (unexpected.length > 0) {
        throw new Error(
          `The app under test wanted to reach ${unexpected.join(", ")}: no test may leave here.`,
        );
      }
    },
  };
}

const startSeconds = 60;

async function untilItAnswers(
  baseUrl: string,
  door: typeof voiceRoute,
  child: ChildProcess,
  output: () => string,
): Promise<void> {
  const deadline = Date.now() + startSeconds * 1000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The app stopped with ${child.exitCode}:\n${output()}`);
    const status = await fetch(baseUrl + door.path).then(
      (response) => response.status,
      () => null,
    );
    if (status === door.status) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(child);
  throw new Error(`The app did not answer within ${startSeconds} s:\n${output()}`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on("exit", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5000).unref();
  });
}
