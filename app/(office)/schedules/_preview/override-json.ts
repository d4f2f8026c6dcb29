import { Temporal } from "temporal-polyfill";
import type { Override } from "@/lib/schedule/types";

/** An override on its way to the browser, which takes no instants: `until` in ISO 8601. */
export type OverrideJson = Omit<Override, "until"> & { until: string | null };

export const overrideToJson = (override: Override | null): OverrideJson | null =>
  override && { ...override, until: override.until?.toString() ?? null };

export const overrideFromJson = (json: OverrideJson | null): Override | null =>
  json && { ...json, until: json.until === null ? null : Temporal.Instant.from(json.until) };
