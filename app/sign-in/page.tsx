import { Card } from "@heroui/react/card";
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { findSignedIn } from "@/lib/auth/require-staff";
import { safePath } from "@/lib/auth/safe-path";
import { Mark } from "../_components/mark";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl } = await searchParams;
  const path = safePath(typeof callbackUrl === "string" ? callbackUrl : null);
  if (await findSignedIn()) redirect(path as Route);

  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 px-4 py-10">
      <div className="flex flex-col items-center gap-3 text-center">
        <Mark className="size-14" />
        <h1 className="text-2xl font-semibold tracking-tight">Sign in to Switchboard</h1>
      </div>
      <Card className="p-6">
        <SignInForm callbackUrl={path} />
      </Card>
      <p className="text-center text-sm text-muted">
        No account yet, or password forgotten? Ask an owner of your office.
      </p>
    </main>
  );
}
