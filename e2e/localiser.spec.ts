import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { newCustomer, openConversation, replyText, typeReply } from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import {
  acceptWarning,
  openCell,
  openLocalisation,
  openTable,
  partText,
  pillsOf,
  publishNow,
  step,
  writeAtEnd,
} from "./support/localiser.ts";
import { cutWords, faultsOf, type Look, openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const url = inject("parleyUrl");
const pages: Page[] = [];
const open = async (as: string, look: Look = {}) => {
  const page = await openWorkbench(browser, url, { as, ...look });
  pages.push(page);
  return page;
};
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

describe("a localiser's whole job", () => {
  test("change a German text, mend what a check finds, have it approved and published, and hold it against a new source", async () => {
    const lena = await open("Lena Fischer");
    await openTable(lena);
    await openCell(lena, "closing", "de");
    const before = await partText(lena, 1);
    await writeAtEnd(lena, 1, " Bis bald, {$custmerName}!");
    await lena.locator(".cm-lintRange-error").first().waitFor();
    await lena.reload();
    await lena.locator(".cm-lintRange-error").first().waitFor();
    const kept = await partText(lena, 1);

    await lena.locator(".block__editor .cm-content").first().click();
    await lena.keyboard.press("F8");
    await lena.keyboard.press("Control+.");
    await lena.locator(".finding-card__remedy").first().click();
    await lena.locator(".cm-lintRange-error").first().waitFor({ state: "detached" });
    const mended = await partText(lena, 1);
    await step(lena, "Submit for review");
    await lena.locator(".pill--in-review").waitFor();
    const own = await lena.locator(".life__own").count();

    const ruth = await open("Ruth Okafor");
    await openLocalisation(ruth);
    await ruth.locator(".task-row", { hasText: "Review it" }).first().click();
    await ruth.locator(".pill--in-review").waitFor();
    await step(ruth, "Approve");
    await ruth.locator(".variant-news__one--error", { hasText: "accepted with a reason" }).waitFor();
    await acceptWarning(ruth, "Regulars like to be greeted by name.");
    await step(ruth, "Approve");
    await ruth.locator(".pill--approved").waitFor();
    await publishNow(ruth);

    const jonas = await open("Jonas Weber");
    await openConversation(jonas, newCustomer("Danke, alles hat sich geklärt!"));
    await typeReply(jonas, "/closing");
    await jonas.locator(".cm-tooltip-autocomplete li").first().waitFor();
    await jonas.keyboard.press("Enter");
    await jonas.waitForFunction(() =>
      document.querySelector(".reply .cm-content")?.textContent?.includes("Bis bald"),
    );
    const found = (await replyText(jonas).textContent()) ?? "";

    const sam = await open("Sam Doyle");
    await openTable(sam);
    await openCell(sam, "closing", "en");
    await writeAtEnd(sam, 1, " We were glad to help.");
    await step(sam, "Submit for review");
    await sam.locator(".life__own").waitFor();
    await ruth.locator(".task-row", { hasText: "Review it" }).first().click();
    await ruth.locator(".variant-head__language", { hasText: "English" }).waitFor();
    await step(ruth, "Approve");
    await ruth.locator(".pill--approved").waitFor();
    await publishNow(ruth);

    await lena.locator(".pill--stale-wording").waitFor();
    const moved = await lena.locator(".variant-news__one--warning").count();
    await step(lena, "Still right");
    await lena.locator(".pill--stale-wording").waitFor({ state: "detached" });

    expect([kept, mended, own, /Bis bald/.test(found), moved, await pillsOf(lena)]).toEqual([
      `${before} Bis bald, {$custmerName}!`,
      `${before} Bis bald, {$customerName}!`,
      1,
      true,
      1,
      ["Revision 2: live"],
    ]);
  });
});

describe("the localiser's screens", () => {
  test.each([
    { theme: "light", language: "en" },
    { theme: "dark", language: "de" },
    { theme: "contrast-light", language: "pt-BR" },
    { theme: "dark", language: "ar" },
  ] as const)("are clean for axe and cut no words: $theme, $language", async (look) => {
    const page = await open("Lena Fischer", look);
    await openTable(page);
    const table = await faultsOf(page);
    await openCell(page, "delay", "de");
    await page.locator(".preview").first().waitFor();
    const faults = [...table, ...(await faultsOf(page))];
    const cut = await cutWords(page);
    expect([
      faults,
      cut.filter((line) => /^(variant|block|preview|inspector|details|life|cell|grid)/.test(line)),
    ]).toEqual([[], []]);
  });

  test("the table is walked and opened with the keyboard alone", async () => {
    const page = await open("Lena Fischer");
    await openTable(page);
    await page.locator('.cell__button[tabindex="0"]').focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset);
    await page.keyboard.press("Enter");
    await page.locator(".variant").waitFor();
    expect([at.row, at.column]).toEqual(["2", "2"]);
  });
});
