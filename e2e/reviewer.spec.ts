import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { kept, newCustomer, openConversation, replyText, typeReply } from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import { postsOf, type Written, writeAsCustomer } from "./support/customer.ts";
import { openReview, openStory, reviewedText, sentencesOf, waitingFor } from "./support/reviewer.ts";
import { cutWords, faultsIn, type Look, openWorkbench } from "./support/workbench.ts";

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

/** Blame is a warning, so the brand wants a second person. */
const BLAME = "Das ist doch Ihre eigene Schuld, aber wir helfen gern.";

/** Write a reply as an agent and send it; a public one is confirmed. */
async function ask(page: Page, text: string): Promise<void> {
  await replyText(page).click();
  await page.keyboard.press("Control+a");
  await typeReply(page, "");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await kept(page);
  await page.keyboard.press("Control+Enter");
  await page.locator("dialog .question__text").waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".reply__notice", { hasText: /review|colleague/i }).waitFor();
}

async function askedFor(
  customer: Written,
  agent?: Page,
): Promise<{ jonas: Page; ruth: Page; postId: string }> {
  const jonas = agent ?? (await open("Jonas Weber"));
  const postId = await openConversation(jonas, customer);
  await ask(jonas, BLAME);
  const ruth = await open("Ruth Okafor");
  await openReview(ruth, customer.name);
  return { jonas, ruth, postId };
}

const approveButton = (page: Page) => page.locator(".decision .button--primary");

describe("a reviewer's whole job", () => {
  test("send back with a reason, compare what came again, approve, and find it all in the story", async () => {
    const customer = newCustomer("Mein Zug ist ausgefallen. Wer zahlt das Hotel?");
    const { jonas, ruth } = await askedFor(customer);
    const first = await reviewedText(ruth);
    const marked = await ruth.locator(".reviewed__mark--warning").first().textContent();

    await ruth.keyboard.press("Control+Shift+Enter");
    await ruth.keyboard.type("Bitte ohne Schuldzuweisung.");
    await ruth.keyboard.press("Control+Enter");
    await ruth.locator(".review-news", { hasText: "Sent back for changes" }).waitFor();
    await waitingFor(ruth, customer.name).waitFor({ state: "detached" });

    await jonas.locator(".reply__quote", { hasText: "ohne Schuldzuweisung" }).waitFor();
    const better = "Das tut uns leid. Ihre eigene Schuld ist das nicht, bitte schicken Sie uns den Beleg!";
    await ask(jonas, better);

    await waitingFor(ruth, customer.name).waitFor();
    await ruth.getByRole("button", { name: "Show What Is New" }).click();
    await ruth.locator(".decision").waitFor();
    const compared = await ruth.locator(".reviewed__paper del, .reviewed__paper ins").count();
    const decisions = await ruth.locator(".reply-facts__reason").textContent();
    await ruth.locator(".reviewed").focus();
    await ruth.keyboard.press("Control+Enter");
    await ruth.locator(".review-news__one--success", { hasText: /Approved by .?Ruth Okafor/ }).waitFor();
    await ruth.locator(".review-news", { hasText: "It has arrived" }).waitFor({ timeout: 60_000 });
    const sent = (await postsOf(ruth, "nordwind")).filter(({ body }) => body === better);

    await openStory(ruth);
    const said = await sentencesOf(ruth);
    const story = said.filter((sentence) => /asked|approved|arrived|wrote/.test(sentence));
    expect([first, marked !== "", compared > 0, decisions, sent.length]).toEqual([
      BLAME,
      true,
      true,
      "Bitte ohne Schuldzuweisung.",
      1,
    ]);
    expect(story.map((sentence) => sentence.replace(/[\u2068\u2069]|, saved .*/g, ""))).toEqual([
      `${customer.name} wrote`,
      "Jonas Weber wrote",
      "Jonas Weber asked for a second person",
      "Ruth Okafor asked for changes",
      "Jonas Weber wrote",
      "Jonas Weber asked for a second person",
      "Ruth Okafor approved the reply",
      "The reply arrived",
    ]);
  });

  test("what a customer writes meanwhile holds the approval until it has been looked at", async () => {
    const customer = newCustomer("Wo bleibt mein Koffer?");
    const { ruth, postId } = await askedFor(customer);
    await writeAsCustomer(ruth, { ...customer, body: "Hat sich erledigt, er ist da!", parentId: postId });
    await ruth.locator(".review-news__one--warning", { hasText: "customer has written" }).waitFor();
    const held = await approveButton(ruth).isDisabled();
    const unseen = await ruth.locator(".said__body").allInnerTexts();
    await ruth.locator(".review-news__one--warning button").click();
    await ruth.locator('.said[data-new="true"]', { hasText: "erledigt" }).waitFor();
    await approveButton(ruth).click();
    await ruth.locator(".review-news__one--success").waitFor();
    expect([held, unseen]).toEqual([true, [customer.body]]);
  });

  test("a text its author changes is not approved by mistake; the difference is shown", async () => {
    const customer = newCustomer("Gilt mein Gutschein noch?");
    const { jonas, ruth } = await askedFor(customer);
    await jonas.locator(".reply__notice button").click();
    await typeReply(jonas, " Bis Freitag.");
    await kept(jonas);
    await ruth.locator(".review-news__one--warning .text-diff__ins", { hasText: "Freitag" }).waitFor();
    expect([await reviewedText(ruth), await approveButton(ruth).isDisabled()]).toEqual([BLAME, true]);
  });

  test("nobody decides on their own words, and is told why", async () => {
    const ruth = await open("Ruth Okafor");
    const customer = newCustomer("Warum antwortet hier niemand?");
    await openConversation(ruth, customer);
    await ask(ruth, BLAME);
    await openReview(ruth, customer.name);
    await ruth.locator(".decision--stopped", { hasText: "another person has to decide" }).waitFor();
    expect(await ruth.locator(".decision .button").count()).toBe(0);
  });

  test("a story is taken along as a file whose records can be checked", async () => {
    const ruth = await open("Ruth Okafor");
    await openConversation(ruth, newCustomer("Danke für alles!"));
    await openStory(ruth);
    const [download] = await Promise.all([
      ruth.waitForEvent("download"),
      ruth.getByRole("button", { name: "Export as JSON" }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), "utf8"));
    const [event] = file.events;
    const bytes = new TextEncoder().encode(`\0${event.leaf}`);
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    expect([file.format, event.action, event.words.body, event.leafHash]).toEqual([
      "parley.story/1",
      "message.received",
      "Danke für alles!",
      hash,
    ]);
  });
});

test("who may not read the ledger is offered no story", async () => {
  const jonas = await open("Jonas Weber");
  await openConversation(jonas, newCustomer("Hallo!"));
  await jonas.keyboard.press("F1");
  await jonas.keyboard.type("story of");
  await jonas.waitForTimeout(300);
  expect([
    await jonas.locator("[role=option]", { hasText: "Story of This Conversation" }).count(),
    await jonas.locator(".status-bar", { hasText: "Story" }).count(),
  ]).toEqual([0, 0]);
});

describe("the reviewer's views, without a fault that axe finds and with room for every word", () => {
  const looks: readonly Look[] = [
    { language: "en" },
    { language: "ar" },
    { language: "de", width: 900 },
    { language: "pt-BR", width: 420 },
  ];
  let customer: Written;
  beforeAll(async () => {
    customer = newCustomer("Bekomme ich mein Geld zurück?");
    const jonas = await openWorkbench(browser, url, { as: "Jonas Weber" });
    await openConversation(jonas, customer);
    await ask(jonas, BLAME);
    await jonas.context().close();
  });
  test.each(looks)("%o", async (look) => {
    const page = await open("Ruth Okafor", look);
    const found: Record<string, string[]> = {};
    const see = async (name: string) => {
      found[name] = [...(await faultsIn(page, look)), ...(await cutWords(page))];
    };
    await openReview(page, customer.name);
    await page.locator(".reviewed__text").waitFor();
    await see("review");
    await page.keyboard.press("Control+Shift+Enter");
    await page.locator(".decision__text").waitFor();
    await see("reason");
    await page.keyboard.press("Escape");
    await openStory(page);
    await page.locator(".event-record__toggle").last().click();
    await see("story");
    expect(found).toEqual({ review: [], reason: [], story: [] });
  });
});
