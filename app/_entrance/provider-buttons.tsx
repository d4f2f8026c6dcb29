"use client";

import { Button } from "@heroui/react/button";
import { useActionState } from "react";
import { type ProviderId, providerNames } from "@/lib/auth/provider-list";
import { RefusalAlert } from "../_components/refusal-alert";
import { idle } from "../_mutations/mutation-state";
import { signInElsewhere } from "../sign-in/mutations";

/** Ways in through somebody who already knows the person; nothing where there are none. */
export function ProviderButtons({
  providers,
  verb,
  callbackUrl,
}: {
  providers: readonly ProviderId[];
  /** What they do, such as "Sign in". */
  verb: string;
  callbackUrl: string;
}) {
  const [state, submit] = useActionState(signInElsewhere, idle);
  if (providers.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {state.message && <RefusalAlert message={state.message} />}
      {providers.map((provider) => (
        <form key={provider} action={submit}>
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
          <Button type="submit" variant="secondary" fullWidth size="lg">
            {verb} with {providerNames[provider]}
          </Button>
        </form>
      ))}
      <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-separator after:h-px after:flex-1 after:bg-separator">
        or
      </p>
    </div>
  );
}
