import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import {
  kept,
  newCustomer,
  openConversation,
  replyText,
  showConversation,
  typeReply,
  written,
} from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import { openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const url = inject("parleyUrl");
const opened: Page[] = [];
const open = async (as: string): Promise<Page> => {
  const page = await openWorkbench(browser, url, { as });
  opened.push(page);
  return page;
};
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});

/** Saves do not get through until the returned function is called. */
async function holdSaves(page: Page): Promise<() => Promise<void>> {
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes('"SaveDraft"') ? route.abort() : route.fallback(),
  );
  return () => page.unroute("**/graphql");
}

test("a reload in the middle of a word loses nothing, saved or not", async () => {
  const page = await open("Jonas Weber");
  const customer = newCustomer("Fährt der Bus auch sonntags?");
  await openConversation(page, customer);
  await typeReply(page, "Ja, er fährt");
  await kept(page);
  const release = await holdSaves(page);
  await typeReply(page, " auch sonn");
  await page.reload();
  await page.locator(".reply").waitFor();
  await expect.poll(() => written(page)).toBe("Ja, er fährt auch sonn");
  await release();
  await typeReply(page, "tags.");
  await kept(page);
  const again = await open("Jonas Weber");
  await showConversation(again, customer);
  await expect.poll(() => written(again)).toBe("Ja, er fährt auch sonntags.");
});

test("what was typed while the server was away is stored when it is back", async () => {
  const page = await open("Jonas Weber");
  await openConversation(page, newCustomer("Gibt es Frühstück?"));
  const release = await holdSaves(page);
  await typeReply(page, "Ja, ab sieben Uhr.");
  await page.locator(".keeping--unreachable").waitFor();
  await release();
  await kept(page);
  expect(await written(page)).toBe("Ja, ab sieben Uhr.");
});

test("unsent drafts are there at the next sign-in", async () => {
  const page = await open("Mariam Haddad");
  const customer = newCustomer("متى يفتح المكتب؟");
  await openConversation(page, customer);
  await typeReply(page, "نفتح في التاسعة.");
  await kept(page);
  const later = await open("Mariam Haddad");
  await later.locator(".activity-bar__item").nth(1).click();
  await later.locator(".drafts__one", { hasText: customer.name }).click();
  await later.locator(".reply").waitFor();
  await expect.poll(() => written(later)).toBe("نفتح في التاسعة.");
});

test("two agents see each other, and the second to write sees both texts and decides", async () => {
  const jonas = await open("Jonas Weber");
  const ana = await open("Ana Ribeiro");
  const customer = newCustomer("Hello, can I bring my dog?");
  await openConversation(jonas, customer);
  await showConversation(ana, customer);
  await jonas.locator(".head__colleague", { hasText: "Ana Ribeiro" }).waitFor();
  await typeReply(jonas, "Yes");
  await kept(jonas);
  await ana.locator(".head__colleague--writing", { hasText: "Jonas Weber" }).waitFor();
  await expect.poll(() => written(ana)).toBe("Yes");

  const release = await holdSaves(ana);
  await typeReply(ana, ", dogs are welcome.");
  await typeReply(jonas, ", but on a lead.");
  await kept(jonas);
  await release();
  await ana.locator(".conflict").waitFor();
  const sides = await ana.locator(".conflict__text").allInnerTexts();
  await ana.locator(".conflict__actions .button--primary").click();
  await ana.locator(".conflict").waitFor({ state: "detached" });
  await kept(ana);
  await expect.poll(() => written(jonas)).toBe("Yes, dogs are welcome.");
  expect(sides).toEqual(["Yes, but on a lead.", "Yes, dogs are welcome."]);
});

test("two texts are put together side by side", async () => {
  const jonas = await open("Jonas Weber");
  const ana = await open("Ana Ribeiro");
  const customer = newCustomer("Hello, is the pool open?");
  await openConversation(jonas, customer);
  await typeReply(jonas, "It is open.");
  await kept(jonas);
  await showConversation(ana, customer);
  await expect.poll(() => written(ana)).toBe("It is open.");
  const release = await holdSaves(ana);
  await typeReply(ana, " Until nine.");
  await typeReply(jonas, " Every day.");
  await kept(jonas);
  await release();
  await ana.locator(".conflict__actions button", { hasText: "Merge" }).click();
  const mine = ana.locator(".conflict__merge .cm-content").nth(1);
  await mine.click();
  await ana.keyboard.press("Control+End");
  await ana.keyboard.type(" Every day.");
  await ana.locator(".conflict__actions .button--primary").click();
  await ana.locator(".conflict").waitFor({ state: "detached" });
  await expect.poll(() => written(jonas)).toBe("It is open. Until nine. Every day.");
  expect(await replyText(ana).count()).toBe(1);
});

test("a session that ends leaves everything in place, and signing in again goes on", async () => {
  const page = await open("Jonas Weber");
  await openConversation(page, newCustomer("Wo ist der Treffpunkt?"));
  await typeReply(page, "Am Bahnhof");
  await kept(page);
  await page.request.post(`${url}/auth/sign-out`, { data: {}, headers: { origin: url } });
  await typeReply(page, ", Gleis 3.");
  await page.locator("dialog .entrance__member").click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await kept(page);
  expect(await written(page)).toBe("Am Bahnhof, Gleis 3.");
});
