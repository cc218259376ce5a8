import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import {
  kept,
  newCustomer,
  openConversation,
  replyText,
  rowOf,
  typeReply,
  written,
} from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import {
  deleteAsCustomer,
  editAsCustomer,
  postsOf,
  setWeather,
  writeAsCustomer,
} from "./support/customer.ts";
import { cutWords, faultsIn, faultsOf, type Look, openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

let page: Page;
const url = inject("parleyUrl");
const open = async (look?: Look) => {
  page = await openWorkbench(browser, url, look);
};
afterEach(() => page.context().close());

const thread = () => page.locator(".thread .message__body").allInnerTexts();

describe("an agent's whole job", () => {
  test("read, insert a template, mend what the policy finds, send, take back, send again", async () => {
    await open({ as: "Jonas Weber" });
    const customer = newCustomer("Vielen Dank an das Team in Hamburg, ihr habt unsere Reise gerettet!");
    await openConversation(page, customer);

    await replyText(page).click();
    await page.keyboard.type("/lob");
    await page.locator(".cm-tooltip-autocomplete [role=option]").first().waitFor();
    const shownBehind = await page.locator(".message__body", { hasText: "Hamburg" }).isVisible();
    await page.keyboard.press("Enter");
    await expect.poll(() => written(page)).toContain(customer.name);

    await typeReply(page, " Unsere IBAN: DE89 3704 0044 0532 0130 00");
    await page.locator(".reply__count--error").waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".finding-card__remedy--preferred").first().click();
    await page.locator(".reply__count--error").waitFor({ state: "detached" });
    const mended = await written(page);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(
      `Herzlichen Dank für Ihre Worte, ${customer.name}! Wir geben sie dem Team weiter.`,
    );
    await kept(page);

    await page.keyboard.press("Control+Enter");
    await page.locator("dialog .question__text", { hasText: "Herzlichen Dank" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".under-way--undoable button").click();
    await page.locator(".under-way").waitFor({ state: "detached" });
    await expect.poll(() => written(page)).toContain("Herzlichen Dank");
    const before = await postsOf(page, "nordwind");

    await page.locator(".reply__send").click();
    await page.locator("dialog .question__public").click();
    await page.locator(".message--outbound", { hasText: "Herzlichen Dank" }).waitFor();
    await expect.poll(() => written(page)).toBe("");
    const sent = (await postsOf(page, "nordwind")).filter(({ body }) => body.includes(customer.name));
    await rowOf(page, customer.name).waitFor({ state: "detached" });
    expect([shownBehind, mended.includes("0532"), before.length > 0, sent.length]).toEqual([
      true,
      false,
      true,
      1,
    ]);
  });

  test("what a customer writes, changes and takes back shows by itself", async () => {
    await open({ as: "Jonas Weber" });
    const customer = newCustomer("Wann fährt die Fähre?");
    const parentId = await openConversation(page, customer);
    const second = await writeAsCustomer(page, { ...customer, body: "Hallo? Ist da jemand?", parentId });
    await expect.poll(thread).toEqual([customer.body, "Hallo? Ist da jemand?"]);
    await editAsCustomer(page, parentId, "Wann fährt die letzte Fähre?");
    await expect.poll(thread).toEqual(["Wann fährt die letzte Fähre?", "Hallo? Ist da jemand?"]);
    await page.locator(".message__mark").first().waitFor();
    await deleteAsCustomer(page, second);
    await page.locator(".message__gone").waitFor();
    expect(await thread()).toEqual(["Wann fährt die letzte Fähre?"]);
  });

  test("a reply whose answer is lost is shown as such, found out about, and there once", async () => {
    await open({ as: "Jonas Weber" });
    const customer = newCustomer("Fährt der Bus zum Hafen?");
    await openConversation(page, customer);
    await typeReply(page, `Ja, ${customer.name}, er fährt bis zum Hafen.`);
    await kept(page);
    await setWeather(page, "nordwind", { delayMs: 0, fails: false, losesAnswers: true });
    await page.locator(".reply__send").click();
    await page.locator("dialog .question__public").click();
    await page.locator(".under-way--unknown").waitFor({ timeout: 60_000 });
    await setWeather(page, "nordwind", { delayMs: 0, fails: false, losesAnswers: false });
    await page.locator(".message--outbound", { hasText: "bis zum Hafen" }).waitFor({ timeout: 60_000 });
    const posts = await postsOf(page, "nordwind");
    expect(posts.filter(({ body }) => body.includes(customer.name))).toHaveLength(1);
  });

  test("a note is for colleagues only", async () => {
    await open({ as: "Jonas Weber" });
    const customer = newCustomer("Ist das Gepäck im Preis drin?");
    await openConversation(page, customer);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("n");
    await page.locator(".reply__note").fill("Stammkunde, bitte freundlich.");
    await page.keyboard.press("Control+Enter");
    await page.locator(".note__body", { hasText: "Stammkunde" }).waitFor();
    const posts = await postsOf(page, "nordwind");
    expect(posts.filter(({ body }) => body.includes("Stammkunde"))).toEqual([]);
  });

  test("asking for personal data in public is moved to private with one fix", async () => {
    await open({ as: "Jonas Weber" });
    await openConversation(page, newCustomer("Meine Buchung ist weg, was nun?"));
    await typeReply(page, "Bitte senden Sie uns Ihre IBAN und Ihre Telefonnummer.");
    await page.locator(".reply__count--error").waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".finding-card__remedy--preferred").first().click();
    await expect.poll(() => written(page)).not.toContain("IBAN");
    const invitation = await written(page);
    await page.locator(".surfaces__one", { hasText: "Private" }).click();
    await page.locator(".reply--private").waitFor();
    await expect.poll(() => written(page)).toContain("IBAN");
    expect(invitation.length).toBeGreaterThan(20);
  });

  test("a finding that may be overridden is, with a reason; the decision can be taken back", async () => {
    await open({ as: "Jonas Weber" });
    await openConversation(page, newCustomer("Kann ich umbuchen?"));
    await typeReply(page, "Bitte senden Sie uns Ihre IBAN.");
    await page.locator(".reply__count--error").waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".finding-card__remedy", { hasText: "in spite" }).click();
    await page.locator("dialog input[value=agreed_with_lead]").check();
    await page.locator("dialog button[type=submit]").click();
    await page.locator(".reply__count--error").waitFor({ state: "detached" });
    await page.locator(".reply .cm-content").focus();
    await page.keyboard.press("Control+.");
    await page.locator(".finding-card__remedy", { hasText: "Take the decision back" }).click();
    await page.locator(".reply__count--error").waitFor();
  });

  test("who leaves a question unanswered says why", async () => {
    await open({ as: "Jonas Weber" });
    const customer = newCustomer("Nur so: schönes Wetter heute!");
    await openConversation(page, customer);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("d");
    await page.locator("[role=option]", { hasText: "Nothing is asked" }).click();
    await page.locator(".head__facts", { hasText: "Nothing is asked" }).waitFor();
    await rowOf(page, customer.name).waitFor({ state: "detached" });
    expect(await thread()).toEqual([customer.body]);
  });
});

describe("the agent's views, without a fault that axe finds and with room for every word", () => {
  const looks: readonly Look[] = [{ language: "en" }, { language: "ar" }, { language: "de", width: 900 }];
  test.each(looks)("%o", async (look) => {
    await open({ as: "Ana Ribeiro", ...look });
    const found: Record<string, string[]> = {};
    const see = async (name: string) => {
      found[name] = [...(await faultsIn(page, look)), ...(await cutWords(page))];
    };
    await openConversation(page, newCustomer("Where is my luggage? It has been two days."));
    await see("conversation");
    await typeReply(page, "Please send us your card number 4111 1111 1111 1111.");
    await page.locator(".reply__count--error").waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".finding-card").waitFor();
    await see("findings");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+m");
    await page.locator(".problems__one").first().waitFor();
    await see("problems");
    await page.keyboard.press("Control+j");
    await page.locator(".activity-bar__item").nth(1).click();
    await page.locator(".drafts__one").first().waitFor();
    await see("drafts");
    expect(found).toEqual({ conversation: [], findings: [], problems: [], drafts: [] });
  });

  test("the entrance", async () => {
    const context = await browser.newContext({ locale: "de-DE" });
    page = await context.newPage();
    await page.goto(url);
    await page.locator(".entrance__member").first().waitFor();
    const words = await page.locator(".entrance__form button").textContent();
    expect([await faultsOf(page), words]).toEqual([[], "Anmelden"]);
  });
});
