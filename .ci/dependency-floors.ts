/**
 * The lowest version of each package that may be installed, and what was wrong before it. It holds for every copy that the
 * lock file names, however deep. When an advisory is published, its fixed version is written here.
 */
export const dependencyFloors: Readonly<Record<string, { floor: string; why: string }>> = {
  next: { floor: "16.4.6", why: "the holes of 2026 in proxy and server actions" },
  "next-auth": { floor: "5.0.0-beta.32", why: "a session that could not be read counted as one" },
  "@auth/core": { floor: "0.41.3", why: "the same, in what next-auth is made of" },
  "drizzle-orm": { floor: "0.45.2", why: "SQL injection through names of columns" },
  react: { floor: "19.2.3", why: "CVE-2025-55182 and what followed it" },
  "react-dom": { floor: "19.2.3", why: "goes with react" },
  nodemailer: { floor: "7.0.11", why: "CVE-2025-14874: addresses that take for ever to read" },
  axios: { floor: "1.13.5", why: "CVE-2026-25639; the twilio package speaks through it" },
  "form-data": { floor: "4.0.4", why: "CVE-2025-7783: boundaries that can be guessed" },
  "follow-redirects": { floor: "1.15.6", why: "CVE-2024-28849: credentials sent on to another host" },
  qs: { floor: "6.14.1", why: "CVE-2025-15284: lists without a limit" },
  jsonwebtoken: { floor: "9.0.0", why: "CVE-2022-23540: tokens without a signature" },
  jws: { floor: "4.0.1", why: "CVE-2025-65945: signatures that are not checked" },
  lodash: { floor: "4.17.23", why: "CVE-2025-13465: prototype pollution" },
  "js-yaml": { floor: "4.1.1", why: "CVE-2025-64718: prototype pollution" },
  nanoid: { floor: "3.3.8", why: "CVE-2024-55565: ids that can be guessed" },
  sharp: { floor: "0.32.6", why: "CVE-2023-4863: the WebP decoder" },
  ws: { floor: "7.5.10", why: "CVE-2024-37890: a server that many headers stop" },
};

/** Packages whose program may run while they are installed: esbuild puts the one of this machine in its place. */
export const mayRunAtInstall: ReadonlySet<string> = new Set(["esbuild"]);
