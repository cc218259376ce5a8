import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { openBrowser } from "./support/browser.ts";
import { openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

let page: Page;
const url = inject("parleyUrl");
afterEach(() => page.context().close());

/** What the API answers a program that holds a token. */
async function asked(token: string, query: string) {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors, error } = await answer.json();
  return data ? Object.keys(data) : (errors?.[0]?.extensions?.code ?? error?.code);
}

test("a token does what was ticked and nothing else, until it is revoked", async () => {
  page = await openWorkbench(browser, url, { as: "Sam Doyle" });
  await page.getByRole("button", { name: /Signed in as/ }).click();
  await page.locator("[role=option]", { hasText: "Account" }).click();
  await page.getByRole("button", { name: "New Token…" }).click();
  await page.getByLabel("Name").fill("night report");
  await page.getByRole("button", { name: "Make Token" }).click();
  const refused = await page.locator(".new-token__problem").textContent();
  await page.getByRole("checkbox", { name: /Read conversations/ }).check();
  await page.getByRole("button", { name: "Make Token" }).click();
  const token = (await page.locator(".new-token__text").textContent()) ?? "";

  const reads = await asked(token, "{ conversations(first: 1) { nodes { id } } }");
  const ledger = await asked(
    token,
    'mutation { revokeApiToken(id: "00000000-0000-4000-8000-000000000000") { id } }',
  );

  await page.getByRole("button", { name: "Done", exact: true }).click();
  await page.getByRole("button", { name: /Revoke .*night report/ }).click();
  await page.locator("[role=alertdialog], [role=dialog]").getByRole("button", { name: "Revoke" }).click();
  await page.locator(".token[data-state=revoked]").waitFor();
  expect([refused, reads, ledger, await asked(token, "{ viewer { member { id } } }")]).toEqual([
    "Choose at least one thing that the token may do.",
    ["conversations"],
    "FORBIDDEN",
    "UNAUTHENTICATED",
  ]);
});

test("an administrator changes what somebody does, and ends their part", async () => {
  page = await openWorkbench(browser, url, { as: "Sam Doyle" });
  await page.keyboard.press("F1");
  await page.keyboard.type("people and roles");
  await page.keyboard.press("Enter");
  const row = page.locator(".people", { hasText: "Lumo" }).locator("tr", { hasText: "Mariam Haddad" });
  const has = (...roles: string[]) =>
    expect.poll(() => row.locator(".people__roles > li, .people__former").allTextContents()).toEqual(roles);
  const change = async (role: string, save: string) => {
    await row.getByRole("button").click();
    await page.getByRole("checkbox", { name: role }).click();
    await page.getByRole("button", { name: save }).click();
    await page.locator("dialog").waitFor({ state: "detached" });
  };
  await has("Agent");
  await change("Localiser", "Save Roles");
  await has("Agent", "Localiser");
  await change("Localiser", "Save Roles");
  await has("Agent");
  await change("Agent", "End Their Part");
  await has("No role any more");
  await change("Agent", "Save Roles");
  await has("Agent");
});
