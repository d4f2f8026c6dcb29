import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { NearLink } from "@/app/_components/near-link";
import { isFirstRun } from "@/lib/auth/is-first-run";
import { configuredProviders } from "@/lib/auth/provider-list";
import { findSignedIn } from "@/lib/auth/require-staff";
import { safePath } from "@/lib/auth/safe-path";
import { settings } from "@/lib/env";
import { RefusalAlert } from "../_components/refusal-alert";
import { Entrance } from "../_entrance/entrance";
import { ProviderButtons } from "../_entrance/provider-buttons";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

/** What went wrong elsewhere, as next-auth names it in the address; a password's own errors are in the form. */
function errorInWords(error: unknown): string | null {
  if (typeof error !== "string" || error === "CredentialsSignin") return null;
  return error === "AccessDenied"
    ? "Nobody with that account's e-mail address has been invited here. Ask an owner of your office."
    : "Signing in there did not work. Please try again.";
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  const path = safePath(typeof callbackUrl === "string" ? callbackUrl : null);
  if (await findSignedIn()) redirect(path as Route);
  if (await isFirstRun()) redirect("/setup");
  const message = errorInWords(error);

  return (
    <Entrance
      title="Sign in to Switchboard"
      footer="No account yet? Ask an owner of your office to invite you."
    >
      {message && <RefusalAlert message={message} />}
      <ProviderButtons providers={configuredProviders(settings())} verb="Sign in" callbackUrl={path} />
      <SignInForm callbackUrl={path} />
      <NearLink href="/reset-password" className="w-fit self-center rounded text-sm text-muted underline">
        Forgot your password?
      </NearLink>
    </Entrance>
  );
}
