import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { requireStaff } from "@/lib/auth/require-staff";
import { ExampleForm } from "./example-form";

export const metadata: Metadata = { title: "Add an example number" };

export default async function NewPhoneNumberPage() {
  await requireStaff("manager");
  return (
    <>
      <PageHeader title="Add an example number" back={{ href: "/phone-numbers", label: "Phone numbers" }}>
        A number to try things out with. Nobody can call it, but you can try a call to it. Numbers that the
        account at Twilio has come by synchronising.
      </PageHeader>
      <ExampleForm />
    </>
  );
}
