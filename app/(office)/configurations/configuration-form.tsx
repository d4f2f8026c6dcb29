"use client";

import { Card } from "@heroui/react/card";
import type { ReactNode } from "react";
import { CheckField } from "@/app/_components/check-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { NearLink } from "@/app/_components/near-link";
import { TypedField } from "@/app/_components/typed-field";
import type { ChoiceOption, ChoiceOptions } from "./_choice/choice-options";
import { MakeMore } from "./_choice/make-more";
import { PickOne } from "./_choice/pick-one";
import { makeConfiguration, saveConfiguration } from "./mutations";

/** Each id may be empty while nothing is chosen. */
export interface ConfigurationValues {
  name: string;
  phoneNumberId: string;
  scheduleId: string;
  openActionId: string;
  closedActionId: string;
  takesKnownCallersOnly: boolean;
}

/** What is chosen from a list. */
type ChosenPart = Exclude<keyof ConfigurationValues, "name" | "takesKnownCallersOnly">;

interface ConfigurationFormProps {
  /** What is edited; left out for a new one. */
  configuration?: { id: string; version: number; isActive: boolean };
  initial: ConfigurationValues;
  phoneNumbers: ChoiceOptions;
  schedules: ChoiceOptions;
  actions: ChoiceOptions;
}

const idOf = ({ id }: ChoiceOption) => id;

/** A configuration as the sentence that it is, with what can be chosen in its place. */
export function ConfigurationForm(props: ConfigurationFormProps) {
  const { configuration, initial, phoneNumbers, schedules, actions } = props;
  return (
    <Card className="p-5 sm:p-6">
      <MutationForm
        mutation={configuration ? saveConfiguration : makeConfiguration}
        submitLabel="Save"
        pendingLabel="Saving…"
        cancelHref="/configurations"
        {...(configuration && { editing: configuration })}
      >
        {({ typed, fieldErrors, status }) => {
          const pick = (name: ChosenPart) => ({
            name,
            valueFor: idOf,
            typed: typed[name],
            initial: initial[name],
            error: fieldErrors[name],
          });
          return (
            <>
              <div className="flex flex-col gap-x-3 gap-y-2 sm:gap-y-4 sm:flex-row sm:flex-wrap sm:items-start">
                <Words>When somebody calls</Words>
                <Blank isWide>
                  <PickOne
                    label="Phone number"
                    kind="phoneNumber"
                    choices={phoneNumbers}
                    {...pick("phoneNumberId")}
                  />
                </Blank>
                <Words>and</Words>
                <Blank>
                  <PickOne label="Schedule" kind="schedule" choices={schedules} {...pick("scheduleId")} />
                </Blank>
                <Words>is open,</Words>
                <Blank>
                  <PickOne
                    label="Action while open"
                    kind="action"
                    choices={actions}
                    {...pick("openActionId")}
                  />
                </Blank>
                <Words>happens; when it is closed,</Words>
                <Blank>
                  <PickOne
                    label="Action while closed"
                    kind="action"
                    choices={actions}
                    {...pick("closedActionId")}
                  />
                </Blank>
                <Words>happens.</Words>
              </div>
              <MakeMore />
              <CheckField
                label="Only known callers"
                help={
                  <>
                    Whoever is not among the{" "}
                    <NearLink href="/known-callers" className="underline">
                      known callers
                    </NearLink>{" "}
                    gets what happens while it is closed, at any hour.
                  </>
                }
                name="takesKnownCallersOnly"
                isChecked={
                  status === "refused" ? typed.takesKnownCallersOnly === "on" : initial.takesKnownCallersOnly
                }
              />
              <div className="max-w-xl">
                <TypedField
                  label="Name"
                  help="For you and your colleagues, such as “Weekdays” or “Trade fair week”. Callers never hear it."
                  name="name"
                  autoComplete="off"
                  typed={typed.name}
                  initial={initial.name}
                  error={fieldErrors.name}
                />
              </div>
              {!configuration?.isActive && (
                <CheckField
                  label="Answer calls with it as soon as it is saved"
                  help="If another configuration of this number is active, this one takes its place; the other one is kept, to switch back to."
                  name="isActive"
                  isChecked={status === "refused" ? typed.isActive === "on" : false}
                />
              )}
            </>
          );
        }}
      </MutationForm>
    </Card>
  );
}

/** A piece of the sentence, on the line of the controls: below the height of their labels. */
const Words = ({ children }: { children: ReactNode }) => (
  <span className="text-lg sm:mt-6 sm:flex sm:h-10 sm:items-center">{children}</span>
);

const Blank = ({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) => (
  <div className={`w-full min-w-0 ${isWide ? "sm:w-88" : "sm:w-64"}`}>{children}</div>
);
