import { Card } from "@heroui/react/card";
import type { ParameterDeclaration } from "@/lib/template/types";
import { typesInWords } from "../_declaration/types-in-words";
import { boundsInWords, defaultInWords } from "../template-in-words";

/** What an action made of a template fills in. */
export function Declaration({ parameters }: { parameters: readonly ParameterDeclaration[] }) {
  return (
    <Card className="gap-4 p-4 sm:p-6">
      <h2 className="text-base font-semibold">What each action fills in</h2>
      {parameters.length === 0 && (
        <p className="text-sm text-muted">Nothing: every action made of it does the same.</p>
      )}
      <ol className="flex flex-col divide-y divide-separator">
        {parameters.map((parameter) => (
          <li key={parameter.key} className="flex flex-col gap-0.5 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
              <span className="font-medium">{parameter.label}</span>
              <code className="text-xs text-muted">{`{{ ${parameter.key} }}`}</code>
            </p>
            {parameter.help && <p className="text-sm text-muted wrap-anywhere">{parameter.help}</p>}
            <p className="text-sm wrap-anywhere">{factsOf(parameter).join("; ")}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function factsOf(parameter: ParameterDeclaration): string[] {
  const { type, isRequired, bounds } = parameter;
  const standing = defaultInWords(parameter);
  return [
    typesInWords[type],
    isRequired ? "must be filled in" : "may be left empty",
    ...boundsInWords(bounds),
    ...(standing === null ? [] : [`otherwise ${standing}`]),
  ];
}
