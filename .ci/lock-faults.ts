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
      optional: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
    }),
  ),
});

type Installed = z.infer<typeof lockSchema>["packages"][string];

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
  for (const [path, found] of installed) {
    const { version, resolved, integrity, hasInstallScript, link, inBundle } = found;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    if (link || (resolved !== undefined && !resolved.startsWith(registry))) {
      faults.push(`${path} does not come from the registry: ${resolved ?? "a link"}.`);
    }
    // What comes inside of another package is covered by that one's checksum.
    if (!integrity && !inBundle && !isForElsewhere(found)) faults.push(`${path} has no checksum.`);
    if (hasInstallScript && !mayRunAtInstall.has(name)) {
      faults.push(`${path} runs a program of its own while it is installed.`);
    }
    const rule = floors[name];
    if (rule && (version === undefined || isBelow(version, rule.floor))) {
      faults.push(`${path} is ${version}, below ${rule.floor}: ${rule.why}.`);
    }
  }
  const names = new Set(installed.map(([path]) => path.replace(/^.*node_modules\//, "")));
  const forSomeSystem = installed.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies),
  );
  for (const name of new Set(forSomeSystem.filter((name) => !names.has(name)))) {
    faults.push(
      `${name} is left out: npm 10 would never install it where it is needed, and \`npm ci\` fails.`,
    );
  }
  for (const name of [...Object.keys(floors), ...mayRunAtInstall]) {
    if (!names.has(name)) faults.push(`${name} has a rule, but is not installed any more.`);
  }
  return faults;
}

/**
 * Whether it is a build for a machine on which neither CI nor a server runs. A registry's copy need not hold those, and
 * then npm knows no checksum of theirs; it adds one where it first installs them.
 */
function isForElsewhere({ optional, os, cpu, libc }: Installed): boolean {
  const isForServers = os?.includes("linux") && cpu?.some((kind) => /^(x64|arm64)$/.test(kind));
  return optional === true && cpu !== undefined && !(isForServers && libc?.includes("glibc"));
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
