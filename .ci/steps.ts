import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a step came to. A step that runs no tests counts as one. */
export interface StepResult {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
}

export interface StepOptions {
  environment?: Record<string, string>;
  /**
   * How its tests are counted from the report that it leaves; without one, by its exit code. A word `REPORT` of the
   * command or the environment stands for the report's path.
   */
  report?: "vitest" | "playwright";
}

/** Something to run, which has not begun. */
export interface Step {
  name: string;
  command: string[];
  options?: StepOptions;
}

export const bin = (name: string): string => `node_modules/.bin/${name}`;

/** Tests of one project of Vitest's, counted one by one. */
export function vitestStep(name: string, project: string, environment: Record<string, string> = {}): Step {
  const reporters = ["--reporter", "default", "--reporter", "json", "--outputFile.json", "REPORT"];
  return {
    name,
    command: [bin("vitest"), "run", "--project", project, ...reporters],
    options: { report: "vitest", environment },
  };
}

/** Playwright's tests, counted one by one: all of them, or those that its words choose. */
export function playwrightStep(
  name: string,
  words: string[] = [],
  environment: Record<string, string> = {},
): Step {
  return {
    name,
    command: [bin("playwright"), "test", ...words],
    options: { report: "playwright", environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: "REPORT", ...environment } },
  };
}

/** One after another, each with what it prints as it prints it. */
export async function runInTurn(steps: Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    console.log(`\n▸ ${step.name}`);
    results.push(await run(step, (chunk) => process.stdout.write(chunk)));
  }
  return results;
}

/**
 * Two at a time, in the order that is given, since none of them keeps two cores busy by itself. What each prints stands
 * together, once it is done.
 */
export async function runInTwos(steps: Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const left = [...steps.entries()];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [place, step] = next;
      const printed: Buffer[] = [];
      results[place] = await run(step, (chunk) => printed.push(chunk));
      console.log(`\n▸ ${step.name}`);
      process.stdout.write(Buffer.concat(printed));
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

/** Runs a program, hands on what it prints, and counts what it tested. */
async function run(
  { name, command, options = {} }: Step,
  print: (chunk: Buffer) => void,
): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  const reportFile = join(folder, "report.json");
  const started = performance.now();
  const withReport = (word: string) => (word === "REPORT" ? reportFile : word);
  const [program = "", ...words] = command.map(withReport);
  const own = Object.entries(options.environment ?? {}).map(([variable, value]) => [
    variable,
    withReport(value),
  ]);
  const isGreen = await succeeds(program, words, Object.fromEntries(own), print);
  const seconds = (performance.now() - started) / 1000;
  const counted =
    options.report && existsSync(reportFile) ? count(options.report, readFileSync(reportFile, "utf8")) : null;
  rmSync(folder, { recursive: true });
  if (!counted) return { name, passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, seconds };
  // A runner can fail without a failing test: a suite that did not load, an error outside of any test.
  return {
    name,
    passed: counted.passed,
    failed: isGreen ? counted.failed : Math.max(1, counted.failed),
    seconds,
  };
}

function succeeds(
  program: string,
  words: string[],
  environment: Record<string, string>,
  print: (chunk: Buffer) => void,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment },
    });
    child.stdout.on("data", print);
    child.stderr.on("data", print);
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

function count(report: "vitest" | "playwright", text: string): { passed: number; failed: number } {
  const json = JSON.parse(text);
  if (report === "vitest")
    return { passed: json.numPassedTests, failed: json.numTotalTests - json.numPassedTests };
  const { expected, unexpected, flaky, skipped } = json.stats;
  // A test that passes at the second try, or that is skipped, has not shown what it is there to show.
  return { passed: expected, failed: unexpected + flaky + skipped };
}

/** Prints each step, then one line for all of them, and sets the exit code. */
export function finish(results: StepResult[]): void {
  console.log("");
  for (const { name, passed, failed, seconds } of results) {
    console.log(
      `${failed === 0 ? "✓" : "✗"} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
    );
  }
  const sum = (key: "passed" | "failed") => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}
