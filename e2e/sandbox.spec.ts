import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { kept, newCustomer, rowOf, showConversation, typeReply } from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import { cutWords, faultsIn, type Look, openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const url = inject("parleyUrl");
const pages: Page[] = [];
const open = async (look: Look) => {
  const page = await openWorkbench(browser, url, look);
  pages.push(page);
  return page;
};
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

/** The sandbox on a page of its own, visiting Nordwind as somebody new. */
async function play(look: Look = {}): Promise<{ page: Page; name: string }> {
  const page = await open({ as: "Lena Fischer", ...look });
  await page.goto(`${url}/sandbox`);
  await page.locator(".persona").waitFor();
  const { author, name } = newCustomer("");
  await page.locator(".persona > .net-button").click();
  await page.locator("input[name=name]").fill(name);
  await page.locator("input[name=handle]").fill(author);
  await page.locator(".persona__new .net-button").click();
  await page.locator(".persona__name", { hasText: name }).waitFor();
  const accounts = await page.locator(".network__account option").allInnerTexts();
  const at = accounts.findIndex((text) => text.endsWith("@nordwind"));
  await page.locator(".network__account select").selectOption({ index: at });
  await page.locator(".thread-card").first().waitFor();
  return { page, name };
}

const say = async (page: Page, where: string, text: string) => {
  await page.locator(`${where} textarea`).fill(text);
  await page.locator(`${where} textarea`).press("Enter");
};

test("what one posts reaches the inbox, and the brand's reply arrives while one looks", async () => {
  const { page, name } = await play();
  await say(page, ".say", "Fährt die Fähre auch bei Sturm?");
  const own = page.locator(".post", { hasText: "bei Sturm" });
  await own.waitFor();

  const jonas = await open({ as: "Jonas Weber" });
  await showConversation(jonas, { name });
  await typeReply(jonas, "Ja, sie fährt bis Windstärke acht.");
  await kept(jonas);
  await jonas.keyboard.press("Control+Enter");
  await jonas.locator("dialog .question__text").waitFor();
  await jonas.keyboard.press("Enter");
  const reply = page.locator('.post--brand[data-fresh="true"]', { hasText: "Windstärke acht" });
  await reply.waitFor({ timeout: 60_000 });
  const thread = page.locator(".thread-card", { has: reply });
  await thread.locator(".thread-card__answer").click();
  await thread.locator("textarea").fill("Danke!");
  await thread.locator("textarea").press("Enter");
  await jonas.locator(".message__body", { hasText: "Danke!" }).waitFor();
  expect(await thread.locator(".post__text").allInnerTexts()).toEqual([
    "Fährt die Fähre auch bei Sturm?",
    "Ja, sie fährt bis Windstärke acht.",
    "Danke!",
  ]);
});

test("a post can be edited and deleted, a mention names the account, a message is private", async () => {
  const { page, name } = await play();
  await say(page, ".say", "Hallo Nordwind");
  const post = page.locator(".post", { hasText: "Hallo Nordwind" }).first();
  await post.locator(".post__actions button").first().click();
  // What stands in the field is no text of the post: it is found by the field.
  const anew = page.locator(".post textarea");
  await anew.fill("Hallo, liebe Leute");
  await anew.press("Enter");
  const edited = page.locator(".post", { hasText: "liebe Leute" }).first();
  await edited.locator(".post__when", { hasText: "edited" }).waitFor();
  await edited.locator(".post__actions button").last().click();
  await page.locator(".post", { hasText: name }).locator(".post__gone").waitFor();

  await page.locator(".say__way input").last().check();
  await say(page, ".say", "wann öffnet ihr?");
  await page.locator(".post__text", { hasText: "@nordwind wann öffnet ihr?" }).waitFor();
  await say(page, ".chat", "Das hier ist nur für euch.");
  await page.locator(".bubble--own", { hasText: "nur für euch" }).waitFor();

  const jonas = await open({ as: "Jonas Weber" });
  await rowOf(jonas, name).nth(1).waitFor();
  const kinds = await rowOf(jonas, name).locator(".queue-row__kind").allInnerTexts();
  expect([kinds.toSorted(), await page.locator(".wall", { hasText: "nur für euch" }).count()]).toEqual([
    expect.arrayContaining(["Private", "Public"]),
    0,
  ]);
});

test("bad weather is made and seen, and clears up", async () => {
  const { page } = await play();
  const failing = page.locator(".weather__one", { hasText: "Failing" }).locator("input");
  await failing.check();
  await page.locator(".weather__now--bad").waitFor();
  await page.reload();
  await page.locator(".weather__now--bad").waitFor();
  const kept = await failing.isChecked();
  await failing.uncheck();
  await page.locator(".weather__now--bad").waitFor({ state: "detached" });
  expect(kept).toBe(true);
});

describe("the sandbox, without a fault that axe finds and with room for every word", () => {
  const looks: readonly Look[] = [
    { language: "en" },
    { theme: "dark", language: "ar" },
    { language: "de", width: 420 },
  ];
  test.each(looks)("%o", async (look) => {
    const { page } = await play(look);
    await page.locator(".persona > .net-button").click();
    await page.waitForTimeout(300);
    const alone = [...(await faultsIn(page, look)), ...(await cutWords(page))];
    await page.goto(`${url}/play`);
    await page.locator(".thread-card").first().waitFor();
    await page.waitForTimeout(300);
    expect([alone, await faultsIn(page, look)]).toEqual([[], []]);
  });
});
