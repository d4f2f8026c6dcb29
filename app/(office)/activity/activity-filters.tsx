import { Button } from "@heroui/react/button";
import { ButtonLink } from "@/app/_components/button-link";
import { ChoiceField } from "@/app/_components/choice-field";
import { FewOrMany, type SomeChoices } from "@/app/_components/few-or-many";
import { TypedField } from "@/app/_components/typed-field";
import { FilterForm } from "@/app/_lists/filter-form";
import { searchWho } from "../people/lookups";
import { type AskedActivity, activityQuery } from "./read-activity-request";
import { subjectKinds } from "./subject-kinds";

interface ActivityFiltersProps {
  asked: AskedActivity;
  makers: SomeChoices;
}

/** Asks for a part of the activity. What is asked for is in the URL, and works before the page has come alive. */
export function ActivityFilters({ asked, makers }: ActivityFiltersProps) {
  const { search, by, subject, subjectId, from, until } = asked;
  const isAsked = activityQuery({ ...asked, after: null, subject: null, subjectId: null }) !== "" || subject;
  return (
    <FilterForm
      action="/activity"
      shown={{
        q: search,
        by: by ?? "",
        subject: subject ?? "",
        from: from?.toString() ?? "",
        until: until?.toString() ?? "",
      }}
      className="mb-6 grid grid-cols-2 items-start gap-4 lg:grid-cols-6"
    >
      <div className="col-span-2">
        <TypedField label="Words" name="q" type="search" autoComplete="off" initial={search} />
      </div>
      <FewOrMany
        label="Who"
        name="by"
        empty="Anybody"
        initial={by ?? ""}
        beside={[{ id: "app", label: "Switchboard itself" }]}
        {...makers}
        search={searchWho.bind(null, "account")}
      />
      {subject && subjectId ? (
        <>
          <input type="hidden" name="subject" value={subject} />
          <input type="hidden" name="id" value={subjectId} />
        </>
      ) : (
        <ChoiceField
          label="What"
          name="subject"
          empty="Everything"
          initial={subject ?? ""}
          options={Object.entries(subjectKinds).map(([value, { all }]) => ({ value, label: all }))}
        />
      )}
      <TypedField label="From" name="from" type="date" initial={from?.toString()} />
      <TypedField label="Until" name="until" type="date" initial={until?.toString()} />
      <div className="flex flex-wrap col-span-2 gap-2 lg:col-span-6">
        <Button type="submit" variant="secondary">
          Show
        </Button>
        {isAsked && (
          <ButtonLink href="/activity" variant="ghost">
            Show everything
          </ButtonLink>
        )}
      </div>
    </FilterForm>
  );
}
