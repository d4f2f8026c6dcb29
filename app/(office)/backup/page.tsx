import { Card } from "@heroui/react/card";
import { buttonVariants } from "@heroui/styles";
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatMegabytes } from "@/app/_format/format-number";
import { localeHere } from "@/app/_format/locale-here";
import { requireStaff } from "@/lib/auth/require-staff";
import { fileLimitBytes } from "./file-limit";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "Backup" };

export default async function BackupPage() {
  await requireStaff("owner");
  const limitBytes = fileLimitBytes();
  const locale = await localeHere();
  return (
    <>
      <PageHeader title="Backup" actions={<ButtonLink href="/activity?subject=setUp">Changes</ButtonLink>}>
        Everything that you have set up, in one file: to keep, to put back, or to take to another
        installation.
      </PageHeader>
      <div className="flex max-w-3xl flex-col gap-6">
        <Card className="gap-3 p-6">
          <h2 className="text-lg font-semibold">Download</h2>
          <p>
            Settings, phone numbers, schedules, greetings, templates, people, actions, configurations, known
            and blocked callers. No calls, no voicemails, no users and no passwords.
          </p>
          <p className="text-sm text-muted">
            The file holds names and phone numbers of people: keep it where only you can read it. Without
            sounds it is small, and can be put back where the recordings still are.
          </p>
          <div className="flex flex-wrap gap-3">
            {/* Files, and no pages: nothing may fetch them ahead. */}
            <a href="/backup/file" download className={buttonVariants({ variant: "primary" })}>
              Download
            </a>
            <a href="/backup/file?sounds=no" download className={buttonVariants({ variant: "secondary" })}>
              Download without sounds
            </a>
          </div>
        </Card>
        <Card className="gap-4 p-6">
          <h2 className="text-lg font-semibold">Bring in a file</h2>
          <p>You first see what would change. Nothing happens before you say so.</p>
          <ImportForm limitBytes={limitBytes} limit={formatMegabytes(limitBytes, locale)} />
        </Card>
        <Card className="gap-3 p-6">
          <h2 className="text-lg font-semibold">One caller's data</h2>
          <p>What is kept about one caller, to hand out or to delete when they ask for it.</p>
          <div>
            <ButtonLink href="/caller-data">A caller's data</ButtonLink>
          </div>
        </Card>
      </div>
    </>
  );
}
