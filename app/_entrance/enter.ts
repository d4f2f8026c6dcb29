import { redirect } from "next/navigation";
import { signIn } from "@/lib/auth/auth";
import { SignInRefused } from "@/lib/auth/sign-in-refused";

interface Credentials {
  email: string;
  password: string;
}

/**
 * Signs somebody in whose password has just been set. Where there were too many wrong tries before, from their address,
 * they are led to the sign-in page instead, which says how long to wait.
 */
export async function beginSession(credentials: Credentials): Promise<void> {
  try {
    await signIn("credentials", { ...credentials, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) redirect("/sign-in");
    throw error;
  }
}

/**
 * Signs them in, and leads on to the first page.
 *
 * @throws always: a redirect.
 */
export async function enter(credentials: Credentials): Promise<never> {
  await beginSession(credentials);
  redirect("/");
}
