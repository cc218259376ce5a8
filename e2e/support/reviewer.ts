import type { Page } from "playwright-core";

/** A reply in the queue of those who review. */
export const waitingFor = (page: Page, name: string) => page.locator(".review-row", { hasText: name });

/** Open a reply under review from the queue. */
export async function openReview(page: Page, name: string): Promise<void> {
  const view = page.locator(".activity-bar__item", { has: page.locator('use[href$="#law"]') });
  // A click on the icon of what is shown hides it.
  if ((await view.getAttribute("aria-pressed")) === "false") await view.click();
  await waitingFor(page, name).click();
  await page.locator(".review-head__name", { hasText: name }).waitFor();
}

/** The words under review, without what only a screen reader hears. */
export function reviewedText(page: Page): Promise<string> {
  return page.locator(".reviewed__paper").evaluate((paper) => {
    const copy = paper.cloneNode(true) as HTMLElement;
    for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
    return copy.textContent ?? "";
  });
}

/** Open the story of the conversation in front, and wait until its records are checked. */
export async function openStory(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.press("h");
  await page.locator(".chain--whole").waitFor();
}

/** What happened, sentence by sentence. */
export const sentencesOf = (page: Page) => page.locator(".step__sentence").allInnerTexts();
