import { z } from "zod";

export interface Rules {
  floors: Readonly<Record<string, { floor: string; why: string }>>;
  mayRunAtInstall: ReadonlySet<string>;
}

/** What is looked at of a `package.json`. */
export const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** What is looked at of a `package-lock.json` (npm, "package-lock.json", version 3). */
export const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      /** Left out for what comes from the registry. */
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
});

const registry = "https://registry.npmjs.org/";
const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** What is wrong with the dependencies, a line each: what is asked for, and what is installed for it. */
export function dependencyFaults(
  { dependencies, devDependencies }: z.infer<typeof manifestSchema>,
  { packages }: z.infer<typeof lockSchema>,
  { floors, mayRunAtInstall }: Rules,
): string[] {
  const faults: string[] = [];
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (!exactVersion.test(version)) faults.push(`${name} is not pinned to one version: “${version}”.`);
  }
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  for (const [path, { version, resolved, integrity, hasInstallScript, link, inBundle }] of installed) {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    if (link || (resolved !== undefined && !resolved.startsWith(registry))) {
      faults.push(`${path} does not come from the registry: ${resolved ?? "a link"}.`);
    }
    // What comes inside of another package is covered by that one's checksum.
    if (!integrity && !inBundle) faults.push(`${path} has no checksum.`);
    if (hasInstallScript && !mayRunAtInstall.has(name)) {
      faults.push(`${path} runs a program of its own while it is installed.`);
    }
    const rule = floors[name];
    if (rule && (version === undefined || isBelow(version, rule.floor))) {
      faults.push(`${path} is ${version}, below ${rule.floor}: ${rule.why}.`);
    }
  }
  const names = new Set(installed.map(([path]) => path.replace(/^.*node_modules\//, "")));
  for (const name of [...Object.keys(floors), ...mayRunAtInstall]) {
    if (!names.has(name)) faults.push(`${name} has a rule, but is not installed any more.`);
  }
  return faults;
}

/** Whether a version comes before another one (Semantic Versioning 2.0.0, 11). */
export function isBelow(version: string, floor: string): boolean {
  const [release = "", pre = ""] = cut(version);
  const [floorRelease = "", floorPre = ""] = cut(floor);
  const order = byNumbers.compare(release, floorRelease);
  if (order !== 0) return order < 0;
  // What comes before a release has a suffix; the release itself has none.
  if (pre === "" || floorPre === "") return pre !== "" && floorPre === "";
  return byNumbers.compare(pre, floorPre) < 0;
}

const byNumbers = new Intl.Collator("en", { numeric: true });

const cut = (version: string): string[] => {
  const hyphen = version.indexOf("-");
  return hyphen < 0 ? [version] : [version.slice(0, hyphen), version.slice(hyphen + 1)];
};
