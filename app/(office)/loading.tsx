import { Card } from "@heroui/react/card";
import { Skeleton } from "@heroui/react/skeleton";

/** The outline of a page while its rows are being fetched. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="mb-2 h-8 w-40 rounded-lg" />
      <Skeleton className="mb-6 h-5 w-72 max-w-full rounded-lg" />
      <div className="flex flex-col gap-4">
        {["one", "two", "three"].map((row) => (
          <Card key={row} className="gap-3 p-5">
            <Skeleton className="h-5 w-1/2 rounded-lg" />
            <Skeleton className="h-4 w-1/3 rounded-lg" />
          </Card>
        ))}
      </div>
    </div>
  );
}
