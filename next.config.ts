import type { NextConfig } from "next";
import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants";
import { readSettings } from "./lib/env";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
};

/**
 * A missing or malformed setting stops the start, and on Vercel the build, rather than the first call. Elsewhere a
 * build needs no settings: it is the start that does.
 *
 * @throws SettingsError naming each variable.
 */
export default function configFor(phase: string): NextConfig {
  const isBuildOnVercel = phase === PHASE_PRODUCTION_BUILD && process.env.VERCEL !== undefined;
  if (phase === PHASE_PRODUCTION_SERVER || isBuildOnVercel) readSettings(process.env);
  return config;
}
