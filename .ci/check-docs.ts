import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Prose must stay true: every path, link, npm script and test that the documents name has to exist. */

const listFiles = (pattern: string): string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", pattern], {
    encoding: "utf8",
  })
    .split("\n")
    .filter((path) => path !== "" && existsSync(path));

const documents = listFiles("*.md");

const scripts = new Set(Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts));
const builtInScripts = new Set(["install", "test", "start", "ci", "audit"]);
const roots = ["app/", "lib/", "db/", "e2e/", "public/", "docs/", ".ci/", ".github/"];

const citedTests = /`([^`]+\.(?:spec|test)\.ts)`: ((?:(?:, |; | and )?“[^”]+”)+)/g;

const fileNames = new Set(listFiles("*").map((path) => basename(path)));

const faults: string[] = [];

for (const document of documents) {
  const text = readFileSync(document, "utf8");
  const lines = text.split("\n");
  lines.forEach((line, index) => {
    const fault = (what: string) => faults.push(`${document}:${index + 1}: ${what}`);
    for (const [, script = ""] of line.matchAll(/npm run ([\w:-]+)/g)) {
      if (!scripts.has(script)) fault(`there is no npm script “${script}”`);
    }
    for (const [, script = ""] of line.matchAll(/`npm (\w+)/g)) {
      if (script !== "run" && !builtInScripts.has(script)) fault(`there is no command “npm ${script}”`);
    }
    for (const [, target = ""] of line.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)) {
      if (!existsSync(join(dirname(document), target))) fault(`the link to ${target} leads nowhere`);
    }
    // The tests that are said to show something: a file, a colon, and their names or the beginnings of them.
    for (const [, path = "", names = ""] of line.matchAll(citedTests)) {
      const tests = existsSync(path) ? readFileSync(path, "utf8") : "";
      for (const [, name = ""] of names.matchAll(/“([^”]+)”/g)) {
        if (!tests.includes(name)) fault(`there is no test “${name}” in ${path}`);
      }
    }
    for (const [, path = ""] of line.matchAll(/`([\w.@()[\]/-]+)`/g)) {
      const isPath = roots.some((root) => path.startsWith(root));
      if (isPath && !existsSync(path)) fault(`there is no ${path}`);
      // A name alone stands for any file of that name, as `mutations.ts` beside each page.
      if (/^[\w.-]+\.(ts|tsx|json|md)$/.test(path) && !fileNames.has(path)) fault(`there is no ${path}`);
    }
  });
}

for (const fault of faults) console.error(fault);
console.log(`${documents.length} documents read, ${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
