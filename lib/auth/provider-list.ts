import type { Settings } from "../settings-schema";

/** Where else people can prove who they are. */
export const providerNames = { google: "Google", "microsoft-entra-id": "Microsoft" } as const;

export type ProviderId = keyof typeof providerNames;

/** Where the browser is sent to, which is no path of ours: next-auth would look it up on the network at each sign-in. */
export const authorizationUrls: Record<ProviderId, (settings: Settings) => string> = {
  google: () => "https://accounts.google.com/o/oauth2/v2/auth",
  "microsoft-entra-id": ({ AUTH_MICROSOFT_ENTRA_ID_ISSUER: issuer = "" }) =>
    issuer.replace(/\/v2\.0$/, "/oauth2/v2.0/authorize"),
};

/** Those that the settings name, in the order of their buttons. */
export function configuredProviders(settings: Settings): ProviderId[] {
  const { AUTH_GOOGLE_ID, AUTH_MICROSOFT_ENTRA_ID_ID } = settings;
  return [
    ...(AUTH_GOOGLE_ID ? (["google"] as const) : []),
    ...(AUTH_MICROSOFT_ENTRA_ID_ID ? (["microsoft-entra-id"] as const) : []),
  ];
}

/** The origins that a form of ours may lead on to. */
export const providerOrigins = (settings: Settings): string[] =>
  configuredProviders(settings).map((id) => new URL(authorizationUrls[id](settings)).origin);
