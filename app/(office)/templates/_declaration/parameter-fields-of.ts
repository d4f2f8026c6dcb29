import type { DeclarationFields } from "./read-declaration";

const form = /^parameters\.(\d{1,3})\.(.+)$/;

/** The fields of each parameter in a form, in their order, from all that the form sent. */
export function parameterFieldsOf(sent: Readonly<Record<string, string>>): DeclarationFields[] {
  const parameters = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(sent)) {
    const [, index, field] = form.exec(name) ?? [];
    if (index === undefined || field === undefined) continue;
    const fields = parameters.get(Number(index)) ?? {};
    parameters.set(Number(index), { ...fields, [field]: value });
  }
  return [...parameters].sort(([one], [other]) => one - other).map(([, fields]) => fields);
}
