import { finish, runInTurn, type Step } from "./steps";

/**
 * `npm run test:deep`: what takes too long for each push, and ends by itself.
 *
 * - the log at its full size, a migration that is killed, and a database that is killed while many write;
 * - any call of any set-up: CALL_SECONDS says for how long, ten minutes unless told, and CALL_SEED and CALL_PATH, which a
 *   failure names, play its calls again;
 * - made-up requests: FUZZ_RUNS, FUZZ_SEED and FUZZ_PATH likewise;
 * - one call told over and over: REPLAYS and REPLAY_SEED;
 * - every route against every fault;
 * - each page in every look, lists of a thousand rows, and whatever else of the pages is marked as deep.
 */
const bin = (name: string) => `node_modules/.bin/${name}`;

const asked = (name: string, usually: string) => ({ [name]: process.env[name] || usually });

const playwright = (name: string, specs: string[], environment: Record<string, string>): Step => ({
  name,
  command: [bin("playwright"), "test", "--project=voice", ...specs],
  options: { report: "playwright", environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: "REPORT", ...environment } },
});

const steps: Step[] = [
  {
    name: "A log of its full size, and a migration that is killed",
    command: [bin("vitest"), "run", "--project", "deep"],
  },
  {
    name: "A database that is killed",
    command: [bin("vitest"), "run", "--project", "database", "db/embedded/serve.test.ts", "-t", "kill -9"],
    options: { environment: asked("KILL_ROUNDS", "20") },
  },
  { name: "Build", command: [bin("next"), "build"] },
  {
    name: "Pages in every look, and long lists",
    command: [bin("playwright"), "test", "--project=pages"],
    options: { report: "playwright", environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: "REPORT", DEEP: "1" } },
  },
  playwright("Every fault", ["faults"], { FAULTS: "all" }),
  playwright("Made-up requests", ["fuzz"], {
    ...asked("FUZZ_RUNS", "10000"),
    ...asked("FUZZ_SECONDS", "900"),
  }),
  playwright("One call, told over and over", ["replays"], asked("REPLAYS", "1000")),
  playwright("Any call", ["any-call"], { CALL_RUNS: "1000000", ...asked("CALL_SECONDS", "600") }),
];

finish(await runInTurn(steps));
