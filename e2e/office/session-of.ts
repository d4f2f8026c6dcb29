import { encode } from "next-auth/jwt";
import { Temporal } from "temporal-polyfill";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { beginLife } from "@/lib/auth/session-life";
import { authSecret } from "./start-office";

/** The session that signing in would have made: the form itself has tests of its own. */
export const sessionOf = (staffId: string): Promise<string> =>
  encode({
    token: { sub: staffId, sessionVersion: 1, ...beginLife(Temporal.Now.instant()) },
    secret: authSecret,
    salt: sessionCookie,
  });
