import { describe, expect, it } from "vitest";
import { databaseMark, previewDatabaseFault } from "./database-mark";

const url = "postgresql://owner:secret@ep-calm-lake-123.eu-central-1.aws.neon.tech/office?sslmode=require";
const mark = databaseMark(url);

describe("databaseMark", () => {
  it.each([
    ["by way of the pooler", url.replace("lake-123.", "lake-123-pooler.")],
    ["as somebody else", url.replace("owner:secret", "reader:other")],
    ["with other options", url.replace("?sslmode=require", "?channel_binding=require")],
    ["with the usual port written out", url.replace("/office", ":5432/office")],
    ["in capitals", url.replace("ep-calm", "EP-Calm")],
    ["by the scheme's other name", url.replace("postgresql:", "postgres:")],
  ])("is the same for one database %s", (_, other) => {
    expect(databaseMark(other)).toBe(mark);
  });

  it.each([
    ["a branch, which has a host of its own", url.replace("calm-lake-123", "shy-field-456")],
    ["another database of the same host", url.replace("/office", "/office_of_a_branch")],
    ["another port", url.replace("/office", ":5433/office")],
  ])("is another one for %s", (_, other) => {
    expect(databaseMark(other)).not.toBe(mark);
  });

  it("says nothing of where the database is", () => {
    expect(mark).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("previewDatabaseFault", () => {
  const elsewhere = databaseMark("postgresql://owner@elsewhere.example/office");
  it.each([
    ["preview", mark, "productions"],
    ["development", mark, "productions"],
    ["preview", null, "unmarked"],
    ["development", null, "unmarked"],
    ["preview", elsewhere, null],
    ["development", elsewhere, null],
    ["production", mark, null],
    ["production", null, null],
    [undefined, mark, null],
    [undefined, null, null],
  ] as const)("VERCEL_ENV %s", (VERCEL_ENV, noted, expected) => {
    expect(previewDatabaseFault({ VERCEL_ENV, DATABASE_URL: url }, noted)).toBe(expected);
  });
});
