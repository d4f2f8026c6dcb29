import { bin, finish, playwrightStep, runInTurn, type Step } from "./steps";

/**
 * `npm run test:deep`: what takes too long for each push, and ends by itself.
 *
 * - the log and the inbox at their full size, a migration that is killed, and a database that is killed while many write;
 * - Vercel's own build, which fetches Vercel's CLI by npx and fails where it cannot;
 * - the smoke test of a deployment, against this build;
 * - any call of any set-up: CALL_SECONDS says for how long, ten minutes unless told, and CALL_SEED, CALL_PATH and
 *   CALL_STEPS, which a failure names, play its calls again;
 * - made-up requests: FUZZ_RUNS, FUZZ_SEED and FUZZ_PATH likewise;
 * - one call told over and over: REPLAYS and REPLAY_SEED;
 * - every route against every fault;
 * - every page in four looks, lists of a thousand rows, and whatever else of the pages is marked as deep.
 */
const asked = (name: string, usually: string) => ({ [name]: process.env[name] || usually });

const calls = (name: string, spec: string, environment: Record<string, string>): Step =>
  playwrightStep(name, ["--project=voice", spec], environment);

const steps: Step[] = [
  {
    name: "A log and an inbox of their full size, and a migration that is killed",
    command: [bin("vitest"), "run", "--project", "deep"],
  },
  {
    name: "A database that is killed",
    command: [bin("vitest"), "run", "--project", "database", "db/embedded/serve.test.ts", "-t", "kill -9"],
    options: { environment: asked("KILL_ROUNDS", "20") },
  },
  // Before the build that the others ask, since it leaves one of its own in its place.
  { name: "Vercel's own build", command: [bin("tsx"), ".ci/vercel/check-vercel-build.ts"] },
  { name: "Build", command: [bin("next"), "build"] },
  { name: "The smoke test, here", command: [bin("tsx"), ".ci/smoke-here.ts"] },
  playwrightStep("Pages in their looks, and long lists", ["--project=pages"], { DEEP: "1" }),
  calls("Every fault", "faults", { FAULTS: "all" }),
  calls("Made-up requests", "fuzz", {
    ...asked("FUZZ_RUNS", "10000"),
    ...asked("FUZZ_SECONDS", "900"),
  }),
  calls("One call, told over and over", "replays", asked("REPLAYS", "1000")),
  calls("Any call", "any-call", { CALL_RUNS: "1000000", ...asked("CALL_SECONDS", "600") }),
];

finish(await runInTurn(steps));
