import { headers } from "next/headers";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { Temporal } from "temporal-polyfill";
import { endOneSession } from "@/db/queries/staff/ended-sessions";
import { settings } from "@/lib/env";
import { logFault, logRefusal } from "@/lib/log";
import { admitFromProvider } from "./admit-from-provider";
import { checkPassword } from "./check-password";
import { credentialsSchema } from "./credentials";
import { networkFrom } from "./network-of";
import { isOverHttps } from "./over-https";
import { pageDatabase } from "./page-database";
import { authProviders } from "./providers";
import { cookieSettings } from "./session-cookies";
import { beginLife, lifeLeft, mostSessionDays } from "./session-life";
import { SignInRefused } from "./sign-in-refused";
import { verifiedEmail } from "./verified-email";

declare module "next-auth" {
  interface User {
    sessionVersion: number;
  }
  interface Session {
    staffUserId: string;
    /** As the user had it when they signed in: a session with an older one has ended. */
    sessionVersion: number;
    /** Of this session alone. */
    sessionId: string;
  }
}

/** Also reached past our form, at next-auth's own URL: so it parses, and slows down, by itself. */
const password = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(given, request) {
    const parsed = credentialsSchema.safeParse(given);
    if (!parsed.success) throw new SignInRefused({ kind: "wrong" });
    const outcome = await checkPassword(pageDatabase(), {
      ...parsed.data,
      address: networkFrom(request.headers),
      at: Temporal.Now.instant(),
    });
    if (outcome.kind !== "right") throw new SignInRefused(outcome);
    return { id: outcome.staffUserId, sessionVersion: outcome.sessionVersion };
  },
});

/** Where somebody goes whom a provider knows and we do not. */
const notInvitedPath = "/sign-in?error=AccessDenied";

/** Made at the first request, not when the file is loaded: a build has no settings. */
const config = async (): Promise<NextAuthConfig> => ({
  secret: settings().AUTH_SECRET,
  // Only Vercel is trusted by default. The host decides where a redirect leads, which our own form does not leave to it.
  trustHost: true,
  ...cookieSettings(isOverHttps(await headers())),
  providers: [password, ...authProviders(settings())],
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  session: { strategy: "jwt", maxAge: mostSessionDays * 24 * 60 * 60 },
  callbacks: {
    async signIn({ user, account, profile }) {
      // A password has been checked by then.
      if (!account || account.type === "credentials") return true;
      const email = verifiedEmail(account.provider, profile ?? {}, settings());
      const admitted =
        email &&
        (await admitFromProvider(pageDatabase(), {
          email,
          name: user.name ?? "",
          address: networkFrom(await headers()),
          at: Temporal.Now.instant(),
        }));
      if (!admitted) {
        const reason = email ? "nobody who may come in" : "an address that is not vouched for";
        logRefusal("access.refused", { provider: account.provider, reason });
        return notInvitedPath;
      }
      // next-auth hands this same object on to `jwt`, with an id that it has made up.
      Object.assign(user, { id: admitted.staffUserId, sessionVersion: admitted.sessionVersion });
      return true;
    },
    // Who it is, and nothing about them: names and roles are read afresh on every request.
    jwt({ token, user }) {
      const at = Temporal.Now.instant();
      if (user) return { sub: token.sub ?? "", sessionVersion: user.sessionVersion, ...beginLife(at) };
      return lifeLeft(token, at) && token;
    },
    session: ({ session, token }) => ({
      ...session,
      staffUserId: token.sub ?? "",
      sessionVersion: Number(token.sessionVersion),
      sessionId: String(token.sessionId),
    }),
  },
  events: {
    // By our form or at next-auth's own URL. The browser's cookie goes even if this fails, which is logged.
    async signOut(ended) {
      const at = Temporal.Now.instant();
      const life = "token" in ended && ended.token && lifeLeft(ended.token, at);
      if (life) await endOneSession(pageDatabase(), { sessionId: life.sessionId, at });
    },
  },
  logger: {
    error(error) {
      if (!(error instanceof CredentialsSignin)) logFault("auth.failed", causeOf(error));
    },
  },
});

/** next-auth wraps what a provider throws. */
const causeOf = (error: Error): unknown =>
  typeof error.cause === "object" && error.cause && "err" in error.cause ? error.cause.err : error;

export const { handlers, auth, signIn, signOut } = NextAuth(config);
