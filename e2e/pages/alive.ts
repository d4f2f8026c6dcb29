import type { Page } from "@playwright/test";

/**
 * Makes `goto` and `reload` wait until React has taken every control of the page over, as a person does without
 * knowing. A test of what is typed before that says `waitUntil` itself, and is not made to wait.
 */
export function waitUntilAlive(page: Page): void {
  if (waiting.has(page)) return;
  waiting.add(page);
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

const waiting = new WeakSet<Page>();

/** React keeps its tree beside the document, and in it what the server has made and nothing has taken over yet. */
interface Fiber {
  child: Fiber | null;
  sibling: Fiber | null;
  stateNode: { current?: Fiber } | null;
  memoizedState: { isDehydrated?: boolean; dehydrated?: unknown } | null;
}

async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const container = Object.entries(document).find(([key]) => key.startsWith("__reactContainer"));
    // A page of the browser's own, or a file.
    if (!container) return document.querySelector("script[src*='/_next/']") === null;
    const root = (container[1] as Fiber).stateNode?.current;
    const isAsleep = (fiber: Fiber): boolean => {
      if (fiber.memoizedState?.isDehydrated || fiber.memoizedState?.dehydrated) return true;
      for (let child = fiber.child; child; child = child.sibling) if (isAsleep(child)) return true;
      return false;
    };
    return root !== undefined && !isAsleep(root);
  });
  // Once its effects have run too. Not `evaluate`, which a redirect in that moment would fail.
  await page.waitForFunction(
    () => new Promise<boolean>((resolve) => requestIdleCallback(() => resolve(true), { timeout: 1000 })),
  );
}
