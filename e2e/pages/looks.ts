import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Page, test } from "@playwright/test";
import type axe from "axe-core";
import { expect } from "../fixtures";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A desk by day and a small phone by night: between them both colours, and both widths. */
const opposites = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const;

/** Both colours at both widths, and the width of most phones beside that of the small ones. */
const all = [
  ...opposites,
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 390 },
] as const;

/**
 * Holds a page, as it stands, to this in every look: axe-core has nothing against it, and nothing hangs over its side. A
 * test for each push looks twice, a deep one four times.
 */
export async function expectToLookWell(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const { colorScheme, width } of test.info().tags.includes("@deep") ? all : opposites) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const look = `${page.url()} in ${colorScheme}, ${width} wide`;
    await expect(page.locator("html"), look).toHaveAttribute("data-theme", colorScheme);
    // Each said, so that one run tells of all that is wrong with a page.
    expect.soft(await audit(page), look).toEqual([]);
    expect.soft(await page.evaluate(listOverhangs), look).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
}

/** What makes a page wider than its window, by its markup: the innermost of it alone. Runs in the browser. */
function listOverhangs(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
  );
  const innermost = beyond.filter(
    (element) => !beyond.some((other) => element !== other && element.contains(other)),
  );
  return [`${scrollWidth} of ${clientWidth}`, ...innermost.map(({ outerHTML }) => outerHTML.slice(0, 200))];
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
