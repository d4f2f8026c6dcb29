import type { Fault } from "./fault";
import { type Kind, kinds, type SetUpFile } from "./set-up";

/** How names of a kind are told apart: as the database does it. People may share a name; numbers are no names. */
export const sameName: Partial<Record<Kind, (name: string) => string>> = {
  schedules: (name) => name,
  greetings: (name) => name.toLowerCase(),
  templates: (name) => name.toLowerCase(),
  actions: (name) => name.toLowerCase(),
  configurations: (name) => name.toLowerCase(),
};

interface Claim {
  kind: Kind | "sounds";
  field: string;
  of(entry: Record<string, unknown>): unknown;
  words: string;
}

const claims: readonly Claim[] = [
  ...kinds.flatMap((kind): Claim[] => {
    const same = sameName[kind];
    return same
      ? [{ kind, field: "name", of: ({ name }) => same(String(name)), words: "This name is there twice." }]
      : [];
  }),
  ...([...kinds, "sounds"] as const).map(
    (kind): Claim => ({ kind, field: "id", of: ({ id }) => id, words: "This id is there twice." }),
  ),
  ...(["phoneNumbers", "knownCallers", "blockedCallers"] as const).map(
    (kind): Claim => ({
      kind,
      field: "number",
      of: ({ number }) => number,
      words: "This number is there twice.",
    }),
  ),
  {
    kind: "phoneNumbers",
    field: "twilioSid",
    of: ({ twilioSid }) => twilioSid,
    words: "Two numbers have this Twilio SID.",
  },
  {
    kind: "people",
    field: "extension",
    of: ({ extension }) => extension,
    words: "Two people have this extension.",
  },
  {
    kind: "configurations",
    field: "isActive",
    of: ({ isActive, phoneNumber }) => (isActive ? phoneNumber : null),
    words: "Another configuration of the same number is active: only one can be.",
  },
];

/** What only one may have, and two have. */
export function sharedKeys(setUp: Pick<SetUpFile, Kind | "sounds">): Fault[] {
  return claims.flatMap(({ kind, field, of, words }) => {
    const seen = new Set<unknown>();
    return setUp[kind].flatMap((entry, at) => {
      const key = of(entry);
      if (key === null || key === undefined) return [];
      if (seen.has(key)) return [{ path: [kind, at, field], message: words }];
      seen.add(key);
      return [];
    });
  });
}
