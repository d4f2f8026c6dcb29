import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { connect } from "@/db/client";
import { migrateDeployment } from "@/db/migrate-deployment";
import { hasOwner } from "@/db/queries/staff/owners";
import { lines } from "@/db/seed/demo-office";
import { type DemoSignIn, demoSignIn } from "@/db/seed/demo-owner";
import { seedIfEmpty } from "@/db/seed/seed-if-empty";
import { setupCode } from "@/lib/auth/setup-code";
import { settings as deployedSettings } from "@/lib/env";
import { ensureLocalDatabase } from "./local-database";
import { announceRunning, localSettings } from "./local-settings";

const firstPort = 3000;

/** `npm run dev`: the app on the embedded database, migrated, seeded, and ready to answer a call. */
async function main() {
  const settings = localSettings();
  // A database that somebody has named is theirs: it is brought up to date, and gets no demo office.
  const isOwn = !process.env.DATABASE_URL;
  const database = await ensureLocalDatabase();
  try {
    const db = connect(database);
    // With what `vercel env pull` writes, production's database might be named here.
    const { VERCEL_ENV } = deployedSettings();
    await migrateDeployment(db, { VERCEL_ENV, DATABASE_URL: database.databaseUrl });
    const signIn = isOwn ? demoSignIn() : null;
    if (signIn) await seedIfEmpty(db, signIn, new Date().getFullYear());
    const firstRunCode = (await hasOwner(db))
      ? null
      : setupCode({ ...settings, SETUP_CODE: process.env.SETUP_CODE || undefined });
    const port = process.env.PORT ? Number(process.env.PORT) : await nextFreePort(firstPort);
    const baseUrl = `http://localhost:${port}`;
    const app = startNext(port, {
      ...settings,
      DATABASE_URL: database.databaseUrl,
      ...(database.httpEndpoint && { NEON_HTTP_ENDPOINT: database.httpEndpoint }),
      PUBLIC_BASE_URL: process.env.PUBLIC_BASE_URL || baseUrl,
    });
    const takeBack = announceRunning(baseUrl);
    untilItAnswers(`http://127.0.0.1:${port}/api/voice`, app).then(() =>
      printCard(baseUrl, signIn, firstRunCode),
    );
    const [code] = await once(app, "exit");
    takeBack();
    process.exitCode = code ?? 0;
  } finally {
    database.close();
  }
}

async function nextFreePort(port: number): Promise<number> {
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (!isFree) return nextFreePort(port + 1);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function startNext(port: number, settings: Record<string, string>): ChildProcess {
  const next = ["node_modules/next/dist/bin/next", "dev", "-H", "127.0.0.1", "-p", String(port)];
  const app = spawn(process.execPath, next, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...settings },
  });
  // Ctrl+C reaches the app by itself, being in the same group; this process waits for it and then lets go.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => app.kill(signal));
  return app;
}

/** The first request compiles the voice route, so that the first call does not wait for it. */
async function untilItAnswers(url: string, app: ChildProcess): Promise<void> {
  while (app.exitCode === null) {
    const isUp = await fetch(url).then(
      (response) => response.status === 405,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @param code of the first run, while nobody can sign in yet. */
function printCard(baseUrl: string, signIn: DemoSignIn | null, code: string | null): void {
  const text = [
    "",
    `  Switchboard   ${baseUrl}`,
    ...(signIn ? [`  Sign in       ${signIn.email}  ·  ${signIn.password}`] : []),
    ...(code ? [`  First run     ${baseUrl}/setup  ·  code ${code}`] : []),
    `  Try a call    npm run call -- --to ${lines.newYork.number}`,
    "",
  ];
  console.log(text.join("\n"));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
