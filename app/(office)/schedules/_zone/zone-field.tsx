import { ComboBox } from "@heroui/react/combo-box";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { ListBox } from "@heroui/react/list-box";
import { descriptionVariants, fieldErrorVariants } from "@heroui/styles";
import { useEffect, useMemo, useRef, useState } from "react";
import { Temporal } from "temporal-polyfill";
import { zoneName } from "@/lib/schedule/zone-name";
import { matchingZones, type ZoneOption, zoneOptions } from "./zone-options";

interface ZoneFieldProps {
  /** IANA names to choose from. */
  zones: readonly string[];
  timeZone: string;
  /** ISO 8601. */
  now: string;
  error: string | undefined;
  /** What it is for. */
  help?: string;
  onChange(timeZone: string): void;
}

/** Chooses a time zone by its city, by what people call it, or by its offset. */
export function ZoneField({
  zones,
  timeZone,
  now,
  error,
  help = "All hours of this schedule are by the clocks there.",
  onChange,
}: ZoneFieldProps) {
  const [isSearching, setSearching] = useState(false);
  const [search, setSearch] = useState(zoneName(timeZone));
  // Whoever chooses and goes on at once leaves the field before it has been drawn with what they chose.
  const chosen = useRef(timeZone);
  useEffect(() => {
    chosen.current = timeZone;
  }, [timeZone]);
  // Describing 400 zones takes a moment, which only somebody who comes to this field should wait for.
  const options = useMemo(
    () => (isSearching ? zoneOptions(zones, Temporal.Instant.from(now)) : []),
    [isSearching, zones, now],
  );
  const shown: ZoneOption[] = search === zoneName(timeZone) ? options : matchingZones(options, search);
  return (
    <ComboBox
      fullWidth
      className="max-w-md"
      items={shown}
      selectedKey={timeZone}
      inputValue={search}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={error !== undefined}
      onFocus={() => setSearching(true)}
      onBlur={() => setSearch(zoneName(chosen.current))}
      onInputChange={setSearch}
      onSelectionChange={(key) => {
        if (typeof key !== "string") return;
        chosen.current = key;
        onChange(key);
        setSearch(zoneName(key));
      }}
    >
      <Label>Time zone</Label>
      <p slot="description" className={descriptionVariants()}>
        {help} Search for a city, “Eastern”, or “UTC−5”.
      </p>
      <ComboBox.InputGroup>
        {/* Of no form: React resets a form once it has been sent, and this would be emptied. */}
        <Input form="" />
        <ComboBox.Trigger />
      </ComboBox.InputGroup>
      {error !== undefined && (
        <p data-visible className={fieldErrorVariants()}>
          {error}
        </p>
      )}
      <ComboBox.Popover>
        <ListBox renderEmptyState={() => <p className="p-3 text-sm">No time zone matches that.</p>}>
          {shown.map(({ id, city, about }) => (
            <ListBox.Item key={id} id={id} textValue={city}>
              <span className="flex flex-col">
                <span>{city}</span>
                <span className="text-xs text-muted">{about}</span>
              </span>
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </ComboBox.Popover>
    </ComboBox>
  );
}
