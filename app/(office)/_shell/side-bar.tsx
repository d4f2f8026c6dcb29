import type { SignedInStaff } from "@/lib/auth/require-staff";
import { Palette } from "../_palette/palette";
import { HomeLink } from "./home-link";
import { NavLinks } from "./nav-links";
import { UserMenu } from "./user-menu";

/** The navigation where there is room beside the page. */
export function SideBar({ staff }: { staff: SignedInStaff }) {
  return (
    <header className="sticky top-0 hidden h-dvh w-64 shrink-0 flex-col gap-4 overflow-y-auto border-e border-separator bg-surface p-4 lg:flex">
      <HomeLink />
      <Palette role={staff.role} />
      <nav aria-label="Main" className="flex-1">
        <NavLinks role={staff.role} />
      </nav>
      <UserMenu staff={staff} />
    </header>
  );
}
