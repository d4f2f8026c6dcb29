import type { Route } from "next";
import type { ComponentType } from "react";
import {
  ActionIcon,
  ActivityIcon,
  BackupIcon,
  BlockedIcon,
  CallsIcon,
  CheckUpIcon,
  ConfigurationIcon,
  GreetingIcon,
  KnownCallersIcon,
  PeopleIcon,
  PhoneIcon,
  ReportIcon,
  ScheduleIcon,
  SettingsIcon,
  TeamIcon,
  TemplateIcon,
  TodayIcon,
  TryIcon,
  VoicemailIcon,
} from "@/app/_components/icons";
import { isAtLeast, type StaffRole } from "@/lib/auth/roles";

export interface Destination {
  href: Route;
  label: string;
  Icon: ComponentType;
  /** Who may go there. */
  minimumRole?: StaffRole;
}

export interface DestinationGroup {
  /** Null for what needs no heading. */
  label: string | null;
  destinations: readonly Destination[];
}

/** The pages that the navigation leads to, in its order. */
const destinationGroups: readonly DestinationGroup[] = [
  {
    label: null,
    destinations: [
      { href: "/", label: "Today", Icon: TodayIcon },
      { href: "/calls", label: "Calls", Icon: CallsIcon },
      { href: "/voicemails", label: "Voicemails", Icon: VoicemailIcon },
      { href: "/reports", label: "Reports", Icon: ReportIcon },
      { href: "/try", label: "Try a call", Icon: TryIcon },
    ],
  },
  {
    label: "What happens",
    destinations: [
      { href: "/phone-numbers", label: "Phone numbers", Icon: PhoneIcon },
      { href: "/configurations", label: "Configurations", Icon: ConfigurationIcon },
      { href: "/schedules", label: "Schedules", Icon: ScheduleIcon },
      { href: "/actions", label: "Actions", Icon: ActionIcon },
      { href: "/greetings", label: "Greetings", Icon: GreetingIcon },
      { href: "/templates", label: "Templates", Icon: TemplateIcon },
    ],
  },
  {
    label: "Who",
    destinations: [
      { href: "/people", label: "People", Icon: PeopleIcon },
      { href: "/known-callers", label: "Known callers", Icon: KnownCallersIcon },
      { href: "/blocked-callers", label: "Blocked callers", Icon: BlockedIcon },
      { href: "/team", label: "Team", Icon: TeamIcon, minimumRole: "owner" },
    ],
  },
  {
    label: "The firm",
    destinations: [
      { href: "/activity", label: "Activity", Icon: ActivityIcon },
      { href: "/settings", label: "Settings", Icon: SettingsIcon, minimumRole: "manager" },
      { href: "/health", label: "Check-up", Icon: CheckUpIcon, minimumRole: "owner" },
      { href: "/backup", label: "Backup", Icon: BackupIcon, minimumRole: "owner" },
    ],
  },
];

/** The groups as somebody of a role sees them. */
export const destinationsFor = (role: StaffRole): DestinationGroup[] =>
  destinationGroups.map(({ label, destinations }) => ({
    label,
    destinations: destinations.filter(({ minimumRole }) => !minimumRole || isAtLeast(role, minimumRole)),
  }));
