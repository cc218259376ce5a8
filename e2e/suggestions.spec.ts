import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { kept, newCustomer, openConversation, rowOf, typeReply, written } from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import { writeAsCustomer } from "./support/customer.ts";
import { faultsOf, openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

let page: Page;
const url = inject("parleyUrl");
afterEach(() => page.context().close());

/** The likeliest template's title; empty while nothing is like what the customer wrote. */
const likeliest = async (): Promise<string> =>
  (await page.locator(".suggestions__title").allTextContents())[0] ?? "";

/** How many models this browser keeps. */
const modelsKept = () =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("parley.suggestions");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction("models").objectStore("models").count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );

describe("templates that are suggested", () => {
  test("the likely one is put in and sent, teaches at once, and is known after a reload", async () => {
    page = await openWorkbench(browser, url, { as: "Jonas Weber" });
    // Words that no template and no other customer has.
    const puzzled = newCustomer("Quaddelfix am Plinzenwagen schnurpst?");
    const thankful = newCustomer("Vielen Dank an das Team! Der Quaddelfix am Plinzenwagen schnurpst.");
    await writeAsCustomer(page, thankful);
    await openConversation(page, puzzled);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("t");
    const unlike = page.getByText("No template fits");
    await page.locator(".suggestions__score").or(unlike).first().waitFor({ timeout: 60_000 });
    const before = await likeliest();

    await rowOf(page, thankful.name).click();
    await page.locator(".head__name", { hasText: thankful.name }).waitFor();
    await expect.poll(likeliest).toContain("Dank");
    const faults = await faultsOf(page);
    const thanks = await likeliest();
    await page.locator(".suggestions__one").first().click();
    await expect.poll(() => written(page)).not.toBe("");
    await typeReply(page, " Wir sagen es weiter.");
    await kept(page);
    await page.locator(".reply__send").click();
    await page.locator("dialog .question__public").click();
    await page.locator(".message--outbound").waitFor({ timeout: 60_000 });

    await rowOf(page, puzzled.name).click();
    await expect.poll(likeliest).toBe(thanks);
    await expect.poll(modelsKept).toBeGreaterThan(0);
    await page.reload();
    await page.locator(".suggestions__score").first().waitFor();
    const again = await likeliest();
    expect([thanks === "", before === thanks, again, faults]).toEqual([false, false, thanks, []]);
  });
});
