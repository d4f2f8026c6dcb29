import { Button } from "@heroui/react/button";
import { Card } from "@heroui/react/card";
import { ButtonLink } from "@/app/_components/button-link";
import { ChoiceField } from "@/app/_components/choice-field";
import { FewOrMany, type SomeChoices } from "@/app/_components/few-or-many";
import { TypedField } from "@/app/_components/typed-field";
import { FilterForm } from "@/app/_lists/filter-form";
import { callResults } from "@/lib/call/call-result";
import { searchWho } from "../people/lookups";
import type { TypedFilter } from "./call-filter";
import { searchCalledNumbers } from "./lookups";
import { resultWords } from "./result-in-words";

/** Narrows the log. What is asked for is in the URL, so that it can be kept and sent. */
export function CallFilterForm({
  filter,
  numbers,
  people,
}: {
  filter: TypedFilter;
  numbers: SomeChoices;
  people: SomeChoices;
}) {
  const isNarrowed = Object.values(filter).some((value) => value !== "");
  return (
    <Card className="mb-6 p-5">
      <FilterForm
        action="/calls"
        shown={{ ...filter }}
        // On a phone the words, the person and the button have a row each: the rest stands in pairs, and the log nearer.
        className="grid grid-cols-2 gap-4 lg:grid-cols-3 max-sm:[&>:nth-child(3n+1)]:col-span-2"
      >
        <TypedField label="Caller or words" name="q" type="search" initial={filter.q} />
        <FewOrMany
          label="Number called"
          name="to"
          empty="Any"
          initial={filter.to}
          {...numbers}
          search={searchCalledNumbers}
        />
        <ChoiceField
          label="What came of it"
          name="result"
          initial={filter.result}
          empty="Anything"
          options={[
            ...callResults.map((value) => ({ value, label: resultWords[value] })),
            { value: "outage", label: "Answered in an outage" },
          ]}
        />
        <FewOrMany
          label="Who took it or was rung"
          name="person"
          empty="Anybody"
          initial={filter.person}
          {...people}
          search={searchWho.bind(null, "person")}
        />
        <TypedField label="From" name="from" type="date" initial={filter.from} />
        <TypedField label="To" name="until" type="date" initial={filter.until} />
        <div className="col-span-2 flex gap-3 lg:col-span-3">
          <Button type="submit" variant="secondary">
            Show
          </Button>
          {isNarrowed && (
            <ButtonLink href="/calls" variant="ghost">
              Show all
            </ButtonLink>
          )}
        </div>
      </FilterForm>
    </Card>
  );
}
