"use client";

import { Avatar } from "@heroui/react/avatar";
import { Dropdown } from "@heroui/react/dropdown";
import { Header } from "@heroui/react/header";
import { Label } from "@heroui/react/label";
import { Separator } from "@heroui/react/separator";
import { startTransition, useActionState } from "react";
import { ChevronIcon } from "@/app/_components/icons";
import { mayLeave } from "@/app/_components/use-warning-before-leaving";
import { idle } from "@/app/_mutations/mutation-state";
import { type ThemeChoice, themeChoices, useThemeChoice } from "@/app/_theme/use-theme-choice";
import { useGoTo } from "@/app/_waiting/use-go-to";
import type { SignedInStaff } from "@/lib/auth/require-staff";
import { signOut } from "../mutations";
import { initials } from "./initials";

const themeLabels: Record<ThemeChoice, string> = { system: "System", light: "Light", dark: "Dark" };

/** Who is signed in, the colours of this browser, and the way out. */
export function UserMenu({ staff, isCompact = false }: { staff: SignedInStaff; isCompact?: boolean }) {
  const [theme, chooseTheme] = useThemeChoice();
  const goTo = useGoTo();
  const [state, sendSignOut] = useActionState(signOut, idle);

  return (
    <>
      <Dropdown>
        <Dropdown.Trigger className="flex min-h-10 min-w-0 items-center gap-3 rounded-xl p-1 text-start text-sm hover:bg-default">
          <Avatar size="sm" aria-hidden="true">
            <Avatar.Fallback>{initials(staff.name)}</Avatar.Fallback>
          </Avatar>
          <span className="sr-only">Menu of</span>
          {isCompact ? (
            <span className="sr-only">{staff.name}</span>
          ) : (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{staff.name}</span>
                <span className="block truncate text-xs text-muted">{staff.email}</span>
              </span>
              <ChevronIcon />
            </>
          )}
        </Dropdown.Trigger>
        <Dropdown.Popover placement={isCompact ? "bottom end" : "top start"} className="max-w-72 min-w-56">
          <Dropdown.Menu
            aria-label={staff.name}
            onAction={(key) => {
              if (key === "profile" && mayLeave()) goTo("/profile");
              if (key === "sign-out" && mayLeave()) startTransition(() => sendSignOut(new FormData()));
            }}
          >
            <Dropdown.Section
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[theme]}
              onSelectionChange={(keys) => chooseTheme([...keys][0] as ThemeChoice)}
            >
              <Header>Theme</Header>
              {themeChoices.map((choice) => (
                <Dropdown.Item key={choice} id={choice} textValue={themeLabels[choice]}>
                  <Dropdown.ItemIndicator />
                  <Label>{themeLabels[choice]}</Label>
                </Dropdown.Item>
              ))}
            </Dropdown.Section>
            <Separator />
            <Dropdown.Section>
              <Header className="wrap-anywhere">
                {staff.name}, {staff.role}
              </Header>
              <Dropdown.Item id="profile" textValue="My profile">
                <Label>My profile</Label>
              </Dropdown.Item>
              <Dropdown.Item id="sign-out" textValue="Sign out">
                <Label>Sign out</Label>
              </Dropdown.Item>
            </Dropdown.Section>
          </Dropdown.Menu>
        </Dropdown.Popover>
      </Dropdown>
      {state.message && (
        <p role="alert" className="text-sm text-danger">
          {state.message}
        </p>
      )}
    </>
  );
}
