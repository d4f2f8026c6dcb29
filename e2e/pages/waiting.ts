import { expect, type Page } from "@playwright/test";

/** Any wait shorter than this shows nothing (`app/globals.css`). */
const unnoticedMilliseconds = 300;
/** The browser begins an animation with the picture that follows, not to the millisecond. */
const frameMilliseconds = 20;

/**
 * Holds a page back that somebody asks for by a click, until the wait for it is shown, and then lets it come.
 *
 * @param ask clicks, and does not wait for the page.
 */
export async function expectWaitToBeShown(page: Page, ask: () => Promise<void>): Promise<void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/*", async (route) => {
    const headers = route.request().headers();
    if (headers.rsc && !headers["next-router-prefetch"]) await held;
    await route.fallback();
  });
  await page.evaluate(listenForWait);
  const shown = page.getByRole("status").filter({ hasText: "Loading…" });
  await ask();
  await expect(shown.getByText("Loading…")).toBeVisible();
  const waitedMilliseconds = await page.evaluate(() => (window as unknown as Listening).waitedMilliseconds);
  expect(waitedMilliseconds).toBeGreaterThan(unnoticedMilliseconds - frameMilliseconds);
  letGo();
  await expect(shown).toHaveCount(0);
  await page.unrouteAll({ behavior: "wait" });
}

interface Listening {
  /** From the click until the wait is shown; null while it is not. */
  waitedMilliseconds: number | null;
}

/** Runs in the browser. */
function listenForWait() {
  const listening = window as unknown as Listening;
  listening.waitedMilliseconds = null;
  const stop = new AbortController();
  let askedAt = Number.NaN;
  const options = { capture: true, signal: stop.signal };
  const ask = ({ timeStamp }: MouseEvent) => {
    askedAt = timeStamp;
  };
  addEventListener("click", ask, options);
  addEventListener(
    "animationstart",
    ({ animationName, timeStamp }) => {
      if (animationName !== "waiting-bar-appear") return;
      listening.waitedMilliseconds = timeStamp - askedAt;
      stop.abort();
    },
    options,
  );
}
