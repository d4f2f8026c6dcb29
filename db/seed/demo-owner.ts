import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const file = fileURLToPath(new URL("../../.data/demo-sign-in.json", import.meta.url));

const schema = z.object({ email: z.string(), password: z.string() });

export type DemoSignIn = z.infer<typeof schema>;

/** The demo owner's sign-in on this machine: made up once, and kept beside the embedded database for the next start. */
export function demoSignIn(): DemoSignIn {
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  const signIn = { email: "owner@alder-finch.example", password: randomBytes(9).toString("base64url") };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(signIn, null, 2)}\n`, { mode: 0o600 });
  return signIn;
}
