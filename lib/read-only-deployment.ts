import type { Settings } from "./settings-schema";

/**
 * Whether this is one of Vercel's previews, or a developer's copy of one. Their database holds copies of real people and
 * numbers: nothing may leave from there, neither to Twilio nor by e-mail. Where VERCEL_ENV is not set, the app is hosted
 * by its owner and may.
 */
export const isReadOnlyDeployment = ({ VERCEL_ENV }: Pick<Settings, "VERCEL_ENV">): boolean =>
  VERCEL_ENV === "preview" || VERCEL_ENV === "development";
