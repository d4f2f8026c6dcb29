import { fieldErrorVariants } from "@heroui/styles";

/** What went wrong on one of the ways to a sound, read out as it appears. */
export function SourceFault({ fault }: { fault: string | null }) {
  return (
    <div role="alert">
      {fault !== null && (
        <p data-visible className={fieldErrorVariants()}>
          {fault}
        </p>
      )}
    </div>
  );
}
