/** Where a refusal puts what it has to say of an action: no field has such a name. */
export const brokenActionField = (actionId: string): string => `broken.${actionId}`;

/** The action that such a name is about, or null for the name of a field. */
export const brokenActionOf = (field: string): string | null => /^broken\.(.+)$/.exec(field)?.[1] ?? null;
