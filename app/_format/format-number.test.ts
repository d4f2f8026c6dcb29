import { describe, expect, it } from "vitest";
import { formatMegabytes, formatNumber, formatShare } from "./format-number";

describe("numbers", () => {
  it.each([
    ["en-US", "12,345", "12%", "4.5 MB"],
    ["en-DE", "12.345", "12 %", "4,5 MB"],
  ])("are written as in %s", (locale, count, share, size) => {
    expect(formatNumber(12_345, locale)).toBe(count);
    expect(formatShare(123, 1000, locale).replace("\u00a0", " ")).toBe(share);
    expect(formatMegabytes(4_500_000, locale)).toBe(size);
  });

  it("have no share in nothing", () => {
    expect(formatShare(0, 0, "en-US")).toBe("0%");
  });
});
