import { Button } from "@heroui/react/button";
import { Card } from "@heroui/react/card";
import { ButtonLink } from "@/app/_components/button-link";
import { ChoiceField } from "@/app/_components/choice-field";
import { FewOrMany, type SomeChoices } from "@/app/_components/few-or-many";
import { TypedField } from "@/app/_components/typed-field";
import { FilterForm } from "@/app/_lists/filter-form";
import { searchWho } from "../people/lookups";
import type { TypedFilter } from "./voicemail-filter";

/** Narrows the inbox. What is asked for is in the URL, so that it can be kept and sent. */
export function VoicemailFilterForm({
  filter,
  people: { choices, isAll },
  ownPersonId,
}: {
  filter: TypedFilter;
  people: SomeChoices;
  /** Which of them whoever looks is; null when they are none. */
  ownPersonId: string | null;
}) {
  const isNarrowed = Object.values(filter).some((value) => value !== "");
  const chosenPerson = filter.person === ownPersonId ? "me" : filter.person;
  const others = choices.filter(({ id }) => id !== ownPersonId);
  return (
    <Card className="mb-6 p-4 sm:p-5">
      <FilterForm
        action="/voicemails"
        shown={{ ...filter, person: chosenPerson }}
        className="grid grid-cols-2 items-start gap-x-3 gap-y-4 sm:grid-cols-[1fr_1fr_2fr_auto] sm:gap-4"
      >
        <ChoiceField
          label="Show"
          name="state"
          initial={filter.state}
          empty="Inbox"
          options={[
            { value: "new", label: "New ones" },
            { value: "archived", label: "Archive" },
          ]}
        />
        <FewOrMany
          label="Assigned to"
          name="person"
          empty="Anybody"
          initial={chosenPerson}
          beside={ownPersonId ? [{ id: "me", label: "Me" }] : []}
          choices={others}
          isAll={isAll}
          search={searchWho.bind(null, "person")}
        />
        <div className="col-span-2 sm:col-span-1">
          <TypedField label="Caller or words" name="q" type="search" initial={filter.q} />
        </div>
        <div className="col-span-2 flex gap-3 sm:col-span-1 sm:self-end">
          <Button type="submit" variant="secondary">
            Show
          </Button>
          {isNarrowed && (
            <ButtonLink href="/voicemails" variant="ghost">
              Inbox
            </ButtonLink>
          )}
        </div>
      </FilterForm>
    </Card>
  );
}
