import type { Problem } from "@/lib/template/draft/check-draft";

/** What is wrong with a text, in its order: each line leads there. */
export function ProblemList({
  problems,
  onGoTo,
}: {
  /** Null while it has not been checked. */
  problems: readonly Problem[] | null;
  onGoTo(problem: Problem): void;
}) {
  const errors = problems?.filter(({ severity }) => severity === "error").length ?? 0;
  const hints = (problems?.length ?? 0) - errors;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-sm text-muted">
        {problems && inWords(errors, hints)}
      </p>
      {problems && problems.length > 0 && (
        <ul aria-label="Problems in the text" className="flex flex-col gap-1">
          {problems.map((problem) => (
            <li key={`${problem.line}:${problem.column}:${problem.message}`}>
              <button
                type="button"
                onClick={() => onGoTo(problem)}
                className="w-full rounded-lg px-3 py-2 text-start text-sm outline-none wrap-anywhere hover:bg-default focus-visible:status-focused"
              >
                <span
                  className={`font-medium ${problem.severity === "error" ? "text-danger" : "text-warning-soft-foreground"}`}
                >
                  Line {problem.line}
                  {problem.severity === "warning" && ", worth knowing"}:
                </span>{" "}
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function inWords(errors: number, hints: number): string {
  if (errors === 0 && hints === 0) return "Nothing is wrong with this text.";
  const parts = [
    ...(errors > 0
      ? [errors === 1 ? "1 problem to mend before saving" : `${errors} problems to mend before saving`]
      : []),
    ...(hints > 0 ? [hints === 1 ? "1 thing worth knowing" : `${hints} things worth knowing`] : []),
  ];
  return `${parts.join(", and ")}:`;
}
