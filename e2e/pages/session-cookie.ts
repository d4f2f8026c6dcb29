import { encode } from "next-auth/jwt";
import { authSecret } from "../office/start-office";

/** Where next-auth keeps a session over plain HTTP; also what it salts the cookie's key with. */
const name = "authjs.session-token";

/** The session that signing in would have made: the form itself has tests of its own. */
export async function sessionCookieOf(staffId: string): Promise<{ name: string; value: string }> {
  const token = { sub: staffId, sessionVersion: 1 };
  return { name, value: await encode({ token, secret: authSecret, salt: name }) };
}
