import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { kept, newCustomer, openConversation, replyText, typeReply } from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import { postsOf } from "./support/customer.ts";
import { cutWords, faultsIn, type Look, openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const url = inject("parleyUrl");
const opened: Page[] = [];
const open = async (look: Look): Promise<Page> => {
  const page = await openWorkbench(browser, url, look);
  opened.push(page);
  return page;
};
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});

const ruth: Look = { as: "Ruth Okafor", width: 1440 };

const rulesIcon = (page: Page) =>
  page.locator(".activity-bar__item", { has: page.locator('use[href$="#shield"]') });

/** Open the brand's own pack from the list of rules in force. */
async function openPack(page: Page): Promise<void> {
  await rulesIcon(page).click();
  const brand = page.locator(".policy-view__brand", { hasText: "Nordwind Reisen" });
  await brand.locator(".policy-pack__name", { hasText: "starter.brand" }).click();
  await page.locator(".examples__sum").waitFor();
}

/** Run a command as most people find it: by its name. */
async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".palette input").fill(`>${command}`);
  await page.locator(".palette [role=option]", { hasText: command }).first().waitFor();
  await page.keyboard.press("Enter");
}

const holding = (page: Page, holds: boolean) =>
  page.locator(`.examples__sum[data-failing="${!holds}"]`).waitFor();

const textOf = async (locator: Locator) => (await locator.textContent()) ?? "";
const packText = (page: Page) => page.locator(".pack-text .cm-content");

/** Put the caret before the closing quote of the last example. */
async function goToLastExample(page: Page): Promise<void> {
  await packText(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowLeft");
}

async function publish(page: Page, reason: string): Promise<void> {
  await page.locator(".pack-head .button--primary").click();
  await page.locator(".publish textarea").fill(reason);
  await page.locator(".publish .button--primary").click();
  await page.locator(".publish").waitFor({ state: "detached" });
}

/** Answer a customer in English and see it arrive. */
async function send(page: Page, text: string): Promise<void> {
  await openConversation(page, newCustomer("Hello, when do I get my deposit back, please? I am waiting."));
  await typeReply(page, text);
  await kept(page);
  await page.locator(".reply__send").click();
  await page.locator("dialog .question__text").waitFor();
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await postsOf(page, "nordwind")).some(({ body }) => body === text), {
      timeout: 60_000,
    })
    .toBe(true);
}

describe("a rule from its first example to the first reply it speaks about", () => {
  test("a failing example is refused with its place; mended, tried on sent replies and published, the rule is in force", async () => {
    const agent = await open({ as: "Jonas Weber" });
    await send(agent, "Thank you for asking. You get it back in any case, within ten days.");

    const page = await open(ruth);
    await openPack(page);
    await run(page, "New Rule");
    await goToLastExample(page);
    await page.keyboard.type(" in any case");
    await holding(page, false);
    await page.locator(".pack-head .button--primary").click();
    const refusal = await textOf(page.locator(".publish__problem"));
    await page.locator(".publish__problem").click();
    const line = await textOf(page.locator(".pack-text .cm-activeLine"));

    await page.keyboard.press("Control+z");
    await holding(page, true);
    await run(page, "Dry Run on Sent Replies");
    await page.locator(".dry-run__example mark", { hasText: "in any case" }).first().waitFor();
    const ruled = await textOf(page.locator(".dry-run__rules tbody tr").first());
    await publish(page, "Customers ask which case is meant.");
    await page.locator(".pack-head__facts", { hasText: /Version .?1\.0\.1.? in force/ }).waitFor();

    const later = await open({ as: "Jonas Weber" });
    await openConversation(later, newCustomer("Hello, and my other deposit? It is still missing."));
    await typeReply(later, "You get it in any case.");
    await later.locator(".reply .cm-lintRange-warning", { hasText: "in any case" }).waitFor();
    expect([
      /^Line .?9\d/.test(refusal),
      line.includes("within ten days. in any case"),
      ruled.includes("starter.new-rule"),
      await textOf(replyText(later)),
    ]).toEqual([true, true, true, "You get it in any case."]);
  });

  test("what two people write at once is lost for neither", async () => {
    const [first, second] = [await open(ruth), await open(ruth)];
    await openPack(first);
    await openPack(second);
    await packText(first).focus();
    await first.keyboard.press("Control+Home");
    await first.keyboard.type("# Mine.\n");
    await first.locator(".pack-head__fact").waitFor();
    await first.reload();
    await first.locator(".pack-text .cm-line", { hasText: "# Mine." }).waitFor();

    await packText(second).focus();
    await second.keyboard.press("Control+Home");
    await second.keyboard.type("# Theirs.\n");
    await publish(second, "A remark.");
    await first.locator(".overtaken").waitFor();
    await first.locator(".overtaken .button", { hasText: "Compare" }).click();
    await first.locator(".pack-text .cm-deletedChunk", { hasText: "# Theirs." }).waitFor();
    await first.locator(".overtaken .button", { hasText: "Go on from it" }).click();
    await first.locator(".overtaken").waitFor({ state: "detached" });
    await publish(first, "My remark.");
    await second.locator(".pack-text .cm-line", { hasText: "# Mine." }).waitFor();
    expect(await second.locator(".pack-text .cm-line", { hasText: "# Theirs." }).count()).toBe(0);
  });

  test("any text is tried with the rules as they are being written", async () => {
    const page = await open(ruth);
    await openPack(page);
    await page.locator(".side .tabbed__tab", { hasText: "Try It" }).click();
    await page.locator(".try__text .cm-content").click();
    await page.keyboard.insertText("We guarantee a seat on every train!!!");
    await page.locator(".try__finding", { hasText: "promise.outcome" }).waitFor();
    const marked = page.locator(".try__text .cm-lintRange-warning");
    await expect.poll(() => marked.allTextContents()).toEqual(["guarantee"]);
  });
});

describe("the rules, without a fault that axe finds and with room for every word", () => {
  test.each<[string, Look]>([
    ["English, in every theme", { language: "en" }],
    ["German", { language: "de" }],
    ["Arabic, from right to left", { language: "ar" }],
    ["as wide as half a screen", { language: "pt-BR", width: 800 }],
  ])("%s", async (_, look) => {
    const page = await open({ ...ruth, ...look });
    await rulesIcon(page).click();
    await page.locator(".policy-pack__name", { hasText: "starter.brand" }).last().click();
    await page.locator(".examples__sum").waitFor();
    const faults = [...(await faultsIn(page, look)), ...(await cutWords(page))];
    for (const tab of [1, 2]) {
      await page.locator(".side .tabbed__tab").nth(tab).click();
      faults.push(...(await faultsIn(page, look)), ...(await cutWords(page)));
    }
    expect(faults).toEqual([]);
  });
});
