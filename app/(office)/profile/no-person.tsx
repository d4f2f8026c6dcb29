import { NearLink } from "@/app/_components/near-link";
import type { SignedInStaff } from "@/lib/auth/require-staff";

/** Somebody whose phones are nobody's: only an owner can say whose they are, since that lets them change these. */
export function NoPerson({ staff }: { staff: SignedInStaff }) {
  if (staff.role !== "owner") {
    return (
      <p>
        Calls do not ring you, as far as is known here. If they should, or do, ask an owner of your office to
        choose under Team which person you are. Then you can change your phones, and say when you are away.
      </p>
    );
  }
  return (
    <p>
      Calls do not ring you, as far as is known here. If they should, add yourself under{" "}
      <NearLink href="/people" className="underline">
        People
      </NearLink>
      , then choose that person{" "}
      <NearLink href={`/team/${staff.id}`} className="underline">
        on your page of the team
      </NearLink>
      .
    </p>
  );
}
