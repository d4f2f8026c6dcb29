import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes `contract.json` anew from Twilio's own OpenAPI description of its API of 2010-04-01, which it publishes as
 * `twilio_api_v2010.json`: `npx tsx e2e/twilio/contract/derive.ts <that file>`. Taken over is what each operation that the
 * stand-in has answers and takes: names, types, forms and what may be null; no words.
 */

/** Path below the account, without ".json", and method: what the stand-in answers. */
const operations = [
  "GET IncomingPhoneNumbers",
  "POST IncomingPhoneNumbers",
  "GET IncomingPhoneNumbers/{Sid}",
  "POST IncomingPhoneNumbers/{Sid}",
  "DELETE IncomingPhoneNumbers/{Sid}",
  "GET AvailablePhoneNumbers/{CountryCode}/Local",
  "GET AvailablePhoneNumbers/{CountryCode}/Mobile",
  "GET AvailablePhoneNumbers/{CountryCode}/TollFree",
  "POST Calls",
  "GET Calls",
  "GET Calls/{Sid}",
  "GET Calls/{CallSid}/Events",
  "GET Recordings",
  "GET Recordings/{Sid}",
  "DELETE Recordings/{Sid}",
  "GET Recordings/{RecordingSid}/Transcriptions",
  "DELETE Recordings/{RecordingSid}/Transcriptions/{Sid}",
  "DELETE Transcriptions/{Sid}",
];

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  nullable?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const [, , file = ""] = process.argv;
const description = JSON.parse(readFileSync(file, "utf8")) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const resolved = (schema: Schema): Schema =>
  schema.$ref ? resolved(description.components.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}) : schema;

/** As `contract.ts` reads it: a type, a form or the possible values, and a question mark for what may be null. */
function factOf(given: Schema): unknown {
  const schema = resolved(given);
  const end = schema.nullable ? "?" : "";
  if (schema.type === "array") return [factOf(schema.items ?? {})];
  if (schema.properties) return fieldsOf(schema);
  const [, prefix] = /\^([A-Z]{2})\[0-9a-fA-F\]\{32\}\$$/.exec(schema.pattern ?? "") ?? [];
  if (prefix) return `sid ${prefix}${schema.pattern?.startsWith("^$|") ? " or nothing" : ""}${end}`;
  if (schema.enum) return `one of ${schema.enum.map((value) => value || "nothing").join(" ")}${end}`;
  return `${schema.format && schema.type === "string" ? schema.format : (schema.type ?? "anything")}${end}`;
}

const fieldsOf = ({ properties = {} }: Schema): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, factOf(schema)]));

function contractOf(operation: string): object {
  const [method = "", path = ""] = operation.split(" ");
  const found = description.paths[`/2010-04-01/Accounts/{AccountSid}/${path}.json`]?.[method.toLowerCase()];
  if (!found) throw new Error(`${file} describes no ${operation}.`);
  const [status = "", answer] = Object.entries(found.responses).find(([code]) => code.startsWith("2")) ?? [];
  const form = found.requestBody?.content["application/x-www-form-urlencoded"]?.schema ?? {};
  const query = (found.parameters ?? []).filter((parameter) => parameter.in === "query");
  const body = answer?.content?.["application/json"]?.schema;
  return {
    status: Number(status),
    required: form.required ?? [],
    takes: {
      ...Object.fromEntries(query.map(({ name, schema }) => [name, factOf(schema)])),
      ...fieldsOf(form),
    },
    answers: body ? fieldsOf(resolved(body)) : null,
  };
}

const contract = Object.fromEntries(operations.map((operation) => [operation, contractOf(operation)]));
writeFileSync("e2e/twilio/contract/contract.json", `${JSON.stringify(contract, null, 2)}\n`);
