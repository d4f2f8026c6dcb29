import { expect, type Page } from "@playwright/test";

/** Chooses in a field of numbers, schedules or actions: the browser's own list, or a box to search in where there are many. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true });
  if ((await field.evaluate(({ tagName }) => tagName)) === "SELECT") {
    const value = await field.locator("option").filter({ hasText: text }).getAttribute("value");
    await field.selectOption(value);
    return;
  }
  // A page that scrolls closes a list that is open, and an option that is clicked as it closes is not taken: as its reader
  // would see, who then opens it again.
  await expect(async () => {
    await field.click();
    await field.fill(text);
    await page.getByRole("option", { name: text }).click({ timeout: 3000 });
    await expect(page.getByRole("listbox")).toHaveCount(0);
    expect(await field.inputValue()).toContain(text);
  }).toPass();
}
