import type { ReactNode } from "react";

/** A handset that stands at a place, for the pictures below. */
const phone = (x: number, y: number) => (
  <g transform={`translate(${x} ${y})`}>
    <rect width="11" height="20" rx="2.5" />
    <path d="M4.5 16.5h2" />
  </g>
);

const speech = (
  <>
    <path d="M22 10h36a5 5 0 0 1 5 5v15a5 5 0 0 1-5 5H40l-9 8v-8h-9a5 5 0 0 1-5-5V15a5 5 0 0 1 5-5Z" />
    <path d="M26 19h28M26 26h18" />
  </>
);

const drawings: Readonly<Record<string, ReactNode>> = {
  "ring-one": (
    <>
      {phone(34.5, 14)}
      <path d="M28 17c-3 4-3 10 0 14M22 13c-5 6-5 16 0 22M52 17c3 4 3 10 0 14M58 13c5 6 5 16 0 22" />
    </>
  ),
  "ring-all": (
    <>
      {phone(14, 14)}
      {phone(34.5, 14)}
      {phone(55, 14)}
      <path d="M17 9c2-1.5 4-1.5 6 0M37.5 9c2-1.5 4-1.5 6 0M58 9c2-1.5 4-1.5 6 0" />
    </>
  ),
  "ring-in-turn": (
    <>
      {phone(14, 14)}
      {phone(34.5, 14)}
      {phone(55, 14)}
      <path d="M27.5 24h4M29.5 21.5 32 24l-2.5 2.5M48 24h4M50 21.5l2.5 2.5-2.5 2.5" />
    </>
  ),
  menu: (
    <>
      {[28, 40, 52].flatMap((x) =>
        [10, 20, 30].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="2.5" />),
      )}
      <circle cx="40" cy="40" r="2.5" />
    </>
  ),
  extension: (
    <>
      <rect x="14" y="16" width="30" height="16" rx="4" />
      <path d="M21 24h.01M29 24h.01M37 24h.01" strokeWidth="4" />
      <path d="M48 24h6M51.500 21.500 54 24l-2.500 2.500" />
      {phone(59, 14)}
    </>
  ),
  directory: (
    <>
      <rect x="20" y="6" width="40" height="36" rx="4" />
      <circle cx="31" cy="18" r="4" />
      <circle cx="31" cy="31" r="4" />
      <path d="M40 18h12M40 31h12" />
    </>
  ),
  voicemail: (
    <>
      <circle cx="26" cy="24" r="9" />
      <circle cx="54" cy="24" r="9" />
      <path d="M26 33h28" />
    </>
  ),
  say: speech,
  play: (
    <>
      <path d="M24 19h7l9-8v26l-9-8h-7Z" />
      <path d="M47 18c3 3.5 3 8.5 0 12M53 13c6 6.5 6 15.5 0 22" />
    </>
  ),
  "go-to-action": (
    <>
      <rect x="14" y="15" width="18" height="18" rx="4" />
      <rect x="48" y="15" width="18" height="18" rx="4" strokeDasharray="3 3" />
      <path d="M36 24h9M41.5 20l4 4-4 4" />
    </>
  ),
  "hang-up": (
    <path d="M17 27c12-11 34-11 46 0 1.5 1.5 1.5 4 0 5.500l-3 3c-1 1-3 1-4 0l-5-4v-5c-7-2.5-15-2.5-22 0v5l-5 4c-1 1-3 1-4 0l-3-3c-1.5-1.5-1.5-4 0-5.500Z" />
  ),
  reject: (
    <>
      {phone(34.5, 14)}
      <circle cx="40" cy="24" r="17" />
      <path d="m28 36 24-24" />
    </>
  ),
};

/** For templates that staff have written: a sheet of markup. */
const ownDrawing = (
  <>
    <rect x="24" y="6" width="32" height="36" rx="4" />
    <path d="m36 17-5 5 5 5M44 17l5 5-5 5M32 35h16" />
  </>
);

/** What a template does, drawn: beside its name, so screen readers pass over it. */
export function TemplatePicture({ builtInKey }: { builtInKey: string | null }) {
  return (
    <svg
      viewBox="0 0 80 48"
      aria-hidden="true"
      className="h-12 w-20 shrink-0 rounded-lg bg-accent-soft text-accent-soft-foreground"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[builtInKey ?? ""] ?? ownDrawing}
    </svg>
  );
}
