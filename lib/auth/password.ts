import { hash, verify } from "@node-rs/argon2";

/** Argon2id with OWASP's second recommended setting ("Password Storage Cheat Sheet"): 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer than anyone types; hashing a megabyte would only keep the server busy. */
export const mostPasswordCharacters = 128;

/** A password as it is kept, in PHC string format. */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed. Without a hash, as for an account that does not exist, it is compared
 * with that of nobody, so that the answer is no after as long as any other no.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  hashOfNobody ??= hashPassword(crypto.randomUUID());
  const isRight = await verify(passwordHash ?? (await hashOfNobody), normalised(password));
  return isRight && passwordHash !== null;
}

/** The same letters typed on another keyboard can be other code points (NIST SP 800-63B, 5.1.1.2). */
const normalised = (password: string): string => password.normalize("NFKC");
