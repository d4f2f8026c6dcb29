import { Alert } from "@heroui/react/alert";
import type { Route } from "next";
import { NearLink } from "@/app/_components/near-link";
import type { NumberToTell } from "@/lib/backup/preview";

/** The numbers at which Twilio does not follow by itself, each with the way to its page once there is one. */
export function NumbersToTell({ numbers }: { numbers: readonly (NumberToTell & { id?: string })[] }) {
  if (numbers.length === 0) return null;
  return (
    <Alert status="warning" className="gap-2 bg-warning-soft px-3 shadow-none">
      <Alert.Indicator />
      <Alert.Content className="flex min-w-0 flex-col gap-2">
        <Alert.Title>
          Twilio is not told by this. Afterwards, see to these numbers on their pages:
        </Alert.Title>
        <ul aria-label="Numbers to see to" className="list-disc ps-5 text-sm">
          {numbers.map(({ id, number, name, isToPoint }) => (
            <li key={number} className="wrap-anywhere">
              {id ? (
                <NearLink href={`/phone-numbers/${id}` as Route} className="underline">
                  {name}, {number}
                </NearLink>
              ) : (
                `${name}, ${number}`
              )}
              {isToPoint
                ? ": point it here, so that its calls are answered."
                : ": no configuration answers it any more. Let it go, or callers are turned away."}
            </li>
          ))}
        </ul>
      </Alert.Content>
    </Alert>
  );
}
