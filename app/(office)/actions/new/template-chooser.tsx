import { Card } from "@heroui/react/card";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { ListSearch } from "@/app/_lists/list-search";
import type { Database } from "@/db/client";
import { mostFound, searchTemplateChoices } from "@/db/queries/actions/search-choices";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { TemplatePicture } from "../_pictures/template-picture";

/** Those that ship with the app stand in the order in which a release offers them; the rest keep theirs, behind. */
function placeOf(builtInKey: string | null): number {
  const place = builtInTemplates.findIndex(({ key }) => key === builtInKey);
  return place === -1 ? builtInTemplates.length : place;
}

/** Each template as a card, with a picture and what it does. Those that ship with the app come first. */
export async function TemplateChooser({ db, search }: { db: Database; search: string }) {
  const templates = (await searchTemplateChoices(db, search)).toSorted(
    (one, other) => placeOf(one.builtInKey) - placeOf(other.builtInKey),
  );
  return (
    <>
      <ListSearch
        path="/actions/new"
        request={{ search, sort: "name", isDescending: false, page: 1 }}
        label="Search templates"
      />
      {templates.length === 0 && (
        <EmptyNotice title={`No template matches “${search}”`}>
          <ButtonLink href="/actions/new">Show all templates</ButtonLink>
        </EmptyNotice>
      )}
      <ul className="grid gap-4 sm:grid-cols-2">
        {templates.map(({ id, name, description, builtInKey }) => (
          <li key={id}>
            <Card className="relative h-full flex-row items-start gap-4 p-5 focus-within:status-focused hover:bg-default">
              <TemplatePicture builtInKey={builtInKey} />
              <div className="min-w-0">
                <h2 className="font-medium wrap-anywhere">
                  {/* The whole card is the link's. */}
                  <NearLink
                    href={`/actions/new?template=${id}`}
                    className="outline-none after:absolute after:inset-0"
                  >
                    {name}
                  </NearLink>
                </h2>
                <p className="text-sm text-muted wrap-anywhere">{description || "A template of your own."}</p>
              </div>
            </Card>
          </li>
        ))}
      </ul>
      {templates.length === mostFound && (
        <p className="mt-4 text-sm text-muted">These are the first {mostFound}. Search to find others.</p>
      )}
    </>
  );
}
