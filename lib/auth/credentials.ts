import { z } from "zod";
import { mostPasswordCharacters } from "./password";

/** An e-mail address as it is stored, of however somebody types it. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Enter your e-mail address.")
  // 254 is all that SMTP carries (RFC 5321, 4.5.3.1.3).
  .max(254, "This is too long for an e-mail address.")
  .regex(/^[^@\s]+@[^@\s]+$/, "This does not look like an e-mail address.");

/** What the sign-in form sends, and anybody else who posts to next-auth's own URL. */
export const credentialsSchema = z.object({
  email: emailAddress,
  password: z
    .string()
    .min(1, "Enter your password.")
    .max(mostPasswordCharacters, `A password has at most ${mostPasswordCharacters} characters.`),
});
