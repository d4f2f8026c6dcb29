"use client";

import { Card } from "@heroui/react/card";
import type { Route } from "next";
import type { ReactNode } from "react";
import { NearLink } from "@/app/_components/near-link";
import type { FormMutation } from "../_mutations/mutation";
import { AndMore, type More } from "./and-more";
import { ButtonLink } from "./button-link";
import { MutationForm } from "./mutation-form";

/** One thing that uses what is to be deleted. */
export interface Use<Path extends string = string> {
  label: string;
  href: Route<Path>;
}

interface DeleteFormProps<Path extends string, UsePath extends string> {
  mutation: FormMutation;
  editing: { id: string; version: number };
  /** What will be gone, in a sentence or a list. */
  consequences: ReactNode;
  /** What uses it: while there is any, it cannot be deleted. */
  uses?: readonly Use<UsePath>[];
  /** Where the uses are only the first of many: the others. */
  moreUses?: More;
  cancelHref: Route<Path>;
  submitLabel?: string;
  pendingLabel?: string;
}

/** The consequences first, then the button; or what stands in the way, each with the way there. */
export function DeleteForm<Path extends string, UsePath extends string>({
  mutation,
  editing,
  consequences,
  uses = [],
  moreUses,
  cancelHref,
  submitLabel = "Delete",
  pendingLabel = "Deleting…",
}: DeleteFormProps<Path, UsePath>) {
  return (
    <Card className="max-w-2xl gap-5 p-6">
      {uses.length > 0 ? (
        <>
          <p>It is in use, so it cannot be deleted yet. Change these first:</p>
          <ul className="list-disc ps-5">
            {uses.map(({ label, href }) => (
              <li key={`${href} ${label}`}>
                <NearLink href={href} className="underline wrap-anywhere">
                  {label}
                </NearLink>
              </li>
            ))}
            {moreUses && <AndMore {...moreUses} />}
          </ul>
          <div>
            <ButtonLink href={cancelHref}>Go back</ButtonLink>
          </div>
        </>
      ) : (
        <MutationForm
          mutation={mutation}
          submitLabel={submitLabel}
          pendingLabel={pendingLabel}
          submitVariant="danger"
          editing={editing}
          cancelHref={cancelHref}
        >
          {() => <div>{consequences}</div>}
        </MutationForm>
      )}
    </Card>
  );
}
