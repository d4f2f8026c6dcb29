import type { Settings } from "../settings-schema";
import { emailAddress } from "./credentials";

/** What a provider says about somebody, in the claims of an ID token that next-auth has checked. */
export type ProviderClaims = Readonly<Record<string, unknown>>;

/**
 * The address that a provider vouches for, in lower case; null when it vouches for none.
 *
 * Google says whether it has verified the address (Google, "OpenID Connect: ID token claims"). Microsoft says so of no
 * address, but those of one tenant's members are set by its administrators; guests and other tenants bring addresses that
 * anybody can have made up (Microsoft, "Claims validation: use the right claims").
 */
export function verifiedEmail(provider: string, claims: ProviderClaims, settings: Settings): string | null {
  const isVouchedFor =
    provider === "google"
      ? claims.email_verified === true
      : provider === "microsoft-entra-id" && isMemberOfTenant(claims, settings);
  if (!isVouchedFor) return null;
  const parsed = emailAddress.safeParse(claims.email);
  return parsed.success ? parsed.data : null;
}

function isMemberOfTenant(claims: ProviderClaims, settings: Settings): boolean {
  const issuer = settings.AUTH_MICROSOFT_ENTRA_ID_ISSUER;
  if (!issuer) return false;
  const isOwnTenant = claims.iss === issuer && issuer.split("/")[3] === claims.tid;
  // Of a guest, "idp" names where they come from; of a member it is the issuer, or left out.
  const isMember = claims.idp === undefined || claims.idp === issuer;
  // Sent where the tenant asks for it: whether the owner of the address's domain has been verified.
  const isUnverifiedDomain = claims.xms_edov !== undefined && !isYes(claims.xms_edov);
  return isOwnTenant && isMember && !isUnverifiedDomain;
}

const isYes = (claim: unknown): boolean => claim === true || claim === 1 || claim === "1" || claim === "true";
