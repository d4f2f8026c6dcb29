import { encode } from "next-auth/jwt";
import { authSecret } from "./start-office";

/** Where next-auth keeps a session over plain HTTP; also what it salts the cookie's key with. */
export const sessionCookie = "authjs.session-token";

/** The session that signing in would have made: the form itself has tests of its own. */
export const sessionOf = (staffId: string): Promise<string> =>
  encode({ token: { sub: staffId, sessionVersion: 1 }, secret: authSecret, salt: sessionCookie });
