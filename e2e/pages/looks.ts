import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { expect } from "../fixtures";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A desk by day and a small phone by night: between them both colours, and both widths. */
const looks = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const;

/** Holds a page, as it stands, to this in every look: axe-core has nothing against it, and nothing hangs over its side. */
export async function expectToLookWell(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const look = `${page.url()} in ${colorScheme}, ${width} wide`;
    await expect(page.locator("html"), look).toHaveAttribute("data-theme", colorScheme);
    expect(await audit(page), look).toEqual([]);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed, look).toBeLessThanOrEqual(width);
  }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
}

/** What axe-core holds against a page, one line a rule. */
async function audit(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    // A colour that is still fading in is not the one that people read.
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      // What passes is not looked at, and saying of each element what has passed takes half the time.
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}
