"use client";

import type { ReactNode } from "react";
import { MutationForm } from "@/app/_components/mutation-form";
import { LinkResult } from "../link-result";
import { disableMember, enableMember, makePasswordLink, signOutMember } from "../mutations";

interface AccessFormsProps {
  id: string;
  version: number;
  isDisabled: boolean;
}

/** What an owner can do about how somebody signs in, each with what comes of it. */
export function AccessForms({ id, version, isDisabled }: AccessFormsProps) {
  if (isDisabled) {
    return (
      <Section words="They cannot sign in. Everything that is theirs is kept.">
        <MutationForm
          key={version}
          mutation={enableMember}
          submitLabel="Enable again"
          pendingLabel="Enabling…"
          editing={{ id, version }}
        >
          {() => null}
        </MutationForm>
      </Section>
    );
  }
  return (
    <>
      <Section words="A link with which they choose a new password, for you to send. It works once, for an hour; their old password works until then.">
        <MutationForm
          mutation={makePasswordLink}
          submitLabel="Make a password link"
          pendingLabel="Making…"
          submitVariant="secondary"
          renderDone={(message) => <LinkResult key={message} message={message} />}
        >
          {() => <input type="hidden" name="id" value={id} />}
        </MutationForm>
      </Section>
      <Section words="Ends their sessions on every device, such as after a phone was lost. They can sign in again.">
        <MutationForm
          mutation={signOutMember}
          submitLabel="Sign out everywhere"
          pendingLabel="Signing out…"
          submitVariant="secondary"
        >
          {() => <input type="hidden" name="id" value={id} />}
        </MutationForm>
      </Section>
      <Section words="Ends their sessions at once and keeps them from signing in, until you enable them again.">
        <MutationForm
          key={version}
          mutation={disableMember}
          submitLabel="Disable"
          pendingLabel="Disabling…"
          submitVariant="danger"
          editing={{ id, version }}
        >
          {() => null}
        </MutationForm>
      </Section>
    </>
  );
}

const Section = ({ words, children }: { words: string; children: ReactNode }) => (
  <section className="flex flex-col gap-3">
    <p className="text-sm text-muted">{words}</p>
    {children}
  </section>
);
