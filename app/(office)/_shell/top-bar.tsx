"use client";

import { Button } from "@heroui/react/button";
import { Drawer } from "@heroui/react/drawer";
import { useState } from "react";
import { MenuIcon } from "@/app/_components/icons";
import type { SignedInStaff } from "@/lib/auth/require-staff";
import { Palette } from "../_palette/palette";
import { HomeLink } from "./home-link";
import { NavLinks } from "./nav-links";
import { UserMenu } from "./user-menu";

/** The navigation where there is no room for a side bar. */
export function TopBar({ staff }: { staff: SignedInStaff }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-10 flex items-center gap-2 border-b border-separator bg-background px-3 py-2 lg:hidden">
      <Drawer isOpen={isOpen} onOpenChange={setOpen}>
        <Button isIconOnly variant="ghost" aria-label="Open the navigation">
          <MenuIcon />
        </Button>
        <Drawer.Backdrop>
          <Drawer.Content placement="left">
            <Drawer.Dialog aria-label="Navigation">
              <Drawer.CloseTrigger aria-label="Close the navigation" />
              <Drawer.Header>
                <Drawer.Heading>Go to</Drawer.Heading>
              </Drawer.Header>
              <Drawer.Body>
                <nav aria-label="Main">
                  <NavLinks role={staff.role} onLeave={() => setOpen(false)} />
                </nav>
              </Drawer.Body>
            </Drawer.Dialog>
          </Drawer.Content>
        </Drawer.Backdrop>
      </Drawer>
      <HomeLink />
      <div className="ms-auto flex gap-1">
        <Palette role={staff.role} isCompact />
        <UserMenu staff={staff} isCompact />
      </div>
    </header>
  );
}
