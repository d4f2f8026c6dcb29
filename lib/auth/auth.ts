import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { Temporal } from "temporal-polyfill";
import { settings } from "@/lib/env";
import { logFault } from "@/lib/log";
import { checkPassword } from "./check-password";
import { credentialsSchema } from "./credentials";
import { networkFrom } from "./network-of";
import { pageDatabase } from "./page-database";
import { SignInRefused } from "./sign-in-refused";

declare module "next-auth" {
  interface User {
    sessionVersion: number;
  }
  interface Session {
    staffUserId: string;
    /** As the user had it when they signed in: a session with an older one has ended. */
    sessionVersion: number;
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

/** Made at the first request, not when the file is loaded: a build has no settings. */
const config = (): NextAuthConfig => ({
  secret: settings().AUTH_SECRET,
  // Only Vercel is trusted by default. The host decides where a redirect leads, which our own form does not leave to it.
  trustHost: true,
  providers: [password],
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  session: { strategy: "jwt" },
  callbacks: {
    // Who it is, and nothing about them: names and roles are read afresh on every request.
    jwt: ({ token, user }) => (user ? { sub: token.sub ?? "", sessionVersion: user.sessionVersion } : token),
    session: ({ session, token }) => ({
      ...session,
      staffUserId: token.sub ?? "",
      sessionVersion: Number(token.sessionVersion),
    }),
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
