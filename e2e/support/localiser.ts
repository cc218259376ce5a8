import type { Locator, Page } from "playwright-core";

/** Show what waits for the localiser. */
export async function openLocalisation(page: Page): Promise<void> {
  const icon = page.locator(".activity-bar__item", { has: page.locator('use[href$="#globe"]') });
  // A click on the icon of what is shown hides it.
  if ((await icon.getAttribute("aria-pressed")) === "false") await icon.click();
  await page.locator(".localisation-view").waitFor();
  const brand = page.locator(".localisation-view__head .select");
  if (await brand.isVisible()) await brand.selectOption({ label: "Nordwind Reisen" });
}

/** Open the table of all templates. */
export async function openTable(page: Page): Promise<void> {
  await openLocalisation(page);
  await page.locator(".localisation-view__head .button").first().click();
  await page.locator(".grid__table").waitFor();
}

/** Open the terms of the brand. */
export async function openGlossary(page: Page): Promise<void> {
  await openLocalisation(page);
  await page.locator(".localisation-view__head .button").nth(1).click();
  await page.locator(".glossary__sides").waitFor();
}

/** Show a term of the glossary. */
export async function chooseTerm(page: Page, term: string): Promise<void> {
  await page.locator(".term-row", { hasText: term }).first().click();
  await page.locator(".term__languages").waitFor();
}

/** The line for a term's words, such as "Say: German". */
export const wordLine = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true });

/** Open the text of a template in a language from the table. */
export async function openCell(page: Page, key: string, locale: string): Promise<void> {
  const row = page.locator("tr", { has: page.locator(`.grid__key:text-is("${key}")`) });
  await row.locator(`[data-locale="${locale}"]`).dblclick();
  await page.locator(".variant-head__key", { hasText: key }).waitFor();
  await page.locator(".block__editor .cm-content").first().waitFor();
}

/** What stands in the nth part that is written here, counted from 1. */
export async function partText(page: Page, n: number): Promise<string> {
  const lines = await page
    .locator(".block__editor")
    .nth(n - 1)
    .locator(".cm-line")
    .allInnerTexts();
  return lines.join("\n");
}

/** Type at the end of the nth part, counted from 1. */
export async function writeAtEnd(page: Page, n: number, text: string): Promise<void> {
  await page
    .locator(".block__editor .cm-content")
    .nth(n - 1)
    .click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
  await page.keyboard.press("Escape");
}

/** Press one of the buttons that lead a text through its life. */
export async function step(page: Page, name: string): Promise<void> {
  await page.locator(".life .button, .variant-news .button", { hasText: name }).first().click();
}

export async function publishNow(page: Page): Promise<void> {
  await page.locator(".life .button--primary", { hasText: "Publish" }).click();
  await page.locator(".pill--live").first().waitFor();
}

/** How the text stands, as its head says. */
export async function pillsOf(page: Page): Promise<string[]> {
  const said = await page.locator(".variant-head .pill").allInnerTexts();
  return said.map((text) => text.replace(/[\u2068\u2069]/g, ""));
}

/** Accept the warning that the checks show, with a reason. */
export async function acceptWarning(page: Page, reason: string): Promise<void> {
  await page.locator(".variant-news .button", { hasText: "Show the checks" }).click();
  await page.locator(".check__actions .button", { hasText: "Accept with a reason" }).first().click();
  await page.locator("dialog textarea").fill(reason);
  await page.locator("dialog .button--primary").click();
  await page.locator(".check--ticked").waitFor();
}

/** Begin a template with a greeting and a number of days to say, after a key that is refused. Its first text is in front then. */
export async function beginTemplate(page: Page, key: string, title: string): Promise<void> {
  await openTable(page);
  await page.locator(".template-table__filters .button", { hasText: "New Template" }).click();
  const name = page.getByLabel("Key", { exact: true });
  await name.fill("Not a key");
  await page.locator(".template-form__wrong").waitFor();
  await name.fill(key);
  await page.getByLabel("Intent", { exact: true }).fill("order.delay");
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Begins with").selectOption("greeting");
  await page.getByRole("button", { name: "Add a variable" }).click();
  await page.getByLabel("Name", { exact: true }).fill("snowDays");
  await page.getByLabel("Type", { exact: true }).selectOption("number");
  await page.keyboard.press("Control+s");
  await page.locator(".variant-head__key", { hasText: key }).waitFor();
  await page.locator(".block__editor .cm-content").first().waitFor();
}
