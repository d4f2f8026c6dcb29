import { loadEnvFiles } from "@/db/embedded/local-settings";
import { readSettings, SettingsError } from "@/lib/settings-schema";

/**
 * The first step of a build on Vercel: a setting that is missing or malformed stops it with a message that names it,
 * before the database has been touched.
 */
try {
  loadEnvFiles();
  readSettings(process.env);
  console.log("The settings are complete.");
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
