import { Card } from "@heroui/react/card";
import { Chip } from "@heroui/react/chip";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { originHere } from "@/app/_twilio/origin-here";
import { CallPreviewCard } from "@/app/(office)/_preview/call-preview-card";
import { getFirmOfCalls } from "@/db/queries/firm/get-firm-of-calls";
import { findTemplate } from "@/db/queries/templates/find-template";
import { listTemplateUses } from "@/db/queries/templates/list-template-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { exampleAction } from "@/lib/call/example-action";
import { exampleMoment } from "@/lib/call/example-moment";
import { previewAction } from "@/lib/call/preview-action";
import { TemplateView } from "../_editor/template-view";
import { Declaration } from "./declaration";
import { Uses } from "./uses";

export const metadata: Metadata = { title: "Template" };

export default async function TemplatePage({ params }: PageProps<"/templates/[id]">) {
  const { db, staff } = await requireStaff();
  const id = uuidOrNotFound((await params).id);
  const [template, uses, { firm, country }] = await Promise.all([
    findTemplate(db, id),
    listTemplateUses(db, id),
    getFirmOfCalls(db),
  ]);
  if (!template) notFound();
  const { name, description, body, parameters } = template;
  const isBuiltIn = template.builtInKey !== null;
  const moment = exampleMoment({ at: Temporal.Now.instant(), origin: await originHere(), firm });
  const preview = previewAction(exampleAction(template), [], moment, (number) =>
    formatPhoneNumber(number, country),
  );

  return (
    <>
      <PageHeader
        title={name}
        back={{ href: "/templates", label: "Templates" }}
        actions={
          isAtLeast(staff.role, "manager") && (
            <>
              {!isBuiltIn && <ButtonLink href={`/templates/${id}/edit`}>Edit</ButtonLink>}
              <ButtonLink href={`/templates/new?from=${id}`}>Make a copy</ButtonLink>
              {!isBuiltIn && (
                <ButtonLink href={`/templates/${id}/delete`} variant="ghost">
                  Delete
                </ButtonLink>
              )}
              <ButtonLink href={`/actions/new?template=${id}`} variant="primary">
                Make an action of it
              </ButtonLink>
            </>
          )
        }
      >
        <p>{description}</p>
        {isBuiltIn && (
          <p className="mt-2">
            <Chip size="sm" variant="soft">
              Built in
            </Chip>{" "}
            It comes with Switchboard and is kept up to date, so it cannot be changed. A copy can.
          </p>
        )}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <CallPreviewCard
            title="With example values"
            about="What a caller would hear of an action made of it."
            preview={preview}
          />
          <Uses name={template.name} uses={uses} />
        </div>
        <Declaration parameters={parameters} />
      </div>
      <section aria-labelledby="text" className="mt-6">
        <Card className="gap-3 p-4 sm:p-6">
          <h2 id="text" className="text-base font-semibold">
            What is sent to Twilio
          </h2>
          <TemplateView text={body} label="What is sent to Twilio" />
        </Card>
      </section>
    </>
  );
}
