import { describe, expect, it } from "vitest";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { declarationSchema } from "@/lib/template/declaration-schema";
import { parameterFieldsOf } from "./parameter-fields-of";
import { readDeclaration, writeDeclaration } from "./read-declaration";

describe("readDeclaration", () => {
  it.each(builtInTemplates.flatMap(({ key, parameters }) => parameters.map((each) => [key, each.key, each])))(
    "reads what is written for %s, %s",
    (_, __, declaration) => {
      expect(readDeclaration(writeDeclaration(declaration as never))).toEqual(declaration);
    },
  );

  const fields = { key: "kind", label: "Kind", help: "", type: "text", defaultValue: "" };

  it("leaves out the bounds of another type, whose fields are not shown", () => {
    expect(readDeclaration({ ...fields, "bounds.min": "3", "bounds.maxLength": "20" })).toMatchObject({
      bounds: { maxLength: 20 },
    });
  });

  it("reads options one a line, with and without words of their own", () => {
    const read = readDeclaration({
      ...fields,
      type: "choice",
      "bounds.options": "busy = The busy tone\r\n\r\nodd\n= nothing",
    });
    expect(read).toMatchObject({
      bounds: {
        options: [
          { value: "busy", label: "The busy tone" },
          { value: "odd", label: "odd" },
          { value: "", label: "nothing" },
        ],
      },
    });
  });

  it("reads a voice, a number and yes or no", () => {
    const defaultOf = (type: string, defaultValue: string) =>
      (readDeclaration({ ...fields, type, defaultValue }) as { defaultValue: unknown }).defaultValue;
    expect(defaultOf("voice", " Polly.Amy-Neural  en-GB ")).toEqual({
      name: "Polly.Amy-Neural",
      language: "en-GB",
    });
    expect(defaultOf("number", "0.5")).toBe(0.5);
    expect(defaultOf("yesNo", "no")).toBe(false);
    expect(defaultOf("longText", "one\r\ntwo")).toBe("one\ntwo");
    expect(defaultOf("text", "  ")).toBeNull();
  });

  it("lets the schema judge what is no number", () => {
    const read = readDeclaration({ ...fields, type: "number", "bounds.min": "few" });
    const issues = declarationSchema
      .safeParse(read)
      .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(issues).toEqual([["bounds.min", "This must be a number"]]);
  });
});

describe("parameterFieldsOf", () => {
  it("groups the fields by parameter, in their order, and passes over all others", () => {
    expect(
      parameterFieldsOf({
        "parameters.10.key": "b",
        name: "Template",
        "parameters.2.key": "a",
        "parameters.2.bounds.min": "1",
        "parameters.x.key": "c",
      }),
    ).toEqual([{ key: "a", "bounds.min": "1" }, { key: "b" }]);
  });
});
