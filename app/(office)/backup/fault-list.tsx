import { Alert } from "@heroui/react/alert";
import type { ToldFault } from "@/lib/backup/fault";

/** What is wrong with a file, each with its place and its line. */
export function FaultList({ faults }: { faults: readonly ToldFault[] }) {
  return (
    <Alert status="danger" role="alert" className="gap-2 bg-danger-soft px-3 shadow-none">
      <Alert.Indicator />
      <Alert.Content className="flex min-w-0 flex-col gap-3">
        <Alert.Title>Nothing was changed: this file cannot be brought in.</Alert.Title>
        <ul aria-label="What is wrong" className="flex flex-col gap-2 text-sm">
          {faults.map(({ place, line, message }) => (
            <li key={`${place} ${line} ${message}`} className="wrap-anywhere">
              {(place || line !== null) && (
                <span className="block font-medium">
                  {place}
                  {line !== null && `${place ? ", line" : "Line"} ${line}`}:
                </span>
              )}
              {message}
            </li>
          ))}
        </ul>
      </Alert.Content>
    </Alert>
  );
}
