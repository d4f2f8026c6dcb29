import { useLocale } from "react-aria-components/I18nProvider";
import { formatNumber } from "@/app/_format/format-number";
import type { KindPreview } from "@/lib/backup/preview";

/** Of very many names, the first will do. */
const mostNames = 100;

/** What an import would do, kind by kind; of what changes, how it is and how it would be. */
export function PreviewList({ kinds, isNothing }: { kinds: readonly KindPreview[]; isNothing: boolean }) {
  const { locale } = useLocale();
  if (isNothing) return <p className="font-medium">Nothing changes: everything is as in the file already.</p>;
  const changing = kinds.filter(
    ({ added, changed, removed }) => added.length + changed.length + removed.length > 0,
  );
  const same = kinds.filter((kind) => !changing.includes(kind));
  return (
    <section aria-label="What would change" className="flex flex-col gap-5">
      {changing.map((kind) => (
        <KindChanges key={kind.label} {...kind} />
      ))}
      {same.length > 0 && (
        <p className="text-sm text-muted">
          Unchanged:{" "}
          {same
            .map(({ label, unchanged }) => `${label.toLowerCase()} (${formatNumber(unchanged, locale)})`)
            .join(", ")}
          .
        </p>
      )}
    </section>
  );
}

function KindChanges({ label, added, changed, removed, unchanged }: KindPreview) {
  const { locale } = useLocale();
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold">{label}</h3>
      <Names label="Added" names={added} />
      <Names label="Removed" names={removed} />
      {changed.length > 0 && (
        <div className="flex flex-col gap-3">
          {changed.slice(0, mostNames).map(({ name, differences }) => (
            <div key={name} className="rounded-xl border border-border p-3 text-sm">
              <p className="mb-2 wrap-anywhere">
                <span className="font-medium">Changed:</span> {name}
              </p>
              <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[10rem_1fr]">
                {differences.map((difference) => (
                  <div key={difference.label} className="contents">
                    <dt className="text-muted">{difference.label}</dt>
                    <dd className="min-w-0 whitespace-pre-wrap wrap-anywhere">
                      <del className="no-underline">{difference.before || "nothing"}</del>
                      <span aria-hidden="true"> → </span>
                      <span className="sr-only"> becomes </span>
                      <ins className="font-medium no-underline">{difference.after || "nothing"}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
          {changed.length > mostNames && (
            <p className="text-sm">
              … and {formatNumber(changed.length - mostNames, locale)} more are changed.
            </p>
          )}
        </div>
      )}
      {unchanged > 0 && <p className="text-sm text-muted">{formatNumber(unchanged, locale)} unchanged</p>}
    </div>
  );
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  const { locale } = useLocale();
  if (names.length === 0) return null;
  const more = names.length - mostNames;
  return (
    <p className="text-sm wrap-anywhere">
      <span className="font-medium">{label}:</span> {names.slice(0, mostNames).join(", ")}
      {more > 0 && ` … and ${formatNumber(more, locale)} more`}
    </p>
  );
}
