import { connect } from "../../db/client";
import { logFault } from "../log";
import type { Settings } from "../settings-schema";
import { setupCode } from "./setup-code";

/**
 * At the start of a server: while there is no owner, prints where the first one is made, and the code that this asks for.
 * One that is set is not printed: whoever set it has it. A database that is away is no reason not to start.
 *
 * `next.config.ts` calls it, whose loader knows no path that begins with "@/".
 */
export async function announceFirstRun(settings: Settings): Promise<void> {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT, SETUP_CODE, PUBLIC_BASE_URL = "" } = settings;
  if (SETUP_CODE) return;
  try {
    const { $client } = connect({ databaseUrl: DATABASE_URL, httpEndpoint: NEON_HTTP_ENDPOINT });
    const owners = await $client.query("select 1 from staff_users where role = 'owner' limit 1");
    if (owners.length > 0) return;
  } catch (error) {
    logFault("firstRun.unknown", error);
    return;
  }
  // biome-ignore lint/suspicious/noConsole: whoever starts the server reads what it prints.
  console.log(`\n  No owner yet: open ${PUBLIC_BASE_URL}/setup with the code ${setupCode(settings)}\n`);
}
