import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { madeUpSettings } from "./made-up-settings";
import { filesIn, readFunctions } from "./read-output";

/**
 * `npm run vercel-check`: builds as Vercel does, without an account, and looks at what came out. The migration is left
 * out: the database is made up, and Vercel refuses a stand-in for one. Everything else is as on Vercel.
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
    buildCommand: "npx tsx .ci/vercel/check-settings.ts && npx next build",
  },
};

const folder = mkdtempSync(join(tmpdir(), "switchboard-vercel-"));
const output = join(folder, "output");
const { environment, secrets } = madeUpSettings();

/** Of somebody who has linked their clone to a project of theirs. */
const linkedProject = join(folder, "project.json");
if (existsSync(projectFile)) renameSync(projectFile, linkedProject);
const faults: string[] = [];
try {
  mkdirSync(".vercel", { recursive: true });
  writeFileSync(projectFile, JSON.stringify(project));
  faults.push(...refusesWithoutSettings());
  const built = vercelBuild(environment);
  faults.push(...(built === 0 ? faultsOfOutput() : [`“vercel build” ended with ${built}.`]));
} finally {
  rmSync(projectFile);
  if (existsSync(linkedProject)) renameSync(linkedProject, projectFile);
  rmSync(folder, { recursive: true });
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "Vercel would take this build." : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

function vercelBuild(settings: Record<string, string>): number {
  const command = ["--yes", cli, "build", "--yes", "--prod", "--token=none", `--output=${output}`];
  const { status } = spawnSync("npx", command, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", VERCEL_TELEMETRY_DISABLED: "1", ...settings },
  });
  return status ?? 1;
}

/** The real command of a deployment, with a setting taken away: it must end before it comes to the database. */
function refusesWithoutSettings(): string[] {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "vercel-build"], {
    encoding: "utf8",
    env: { ...process.env, VERCEL: "1", ...environment, SETUP_CODE: "" },
  });
  const said = stdout + stderr;
  return status !== 0 && said.includes("SETUP_CODE is not set") && !said.includes("fetch failed")
    ? []
    : [`Without SETUP_CODE the build should have said so and stopped. It said:\n${said}`];
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
