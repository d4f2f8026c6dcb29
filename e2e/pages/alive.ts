import type { Page } from "@playwright/test";

/**
 * Makes `goto` and `reload` wait until React has taken every control of the page over, as a person does without
 * knowing. A test of what is typed before that says `waitUntil` itself, and is not made to wait.
 */
export function waitUntilAlive(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (!options?.waitUntil) await untilAlive(page);
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    if (!options?.waitUntil) await untilAlive(page);
    return response;
  };
}

async function untilAlive(page: Page): Promise<void> {
  // A form that is sent without scripts carries hidden fields that React does not take over.
  const controls = "main button, main input:not([type=hidden]), main select, main textarea, header button";
  await page.waitForFunction(
    (selector) =>
      [...document.querySelectorAll(selector)].every((element) =>
        Object.keys(element).some((key) => key.startsWith("__reactProps")),
      ),
    controls,
  );
  // The properties are there a moment before the tree is committed and its effects have run.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
