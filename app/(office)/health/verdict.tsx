import { AlertContent, AlertIndicator, AlertRoot, AlertTitle } from "@heroui/react/alert";
import type { Check } from "./check-result";

/** All of it in one sentence, once every check has ended. */
export async function Verdict({ checks }: { checks: readonly Check[] }) {
  const results = await Promise.all(checks.map(({ result }) => result));
  const namesOf = (wanted: string) => checks.filter((_, index) => results[index]?.state === wanted);
  const faults = namesOf("fault");
  const looks = namesOf("attention");
  const status = faults.length > 0 ? "danger" : looks.length > 0 ? "warning" : "success";
  return (
    <AlertRoot status={status} className="mb-6" role="status">
      <AlertIndicator />
      <AlertContent>
        <AlertTitle>{inWords(faults, looks)}</AlertTitle>
      </AlertContent>
    </AlertRoot>
  );
}

function inWords(faults: readonly Check[], looks: readonly Check[]): string {
  if (faults.length > 0) return `Does not work: ${titles(faults)}.`;
  if (looks.length > 0) return `Everything works. Have a look at: ${titles(looks)}.`;
  return "All is well.";
}

const titles = (checks: readonly Check[]) => checks.map(({ title }) => title).join(", ");

export function VerdictUnderWay() {
  return (
    <AlertRoot className="mb-6" role="status">
      <AlertIndicator />
      <AlertContent>
        <AlertTitle>Checking…</AlertTitle>
      </AlertContent>
    </AlertRoot>
  );
}
