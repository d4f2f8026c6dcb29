import Google from "next-auth/providers/google";
import MicrosoftEntraId from "next-auth/providers/microsoft-entra-id";
import type { Settings } from "../settings-schema";
import { authorizationUrls, configuredProviders, type ProviderId } from "./provider-list";

interface Profile {
  sub?: string | null;
  name?: string | null;
  email?: string | null;
}

/** All that is asked of either: who it is. Their own defaults ask Microsoft for the person's photo too. */
const shared = (id: ProviderId, settings: Settings) => ({
  authorization: {
    url: authorizationUrls[id](settings),
    params: { scope: "openid profile email", prompt: "select_account" },
  },
  checks: ["pkce", "state", "nonce"] as ("pkce" | "state" | "nonce")[],
  profile: ({ sub, name, email }: Profile) => ({
    id: sub ?? "",
    name: name ?? null,
    email: email ?? null,
    // Which of its sessions count is known once the staff user has been found: see `admit-from-provider.ts`.
    sessionVersion: 0,
  }),
});

/** What next-auth needs to know of each. */
export const authProviders = (settings: Settings) =>
  configuredProviders(settings).map((id) =>
    id === "google"
      ? Google({
          clientId: settings.AUTH_GOOGLE_ID ?? "",
          clientSecret: settings.AUTH_GOOGLE_SECRET ?? "",
          ...shared(id, settings),
        })
      : MicrosoftEntraId({
          clientId: settings.AUTH_MICROSOFT_ENTRA_ID_ID ?? "",
          clientSecret: settings.AUTH_MICROSOFT_ENTRA_ID_SECRET ?? "",
          issuer: settings.AUTH_MICROSOFT_ENTRA_ID_ISSUER ?? "",
          ...shared(id, settings),
        }),
  );
