import { Button } from "@heroui/react/button";
import { getCountries } from "libphonenumber-js/min";
import { ChoiceField } from "@/app/_components/choice-field";
import { TypedField } from "@/app/_components/typed-field";
import { FilterForm } from "@/app/_lists/filter-form";
import type { NumberSearch } from "@/lib/twilio/rest/numbers-for-sale";

const types = [
  { value: "local", label: "Local" },
  { value: "mobile", label: "Mobile" },
  { value: "tollFree", label: "Free to call" },
];

/** Searches Twilio's numbers for sale; the search is in the URL. */
export function SearchForm({ search, locale }: { search: NumberSearch; locale: string }) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const countries = getCountries()
    .map((value) => ({ value: value as string, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  const { country, type, area = "", contains = "" } = search;
  return (
    <FilterForm
      action="/phone-numbers/buy"
      shown={{ country, type, area, contains }}
      className="grid gap-5 sm:grid-cols-2"
    >
      <ChoiceField label="Country" name="country" initial={country} options={countries} />
      <ChoiceField label="Kind of number" name="type" initial={type} options={types} />
      <TypedField
        label="Area code or town"
        help="An area code in the United States or Canada, elsewhere a town. May be left empty."
        name="area"
        autoComplete="off"
        initial={area}
      />
      <TypedField
        label="With these digits or letters in it"
        help="2 to 16 of them, with * for any one. May be left empty."
        name="contains"
        autoComplete="off"
        initial={contains}
      />
      <div>
        <Button type="submit">Search</Button>
      </div>
    </FilterForm>
  );
}
