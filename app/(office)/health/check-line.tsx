import { Card } from "@heroui/react/card";
import { Chip } from "@heroui/react/chip";
import { Skeleton } from "@heroui/react/skeleton";
import type { ReactNode } from "react";
import type { Check, CheckResult } from "./check-result";

const words: Record<CheckResult["state"], { label: string; color: "success" | "warning" | "danger" }> = {
  well: { label: "Well", color: "success" },
  attention: { label: "Have a look", color: "warning" },
  fault: { label: "Does not work", color: "danger" },
};

/** What a check found, and what to do about it. */
export async function CheckLine({ check }: { check: Check }) {
  const { state, found, advice, details = [] } = await check.result;
  const { label, color } = words[state];
  const chip = (
    <Chip size="sm" color={color} variant="soft" className="whitespace-nowrap">
      {label}
    </Chip>
  );
  return (
    <Frame title={check.title} about={check.about} chip={chip}>
      <p className="text-sm wrap-anywhere">{found}</p>
      {advice && (
        <p className="text-sm wrap-anywhere">
          <span className="font-medium">What to do:</span> {advice}
        </p>
      )}
      {details.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 ps-5 text-sm text-muted wrap-anywhere">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </Frame>
  );
}

/** The same line while nobody knows yet. */
export function CheckUnderWay({ title, about }: Pick<Check, "title" | "about">) {
  return (
    <Frame
      title={title}
      about={about}
      chip={
        <Chip size="sm" variant="soft" className="whitespace-nowrap">
          Checking…
        </Chip>
      }
    >
      <Skeleton className="h-5 w-2/3 rounded-lg" />
    </Frame>
  );
}

interface FrameProps extends Pick<Check, "title" | "about"> {
  chip: ReactNode;
  children: ReactNode;
}

function Frame({ title, about, chip, children }: FrameProps) {
  return (
    <Card className="gap-3 p-5">
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h2 className="text-base font-semibold">{title}</h2>
          {chip}
        </div>
        <p className="text-sm text-muted">{about}</p>
      </div>
      {children}
    </Card>
  );
}
