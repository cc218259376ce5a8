import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser } from "./support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const url = inject("parleyUrl");

test("what npm start brings up in a clean clone answers its probes", async () => {
  const answers = await Promise.all(
    [`${url}/healthz`, `${url}/readyz`, inject("parleyMetricsUrl")].map(
      async (address) => (await fetch(address)).status,
    ),
  );
  expect(answers).toEqual([200, 200, 200]);
});

test("its page opens without a fault or a foreign address", async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== url && !request.url().startsWith("data:"))
      faults.push(request.url());
  });
  const answer = await page.goto(url);
  await page.waitForLoadState("networkidle");
  const title = await page.title();
  await page.close();
  expect([answer?.status(), faults, title]).toEqual([200, [], expect.stringContaining("Parley")]);
});

test("a demo member is in with one click, in a session that scripts cannot read and a reload keeps", async () => {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("button", { name: /Ruth Okafor/ }).click();
  const account = page.getByRole("button", { name: /Signed in as .*Ruth Okafor/ });
  await account.waitFor();
  await page.reload();
  await account.waitFor();
  const cookies = (await context.cookies()).map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }));
  const readable = await page.evaluate("document.cookie");
  await context.close();
  expect([cookies, readable]).toEqual([[{ httpOnly: true, sameSite: "Lax" }], ""]);
});
