import type { Page } from "playwright-core";
import { type Written, writeAsCustomer } from "./customer.ts";

let people = 0;

/** A customer nobody else plays: their name finds their conversation. */
export function newCustomer(body: string, rest: Partial<Written> = {}): Written {
  people += 1;
  const id = `${Date.now().toString(36)}${people}`;
  return { author: `guest_${id}`, name: `Guest ${id}`, body, ...rest };
}

/** Have a customer write, and open the conversation from the inbox; gives the id of what they wrote. */
export async function openConversation(page: Page, customer: Written): Promise<string> {
  const id = await writeAsCustomer(page, customer);
  await showConversation(page, customer);
  return id;
}

/** Open a customer's conversation from the inbox and wait until one can write. */
export async function showConversation(page: Page, { name }: Pick<Written, "name">): Promise<void> {
  await rowOf(page, name).click();
  await page.locator(".head__name", { hasText: name }).waitFor();
  await page.locator(".reply").waitFor();
}

export const rowOf = (page: Page, name: string) => page.locator(".inbox-row", { hasText: name });

/** The text of the reply that is on screen. */
export const replyText = (page: Page) => page.locator(".reply .cm-content");

/** What stands in it, without the placeholder. */
export async function written(page: Page): Promise<string> {
  const lines = await page.locator(".reply .cm-line").allInnerTexts();
  const hint = await page.locator(".reply .cm-placeholder").count();
  return hint > 0 ? "" : lines.map((line) => line.replace(/\n$/, "")).join("\n");
}

/** Type at the end of the reply. */
export async function typeReply(page: Page, text: string): Promise<void> {
  await replyText(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

/** Wait until the server has everything. */
export const kept = (page: Page) => page.locator(".keeping--kept").waitFor();
