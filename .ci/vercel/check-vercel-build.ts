import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { text } from "node:stream/consumers";
import { connect } from "@/db/client";
import { migratedContents } from "@/db/embedded/migrated-contents";
import { startEmbeddedDatabase } from "@/db/embedded/start";
import { getDatabaseState } from "@/db/queries/health/get-database-state";
import { databaseMark } from "@/lib/database-mark";
import { migrationState } from "@/lib/migration-state";
import { madeUpSettings } from "./made-up-settings";
import { filesIn, readFunctions } from "./read-output";

/**
 * `npm run vercel-check`: builds as Vercel does, without an account, and looks at what came out. The deployment's own
 * command is run, whole, with an embedded database to migrate: for that the build is not told that it is on Vercel, where
 * a stand-in is refused. What it does when it is told is looked at beside it.
 */

const cli = "vercel@59.11.7";
const mostKilobytes = 250;
const projectFile = join(".vercel", "project.json");
const project = {
  projectId: "prj_made_up",
  orgId: "team_made_up",
  settings: {
    framework: "nextjs",
    nodeVersion: "24.x",
    // What is installed here is what is built.
    installCommand: "",
    buildCommand: "unset VERCEL && npm run vercel-build",
  },
};

const { environment, secrets } = madeUpSettings();
const folder = mkdtempSync(join(tmpdir(), "switchboard-vercel-"));
const output = join(folder, "output");

const faults = await hasCli().then((isThere) =>
  isThere
    ? checkBuild()
    : [
        `${cli} could not be fetched by npx, so nothing was checked. It is too large to be installed with everything else: ` +
          "npm's registry, or a cache that has it, has to be in reach.",
      ],
);
rmSync(folder, { recursive: true });
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "Vercel would take this build." : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function hasCli(): Promise<boolean> {
  const { code, said } = await run("npx", ["--yes", cli, "--version"], {});
  if (code !== 0) console.error(said);
  return code === 0;
}

async function checkBuild(): Promise<string[]> {
  /** Of somebody who has linked their clone to a project of theirs. */
  const linkedProject = join(folder, "project.json");
  if (existsSync(projectFile)) renameSync(projectFile, linkedProject);
  const database = await startEmbeddedDatabase({ contents: await migratedContents([]) });
  try {
    mkdirSync(".vercel", { recursive: true });
    writeFileSync(projectFile, JSON.stringify(project));
    const before = await refusesWithoutSettings();
    const built = await run(
      "npx",
      ["--yes", cli, "build", "--yes", "--prod", "--token=none", `--output=${output}`],
      { ...environment, NEON_HTTP_ENDPOINT: database.httpEndpoint, VERCEL_TELEMETRY_DISABLED: "1" },
    );
    console.log(built.said);
    if (built.code !== 0) return [...before, `“vercel build” ended with ${built.code}.`];
    return [...before, ...(await faultsOfDatabase(database.httpEndpoint)), ...faultsOfOutput()];
  } finally {
    await database.close();
    rmSync(projectFile, { force: true });
    if (existsSync(linkedProject)) renameSync(linkedProject, projectFile);
  }
}

/** Runs a program to its end. The database is served by this process, so nothing here may block. */
async function run(program: string, words: string[], settings: Record<string, string>) {
  const child = spawn(program, words, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...settings },
  });
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  return { code: Number(code ?? 1), said: stdout + stderr };
}

/** The real command of a deployment, with a setting taken away: it must end before it comes to the database. */
async function refusesWithoutSettings(): Promise<string[]> {
  const words = ["run", "--silent", "vercel-build"];
  const { code, said } = await run("npm", words, { VERCEL: "1", ...environment, SETUP_CODE: "" });
  return code !== 0 && said.includes("SETUP_CODE is not set") && !said.includes("fetch failed")
    ? []
    : [`Without SETUP_CODE the build should have said so and stopped. It said:\n${said}`];
}

/** It is migrated, and knows that it is production's. */
async function faultsOfDatabase(httpEndpoint: string): Promise<string[]> {
  const { DATABASE_URL: databaseUrl } = environment;
  const state = await getDatabaseState(connect({ databaseUrl, httpEndpoint }));
  const { applied, missing } = migrationState(state.migrationsApplied);
  console.log(`${applied} migrations applied.`);
  return [
    ...missing.map((name) => `The build has not applied ${name}.`),
    ...(state.productionMark === databaseMark(databaseUrl)
      ? []
      : ["The build has not left production's mark in its database."]),
  ];
}

function faultsOfOutput(): string[] {
  const functions = readFunctions(output, process.cwd());
  const find = (path: string) => functions.find((built) => built.path === path);
  const voice = routesDeclaredEdge().map((path) => ({ path, built: find(path) }));
  for (const { path, built } of voice) {
    console.log(`${(built?.kilobytes ?? 0).toFixed(1).padStart(7)} kB gzipped  ${built?.runtime}  ${path}`);
  }
  return [
    ...(voice.length === 0 ? ["No voice route was found."] : []),
    ...voice.flatMap(({ path, built }) => {
      if (built?.runtime !== "edge")
        return [`${path} came out as ${built?.runtime ?? "nothing"}, not as an edge function.`];
      if (!built.kilobytes) return [`${path} has no code.`];
      return built.kilobytes > mostKilobytes ? [`${path} is over ${mostKilobytes} kB gzipped.`] : [];
    }),
    ...faultsOfStaticFiles(),
  ];
}

/** Those that a caller waits for: the routes under `app/api/voice` that say so. */
function routesDeclaredEdge(): string[] {
  return filesIn("app/api/voice")
    .filter((file) => file.endsWith("route.ts") && /runtime = "edge"/.test(readFileSync(file, "utf8")))
    .map((file) => `/${relative("app", file).replace(/\/route\.ts$/, "")}`)
    .sort();
}

/** What every browser is sent. */
function faultsOfStaticFiles(): string[] {
  const files = filesIn(join(output, "static"));
  const scripts = files.filter((file) => file.endsWith(".js"));
  if (scripts.length === 0) return ["No script for browsers was built."];
  console.log(`${files.length} files for browsers read.`);
  return files.flatMap((file) => {
    const name = relative(output, file);
    const content = readFileSync(file);
    return [
      ...Object.entries(secrets).flatMap(([secret, value]) =>
        content.includes(value) ? [`${name} contains ${secret}.`] : [],
      ),
      ...(name.endsWith(".map") ? [`${name} is a source map.`] : []),
      ...(/\.(js|css)$/.test(name) && content.includes("sourceMappingURL=")
        ? [`${name} names a source map.`]
        : []),
    ];
  });
}
