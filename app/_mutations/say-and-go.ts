import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { saidCookie } from "./said-cookie";

const keptSeconds = 60;

/**
 * Ends a mutation on another page, which says once what was done.
 *
 * @throws always: a redirect.
 */
export async function sayAndGo<Path extends string>(message: string, path: Route<Path>): Promise<never> {
  const jar = await cookies();
  // Read and dropped by the page's script: it holds nothing but the sentence.
  jar.set(saidCookie, message, { path: "/", maxAge: keptSeconds, sameSite: "lax", httpOnly: false });
  redirect(path as Route);
}
