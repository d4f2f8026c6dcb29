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

export const VoicemailIcon = () => (
  <Icon>
    <circle cx="6.5" cy="12" r="3.75" />
    <circle cx="17.5" cy="12" r="3.75" />
    <path d="M6.5 15.75h11" />
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
