import { Button } from "@heroui/react/button";
import { Card } from "@heroui/react/card";
import Form from "next/form";
import { ButtonLink } from "@/app/_components/button-link";
import { ChoiceField } from "@/app/_components/choice-field";
import { TypedField } from "@/app/_components/typed-field";
import { callResults } from "@/lib/call/call-result";
import type { TypedFilter } from "./call-filter";
import { resultWords } from "./result-in-words";

/** Narrows the log. What is asked for is in the URL, so that it can be kept and sent. */
export function FilterForm({
  filter,
  numbers,
  people,
}: {
  filter: TypedFilter;
  numbers: readonly { number: string; name: string }[];
  people: readonly { id: string; name: string }[];
}) {
  const isNarrowed = Object.values(filter).some((value) => value !== "");
  return (
    <Card className="mb-6 p-5">
      <Form
        key={JSON.stringify(filter)}
        action="/calls"
        role="search"
        // On a phone the words, the person and the button have a row each: the rest stands in pairs, and the log nearer.
        className="grid grid-cols-2 gap-4 lg:grid-cols-3 max-sm:[&>:nth-child(3n+1)]:col-span-2"
      >
        <TypedField label="Caller or words" name="q" type="search" initial={filter.q} />
        <ChoiceField
          label="Number called"
          name="to"
          initial={filter.to}
          empty="Any"
          options={numbers.map(({ number, name }) => ({ value: number, label: name }))}
        />
        <ChoiceField
          label="What came of it"
          name="result"
          initial={filter.result}
          empty="Anything"
          options={callResults.map((value) => ({ value, label: resultWords[value] }))}
        />
        <ChoiceField
          label="Who took it or was rung"
          name="person"
          initial={filter.person}
          empty="Anybody"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
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
      </Form>
    </Card>
  );
}
