import type { ReactNode } from "react";

/** Line drawings of 24 by 24, for beside a word that says the same: screen readers pass over them. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className="size-5 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const TodayIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5l3.25 2" />
  </Icon>
);

export const KnownCallersIcon = () => (
  <Icon>
    <circle cx="9.5" cy="8" r="3.75" />
    <path d="M3 20c.6-3.800 3.300-5.750 6.500-5.750 1.200 0 2.300.25 3.250.75" />
    <path d="m14.500 18.250 2.250 2.250 4.250-4.750" />
  </Icon>
);

export const VoicemailIcon = () => (
  <Icon>
    <circle cx="6.5" cy="12" r="3.75" />
    <circle cx="17.5" cy="12" r="3.75" />
    <path d="M6.5 15.75h11" />
  </Icon>
);

export const ReportIcon = () => (
  <Icon>
    <path d="M4 20h16M7 16.5v-5M12 16.5v-10M17 16.5v-7.5" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path d="m8 10 4-4 4 4M8 14l4 4 4-4" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="m14 7-5 5 5 5" />
  </Icon>
);

export const PhoneIcon = () => (
  <Icon>
    <path d="M6.5 4.5h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 5 6.1 1.5 1.5 0 0 1 6.5 4.5Z" />
  </Icon>
);

export const ScheduleIcon = () => (
  <Icon>
    <rect x="4" y="5.5" width="16" height="14" rx="2" />
    <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
  </Icon>
);

export const ActionIcon = () => (
  <Icon>
    <circle cx="5.5" cy="12" r="2" />
    <circle cx="18.5" cy="6.5" r="2" />
    <circle cx="18.5" cy="17.5" r="2" />
    <path d="M7.5 12H11c2 0 2-5.5 5.5-5.5M11 12c2 0 2 5.5 5.5 5.5" />
  </Icon>
);

export const TemplateIcon = () => (
  <Icon>
    <path d="m8.5 8-4 4 4 4M15.5 8l4 4-4 4M13.25 6l-2.5 12" />
  </Icon>
);

export const ConfigurationIcon = () => (
  <Icon>
    <path d="M4 8h9M18 8h2M4 16h2M11 16h9" />
    <circle cx="15.5" cy="8" r="2.25" />
    <circle cx="8.5" cy="16" r="2.25" />
  </Icon>
);

export const GreetingIcon = () => (
  <Icon>
    <rect x="9" y="3.5" width="6" height="11" rx="3" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v2.5" />
  </Icon>
);

export const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="8.5" r="3.25" />
    <path d="M3.5 19c.6-3.2 2.7-4.75 5.5-4.75s4.9 1.55 5.5 4.75M15.5 5.6a3.25 3.25 0 0 1 0 5.8M17.25 14.75c1.75.6 2.85 2 3.25 4.25" />
  </Icon>
);

export const BlockedIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="m6 6 12 12" />
  </Icon>
);

export const TeamIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="3.5" />
    <path d="M5 20c.7-3.8 3.3-5.75 7-5.75s6.3 1.950 7 5.750" />
  </Icon>
);

export const ActivityIcon = () => (
  <Icon>
    <path d="M4 12h3.5l2.5-6 4 12 2.5-6H20" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="3" />
    <path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9 18 18M18 6l-2.1 2.1M8.1 15.9 6 18" />
  </Icon>
);

export const BackupIcon = () => (
  <Icon>
    <path d="M12 4v10M8 10.5l4 4 4-4M4.5 16v2a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-2" />
  </Icon>
);

export const TryIcon = () => (
  <Icon>
    <path d="M8 5.5v13l10.5-6.5Z" />
  </Icon>
);

export const PauseIcon = () => (
  <Icon>
    <path d="M8.5 6v12M15.5 6v12" />
  </Icon>
);

export const UpIcon = () => (
  <Icon>
    <path d="m7 14 5-5 5 5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="m7 10 5 5 5-5" />
  </Icon>
);

export const RemoveIcon = () => (
  <Icon>
    <path d="m7 7 10 10M17 7 7 17" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="6" />
    <path d="m15.5 15.5 4 4" />
  </Icon>
);

export const CallsIcon = () => (
  <Icon>
    <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />
  </Icon>
);

export const CheckUpIcon = () => (
  <Icon>
    <path d="M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z" />
    <path d="M9 12l2.25 2.25L15 10.5" />
  </Icon>
);
