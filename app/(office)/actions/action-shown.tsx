import { Card } from "@heroui/react/card";
import type { StoredAction } from "@/db/queries/actions/find-action";
import { CallPreviewCard } from "../_preview/call-preview-card";
import type { ActionFormProps } from "./action-form";
import { actionInWords } from "./action-in-words";

/** An action for those who may look and not change. */
export function ActionShown({
  action,
  draft: { preview, country },
}: {
  action: StoredAction;
  draft: Pick<ActionFormProps, "preview" | "country">;
}) {
  const { Name: _, ...facts } = actionInWords(action, (id) => action.names[id], country);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <Card className="p-6">
        <dl className="flex flex-col gap-3 text-sm">
          {Object.entries(facts).map(([term, words]) => (
            <div key={term}>
              <dt className="text-muted">{term}</dt>
              <dd className="wrap-anywhere">{words || "Left empty"}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <CallPreviewCard
        preview={preview}
        about="An example call; the caller does nothing and nobody picks up."
      />
    </div>
  );
}
